import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessLanguage } from '../core/language-guess.ts'
import { htmlOf, summaryOf } from './markup.ts'
import { faults, feedFormats, type Outlet } from './outlet.ts'
import { readOutlets } from './outlets.ts'
import { logoOf, pictureOf } from './pictures.ts'
import { type Printed, printedAt, type Run } from './printed.ts'

const outlets = await readOutlets()
const begun = new Date('2026-11-25T08:00:00Z')
const run: Run = { begun, outlets }
const after = (minutes: number) => new Date(begun.getTime() + minutes * 60_000)
const called = (slug: string): Outlet => {
  const found = outlets.find((outlet) => outlet.slug === slug)
  assert.ok(found, slug)
  return found
}
const printed = (slug: string, minutes: number): Printed[] => printedAt(run, called(slug), after(minutes))

test('a dozen outlets write in nine languages, in every format and with every fault', () => {
  assert.ok(outlets.length >= 12)
  assert.deepEqual([...new Set(outlets.map(({ language }) => language))].sort(), [
    'ar',
    'de',
    'en',
    'es',
    'fr',
    'he',
    'ja',
    'pt-BR',
    'ru',
  ])
  assert.deepEqual([...new Set(outlets.map(({ format }) => format))].sort(), [...feedFormats].sort())
  assert.deepEqual([...new Set(outlets.map(({ fault }) => fault))].sort(), [...faults].sort())
  assert.equal(new Set(outlets.map(({ colour }) => colour)).size, outlets.length)
})

test('every outlet has written six stories or more and has as many patterns, in its own language', () => {
  for (const outlet of outlets) {
    assert.ok(outlet.articles.length >= 6 && outlet.patterns.length >= 6, outlet.slug)
    for (const { headline, text } of [...outlet.articles, ...outlet.patterns]) {
      assert.ok(headline && text, `${outlet.slug}: ${headline}`)
      assert.ok(summaryOf(text), `${outlet.slug}: "${headline}" begins with a paragraph`)
    }
    const everything = outlet.articles.map(({ text }) => text).join('\n')
    assert.equal(guessLanguage(everything), outlet.language.slice(0, 2), outlet.slug)
  }
})

test('pictures are drawn for every scene and mark that is named, and always the same', async () => {
  for (const outlet of outlets) {
    assert.deepEqual(await logoOf(outlet), await logoOf(outlet))
    for (const { picture } of [...outlet.articles, ...outlet.patterns]) {
      if (!picture) continue
      assert.ok(picture.alt, `${outlet.slug}: a picture says what it shows`)
      assert.ok((await pictureOf(picture.scene, outlet.colour)).length > 5_000)
    }
  }
  await assert.rejects(pictureOf('no-such-scene', '#123456'), /There is no scene/)
})

test('one of them prints something every minute, and in three hours nothing twice', () => {
  const seen = new Set<string>()
  for (const outlet of outlets)
    for (const { headline, text } of printedAt(run, outlet, after(0))) seen.add(`${headline}\n${text}`)
  const before = seen.size
  for (let minutes = 1; minutes <= 180; minutes += 1) {
    const fresh = outlets.flatMap((outlet) =>
      printedAt(run, outlet, after(minutes)).filter(
        ({ publishedAt }) => publishedAt.getTime() === after(minutes).getTime(),
      ),
    )
    assert.equal(fresh.length, 1, `minute ${minutes}`)
    for (const { headline, text } of fresh) {
      assert.doesNotMatch(headline + text, /[{}]/, headline)
      seen.add(`${headline}\n${text}`)
    }
  }
  assert.equal(seen.size, before + 180)
})

test('what is printed depends on the time alone, and its addresses stay', () => {
  const early = printed('quay-street-courier', 40)
  const late = printed('quay-street-courier', 400)
  for (const one of early) assert.deepEqual(late.find(({ number }) => number === one.number) ?? one, one)
  assert.deepEqual(printed('quay-street-courier', 400), late)
  assert.ok(printed('quay-street-courier', 100_000).length <= 40)
})

test('words that fill a blank at the beginning of a sentence begin with a capital letter', () => {
  for (const outlet of outlets)
    for (const { headline } of printedAt(run, outlet, after(400)))
      assert.doesNotMatch(headline, /^[\p{Ll}]/u, `${outlet.slug}: ${headline}`)
})

test('an embargo lifts, a story is taken back, another is put right, each in its minute', () => {
  const report = (minutes: number) =>
    printed('common-table', minutes).find(({ headline }) => /safe houses/.test(headline))
  assert.ok(report(24)?.embargoUntil)
  assert.equal(report(25)?.embargoUntil, undefined)
  assert.deepEqual(report(25)?.changedAt, after(25))

  const interview = (minutes: number) =>
    printed('plaza-violeta', minutes).find(({ headline }) => /intendente/.test(headline))
  assert.equal(interview(11)?.goneAt, undefined)
  assert.deepEqual(interview(12)?.goneAt, after(12))

  const mass = (minutes: number) => printed('marea-sur', minutes).find(({ headline }) => /^Misa/.test(headline))
  assert.doesNotMatch(mass(8)?.text ?? '', /Corrección/)
  assert.match(mass(9)?.text ?? '', /Corrección/)
  assert.deepEqual(mass(9)?.changedAt, after(9))
})

test('a text becomes paragraphs, headings, quotations and lists, with nothing of it taken for markup', () => {
  assert.equal(
    htmlOf('One & *two*.\n\n## Three\n\n> Four <b>\n\n- five\n- six'),
    '<p>One &amp; <em>two</em>.</p>\n<h2>Three</h2>\n<blockquote><p>Four &lt;b&gt;</p></blockquote>\n<ul><li>five</li><li>six</li></ul>',
  )
})
