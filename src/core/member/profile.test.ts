import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutFor, contactHref } from './profile.ts'

const abouts = [
  { language: 'sw', words: 'Habari' },
  { language: 'pt-BR', words: 'Notícias' },
  { language: 'en', words: 'News' },
]

test("a member speaks to its reader in the reader's language, else in its own", () => {
  assert.equal(aboutFor(abouts, 'en')?.words, 'News')
  assert.equal(aboutFor(abouts, 'en-GB')?.words, 'News')
  assert.equal(aboutFor(abouts, 'pt')?.words, 'Notícias')
  assert.equal(aboutFor(abouts, 'ar')?.words, 'Habari')
  assert.equal(aboutFor([], 'en'), undefined)
})

test('what reads like an address is one; anything else stays words', () => {
  assert.equal(contactHref('press@harbour.example'), 'mailto:press@harbour.example')
  assert.equal(contactHref('+254 (20) 555-0100'), 'tel:+254205550100')
  assert.equal(contactHref('https://harbour.example/press'), 'https://harbour.example/press')
  for (const words of ['Signal: harbour.77', 'javascript:alert(1)', 'a@b', '020 555', 'mailto:x@y.example?bcc=z'])
    assert.equal(contactHref(words), undefined, words)
})
