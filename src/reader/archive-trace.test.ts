import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manyDays } from '../../test/support/directory.ts'
import { frame } from '../../test/support/sample-pages.ts'
import { emptyNetwork } from '../../test/support/samples.ts'
import { archivePage, archiveYearPage } from './archive.ts'

const links = (page: string) => [...page.matchAll(/href="(\/archive\/[\d/]+)" title/g)].map(([, href]) => href)

test('every month with stories is a link, the newest year first and its months in order', () => {
  const days = manyDays(25.06, 400_000)
  const months = new Set([...days.keys()].map((day) => `/archive/${day.slice(0, 7).replace('-', '/')}`))
  const found = links(archivePage(frame('/archive'), days))
  assert.deepEqual(new Set(found), months)
  assert.equal(found.length, months.size)
  assert.deepEqual(found.slice(0, 2), ['/archive/2026/01', '/archive/2026/02'])
  assert.equal(found.at(-1), '/archive/2001/12')
})

test('a gap is told, before the founding too, and in one line however long it is', () => {
  const days = new Map([
    ['1875-03-04', 1],
    ['2012-01-02', 2],
    ['2014-01-02', 2],
    ['2026-11-22', 3],
  ])
  const page = archivePage(frame('/archive'), days)
  const years = [...page.matchAll(/<h2>(?:<a [^>]*>|<bdi>)([^<]+)/g)].map(([, year]) => year)
  assert.deepEqual(years, ['2026', '2015–25', '2014', '2013', '2012', '1876–11', '1875'])
  assert.match(page, /<bdi>2013<\/bdi>.*?<span class="unseen">0 stories/)
})

test('one day of one month is a picture already, and the busiest so far', () => {
  const page = archivePage(frame('/archive', { of: emptyNetwork }), new Map([['2026-11-22', 1]]))
  assert.match(
    page,
    /<li class="now"><a href="\/archive\/2026\/11" title="November 2026: 1 story"><svg viewBox="0 0 30 80"/,
  )
  assert.match(page, /busiest day so far: <a href="\/archive\/2026\/11\/22">22\sNovember 2026<\/a>, with 1 story/)
})

test('in words alone there is no picture, and every month all the same', () => {
  const page = archivePage(
    frame('/archive', { query: { text: '' } }),
    new Map([
      ['2026-11-22', 1],
      ['2025-02-01', 4],
    ]),
  )
  assert.doesNotMatch(page, /<svg|aria-hidden="true"><span>J/)
  assert.match(page, /<a href="\/archive\/2025\/02\?text"><span class="unseen">February 2025: 4 stories/)
  // How many a year has is told with its name: below its months it would be anybody's.
  assert.match(page, />2025<\/a><\/h2><p class="small">4 stories<\/p><ol/)
  assert.doesNotMatch(page, /A stroke for every day/)
})

test('a month and its stories are not read as a day of it', () => {
  const year = (query = {}) =>
    archiveYearPage(frame('/archive/2026', { query }), '2026', [{ period: '2026-01', stories: 31 }])
  assert.match(year({ text: '' }), /<a href="\/archive\/2026\/01\?text">January: 31 stories<\/a>/)
  assert.match(year(), /January<span class="unseen">, <\/span>/)
})
