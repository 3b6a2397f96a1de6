import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { frame } from '../../test/support/sample-pages.ts'
import { advisory, german, headlineOnly, release, report } from '../../test/support/samples.ts'
import { offlineStoriesPage, withinReach } from './offline-stories.ts'

test('the worker answers for every page, is asked for anew each time, and may be a worker of ours alone', async () => {
  await using world = await newsroom()
  const { port } = await world.web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
  const { headers } = await fetch(`http://127.0.0.1:${port}/offline-worker.js`)
  assert.deepEqual(
    ['content-type', 'cache-control', 'service-worker-allowed'].map((name) => headers.get(name)),
    ['text/javascript; charset=utf-8', 'no-cache', '/'],
  )
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none';.* worker-src 'self';/)
})

test('stories stand on one page with all that belongs to them, and no more than readers see of them', () => {
  const page = offlineStoriesPage(frame('/offline/stories'), [release, report, german, headlineOnly])
  assert.match(page, /<h1>The 4 newest stories<\/h1>/)
  assert.match(page, /The ruling was read in eleven minutes/)
  assert.match(page, /First published by <a href="\/members\/upande-press">/)
  assert.match(page, /<a href="#2026-11-22-report">Court lets a community archive/)
  assert.match(page, /<article id="2026-11-22-report"/)
  assert.match(page, /free to republish with credit \(<a rel="license"/)
  const inArabic = offlineStoriesPage(frame('/ar/offline/stories', { language: 'ar' }), [report])
  assert.match(inArabic, /Upande Press<\/bdi><\/a>، بقلم <bdi>Achieng Wanjiru<\/bdi>/)
  const granted = offlineStoriesPage(frame('/offline/stories'), [{ ...german, body: '<p>never to be seen</p>' }])
  assert.doesNotMatch(granted, /never to be seen/)
  assert.match(granted, /Wer in den achtziger Jahren/)
})

test('a story that runs the other way has its headline on its side, and where its event is beside the label', () => {
  const page = offlineStoriesPage(frame('/offline/stories'), [advisory, report])
  assert.match(page, /<h2 id="[^"]*-advisory-headline" dir="rtl"><a /)
  assert.match(page, /<h2 id="[^"]*-report-headline"><a /)
  assert.match(page, /<dd><bdi lang="ar" dir="rtl">قاعة/)
})

test('what is too long for a slow network stands with its excerpt', () => {
  const long = { ...report, body: 'x'.repeat(600) }
  assert.deepEqual(
    withinReach([long, long, long], 1_200).map(({ isWhole }) => isWhole),
    [true, true, false],
  )
})

test('the page tells what it would weigh in two figures, and words nobody wrote make no edition', async () => {
  await using world = await newsroom()
  await world.story({ headline: 'A walrus in the harbour', body: `<p>${'Word '.repeat(4_000)}</p>` })
  const page = await world.get('/offline')
  assert.match(await page.text(), /about 2[0-9] kB/)
  assert.match(page.headers.get('cache-tag') ?? '', /front/)
  const other = await world.get('/offline?done=anything')
  assert.deepEqual([other.status, other.headers.get('location')], [302, '/offline'])
  assert.match(await (await world.get('/offline?done=erased')).text(), /Erased\./)
})
