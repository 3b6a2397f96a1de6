import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Hints } from './document.ts'
import { readText } from './read.ts'

const now = new Date('2026-03-05T12:00:00Z')
const feed = (...dates: string[]) => {
  const items = dates.map((date) => `<item><title>One</title><pubDate>${date}</pubDate></item>`)
  return `<rss version="2.0"><channel>${items.join('')}</channel></rss>`
}
const read = (text: string, hints: Hints = { now }) => {
  const { items, problems } = readText(text, hints)
  return { dates: items.map(({ published }) => published), problems }
}

test('nothing has happened later than tomorrow', () => {
  assert.deepEqual(read(feed('Thu, 05 Mar 2026 23:59:00 GMT', 'Fri, 05 Mar 2027 09:00:00 GMT', '2031-01-01')), {
    dates: ['2026-03-05T23:59:00Z', undefined, undefined],
    problems: ['a date lies in the future and is not believed: "Fri, 05 Mar 2027 09:00:00 GMT" (and 1 more)'],
  })
  assert.deepEqual(read(feed('Fri, 05 Mar 2027 09:00:00 GMT'), {}), { dates: ['2027-03-05T09:00:00Z'], problems: [] })
})

test('a date that nobody can read is told, and so is a year without feeds', () => {
  for (const written of ['next Tuesday', '0000-00-00T00:00:00Z', '9999-12-31', 'Thu, 04 Jul 1776 09:00:00 GMT'])
    assert.deepEqual(read(feed(written)), {
      dates: [undefined],
      problems: [`a date cannot be read or lies outside 1900 to 2100: "${written}"`],
    })
  assert.deepEqual(read(feed('', ' ')).problems, [])
})

test('the same holds for JSON', () => {
  const items = [{ id: '1', date_published: '2099-01-01T00:00:00Z' }]
  const { dates, problems } = read(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }))
  assert.deepEqual([dates, problems.length], [[undefined], 1])
})

test('of a date that is repeated the last counts, unless it says nothing', () => {
  const item = (...dates: string[]) => read(feed(dates.join('</pubDate><pubDate>'))).dates[0]
  assert.equal(item('2024-01-01', '2025-01-01'), '2025-01-01T00:00:00Z')
  assert.equal(item('2024-01-01', 'soon'), '2024-01-01T00:00:00Z')
})
