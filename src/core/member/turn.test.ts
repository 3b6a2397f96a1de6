import assert from 'node:assert/strict'
import { test } from 'node:test'
import { programOf, sharesOf, type Traits, turnOf } from './turn.ts'

const paper: Traits = {
  feedHost: 'harbour.example',
  siteHost: 'harbour.example',
  feedTitle: 'Harbour Times',
  siteTitle: 'Harbour Times – news of the port',
  generator: 'WordPress',
  self: 'https://harbour.example/feed',
  languages: { en: 0.9, fr: 0.1 },
  links: { 'clinic.example': 0.4, 'council.example': 0.4, 'union.example': 0.2 },
  items: 20,
}
const kinds = (now: Partial<Traits>, before: Partial<Traits> = {}) =>
  turnOf({ ...paper, ...before }, { ...paper, ...now }).map(({ kind }) => kind)

test('a paper that goes on as it was is left alone', () => {
  assert.deepEqual(kinds({}), [])
  // Other things are written about, and are linked: each by itself a little.
  assert.deepEqual(kinds({ links: { 'clinic.example': 0.3, 'museum.example': 0.4, 'ferry.example': 0.3 } }), [])
})

test('a redesign, a new program, a new name or a move within the house is no turn', () => {
  assert.deepEqual(kinds({ generator: 'Ghost', siteTitle: 'Harbour Times' }), [])
  assert.deepEqual(kinds({ feedTitle: 'The Port', siteTitle: 'The Port – news of the harbour' }), [])
  assert.deepEqual(kinds({ feedHost: 'feeds.harbour.example', self: 'https://feeds.harbour.example/all' }), [])
  assert.deepEqual(kinds({ siteHost: 'news.harbour.example' }), [])
  assert.deepEqual(kinds({ siteTitle: '', generator: '' }), [])
  assert.deepEqual(kinds({ feedTitle: 'Slots', siteTitle: '', generator: 'Autoblog' }), [])
})

test('a new section in another language, or a week of it alone, is no turn', () => {
  assert.deepEqual(kinds({ languages: { en: 0.6, es: 0.4 } }), [])
  assert.deepEqual(kinds({ languages: { es: 1 } }), [])
})

test('a dropped domain that has become a casino is told, by all that changed', () => {
  const casino: Partial<Traits> = {
    feedTitle: 'Best slots 2026',
    siteTitle: 'Best slots – play now',
    generator: 'Autoblog',
    languages: { id: 1 },
    links: { 'slots.example': 0.9, 'bonus.example': 0.1 },
  }
  assert.deepEqual(turnOf(paper, { ...paper, ...casino }), [
    { kind: 'owner', from: 'Harbour Times – news of the port', to: 'Best slots – play now' },
    { kind: 'language', from: 'en', to: 'id' },
    { kind: 'links', to: 'slots.example' },
  ])
})

test('a buyer who keeps the name is told by what is sold', () => {
  assert.deepEqual(kinds({ links: { 'slots.example': 1 } }), ['links'])
  // Who never linked anything may have begun to ask for donations.
  assert.deepEqual(kinds({ links: { 'donate.example': 1 } }, { links: {} }), [])
  assert.deepEqual(kinds({ links: { ...paper.links, 'donate.example': 1 } }), [])
})

test('all in another language and all links new, however many they are, is a turn', () => {
  const links = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.example`, 0.2]))
  assert.deepEqual(kinds({ links }), [])
  assert.deepEqual(kinds({ links, languages: { ru: 1 } }), ['language', 'links'])
})

test('a site or feed that answers from a host that it never stood on is a turn', () => {
  assert.deepEqual(kinds({ siteHost: 'parked.example' }), ['host'])
  assert.deepEqual(kinds({ feedHost: 'harbour-example.test' }), ['host'])
  // A feed that comes home from the host it was made by.
  assert.deepEqual(kinds({ feedHost: 'harbour.example' }, { feedHost: 'feedmaker.example' }), [])
  assert.deepEqual(kinds({ siteHost: '' }), [])
})

test('a few items tell nothing', () => {
  const few = { items: 4, links: { 'slots.example': 1 }, languages: { id: 1 } }
  assert.deepEqual(kinds(few), [])
  assert.deepEqual(kinds({ ...few, items: 20 }, { items: 2 }), [])
})

test('shares add up, and a program is known without its version', () => {
  assert.deepEqual(sharesOf([['a', 'b', 'a'], ['a'], [], ['a']]), { a: 0.75, b: 0.25 })
  assert.deepEqual(sharesOf([]), {})
  assert.equal(programOf('https://wordpress.org/?v=6.9.1'), 'https://wordpress.org/')
  assert.equal(programOf('Hugo 0.152.2'), 'Hugo')
  assert.equal(programOf(undefined), '')
})
