/**
 * What readers may see, read only from the published view: lists by keyset, one story by its address, counts. The
 * view and the gate's stored answer decide what is in them; here nothing is decided.
 */
import { type Selectable, sql } from 'kysely'
import type { MemberId, StoryId } from '../core/id.ts'
import type { Extent, Genre, Licence, PictureUse } from '../core/story/gate.ts'
import type { Change, Cursor, Hop, Picture, Story, StoryLine, VersionKind, Withdrawn } from '../core/story/story.ts'
import type { Db } from './connection.ts'
import type { PublishedStories } from './schema.ts'

export type ListQuery = {
  readonly limit: number
  readonly before?: Cursor | undefined
  readonly member?: MemberId | undefined
  readonly genre?: Genre | undefined
  /** A language with its varieties: `pt` finds pt-BR too. */
  readonly language?: string | undefined
  /** A topic's slug. */
  readonly topic?: string | undefined
  /** A country the story is about, `KE`. */
  readonly country?: string | undefined
  /** A day in the network's time zone, `2013-09-02`. */
  readonly day?: string | undefined
  /** Only stories whose newest version is a correction, clarification or editor's note. */
  readonly corrected?: boolean | undefined
}

const lineColumns = [
  'id',
  'memberId',
  'genre',
  'sponsored',
  'version',
  'publishedAt',
  'updatedAt',
  'day',
  'slug',
  'shows',
  'pictureUse',
  'reason',
  'headline',
  'byline',
  'language',
  'located',
  'keywords',
  'change',
  'standfirst',
  'excerpt',
  'pictures',
  'publisher',
  'publisherUrl',
  'originUrl',
  'originPublishedAt',
  'licence',
  'licenceUrl',
  'usageTerms',
  'memberSlug',
  'memberName',
  'memberLogo',
] as const

/** The newest stories that fit, newest first. */
export async function listPublished(db: Db, query: ListQuery): Promise<StoryLine[]> {
  const rows = await filtered(db, query).select(lineColumns).execute()
  return rows.map(toLine)
}

/** The same with bodies, for feeds. Bodies are empty wherever the gate does not show them. */
export async function listPublishedWhole(db: Db, query: ListQuery): Promise<Story[]> {
  const rows = await filtered(db, query).select(lineColumns).select('body').execute()
  const ids = rows.map((row) => row.id as StoryId)
  const [hops, changes] = await Promise.all([hopsOf(db, ids), changesOf(db, ids)])
  return rows.map((row) => toStory(row, hops, changes))
}

/** Stories that were put right, newest first, with what was said of it. */
export async function listCorrected(
  db: Db,
  query: Pick<ListQuery, 'limit' | 'before'>,
): Promise<(StoryLine & { readonly versions: readonly Change[] })[]> {
  const lines = await listPublished(db, { ...query, corrected: true })
  const changes = await changesOf(
    db,
    lines.map((line) => line.id),
  )
  return lines.map((line) => ({ ...line, versions: changes.get(line.id) ?? [] }))
}

/** One story by its address. */
export async function findPublished(db: Db, day: string, slug: string): Promise<Story | undefined> {
  const row = await db
    .selectFrom('publishedStories')
    .select(lineColumns)
    .select('body')
    .where('day', '=', day)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  const ids = [row.id as StoryId]
  const [hops, changes] = await Promise.all([hopsOf(db, ids), changesOf(db, ids)])
  return toStory(row, hops, changes)
}

/** The line of one story, by its id. */
export async function findLine(db: Db, id: StoryId): Promise<StoryLine | undefined> {
  const row = await db.selectFrom('publishedStories').select(lineColumns).where('id', '=', id).executeTakeFirst()
  return row && toLine(row)
}

/** Where a story is, by its id; also for withdrawn ones, whose address answers 410. */
export async function findAddress(db: Db, id: StoryId): Promise<{ day: string; slug: string } | undefined> {
  const shown = await db.selectFrom('publishedStories').select(['day', 'slug']).where('id', '=', id).executeTakeFirst()
  if (shown) return address(shown)
  const gone = await db.selectFrom('withdrawnStories').select(['day', 'slug']).where('id', '=', id).executeTakeFirst()
  return gone && address(gone)
}

/** What may be said of a story that was withdrawn from this address. */
export async function findWithdrawn(db: Db, day: string, slug: string): Promise<Withdrawn | undefined> {
  const row = await db
    .selectFrom('withdrawnStories')
    .selectAll()
    .where('day', '=', day)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id as StoryId,
    kind: row.kind as Withdrawn['kind'],
    at: present(row.withdrawnAt),
    member: { name: present(row.memberName), slug: present(row.memberSlug) },
  }
}

/** What the header tells: how many stories, members that show any, countries shown by choice, the newest event. */
export async function countNetwork(
  db: Db,
): Promise<{ stories: number; members: number; countries: number; lastEvent: string }> {
  const { rows } = await sql<{ stories: number; members: number; countries: number; lastEvent: string }>`
    select (select count(*)::int from publications where shows <> 'nothing') as stories,
      (select count(*)::int from members) as members,
      (select count(distinct country)::int from members where country_shown) as countries,
      (select coalesce(max(seq), 0)::text from events) as last_event`.execute(db)
  return present(rows[0])
}

/** Stories per year (`2013`), month of a year (`2013-09`) or day of a month (`2013-09-02`), oldest first. */
export async function countByPeriod(db: Db, within?: string): Promise<{ period: string; stories: number }[]> {
  const length = within === undefined ? 4 : within.length === 4 ? 7 : 10
  const { rows } = await sql<{ period: string; stories: number }>`
    select left(day::text, ${length}) as period, count(*)::int as stories from publications
    where shows <> 'nothing' ${within === undefined ? sql`` : sql`and ${inPeriod(within)}`}
    group by 1 order by 1`.execute(db)
  return rows
}

function inPeriod(period: string) {
  const first = period.length === 4 ? `${period}-01-01` : `${period}-01`
  const step = period.length === 4 ? '1 year' : '1 month'
  return sql`day >= ${first}::date and day < ${first}::date + ${step}::interval`
}

function filtered(db: Db, { limit, before, member, genre, language, topic, country, day, corrected }: ListQuery) {
  let select = db.selectFrom('publishedStories').orderBy('publishedAt', 'desc').orderBy('id', 'desc').limit(limit)
  if (before) select = select.where(sql<boolean>`(published_at, id) < (${before.at}, ${before.id})`)
  if (member) select = select.where('memberId', '=', member)
  if (genre) select = select.where('genre', '=', genre)
  if (language) select = select.where(sql<boolean>`(language = ${language} or language like ${`${language}-%`})`)
  if (topic)
    select = select.where(sql<boolean>`id in (select story_id from story_topics where story_topics.topic = ${topic})`)
  if (country)
    select = select.where(
      sql<boolean>`id in (select story_id from story_places where story_places.country = ${country}::char(2))`,
    )
  if (day) select = select.where('day', '=', day)
  if (corrected) select = select.where('change', 'in', ['correction', 'clarification', 'note'])
  return select
}

async function hopsOf(db: Db, ids: readonly StoryId[]): Promise<Map<string, Hop[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('hops').selectAll().where('storyId', 'in', ids).orderBy('position').execute()
  return grouped(rows, ({ name, url, at }) => ({ name, url, at }))
}

async function changesOf(db: Db, ids: readonly StoryId[]): Promise<Map<string, Change[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('versions')
    .select(['storyId', 'number', 'kind', 'note', 'createdAt'])
    .where('storyId', 'in', ids)
    .orderBy('number')
    .execute()
  return grouped(rows, (row) => ({
    number: row.number,
    kind: row.kind as VersionKind,
    note: row.note,
    at: row.createdAt,
  }))
}

function grouped<Row extends { storyId: string }, T>(rows: readonly Row[], shape: (row: Row) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.storyId)
    if (group) group.push(shape(row))
    else groups.set(row.storyId, [shape(row)])
  }
  return groups
}

type LineRow = Pick<Selectable<PublishedStories>, (typeof lineColumns)[number]>

function toLine(row: LineRow): StoryLine {
  return {
    id: row.id as StoryId,
    genre: row.genre as Genre,
    sponsored: present(row.sponsored),
    shows: row.shows as Extent,
    pictureUse: row.pictureUse as PictureUse,
    headline: present(row.headline),
    standfirst: present(row.standfirst),
    excerpt: present(row.excerpt),
    byline: present(row.byline),
    language: present(row.language),
    located: present(row.located),
    keywords: present(row.keywords),
    pictures: row.pictures as unknown as Picture[],
    version: present(row.version),
    origin: {
      publisher: present(row.publisher),
      publisherUrl: row.publisherUrl,
      url: row.originUrl,
      publishedAt: present(row.originPublishedAt),
      licence: row.licence as Licence,
      licenceUrl: row.licenceUrl,
      usageTerms: present(row.usageTerms),
    },
    member: {
      id: row.memberId as MemberId,
      slug: present(row.memberSlug),
      name: present(row.memberName),
      logo: row.memberLogo,
    },
    ...address(row),
    publishedAt: present(row.publishedAt),
    updatedAt: present(row.updatedAt),
    change: row.change as VersionKind,
  }
}

function toStory(
  row: LineRow & { body: string | null },
  hops: Map<string, Hop[]>,
  changes: Map<string, Change[]>,
): Story {
  const line = toLine(row)
  return {
    ...line,
    body: row.body ?? '',
    hops: hops.get(line.id) ?? [],
    versions: changes.get(line.id) ?? [],
    reason: present(row.reason),
  }
}

function address(row: { day: string | null; slug: string | null }): { day: string; slug: string } {
  return { day: present(row.day), slug: present(row.slug) }
}

/** The generated types call every column of a view nullable; in these they are not. */
function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new TypeError('A column of the published view is null.')
  return value
}
