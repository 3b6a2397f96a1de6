import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html, render } from '../html.ts'
import { en } from './en.ts'
import { type Catalogue, catalogues, messages } from './messages.ts'

const t = messages('en', 'Africa/Nairobi')

test('holes are filled, numbers told as the language tells them', () => {
  assert.equal(t('title', { page: 'About', network: 'The Wire' }), 'About · The Wire')
  assert.equal(t('front.stories', { count: 412806 }), '412,806 stories')
  assert.equal(t('front.stories', { count: 1 }), '1 story')
})

test('a message takes markup in its holes, and only there', () => {
  const publisher = html`<a href="/x">${'A & B'}</a>`
  assert.equal(render(t.rich('credit.first', { publisher })), 'First published by <a href="/x">A &amp; B</a>')
  assert.equal(render(t.rich('credit.first', { publisher: '<b>' })), 'First published by &lt;b&gt;')
})

test('moments are told in the network’s time zone, days are the days they are', () => {
  const late = new Date('2026-11-22T22:30:00Z')
  assert.equal(t.date(late, 'day'), '23 November 2026')
  assert.equal(t.date(late, 'time'), '01:30')
  assert.equal(t.day('2026-11-22', 'long'), 'Sunday, 22 November 2026')
  assert.equal(t.day('2026-11', 'month'), 'November 2026')
})

test('a language names itself, and what is no language is told as it came', () => {
  assert.equal(t.languageName('es'), 'Español')
  assert.equal(t.languageName('ar'), 'العربية')
  assert.equal(t.languageName('not a tag'), 'Not a tag')
  assert.equal(t.languageName(''), '')
})

test('a language without a catalogue is told in English', () => {
  assert.equal(messages('xx', 'UTC')('nav.latest'), 'Latest')
})

test('every catalogue has every key, each with the same holes, and no markup', () => {
  for (const [language, catalogue] of Object.entries(catalogues)) {
    assert.deepEqual(Object.keys(catalogue).toSorted(), Object.keys(en).toSorted(), language)
    for (const key of Object.keys(en) as (keyof Catalogue)[]) {
      const wanted = holesOf(en[key])
      for (const form of formsOf(catalogue[key])) {
        assert.deepEqual(form.match(/\{\w+\}/g)?.toSorted() ?? [], wanted, `${language}: ${key}`)
        assert.doesNotMatch(form, /[<>]/, `${language}: ${key}`)
        assert.notEqual(form.trim(), '', `${language}: ${key}`)
      }
    }
  }
})

test('plural messages have every form their language needs', () => {
  for (const [language, catalogue] of Object.entries(catalogues)) {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    for (const [key, message] of Object.entries(catalogue)) {
      if (typeof message === 'string') continue
      for (const category of pluralCategories) assert.ok(category in message, `${language}: ${key} lacks ${category}`)
    }
  }
})

function formsOf(message: Catalogue[keyof Catalogue]): string[] {
  return typeof message === 'string' ? [message] : Object.values(message)
}

function holesOf(message: Catalogue[keyof Catalogue]): string[] {
  return (
    formsOf(message)[0]
      ?.match(/\{\w+\}/g)
      ?.toSorted() ?? []
  )
}
