import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frame, sampleFront } from '../../test/support/sample-pages.ts'
import {
  arabic,
  emptyNetwork,
  german,
  hostile,
  japanese,
  release,
  report,
  stories,
} from '../../test/support/samples.ts'
import { arrange } from './arrange.ts'
import { earlierPage, type Front, frontPage } from './front.ts'

const nothing: Front = {
  newest: [],
  releases: [],
  corrected: [],
  blocks: [],
  members: [],
  years: [],
  counts: { members: 0, countries: 0, lastEvent: '0' },
}

test('the header computes what goes stale when typed by hand', () => {
  const page = frontPage(frame('/'), sampleFront)
  assert.match(page, /Sunday, 22 November 2026/)
  assert.match(page, /since November 2001 · 25 years/)
  assert.match(page, /214 members in 61 countries/)
  assert.match(page, /event 1,904,226/)
})

test('in words alone its facts are one line, and none runs into the next', () => {
  const page = frontPage(frame('/', { query: { text: '' } }), sampleFront)
  assert.match(page, /since November 2001 · 25 years · 214 members in 61 countries</)
})

test('a network with nothing in it says so, and promises nothing', () => {
  const page = frontPage(frame('/', { of: emptyNetwork }), nothing)
  assert.match(page, /The wire is quiet/)
  assert.doesNotMatch(page, /since|members in|class="chart|0 stories|undefined|null|NaN/)
})

test('one story stands alone, without empty columns around it', () => {
  const page = frontPage(frame('/', { of: emptyNetwork }), { ...nothing, newest: [german] })
  assert.match(page, /front-one/)
  assert.doesNotMatch(page, /id="wire"|id="releases"|class="seconds"/)
})

test('a few years stand side by side; more than a telephone is wide for can stand in lines', () => {
  const chartOf = (first: number) => {
    const years = Array.from({ length: 2027 - first }, (_, i) => ({ period: String(first + i), stories: i + 1 }))
    return /<ol class="(chart[^"]*)"/.exec(frontPage(frame('/', { of: emptyNetwork }), { ...sampleFront, years }))?.[1]
  }
  assert.equal(chartOf(2016), 'chart')
  assert.equal(chartOf(2015), 'chart chart-long')
})

test('further back, the wire says up to which day it goes: that day is still told below', () => {
  const before = { at: new Date('2026-11-22T12:30:00Z'), id: report.id }
  assert.match(earlierPage(frame('/'), stories, before, false), /<h1>The wire up to 22\u00a0November 2026<\/h1>/)
})

test('who published and where are set apart as the script of the story does it', () => {
  const lines = { ...nothing, newest: [report, arabic, { ...japanese, located: 'ナイロビ' }] }
  for (const language of ['en', 'ar']) {
    const page = frontPage(frame('/', { language }), lines)
    for (const [comma, place] of [
      [', ', 'Nairobi'],
      ['، ', 'نيروبي'],
      ['、', 'ナイロビ'],
    ])
      assert.ok(page.includes(`</bdi>${comma}<bdi>${place}</bdi>`), `${place} (${language})`)
  }
})

test('feeds and the search can be discovered', () => {
  const page = frontPage(frame('/'), sampleFront)
  for (const type of ['rss', 'atom', 'feed'])
    assert.match(page, new RegExp(`<link rel="alternate" type="application/${type}\\+`), type)
  assert.match(page, /<link rel="search" type="application\/opensearchdescription\+xml"/)
  assert.match(page, /<a href="\/search"/)
})

test('who is in the network stands on the front page, each with its mark and its page', () => {
  const page = frontPage(frame('/'), sampleFront)
  const [first] = sampleFront.members
  assert.match(page, new RegExp(`class="titled who"[\\s\\S]*?<a href="/members/${first?.slug}">`))
  assert.doesNotMatch(frontPage(frame('/'), { ...sampleFront, members: [] }), /"titled who"/)
})

test('releases are marked on the wire, and so is what was corrected', () => {
  const page = frontPage(frame('/'), sampleFront)
  assert.match(
    page,
    /mark-release">Release<\/span> <span class="mark mark-change">Correction<\/span> <a href="[^"]+nine-organisations/,
  )
})

test('a correction stands at the moment it was made, whatever update came after it', () => {
  const [first, last] = [new Date('2026-11-22T09:00:00Z'), new Date('2026-11-22T13:00:00Z')]
  const versions = [
    { number: 2, kind: 'correction' as const, note: 'It was Durban.', at: first },
    { number: 3, kind: 'update' as const, note: '', at: last },
  ]
  const page = frontPage(frame('/'), { ...sampleFront, corrected: [{ ...report, versions, updatedAt: last }] })
  assert.match(page, /id="corrected"[\s\S]*?<time [^>]*>09:00<\/time><\/p><h3>/)
})

test('a headline in Arabic runs from right to left on a page in English', () => {
  assert.match(
    frontPage(frame('/'), { ...sampleFront, newest: [report, arabic] }),
    /<div dir="rtl">\s*<h3><a [^>]*lang="ar" dir="rtl">/,
  )
})

test('a section named in another script keeps its full stop at its end', () => {
  const blocks = [{ name: 'Evening ferry.', language: undefined, list: '/topics/ferry', stories: [report] }]
  const page = frontPage(frame('/ar', { language: 'ar' }), { ...sampleFront, blocks })
  assert.match(page, /<h2><a href="\/ar\/topics\/ferry"><bdi>Evening ferry\.<\/bdi><\/a><\/h2>/)
})

test('a hostile headline is text everywhere it stands', () => {
  const page = frontPage(frame('/'), {
    ...sampleFront,
    newest: [hostile, report],
    releases: [hostile],
    corrected: [hostile],
  })
  assert.doesNotMatch(page, /<script>|onerror=alert\(1\)>|href="javascript:/)
})

test('reporting with something to say leads before a newer release', () => {
  const { lead, seconds } = arrange(stories, 'en')
  assert.equal(lead.id, report.id)
  assert.ok(seconds.every((story) => story.genre !== 'release' && story.id !== lead.id))
  assert.equal(arrange([release], 'en').lead.id, release.id)
})

test('the page is light enough for a slow phone', () => {
  const many = Array.from({ length: 3 }, () => stories).flat()
  const page = frontPage(frame('/'), { ...sampleFront, newest: many.slice(0, 60) })
  assert.ok(Buffer.byteLength(page) < 29_000, `${Buffer.byteLength(page)} bytes`)
})
