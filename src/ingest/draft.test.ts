import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentItem } from '../core/formats/document.ts'
import type { MemberId, SourceId } from '../core/id.ts'
import { indexTopics } from '../core/story/topics.ts'
import type { Source } from '../db/sources.ts'
import { draftOf } from './draft.ts'
import { creditsOf } from './texts.ts'

const now = new Date('2026-11-24T10:00:00Z')
const source: Source = {
  id: '018f0000-0000-7000-8000-000000000001' as SourceId,
  memberId: '018f0000-0000-7000-8000-000000000002' as MemberId,
  memberSlug: 'harbour-post',
  memberName: 'Harbour Post',
  memberSiteUrl: 'https://harbour.example/',
  url: 'https://harbour.example/feed',
  siteUrl: 'https://harbour.example/',
  title: 'Harbour Post',
  genre: 'report',
  licence: 'unknown',
  language: 'en',
  canonical: 'original',
  etag: null,
  lastModified: null,
  validatorsFrom: null,
  bodyHash: null,
  format: 'rss',
  host: 'harbour.example',
  agent: 'named',
  asks: null,
  habitSeconds: null,
  lastNewsAt: null,
  movedTo: null,
  movedSeenAt: null,
  movedSightings: 0,
  intervalSeconds: 900,
  failures: 0,
  nextVisitAt: now,
  lastVisitAt: null,
  lastSuccessAt: null,
  lastProblem: null,
  uniqueness: 'id',
  uniquenessWhy: '',
  grant: { shows: 'full', pictures: 'none' },
  permissions: [],
  paused: null,
}

function draft(item: DocumentItem, others: readonly DocumentItem[] = []) {
  const credits = creditsOf([item, ...others])
  const drafted = draftOf(item, {
    ...{ source, feed: {}, now, fallbackLanguage: 'en', credits },
    ...{ topics: indexTopics([]), linksElsewhere: false },
  })
  assert.ok(drafted.kind === 'draft')
  return drafted.draft
}

test('a credit line becomes the origin, and stands in neither body nor excerpt', () => {
  const { text, origin, hops } = draft({
    title: 'The hall is open',
    content:
      '<p>The hall is open again.</p><p>The post <a href="https://bay.example/hall">The hall is open</a> appeared first on <a href="https://bay.example/">Bay Times</a>.</p>',
  })
  assert.equal(text.body, '<p>The hall is open again.</p>')
  assert.equal(text.excerpt, 'The hall is open again.')
  assert.equal(origin.publisher, 'Bay Times')
  assert.equal(origin.publisherUrl, 'https://bay.example/')
  assert.equal(origin.url, 'https://bay.example/hall')
  assert.deepEqual(
    hops.map((hop) => hop.name),
    ['Harbour Post'],
  )
})

test('a credit line in the source’s own words is known from the other items of the document', () => {
  const item = (n: number): DocumentItem => ({
    title: `Story ${n}`,
    url: `https://harbour.example/${n}`,
    content: `<p>Text of story ${n}.</p><p>Via <a href="https://p${n}.example/">Paper ${n}</a></p><p>About us: we are a harbour.</p>`,
  })
  const alone = draft(item(1))
  assert.match(alone.text.body, /Via/)
  const { text, origin } = draft(item(1), [2, 3, 4].map(item))
  assert.equal(text.body, '<p>Text of story 1.</p><p>About us: we are a harbour.</p>')
  assert.equal(origin.publisher, 'Paper 1')
})

test('without a title the first words are the headline, without what a cut leaves hanging', () => {
  const { text } = draft({
    content: '<p>The ferry sails again from the old harbour to all of the islands in the bay, and stops at ours.</p>',
  })
  assert.equal(text.headline, 'The ferry sails again from the old harbour to all of the islands in the bay…')
})

test('a release ends where it says so; what follows is the note to editors', () => {
  const { text, story } = draft({
    title: 'Press release: The hall is open',
    content:
      '<p>The hall is open again.</p><p>ENDS</p><p>Notes to editors</p><p>Call A. Person, 020 1234 5678.</p><p>About the hall: it is old.</p>',
  })
  assert.equal(story.genre, 'release')
  assert.equal(text.body, '<p>The hall is open again.</p><p>About the hall: it is old.</p>')
  assert.equal(text.edNote, 'Notes to editors\n\nCall A. Person, 020 1234 5678.')
})

test('addresses start from the document, else from the item, else from the site', () => {
  const content = '<p><a href="/map">Map</a></p>'
  const href = (item: DocumentItem) => /href="([^"]*)"/.exec(draft(item).text.body)?.[1]
  assert.equal(href({ title: 'T', content, base: 'https://cdn.example/x/' }), 'https://cdn.example/map')
  assert.equal(href({ title: 'T', content, url: 'https://news.example/1' }), 'https://news.example/map')
  assert.equal(href({ title: 'T', content }), 'https://harbour.example/map')
})

test('where "read more" led is the original, when nothing else names it', () => {
  const { origin, text } = draft({
    title: 'T',
    summary: 'The hall is open and [&hellip;] <a href="https://harbour.example/hall">Continue reading</a>',
  })
  assert.equal(origin.url, 'https://harbour.example/hall')
  assert.equal(text.excerpt, 'The hall is open and…')
})

test('the origin’s address leads to it by no tracker and no door', () => {
  for (const url of [
    'https://harbour.example/hall?utm_source=rss&utm_medium=feed',
    'https://www.google.com/url?q=https://harbour.example/hall',
  ])
    assert.equal(draft({ title: 'T', content: 'Text.', url }).origin.url, 'https://harbour.example/hall')
})
