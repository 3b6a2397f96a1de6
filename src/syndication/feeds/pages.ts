/** Feeds: the newest stories of every list, in four formats, made from the published view and the gate. */
import { NotFound, Unavailable } from '../../core/errors.ts'
import { type EntryOut, type FeedOut, fitting, type TombstoneOut } from '../../core/formats/feed-out.ts'
import type { StoryId } from '../../core/id.ts'
import { tagUri } from '../../core/network.ts'
import { readSearch, type Search, writeSearch } from '../../core/search-address.ts'
import { readCursor, writeCursor } from '../../core/story/cursor.ts'
import { isRepair } from '../../core/story/lifecycle.ts'
import type { Change, Cursor, Story } from '../../core/story/story.ts'
import type { Db } from '../../db/connection.ts'
import { findStories } from '../../db/find-stories.ts'
import { listTombstones } from '../../db/gone.ts'
import { listCorrected, listPublishedWhole } from '../../db/published.ts'
import { listSearchLanguages, tookTooLong } from '../../db/search.ts'
import { routes, searchHref } from '../../routes.ts'
import { type Answer, briefly, document } from '../../web/answer.ts'
import { type Context, withQuery } from '../../web/context.ts'
import type { Limit } from '../../web/limit.ts'
import { messages, type Words } from '../../web/messages/messages.ts'
import { storyEntry } from '../stories/entry.ts'
import { formatAt } from './formats.ts'
import * as lists from './lists.ts'

/** What feeds of searches need: connections of their own, and a limit. */
type Searching = {
  readonly searches: Limit
  readonly seeking: { readonly db: Db; isBusy(): boolean }
}
type Handler = (context: Context<Db>, means: Searching) => Promise<Answer>

const mostEntries = 30
/** Bytes of entries in one feed: with its own head it stays below 500 KB. */
const mostBytes = 490_000
const mostTombstones = 50
/** Whoever has not asked for so long asks for everything again. */
const tombstoneDays = 90

export const frontFeed: Handler = (context) => feedOf(context, lists.everything)
export const memberFeed: Handler = (context) => feedOf(context, lists.ofMember)
export const releasesFeed: Handler = (context) => feedOf(context, lists.ofReleases)
export const topicFeed: Handler = (context) => feedOf(context, lists.ofTopic)
export const placeFeed: Handler = (context) => feedOf(context, lists.ofPlace)
export const languageFeed: Handler = (context) => feedOf(context, lists.ofLanguage)
export const archiveMonthFeed: Handler = (context) => feedOf(context, lists.ofMonth)
export const archiveDayFeed: Handler = (context) => feedOf(context, lists.ofDay)

/** What was put right: an entry for each time, with what was said of it. */
export const correctionsFeed: Handler = async (context) => {
  const { db } = context
  const t = wordsOf(context)
  const before = cursorOf(context)
  const found = await listCorrected(db, { limit: mostEntries + 1, before })
  const stories = await listPublishedWhole(db, { limit: found.length, ids: found.map(({ id }) => id) })
  const corrected = found.flatMap(({ id, versions }) => {
    const story = stories.find((one) => one.id === id)
    const change = versions.findLast(isRepair)
    return story && change ? [{ story, change }] : []
  })
  const list = {
    name: 'corrections',
    title: t('corrections.title'),
    subtitle: t('corrections.lede'),
    page: routes.corrections.href({}),
    tag: 'corrections',
  }
  const entries = corrected.slice(0, mostEntries).map(({ story, change }) => repairEntry(context, story, change))
  const last = corrected[mostEntries - 1]
  return answer(context, list, {
    entries,
    tombstones: [],
    next: corrected.length > mostEntries && last ? { publishedAt: last.change.at, id: last.story.id } : undefined,
    stories: corrected.map(({ story }) => story),
  })
}

/** The newest stories that answer a question. Nobody keeps it here: there are endlessly many. */
export const searchFeed: Handler = async (context, means) => {
  const before = cursorOf(context)
  const search = readSearch(context.query)
  const found = await searched(context, means, { search, before, most: mostEntries + 1 })
  const written = writeSearch({ ...search, order: 'best', bodies: false })
  const stories = await listPublishedWhole(context.db, { limit: found.length, ids: found })
  const shown = stories.slice(0, mostEntries)
  const entries = fitting(
    shown.map((story) => storyEntry(context, story)),
    mostBytes,
  )
  const last = stories[entries.length - 1]
  const list = {
    name: `search/${encodeURIComponent(written)}`,
    title: search.question.text || wordsOf(context)('search.title'),
    page: searchHref(written),
    tag: 'front',
  }
  const next = stories.length > entries.length ? last : undefined
  const made = answer(context, list, { entries, tombstones: [], next, stories: stories.slice(0, entries.length) })
  return { ...made, headers: { ...made.headers, 'cache-control': briefly } }
}

/** The newest first. Too many questions, and what would take too long, are refused for the moment. */
async function searched(
  { db, kept, client, now, language }: Context<Db>,
  { searches, seeking }: Searching,
  asked: { readonly search: Search; readonly before: Cursor | undefined; readonly most: number },
): Promise<readonly StoryId[]> {
  const { question, sought } = asked.search
  if (!sought) return []
  if (searches.take(client) || seeking.isBusy()) throw new Unavailable('There are too many searches at this moment.')
  const languages = await kept.get('search-languages', () => listSearchLanguages(db))
  const found = await findStories(seeking.db, {
    ...{ question, filters: sought, languages, language, now, order: 'newest', from: 0 },
    ...{ limit: asked.most, before: asked.before, facets: false, bodies: true },
  }).catch((error: unknown) => {
    throw tookTooLong(error) ? new Unavailable('This search takes too long.') : error
  })
  return found.ids
}

async function feedOf(context: Context<Db>, find: lists.FindList): Promise<Answer> {
  const { db, now } = context
  const before = cursorOf(context)
  const list = await find({ ...context, t: wordsOf(context) })
  if (!list) throw new NotFound('There is no such list.')
  const stories = await listPublishedWhole(db, { ...list.query, limit: mostEntries + 1, before })
  const since = new Date(now.getTime() - tombstoneDays * 86_400_000)
  const gone = before ? [] : await listTombstones(db, { ...list.query, since, limit: mostTombstones })
  const entries = fitting(
    stories.slice(0, mostEntries).map((story) => storyEntry(context, story)),
    mostBytes,
  )
  const last = stories[entries.length - 1]
  return answer(context, list, {
    entries,
    tombstones: gone.map(({ id, at }) => ({ id: tagUri(context.network, 'story', id), at })),
    next: stories.length > entries.length ? last : undefined,
    stories: stories.slice(0, entries.length),
  })
}

type Content = {
  readonly entries: readonly EntryOut[]
  readonly tombstones: readonly TombstoneOut[]
  /** The entry after which it goes on. */
  readonly next: Parameters<typeof writeCursor>[0] | undefined
  readonly stories: readonly Story[]
}

function answer(context: Context<Db>, list: Omit<lists.List, 'query'>, content: Content): Answer {
  const { network, url, query, path } = context
  const format = formatAt(context.params.feed)
  if (!format) throw new NotFound('There is no feed in such a format.')
  const { entries, tombstones, stories } = content
  const moments = [...entries.map(({ updated }) => updated), ...tombstones.map(({ at }) => at)].map(Number)
  const self = url + withQuery(path, query)
  const next = content.next && url + withQuery(path, { ...query, before: writeCursor(content.next) })
  const feed: FeedOut = {
    id: tagUri(network, list.noun ?? 'feed', list.name),
    title: list.title ? `${list.title} · ${network.name}` : network.name,
    subtitle: list.subtitle ?? network.tagline,
    page: url + list.page,
    self,
    next,
    icon: url + routes.favicon.href({}),
    language: network.languages[0] ?? 'en',
    // An empty feed was last changed when the network was made; the moment asked for would change every time.
    updated: new Date(Math.max(0, ...moments)),
    entries,
    tombstones,
  }
  return document(format.write(feed), format.type, {
    tags: [list.tag, 'network', ...stories.map(({ id }) => `story:${id}`)],
    lastModified: feed.updated,
    // What ninjs and plain programs have no words for.
    headers: { link: [`<${self}>; rel="self"`, ...(next ? [`<${next}>; rel="next"`] : [])].join(', ') },
  })
}

/** Every repair is an entry of its own: a story that is put right twice was put right twice. */
function repairEntry(context: Context<Db>, story: Story, { number, kind, note, at }: Change): EntryOut {
  const whole = storyEntry(context, story)
  const t = wordsOf(context)
  const summary = `${t(`changes.${kind}`)}: ${note || t('changes.silent')}`
  return { ...whole, id: `${whole.id}/version/${number}`, summary, content: '', published: at, updated: at }
}

function wordsOf({ language, network }: Context<Db>): Words {
  return messages(language, network.timeZone, network.words)
}

function cursorOf({ query }: Context<Db>) {
  const before = readCursor(query.before)
  if (query.before !== undefined && !before) throw new NotFound('This page of the feed does not exist.')
  return before
}
