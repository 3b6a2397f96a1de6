import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FactKey, factKeys, facts } from './facts.ts'

const read = (key: FactKey, text: string) => facts[key].read(text)

test('what is read of a fact is what is kept, and is written as it is read', () => {
  const kept = {
    name: 'The Lambda Wire',
    tagline: 'News, from one another to the world',
    foundedOn: '2001-11-01',
    timeZone: 'Europe/Berlin',
    languages: ['ar', 'es-MX'],
    accent: '#7a1f6b',
    homes: [{ name: 'Mastodon', url: 'https://social.example/@lambda' }],
    dailyApplications: 30,
    appealsTo: 'Ada Wong <ada@example.org>',
  }
  const written: Readonly<Record<FactKey, string>> = {
    name: '  The  Lambda\nWire ',
    tagline: 'News, from one another to the world',
    founded: ' 2001-11-01 ',
    'time-zone': 'Europe/Berlin',
    languages: 'ar, es-mx, ar',
    accent: ' #7A1F6B',
    homes: 'Mastodon  https://social.example/@lambda',
    applications: ' 30 ',
    appeals: ' Ada  Wong ada@example.org',
  }
  const change = Object.assign({}, ...factKeys.map((key) => read(key, written[key])))
  assert.deepEqual(change, kept)
  for (const key of factKeys)
    assert.deepEqual(Object.assign({}, change, read(key, facts[key].write(change))), kept, key)
})

test('what may be empty is emptied', () => {
  assert.deepEqual(read('tagline', ''), { tagline: '' })
  assert.deepEqual(read('founded', ' '), { foundedOn: null })
  assert.deepEqual(read('homes', '\n , '), { homes: [] })
  assert.deepEqual(read('appeals', ' '), { appealsTo: '' })
})

test('what no line holds is a blank, so that it can be kept', () => {
  assert.deepEqual(read('name', 'The\0 Wire\u001b'), { name: 'The Wire' })
  const homes = [{ name: 'Mastodon', url: 'https://a.example/@x' }]
  assert.deepEqual(read('homes', 'Mastodon\0 https://a.example/@x\0'), { homes })
})

test('homes stand one to a line, or with commas between', () => {
  const homes = [
    { name: 'Mastodon', url: 'https://a.example/@x' },
    { name: 'Our old site', url: 'http://b.example' },
  ]
  for (const between of ['\n', ', ', ','])
    assert.deepEqual(read('homes', `Mastodon https://a.example/@x${between}Our old site http://b.example`), { homes })
})

test('what cannot be used is told by its kind, with the words it was found in', () => {
  const told: readonly (readonly [FactKey, string, string, string])[] = [
    ['name', ' ', 'missing', ''],
    ['name', 'x'.repeat(81), 'long', 'x'.repeat(81)],
    ['tagline', 'x'.repeat(201), 'long', 'x'.repeat(201)],
    ['founded', '2001-02-30', 'day', '2001-02-30'],
    ['founded', 'in spring', 'day', 'in spring'],
    ['time-zone', 'Mars/Olympus', 'zone', 'Mars/Olympus'],
    ['languages', 'en, klingonish', 'language', 'klingonish'],
    ['languages', 'en,sw', 'wordless', 'sw'],
    ['languages', '', 'language', ''],
    ['accent', 'red', 'colour', 'red'],
    ['homes', 'Mastodon', 'home', 'Mastodon'],
    ['homes', 'Mastodon javascript:alert(1)', 'home', 'Mastodon javascript:alert(1)'],
  ]
  for (const [key, text, fault, words] of told) assert.deepEqual(read(key, text), { fault, words }, `${key} ${text}`)
})
