/** Feeds: the newest stories of the network or of a member, in three formats, made from the published view and the gate. */

import { NotFound } from '../../core/errors.ts'
import { entryOf, type FeedOut, fitting } from '../../core/formats/feed-out.ts'
import { writeAtom } from '../../core/formats/write-atom.ts'
import { writeJsonFeed } from '../../core/formats/write-json-feed.ts'
import { writeRss } from '../../core/formats/write-rss.ts'
import type { Member } from '../../core/member/member.ts'
import { tagUri } from '../../core/network.ts'
import { readCursor, writeCursor } from '../../core/story/cursor.ts'
import type { Db } from '../../db/connection.ts'
import { findMember } from '../../db/members.ts'
import { listPublishedWhole } from '../../db/published.ts'
import { routes, storyHref } from '../../routes.ts'
import { type Answer, document } from '../../web/answer.ts'
import type { Context } from '../../web/context.ts'
import { backMatterWords } from './back-matter-words.ts'

type Handler = (context: Context<Db>) => Promise<Answer>
type Format = 'rss' | 'atom' | 'json'

const formats: Readonly<Record<Format, { type: string; write(feed: FeedOut): string }>> = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
}

const mostEntries = 30
/** Bytes of entries in one feed: with its own head it stays below 500 KB. */
const mostBytes = 490_000

const frontRoutes = { rss: routes.frontRss, atom: routes.frontAtom, json: routes.frontJson }
const memberRoutes = { rss: routes.memberRss, atom: routes.memberAtom, json: routes.memberJson }

export const frontRss: Handler = (context) => frontFeed(context, 'rss')
export const frontAtom: Handler = (context) => frontFeed(context, 'atom')
export const frontJson: Handler = (context) => frontFeed(context, 'json')
export const memberRss: Handler = (context) => memberFeed(context, 'rss')
export const memberAtom: Handler = (context) => memberFeed(context, 'atom')
export const memberJson: Handler = (context) => memberFeed(context, 'json')

function frontFeed(context: Context<Db>, format: Format): Promise<Answer> {
  const { network } = context
  return feedAnswer(context, format, {
    id: tagUri(network, 'feed', 'front'),
    title: network.name,
    subtitle: network.tagline,
    page: routes.front.href({}),
    self: frontRoutes[format].href({}),
    tag: 'front',
  })
}

async function memberFeed(context: Context<Db>, format: Format): Promise<Answer> {
  const slug = context.params.slug ?? ''
  const member = await findMember(context.db, slug)
  if (!member) throw new NotFound('There is no member of this name.')
  return await feedAnswer(context, format, {
    id: tagUri(context.network, 'member', member.id),
    title: `${member.name} · ${context.network.name}`,
    subtitle: member.about,
    page: routes.member.href({ slug }),
    self: memberRoutes[format].href({ slug }),
    tag: `member:${slug}`,
    member,
  })
}

type List = { id: string; title: string; subtitle: string; page: string; self: string; tag: string; member?: Member }

async function feedAnswer(context: Context<Db>, format: Format, list: List): Promise<Answer> {
  const { db, network, url, query } = context
  const before = readCursor(query.before)
  if (query.before !== undefined && !before) throw new NotFound('This page of the feed does not exist.')
  const stories = await listPublishedWhole(db, { limit: mostEntries + 1, before, member: list.member?.id })
  const entries = stories
    .slice(0, mostEntries)
    .map((story) =>
      entryOf(
        story,
        { id: tagUri(network, 'story', story.id), url: url + storyHref(story) },
        backMatterWords(story.language, network.timeZone),
      ),
    )
  const shown = fitting(entries, mostBytes)
  const last = stories[shown.length - 1]
  const next = last && stories.length > shown.length ? `${url}${list.self}?before=${writeCursor(last)}` : undefined
  const updated = new Date(Math.max(0, ...shown.map((entry) => entry.updated.getTime())))
  const feed: FeedOut = {
    id: list.id,
    title: list.title,
    subtitle: list.subtitle,
    page: url + list.page,
    self: url + list.self + (query.before ? `?before=${query.before}` : ''),
    next,
    icon: url + routes.favicon.href({}),
    language: network.languages[0] ?? 'en',
    // An empty feed was last changed when the network was made; the moment asked for would change every time.
    updated: shown.length > 0 ? updated : new Date(0),
    entries: shown,
  }
  const { type, write } = formats[format]
  return document(write(feed), type, {
    tags: [list.tag, 'network', ...stories.slice(0, shown.length).map((story) => `story:${story.id}`)],
    lastModified: feed.updated,
  })
}
