import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SafeHtml } from '../html/sanitise.ts'
import { minutesToRead } from './reading-time.ts'

const body = (words: string) => `<p>${words}</p>` as SafeHtml
const times = (words: string, count: number) => body(Array.from({ length: count }, () => words).join(' '))

test('a text is told in whole minutes of its own language: words of English are read faster than words of Arabic', () => {
  assert.equal(minutesToRead(times('harbour', 660), 'en'), 3)
  assert.equal(minutesToRead(times('harbour', 660), 'en-GB'), 3)
  assert.equal(minutesToRead(times('ميناء', 660), 'ar'), 5)
  assert.equal(minutesToRead(times('гавань', 660), 'ru'), 4)
})

test('where nothing stands between words, characters count', () => {
  assert.equal(minutesToRead(body('港'.repeat(1_000)), 'zh-Hant'), 4)
  assert.equal(minutesToRead(body('港の話'.repeat(350)), 'ja'), 3)
  assert.equal(minutesToRead(body('ท่าเรือ'.repeat(400)), 'th'), 3)
  // Without a language the script says it.
  assert.equal(minutesToRead(body('ท่าเรือ'.repeat(400)), ''), 3)
})

test('a name in another script is a part of the text, and markup is none', () => {
  assert.equal(minutesToRead(body(`${'港'.repeat(500)} ${'Wireroom '.repeat(360)}`), 'zh'), 4)
  const linked = `<p><a href="https://harbour.example/a-very-long-address-with-many-words">one</a></p>`.repeat(440)
  assert.equal(minutesToRead(linked as SafeHtml, 'en'), 2)
})

test('one minute is the least, and of next to nothing nothing is said', () => {
  assert.equal(minutesToRead(times('word', 60), 'en'), 1)
  assert.equal(minutesToRead(times('word', 20), 'en'), undefined)
  assert.equal(minutesToRead('' as SafeHtml, 'en'), undefined)
})

test('figures and words with hyphens and apostrophes are one word each', () => {
  assert.equal(minutesToRead(times('1,204 well-known it’s', 220), 'en'), 3)
})
