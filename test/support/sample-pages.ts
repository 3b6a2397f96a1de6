/** Every kind of page, made from the samples, in any language of the interface, whole or as text alone. */
import type { SafeHtml } from '../../src/core/html/sanitise.ts'
import type { Network } from '../../src/core/network.ts'
import { nothingGiven } from '../../src/core/notice.ts'
import { readSearch } from '../../src/core/search-address.ts'
import { mark, markerOf, snippet, spotterOf } from '../../src/core/snippet.ts'
import type { Story } from '../../src/core/story/story.ts'
import { noticePage } from '../../src/moderation/notice-form.ts'
import { receiptPage } from '../../src/moderation/receipt.ts'
import { aboutPage } from '../../src/reader/about.ts'
import { archiveDayPage, archiveMonthPage, archivePage, archiveYearPage } from '../../src/reader/archive.ts'
import { correctionsPage } from '../../src/reader/corrections.ts'
import { directoryPage } from '../../src/reader/directory.ts'
import { expiredPage, failedPage, gonePage, notFoundPage, refusedPage, tooLargePage } from '../../src/reader/errors.ts'
import { earlierPage, type Front, frontPage } from '../../src/reader/front.ts'
import { languagesPage, placesPage, topicsPage } from '../../src/reader/indexes.ts'
import { languagePage, placePage, releasesPage, topicPage } from '../../src/reader/lists.ts'
import { formerMemberPage, memberPage } from '../../src/reader/members.ts'
import { offlinePage } from '../../src/reader/offline-page.ts'
import { offlineStoriesPage } from '../../src/reader/offline-stories.ts'
import { shownBody } from '../../src/reader/shown-body.ts'
import { storyPage } from '../../src/reader/story.ts'
import { republishHref, storyHref } from '../../src/routes.ts'
import { type Result, searchPage } from '../../src/search/view.ts'
import { copiesOf } from '../../src/syndication/republish/pages.ts'
import { republishPage } from '../../src/syndication/republish/view.ts'
import { type Frame, frameOf } from '../../src/web/context.ts'
import { inLanguage } from '../../src/web/language-path.ts'
import { awkwardPortrait, crowd, directoryOf, manyDays } from './directory.ts'
import { fullFront, longStory } from './full-pages.ts'
import {
  advisory,
  arabic,
  barePortrait,
  counts,
  emptyNetwork,
  expired,
  fullPortrait,
  german,
  headlineOnly,
  hostile,
  japanese,
  languageCounts,
  members,
  network,
  notice,
  now,
  placeCounts,
  release,
  report,
  stories,
  topicCounts,
  topics,
  withdrawn,
  years,
} from './samples.ts'

export type SamplePage = { readonly name: string; readonly path: string; readonly html: string }

function storiesOf(member: string) {
  return { stories: stories.filter((story) => story.member.id === member), more: false, isFirst: true }
}

type Given = { readonly of?: Network; readonly language?: string; readonly query?: Frame['query'] }

/** `path` without its language. */
export function frame(path: string, { of = network, language = 'en', query = {} }: Given = {}): Frame {
  return frameOf({
    network: of,
    now,
    url: 'https://lambda.example',
    path: inLanguage(of, language, path),
    query,
    language,
    asset: (name) => `/assets/${name}`,
  })
}

export const sampleFront: Front = {
  newest: stories,
  releases: stories.filter((story) => story.genre === 'release'),
  blocks: ['es', 'ru', 'fr', 'ar'].map((language) => ({
    name: frame('/').t.autonym(language),
    language,
    list: `/languages/${language}`,
    stories: stories.filter((story) => story.language === language).slice(0, 2),
  })),
  corrected: stories.filter((story) => story.change === 'correction'),
  members,
  years,
  counts,
}

const nothing: Front = {
  newest: [],
  releases: [],
  blocks: [],
  members: [],
  corrected: [],
  years: [],
  counts: { members: 0, countries: 0, lastEvent: '0' },
}

const from = { at: now, id: report.id }
const before = `${now.getTime()}-${report.id}`
const some = { stories: stories.slice(0, 6), more: true, isFirst: true }
const none = { stories: [], more: false, isFirst: true }

type Sample = {
  readonly name: string
  readonly path: string
  readonly query?: Frame['query']
  /** In the network that has nothing yet. */
  readonly bare?: true
  view(frame: Frame): string
}

const thousands = crowd(2_000)
const quarterCentury = manyDays(25.06, 400_000)

const samples: readonly Sample[] = [
  { name: 'front', path: '/', view: (f) => frontPage(f, sampleFront) },
  { name: 'front-full', path: '/full', view: (f) => frontPage(f, fullFront) },
  { name: 'front-empty', path: '/empty', bare: true, view: (f) => frontPage(f, nothing) },
  {
    name: 'front-one',
    path: '/one',
    bare: true,
    view: (f) => frontPage(f, { ...nothing, newest: [german], counts: { ...nothing.counts, members: 1 } }),
  },
  ...[release, advisory, report, german, arabic, japanese, headlineOnly, hostile, longStory].map(storySample),
  ...[release, report, german, arabic, headlineOnly, hostile].map((story) => ({
    name: `republish-${story.slug}`,
    path: republishHref(story),
    view: (f: Frame) => republishPage(f, story, copiesOf(f, story)),
  })),
  {
    name: 'front-earlier',
    path: '/earlier',
    query: { before },
    view: (f) => earlierPage(f, stories.slice(12), from, true),
  },
  { name: 'members', path: '/members', view: (f) => directoryPage(f, directoryOf(members, '', f.language)) },
  ...['kind', 'country', 'map'].map((by) => ({
    name: `members-${by}`,
    path: `/members-${by}`,
    query: { by },
    view: (f: Frame) => directoryPage(f, directoryOf(members, `by=${by}`, f.language)),
  })),
  ...['page=2', 'by=kind', 'by=country', 'by=map'].map((address) => ({
    name: `members-many-${address.split('=')[1]}`,
    path: `/members-many-${address.split('=')[1]}`,
    view: (f: Frame) => directoryPage(f, directoryOf(thousands, address, f.language)),
  })),
  {
    name: 'members-awkward',
    path: '/members-awkward',
    view: (f) => directoryPage(f, directoryOf(crowd(60), 'page=1', f.language)),
  },
  {
    name: 'members-none',
    path: '/members-none',
    query: { kind: 'radio', language: 'ja' },
    view: (f) => directoryPage(f, directoryOf(members, 'kind=radio&language=ja', f.language)),
  },
  { name: 'members-empty', path: '/members-empty', bare: true, view: (f) => directoryPage(f, directoryOf([])) },
  ...members.slice(0, 1).flatMap((member) => [
    {
      name: 'member',
      path: `/members/${member.slug}`,
      view: (f: Frame) => memberPage(f, { ...barePortrait, member, ...storiesOf(member.id) }),
    },
    {
      name: 'member-full',
      path: `/members/${member.slug}-full`,
      view: (f: Frame) => memberPage(f, { ...fullPortrait, member, ...storiesOf(member.id) }),
    },
    {
      name: 'member-former',
      path: `/members/${member.slug}-former`,
      view: (f: Frame) => formerMemberPage(f, { member: { ...member, leftAt: now }, ...storiesOf(member.id) }),
    },
  ]),
  ...[
    'Arbeitsgemeinschaftsmitgliederversammlungsprotokollführungsstelle',
    'หนังสือพิมพ์รุ้งกินน้ำแห่งประเทศไทยและภูมิภาคเอเชียตะวันออกเฉียงใต้',
  ].map((name, i) => ({
    name: `member-awkward-${i + 1}`,
    path: `/members/awkward-${i + 1}`,
    view: (f: Frame) =>
      memberPage(f, { ...awkwardPortrait(name), stories: stories.slice(0, 2), more: true, isFirst: true }),
  })),
  { name: 'about', path: '/about', view: (f) => aboutPage(f, counts) },
  { name: 'offline', path: '/offline', view: (f) => offlinePage(f, { stories: 50, bytes: 612_000, isErased: false }) },
  {
    name: 'offline-stories',
    path: '/offline/stories',
    view: (f) => offlineStoriesPage(f, [release, advisory, report, german, arabic, japanese, headlineOnly, hostile]),
  },
  { name: 'releases', path: '/releases', view: (f) => releasesPage(f, { ...some, stories: sampleFront.releases }) },
  { name: 'topics', path: '/topics', view: (f) => topicsPage(f, topicCounts) },
  { name: 'topics-empty', path: '/topics-empty', bare: true, view: (f) => topicsPage(f, []) },
  { name: 'topic', path: '/topics/human-rights', view: (f) => topicPage(f, topics[0] as (typeof topics)[0], some) },
  { name: 'topic-empty', path: '/topics/sport', view: (f) => topicPage(f, { slug: 'sport', name: 'Sport' }, none) },
  {
    name: 'topics-many',
    path: '/topics-many',
    view: (f) =>
      topicsPage(
        f,
        crowd(300).map(({ slug, name }, i) => ({ slug, name, stories: i * 37 })),
      ),
  },
  { name: 'places', path: '/places', view: (f) => placesPage(f, placeCounts) },
  { name: 'place', path: '/places/ke', view: (f) => placePage(f, 'KE', some) },
  {
    name: 'place-earlier',
    path: '/places/za',
    query: { before },
    view: (f) => placePage(f, 'ZA', { ...some, more: false, isFirst: false }),
  },
  { name: 'languages', path: '/languages', view: (f) => languagesPage(f, languageCounts) },
  {
    name: 'languages-many',
    path: '/languages-many',
    view: (f) =>
      languagesPage(
        f,
        'en es fr de pt-BR ru ar he fa ur hi th ja ko zh-Hant sr-Latn bo ckb yue mi haw x-none'
          .split(' ')
          .map((language, i) => ({ language, stories: 120_000 - i * 5_000 })),
      ),
  },
  {
    name: 'language',
    path: '/languages/ar',
    view: (f) => languagePage(f, 'ar', { ...none, stories: stories.filter(({ language }) => language === 'ar') }),
  },
  {
    name: 'notice',
    path: '/notice',
    view: (f) => noticePage(f, { given: nothingGiven, story: undefined, faults: [] }),
  },
  {
    name: 'notice-story',
    path: '/notice-story',
    query: { story: report.id },
    view: (f) => noticePage(f, { given: { ...nothingGiven, reason: 'danger' }, story: report, faults: [] }),
  },
  {
    name: 'notice-wrong',
    path: '/notice-wrong',
    view: (f) =>
      noticePage(f, {
        given: { ...nothingGiven, address: 'lambda.example/2026/11/22/report', contact: 'x'.repeat(520) },
        story: undefined,
        faults: [
          { field: 'reason', fault: 'missing' },
          { field: 'words', fault: 'missing' },
          { field: 'contact', fault: 'long', over: 20 },
        ],
      }),
  },
  { name: 'receipt', path: '/notice/4127-0093-5518', view: (f) => receiptPage(f, notice) },
  {
    name: 'receipt-closed',
    path: '/notice/4127-0093-5519',
    view: (f) =>
      receiptPage(f, {
        ...notice,
        closed: { at: now, by: 'operator', why: 'The name has been taken out, and the publisher was told why.' },
      }),
  },
  {
    name: 'corrections',
    path: '/corrections',
    view: (f) =>
      correctionsPage(
        f,
        stories.filter((story) => story.change === 'correction'),
        false,
      ),
  },
  { name: 'archive', path: '/archive', view: (f) => archivePage(f, quarterCentury) },
  { name: 'archive-empty', path: '/archive-empty', bare: true, view: (f) => archivePage(f, new Map()) },
  { name: 'archive-young', path: '/archive-young', view: (f) => archivePage(f, manyDays(1.2, 900)) },
  {
    name: 'archive-month-old',
    path: '/archive-month-old',
    bare: true,
    view: (f) => archivePage(f, new Map([...manyDays(0.06, 40), ['2026-11-22', 3]])),
  },
  {
    name: 'archive-year',
    path: '/archive/2026',
    view: (f) =>
      archiveYearPage(
        f,
        '2026',
        ['01', '03', '04', '11'].map((month, i) => ({ period: `2026-${month}`, stories: 800 * i + 31 })),
      ),
  },
  {
    name: 'archive-month',
    path: '/archive/2026/11',
    view: (f) =>
      archiveMonthPage(f, '2026-11', [
        { period: '2026-11-21', stories: 6 },
        { period: '2026-11-22', stories: 15 },
      ]),
  },
  {
    name: 'archive-day',
    path: '/archive/2026/11/22',
    view: (f) =>
      archiveDayPage(
        f,
        '2026-11-22',
        stories.filter((story) => story.day === '2026-11-22'),
        true,
      ),
  },
  {
    name: 'search',
    path: '/search',
    query: { q: 'law community choir', language: 'en', from: '2026' },
    view: (f) => searchPage(f, sampleSearch(f, 6)),
  },
  {
    name: 'search-none',
    path: '/search-none',
    query: { q: 'walurs', topic: 'human-rights' },
    view: (f) => searchPage(f, { ...sampleSearch(f, 0), hits: 0, more: false, facets: [], meant: 'walrus' }),
  },
  { name: 'not-found', path: '/2013/09/02/nothing', view: notFoundPage },
  { name: 'gone', path: '/gone', view: (f) => gonePage(f, withdrawn) },
  { name: 'expired', path: '/expired', view: (f) => expiredPage(f, expired) },
  { name: 'too-large', path: '/too-large', view: tooLargePage },
  { name: 'refused', path: '/refused', view: refusedPage },
  { name: 'failed', path: '/failed', view: (f) => failedPage(f, 500, 'r-1f3c') },
]

/** What a search of the samples would answer. */
function sampleSearch({ query }: Frame, most: number): Result {
  const search = readSearch(query)
  const spotter = spotterOf(markerOf(search.question.wanted, []))
  const facet = (
    what: Result['facets'][number]['what'],
    value: string,
    stories: number,
    label: string | null = null,
  ) => ({
    ...{ what, value, stories, label },
  })
  return {
    search,
    names: { topic: 'Human rights' },
    lines: [...stories].slice(0, most).map((story) => ({
      story,
      headline: mark(story.headline, spotter),
      summary: snippet(story.standfirst || story.excerpt, spotter),
    })),
    ...{
      hits: 1_000,
      more: true,
      oldest: '2019-04-02',
      withoutBodies: true,
      unread: false,
      meant: undefined,
      pageSize: 20,
    },
    facets: [
      ...[facet('genre', 'report', 611), facet('genre', 'release', 240), facet('genre', 'opinion', 12)],
      ...[facet('topic', 'human-rights', 410, 'Human rights'), facet('topic', 'courts', 77, 'Courts')],
      ...[facet('place', 'KE', 102), facet('place', 'ZA', 64), facet('place', 'BR', 9)],
      ...[facet('language', 'en', 700), facet('language', 'ar', 33), facet('language', 'ja', 4)],
      ...members.slice(0, 4).map((member, n) => facet('member', member.slug, 90 - n * 20, member.name)),
      ...[facet('year', '2026', 400), facet('year', '2025', 310), facet('year', '2024', 290)],
    ],
  }
}

/** All of them. In English they have plain names, in other languages the language behind it; `textOnly` adds `-text`. */
export function samplePages(
  language = 'en',
  { textOnly = false, network: whose = network }: { textOnly?: boolean; network?: Network } = {},
): SamplePage[] {
  return samples.map(({ name, path, query = {}, bare, view }) => {
    const of = bare && whose === network ? { ...emptyNetwork, languages: network.languages } : whose
    const asked = textOnly ? { ...query, text: '' } : query
    const here = frame(path, { of, language, query: asked })
    return {
      name: [name, ...(language === 'en' ? [] : [language]), ...(textOnly ? ['text'] : [])].join('-'),
      path: `${here.path}${textOnly ? '.text' : ''}`,
      html: view(here),
    }
  })
}

function storySample(story: Story): Sample {
  const more = stories.filter((other) => other.member.id === story.member.id && other.id !== story.id).slice(0, 4)
  const around = {
    more,
    topics: story === report ? topics : [],
    countries: story === report ? ['KE', 'TZ'] : [],
    copies: [],
  }
  return {
    name: `story-${story.slug}`,
    path: storyHref(story),
    view: (f) =>
      storyPage(
        f,
        { ...story, translations: inOthers(story) },
        shownBody({ ...story, body: story.body as SafeHtml }, f),
        around,
      ),
  }
}

/** Two of the samples, as if they said the same as the report in their own languages. */
function inOthers(story: Story) {
  return story === report ? [arabic, german] : []
}
