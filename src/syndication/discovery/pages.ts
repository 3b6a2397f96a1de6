/** How programs find what is here, and people whom to tell: sitemaps, the members' feeds, robots.txt, security.txt. */
import { NotFound } from '../../core/errors.ts'
import { writeOpml } from '../../core/formats/write-opml.ts'
import {
  type SitemapEntry,
  writeNewsSitemap,
  writeSitemap,
  writeSitemapIndex,
} from '../../core/formats/write-sitemap.ts'
import { narrow } from '../../core/story/gate.ts'
import type { Db } from '../../db/connection.ts'
import { listMembers } from '../../db/members.ts'
import { listPublished } from '../../db/published.ts'
import { listMonths, listSpots } from '../../db/sitemap.ts'
import { listTopics } from '../../db/topics.ts'
import { routes, storyHref } from '../../routes.ts'
import { type Answer, document, plain } from '../../web/answer.ts'
import type { Context } from '../../web/context.ts'
import { inLanguage, spokenLanguages } from '../../web/language-path.ts'
import { messages } from '../../web/messages/messages.ts'

type Handler = (context: Context<Db>) => Promise<Answer>

const xml = 'application/xml; charset=utf-8'
/** A sitemap may have 50,000 addresses and 50 MB. */
const mostSpots = 20_000
const mostNews = 1_000
const newsHours = 48
const day = 86_400_000

/** The index: one sitemap of pages, and of every month's stories as many as they need. */
export const sitemap: Handler = async ({ db, url }) => {
  const months = await listMonths(db)
  const parts = months.flatMap(({ month, stories, updatedAt }) =>
    Array.from({ length: Math.ceil(stories / mostSpots) }, (_, part) => ({
      url: url + routes.sitemapMonth.href({ month, part: String(part + 1) }),
      changed: updatedAt,
    })),
  )
  const pages = { url: url + routes.sitemapPages.href({}) }
  return document(writeSitemapIndex([pages, ...parts]), xml, { tags: ['archive', 'network'] })
}

/** Pages that are no story, in every language they can be read in. */
export const sitemapPages: Handler = async ({ db, network, url }) => {
  const [members, topics] = await Promise.all([listMembers(db), listTopics(db)])
  const paths = [
    ...[
      routes.front,
      routes.releases,
      routes.topics,
      routes.places,
      routes.languages,
      routes.members,
      routes.archive,
    ].map((route) => route.href({})),
    routes.corrections.href({}),
    routes.about.href({}),
    ...members.map(({ slug }) => routes.member.href({ slug })),
    ...topics.map(({ slug }) => routes.topic.href({ slug })),
  ]
  const entries: SitemapEntry[] = spokenLanguages(network).flatMap((language) =>
    paths.map((path) => ({ url: url + inLanguage(network, language, path) })),
  )
  return document(writeSitemap(entries), xml, { tags: ['members', 'topics', 'network'] })
}

export const sitemapMonth: Handler = async ({ db, params, url }) => {
  const { month = '' } = params
  const part = Number(params.part)
  const isMonth = /-(?:0[1-9]|1[0-2])$/.test(month)
  const from = (part - 1) * mostSpots
  const spots = isMonth && part >= 1 && part < 1_000 ? await listSpots(db, { month, from, most: mostSpots }) : []
  if (spots.length === 0) throw new NotFound('There is no such sitemap.')
  const entries = spots.map((spot) => ({ url: url + storyHref(spot), changed: spot.updatedAt }))
  return document(writeSitemap(entries), xml, { tags: [`archive:${month}`, 'network'] })
}

/** What was published in the last two days. An empty one is valid. */
export const newsSitemap: Handler = async ({ db, network, url, now }) => {
  const since = now.getTime() - newsHours * 3_600_000
  const stories = await listPublished(db, { limit: mostNews })
  const entries = stories
    .filter((story) => story.publishedAt.getTime() > since)
    .filter((story) => narrow({ ...story, licence: story.origin.licence }, 'sitemap').shows !== 'nothing')
    .map((story) => ({
      url: url + storyHref(story),
      title: story.headline,
      language: story.language,
      published: story.publishedAt,
      changed: story.updatedAt,
    }))
  return document(writeNewsSitemap(network.name, entries), xml, {
    tags: ['front', 'network'],
    until: new Date(now.getTime() + 3_600_000),
  })
}

/** Every member's feed as we carry it: with its credit, and as much of it as its member lets out. */
export const membersOpml: Handler = async ({ db, network, url }) => {
  const members = await listMembers(db)
  const outlines = members.map(({ slug, name, about, languages }) => ({
    title: name,
    feed: url + routes.memberFeed.href({ slug, feed: 'feed' }),
    page: url + routes.member.href({ slug }),
    about,
    language: languages[0],
  }))
  const body = writeOpml({ title: network.name, page: `${url}/`, outlines })
  return document(body, 'text/x-opml; charset=utf-8', { tags: ['members', 'network'] })
}

export const robots: Handler = async ({ url }) => {
  const lines = [
    'User-agent: *',
    // Of the text-only edition and of receipts nobody need make another copy.
    `Disallow: ${routes.notice.href({})}/`,
    'Disallow: /*?text',
    // Searches are endlessly many; whatever they find stands in the sitemaps.
    `Disallow: ${routes.search.href({})}`,
    `Disallow: /*${routes.search.href({})}?`,
    '',
    `Sitemap: ${url}${routes.sitemap.href({})}`,
    `Sitemap: ${url}${routes.newsSitemap.href({})}`,
  ]
  return document(`${lines.join('\n')}\n`, plain, { tags: ['network'] })
}

/** RFC 9116. It says until when it holds: half a year from the day it is made, and it is made anew every day. */
export const security: Handler = async ({ network, url, now }) => {
  const today = Math.floor(now.getTime() / day) * day
  const lines = [
    `Contact: ${url}${routes.notice.href({})}`,
    `Expires: ${new Date(today + 180 * day).toISOString()}`,
    `Canonical: ${url}${routes.security.href({})}`,
    `Preferred-Languages: ${network.languages.join(', ')}`,
  ]
  return document(`${lines.join('\n')}\n`, plain, { tags: ['network'], until: new Date(today + day) })
}

export const humans: Handler = async ({ network, url, language }) => {
  const t = messages(language, network.timeZone, network.words)
  const lines = [
    `${network.name}${network.tagline ? `: ${network.tagline}` : ''}`,
    '',
    `${t('members.title')}: ${url}${routes.members.href({})}`,
    `${t('about.title')}: ${url}${routes.about.href({})}`,
    `${t('footer.notice')}: ${url}${routes.notice.href({})}`,
    t('humans.made'),
  ]
  return document(`${lines.join('\n')}\n`, plain, { tags: ['network'] })
}
