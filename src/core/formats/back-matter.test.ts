import assert from 'node:assert/strict'
import { test } from 'node:test'
import { release } from '../../../test/support/samples.ts'
import { type SafeHtml, sanitise } from '../html/sanitise.ts'
import type { BackMatter } from '../story/back-matter.ts'
import { type BackMatterWords, wholeText } from './back-matter.ts'

const words: BackMatterWords = {
  event: 'The event',
  quotes: 'Quotes',
  supporters: 'Supported by',
  notes: 'Notes to editors',
  contact: 'Media contact',
  about: (name) => `About ${name}`,
  moment: (at) => at.toISOString().slice(0, 16),
}
const matter: BackMatter = {
  dated: '2026-11-22',
  event: { starts: '2026-12-01T07:00:00Z', ends: '2026-12-01T09:00:00Z', venue: 'Hall 2 & 3' },
  quotes: [{ words: 'One <two>\n\nthree', speaker: 'Ann & Bo', role: 'chairs' }],
  supporters: [
    { name: 'A & B', url: null },
    { name: 'C', url: 'https://c.example/?a=1&b="2"' },
  ],
  notesToEditors: '<p>Note</p>' as SafeHtml,
  boilerplate: [{ name: '<Us>', text: '<p>We.</p>' as SafeHtml }],
  contacts: [{ name: 'Desk', role: '', ways: [{ words: 'a@b.example', href: 'mailto:a@b.example' }] }],
}

test('what leaves the house with a release is its text with everything beside it', () => {
  assert.equal(
    wholeText('<p>Text.</p>' as SafeHtml, matter, words),
    '<h2>The event</h2><p>2026-12-01T07:00 – 2026-12-01T09:00<br>Hall 2 &amp; 3</p>' +
      '<p>Text.</p>' +
      '<h2>Quotes</h2><blockquote><p>One &lt;two&gt;</p><p>three</p><p><cite>Ann &amp; Bo, chairs</cite></p></blockquote>' +
      '<h2>Supported by</h2><ul><li>A &amp; B</li><li><a href="https://c.example/?a=1&amp;b=&quot;2&quot;">C</a></li></ul>' +
      '<h2>Notes to editors</h2><p>Note</p>' +
      '<h2>About &lt;Us&gt;</h2><p>We.</p>' +
      '<h2>Media contact</h2><p>Desk<br><a href="mailto:a@b.example">a@b.example</a></p>',
  )
})

test('it is as safe as what the sanitiser writes', () => {
  for (const one of [matter, release.backMatter]) {
    const html = wholeText('' as SafeHtml, one, words)
    const plain = (text: string) => text.replaceAll(' rel="nofollow noopener ugc"', '').replaceAll('%22', '&quot;')
    assert.equal(plain(sanitise(html)), plain(html))
  }
})

test('a story that has nothing beside it stays as it is', () => {
  assert.equal(wholeText('<p>Text.</p>' as SafeHtml, null, words), '<p>Text.</p>')
})
