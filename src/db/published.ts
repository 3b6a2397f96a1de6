/**
 * What readers may see, read only from the published view: lists by keyset, one story by its address, counts. The
 * view and the gate's stored answer decide what is in them; here nothing is decided.
 */
import { type Selectable, sql } from 'kysely'
import type { MemberId, StoryId } from '../core/id.ts'
import type { Extent, Genre, Licence, PictureUse } from '../core/story/gate.ts'
import { type KeptPicture, withKept } from '../core/story/pictures.ts'
import type { Change, Picture, Story, StoryLine, VersionKind } from '../core/story/story.ts'
import { type Beside, readBeside } from './beside.ts'
import type { Db } from './connection.ts'
import { idsOf, type ListQuery } from './list-filters.ts'
import type { PublishedStories } from './schema.ts'

/** What a line is made of, as `toLine` takes it. */
export const lineColumns = [
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
  'authorId',
] as const

/** The repair no later update hides, where there was one. */
export const repair = sql<string | null>`(select r.kind from published_repairs r where r.id = published_stories.id)`.as(
  'repair',
)

/** What we keep of its pictures. A list, because keys of objects from the database are changed on their way. */
export const kept = sql<KeptPicture[] | null>`(select jsonb_agg(jsonb_build_object('url', k.url, 'width', k.width,
  'height', k.height, 'colour', k.colour, 'renditions', k.renditions, 'caption', k.caption, 'credit', k.credit))
  from published_pictures k where k.id = published_stories.id)`.as('kept')

/** The newest stories that fit, newest first. */
export async function listPublished(db: Db, query: ListQuery): Promise<StoryLine[]> {
  const rows = await filtered(db, query).select(lineColumns).select(repair).select(kept).execute()
  return rows.map(toLine)
}

/** The same with bodies, for feeds. Bodies are empty wherever the gate does not show them. */
export async function listPublishedWhole(db: Db, query: ListQuery): Promise<Story[]> {
  const rows = await filtered(db, query).select(lineColumns).select(repair).select(kept).select('body').execute()
  return await toStories(db, rows)
}

/** Stories that were put right, the last repair first, with what was said of it. */
export async function listCorrected(
  db: Db,
  { limit, before }: Pick<ListQuery, 'limit' | 'before'>,
): Promise<(StoryLine & { readonly versions: readonly Change[] })[]> {
  let select = db
    .selectFrom('publishedStories')
    .innerJoin('publishedRepairs as r', 'r.id', 'publishedStories.id')
    .select(lineColumns.map((column) => `publishedStories.${column}` as const))
    .select('r.kind as repair')
    .select(kept)
    .orderBy('r.repairedAt', 'desc')
    .orderBy('publishedStories.id', 'desc')
    .limit(limit)
  if (before) select = select.where(sql<boolean>`(r.repaired_at, published_stories.id) < (${before.at}, ${before.id})`)
  const rows = await select.execute()
  const beside = await readBeside(
    db,
    rows.map((row) => row.id as StoryId),
  )
  return rows.map((row) => ({ ...toLine(row), versions: present(beside.get(row.id as StoryId)).versions }))
}

/** One story by its address. */
export async function findPublished(db: Db, day: string, slug: string): Promise<Story | undefined> {
  const rows = await db
    .selectFrom('publishedStories')
    .select(lineColumns)
    .select(repair)
    .select(kept)
    .select('body')
    .where('day', '=', day)
    .where('slug', '=', slug)
    .execute()
  const [story] = await toStories(db, rows)
  return story
}

/** The line of one story, by its id. */
export async function findLine(db: Db, id: StoryId): Promise<StoryLine | undefined> {
  const row = await db
    .selectFrom('publishedStories')
    .select(lineColumns)
    .select(repair)
    .select(kept)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toLine(row)
}

/** Where a story is, by its id; also for withdrawn and expired ones, whose address answers 410. */
export async function findAddress(db: Db, id: StoryId): Promise<{ day: string; slug: string } | undefined> {
  const shown = await db.selectFrom('publishedStories').select(['day', 'slug']).where('id', '=', id).executeTakeFirst()
  if (shown) return address(shown)
  const gone = await db.selectFrom('withdrawnStories').select(['day', 'slug']).where('id', '=', id).executeTakeFirst()
  if (gone) return address(gone)
  const over = await db.selectFrom('expiredStories').select(['day', 'slug']).where('id', '=', id).executeTakeFirst()
  return over && address(over)
}

/** What the header tells: how many members there are, the countries shown by choice, the newest event. */
export async function countNetwork(db: Db): Promise<{ members: number; countries: number; lastEvent: string }> {
  const { rows } = await sql<{ members: number; countries: number; lastEvent: string }>`
    select (select count(*)::int from members where left_at is null) as members,
      (select count(distinct country)::int from members where country_shown and left_at is null) as countries,
      (select coalesce(max(seq), 0)::text from events) as last_event`.execute(db)
  return present(rows[0])
}

/** Stories of each day (`2013-09-02`), of all or of those asked for. */
export async function countByDay(db: Db, days?: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ day: string; stories: number }>`
    select day, count(*)::int as stories from publications
    where shows <> 'nothing' ${days ? sql`and day = any(${days}::date[])` : sql``} group by day`.execute(db)
  return new Map(rows.map(({ day, stories }) => [day, stories]))
}

function filtered(db: Db, query: ListQuery) {
  return db
    .selectFrom('publishedStories')
    .where(sql<boolean>`id = any(array(${idsOf(query)}))`)
    .orderBy('publishedAt', 'desc')
    .orderBy('id', 'desc')
}

export type LineRow = Pick<Selectable<PublishedStories>, (typeof lineColumns)[number]> & {
  readonly repair: string | null
  readonly kept: readonly KeptPicture[] | null
}

export function toLine(row: LineRow): StoryLine {
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
    authorId: row.authorId,
    language: present(row.language),
    located: present(row.located),
    keywords: present(row.keywords),
    pictures: withKept(
      row.pictures as unknown as Picture[],
      row.kept ?? [],
      [row.memberName, row.publisher, row.byline].map(present),
    ),
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
    change: (row.repair ?? row.change) as VersionKind,
  }
}

/** Whole stories of their rows: what stands beside them is read for all at once. */
async function toStories(db: Db, rows: readonly WholeRow[]): Promise<Story[]> {
  const beside = await readBeside(
    db,
    rows.map((row) => row.id as StoryId),
  )
  return rows.map((row) => toStory(row, present(beside.get(row.id as StoryId))))
}

export type WholeRow = LineRow & { readonly body: string | null }

export function toStory(row: WholeRow, { backMatter, hops, versions, canonical, translations }: Beside): Story {
  return {
    ...toLine(row),
    body: row.body ?? '',
    backMatter,
    hops,
    versions,
    reason: present(row.reason),
    canonical,
    translations,
  }
}

function address(row: { day: string | null; slug: string | null }): { day: string; slug: string } {
  return { day: present(row.day), slug: present(row.slug) }
}

/** The generated types call every column of a view nullable; in these they are not. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new TypeError('A column of the published view is null.')
  return value
}
