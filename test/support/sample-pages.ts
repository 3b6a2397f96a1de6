/** Every kind of page, made from the samples. */
import type { SafeHtml } from '../../src/core/html/sanitise.ts'
import type { Network } from '../../src/core/network.ts'
import type { Story } from '../../src/core/story/story.ts'
import { aboutPage } from '../../src/reader/about.ts'
import { archiveDayPage, archiveMonthPage, archivePage, archiveYearPage } from '../../src/reader/archive.ts'
import { correctionsPage } from '../../src/reader/corrections.ts'
import { failedPage, gonePage, notFoundPage } from '../../src/reader/errors.ts'
import { earlierPage, type Front, frontPage } from '../../src/reader/front.ts'
import { memberPage, membersPage } from '../../src/reader/members.ts'
import { storyPage } from '../../src/reader/story.ts'
import { storyHref } from '../../src/routes.ts'
import { type Frame, frameOf } from '../../src/web/context.ts'
import {
  arabic,
  counts,
  emptyNetwork,
  german,
  headlineOnly,
  hostile,
  japanese,
  members,
  network,
  now,
  release,
  report,
  stories,
  withdrawn,
  years,
} from './samples.ts'

export type SamplePage = { readonly name: string; readonly path: string; readonly html: string }

export function frame(path: string, of: Network = network): Frame {
  return frameOf({
    network: of,
    now,
    url: 'https://lambda.example',
    path,
    language: 'en',
    asset: (name) => `/assets/${name}`,
  })
}

export const sampleFront: Front = {
  newest: stories,
  releases: stories.filter((story) => story.genre === 'release'),
  languages: ['es', 'ru', 'fr', 'ar'].map((language) => ({
    language,
    stories: stories.filter((story) => story.language === language).slice(0, 2),
  })),
  corrected: stories.filter((story) => story.change === 'correction'),
  years,
  counts,
}

const nothing: Front = {
  newest: [],
  releases: [],
  languages: [],
  corrected: [],
  years: [],
  counts: { stories: 0, members: 0, countries: 0, lastEvent: '0' },
}

export function samplePages(): SamplePage[] {
  return [
    { name: 'front', path: '/', html: frontPage(frame('/'), sampleFront) },
    { name: 'front-empty', path: '/empty', html: frontPage(frame('/', emptyNetwork), nothing) },
    {
      name: 'front-one',
      path: '/one',
      html: frontPage(frame('/', emptyNetwork), {
        ...nothing,
        newest: [german],
        counts: { ...nothing.counts, stories: 1, members: 1 },
      }),
    },
    ...[release, report, german, arabic, japanese, headlineOnly, hostile].map((story) => storySample(story)),
    {
      name: 'front-earlier',
      path: '/earlier',
      html: earlierPage(frame('/'), stories.slice(12), { at: now, id: report.id }, true),
    },
    { name: 'front-rtl', path: '/rtl', html: frontPage(rightToLeft(frame('/')), sampleFront) },
    {
      name: 'story-rtl',
      path: '/rtl-story',
      html: storyPage(rightToLeft(frame('/')), arabic, arabic.body as SafeHtml, [report]),
    },
    {
      name: 'members',
      path: '/members',
      html: membersPage(
        frame('/members'),
        members.map((member, i) => ({ member, stories: (i * 37) % 90 })),
      ),
    },
    { name: 'members-empty', path: '/members-empty', html: membersPage(frame('/members', emptyNetwork), []) },
    ...members.slice(0, 1).map((member) => ({
      name: 'member',
      path: `/members/${member.slug}`,
      html: memberPage(frame('/'), {
        member,
        stories: stories.filter((story) => story.member.id === member.id),
        more: false,
        isFirst: true,
      }),
    })),
    { name: 'about', path: '/about', html: aboutPage(frame('/about'), counts) },
    {
      name: 'corrections',
      path: '/corrections',
      html: correctionsPage(
        frame('/corrections'),
        stories.filter((story) => story.change === 'correction'),
        false,
      ),
    },
    { name: 'archive', path: '/archive', html: archivePage(frame('/archive'), years) },
    {
      name: 'archive-year',
      path: '/archive/2026',
      html: archiveYearPage(
        frame('/archive/2026'),
        '2026',
        ['01', '03', '04', '11'].map((month, i) => ({ period: `2026-${month}`, stories: 800 * i + 31 })),
      ),
    },
    {
      name: 'archive-month',
      path: '/archive/2026/11',
      html: archiveMonthPage(frame('/archive/2026/11'), '2026-11', [
        { period: '2026-11-21', stories: 6 },
        { period: '2026-11-22', stories: 15 },
      ]),
    },
    {
      name: 'archive-day',
      path: '/archive/2026/11/22',
      html: archiveDayPage(
        frame('/archive/2026/11/22'),
        '2026-11-22',
        stories.filter((story) => story.day === '2026-11-22'),
        true,
      ),
    },
    { name: 'not-found', path: '/2013/09/02/nothing', html: notFoundPage(frame('/2013/09/02/nothing')) },
    { name: 'gone', path: '/gone', html: gonePage(frame('/gone'), withdrawn) },
    { name: 'failed', path: '/failed', html: failedPage(frame('/failed'), 500, 'r-1f3c') },
  ]
}

/** The same words on a page that runs from right to left, until there is a language that does. */
function rightToLeft(of: Frame): Frame {
  const { t } = of
  const turned = Object.assign((...args: Parameters<typeof t>) => t(...args), t, {
    direction: 'rtl' as const,
    language: 'ar',
  })
  return { ...of, t: turned as typeof t }
}

function storySample(story: Story): SamplePage {
  const path = storyHref(story)
  const more = stories.filter((other) => other.member.id === story.member.id && other.id !== story.id).slice(0, 4)
  return { name: `story-${story.slug}`, path, html: storyPage(frame(path), story, story.body as SafeHtml, more) }
}
