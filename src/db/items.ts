/** Items: entries as sources gave them, kept as they came, and the addresses a member's stories are known by. */
import { sql } from 'kysely'
import type { ItemId, MemberId, SourceId, StoryId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'
import { insertRows } from './insert-rows.ts'
import { newId } from './new-id.ts'
import { erasedDigest } from './stories.ts'

type From = { readonly id: SourceId; readonly memberId: MemberId }

/**
 * A story that is known already. `leads`: this source writes its versions, because it brought it or nobody else can;
 * `erased`: nothing it says may be kept again.
 */
export type KnownStory = { readonly storyId: StoryId; readonly leads: boolean; readonly erased: boolean }

/** Who may write a story's next version: the source that brought it, or any of its member's once that one is silent. */
const known = (source: From) => sql`
  (s.source_id = ${source.id} or exists (select from source_pauses p where p.source_id = s.source_id and p.resumed_at is null)) as leads,
  v.digest = ${erasedDigest} as erased`

export type KnownItem = {
  readonly key: Buffer
  readonly hash: Buffer
  readonly url: string | null
  /** Null where it became no story, and then it has no headline. */
  readonly story: KnownStory | null
  readonly headline: string | null
}

/** The items a source gave before under these keys. */
export async function findItems(db: Db, source: From, keys: readonly Buffer[]): Promise<KnownItem[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<Omit<KnownItem, 'story'> & Omit<KnownStory, 'storyId'> & { storyId: StoryId | null }>`
    select i.key, i.hash, i.url, i.story_id, v.headline, ${known(source)}
    from items i left join stories s on s.id = i.story_id
      left join versions v on v.story_id = s.id and v.number = s.version
    where i.source_id = ${source.id} and i.key = any(${keys}::bytea[])`.execute(db)
  return rows.map(({ storyId, leads, erased, ...item }) => ({ ...item, story: storyId && { storyId, leads, erased } }))
}

/** The stories a member's sources brought under these addresses. */
export async function findStoriesByUrl(
  db: Db,
  source: From,
  urls: readonly string[],
): Promise<Map<string, KnownStory>> {
  if (urls.length === 0) return new Map()
  const { rows } = await sql<KnownStory & { url: string }>`
    select u.url, u.story_id, ${known(source)} from story_urls u join stories s on s.id = u.story_id
      join versions v on v.story_id = s.id and v.number = s.version
    where u.member_id = ${source.memberId} and u.url = any(${urls}::text[])`.execute(db)
  return new Map(rows.map(({ url, ...story }) => [url, story]))
}

/**
 * The stories of a member whose items said the same words, or stood under the same path on another host: for when
 * nothing in a feed is known by its key or address any more.
 */
export async function findMoved(
  db: Db,
  source: From,
  moved: { words: readonly Buffer[]; paths: readonly string[] },
): Promise<{ words: Buffer | null; path: string; headline: string; story: KnownStory }[]> {
  const { rows } = await sql<KnownStory & { words: Buffer | null; path: string; headline: string }>`
    select i.words, coalesce(i.path, '') as path, v.headline, i.story_id, ${known(source)}
    from (select words, story_id, substring(url from '/.*$') as path from items
      where source_id in (select id from sources where member_id = ${source.memberId}) and story_id is not null) i
    join stories s on s.id = i.story_id join versions v on v.story_id = s.id and v.number = s.version
    where i.words = any(${moved.words}::bytea[]) or i.path = any(${moved.paths}::text[])`.execute(db)
  return rows.map(({ words, path, headline, ...story }) => ({ words, path, headline, story }))
}

/**
 * Lets only one transaction at a time decide which items of a member are new: two feeds of one site that bring the
 * same item at the same moment must make one story.
 */
export async function lockMemberItems(tx: Tx, memberId: MemberId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('items of ' || ${memberId}::text, 0))`.execute(tx)
}

/** The same lock, taken by whoever erases a story: no visit that is under way keeps again what it said. */
export async function lockItemsOf(tx: Tx, storyId: StoryId): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('items of ' || member_id::text, 0)) from stories
    where id = ${storyId}`.execute(tx)
}

export type KeptItem = {
  readonly sourceId: SourceId
  readonly memberId: MemberId
  /** What makes it the same again, 16 bytes. */
  readonly key: Buffer
  /** Its id as it was given, or its address. */
  readonly guid: string | null
  readonly url: string | null
  /** What came, and what it says, in 16 bytes each. */
  readonly hash: Buffer
  readonly words: Buffer | null
  /** Null where what it says was erased, as `words` then are. */
  readonly raw: Buffer | null
  readonly storyId: StoryId | null
  readonly refused: string | null
  readonly erasedAt: Date | null
}

/** Keeps items as they came: new ones, or the newer form of known ones. What is read again as it was has not changed. */
export async function keepItems(tx: Tx, items: readonly KeptItem[], at: Date): Promise<void> {
  await insertRows(
    tx,
    'items',
    items.map((item) => ({ id: newId<ItemId>(at), ...item, firstSeenAt: at, changedAt: at })),
    `on conflict (source_id, key) do update set guid = excluded.guid, url = excluded.url, hash = excluded.hash,
      words = excluded.words, raw = excluded.raw, story_id = excluded.story_id, refused = excluded.refused,
      changed_at = case when items.hash = excluded.hash then items.changed_at else excluded.changed_at end,
      erased_at = coalesce(items.erased_at, excluded.erased_at)`,
  )
}

/** Keeps the addresses a member's stories are known by; one that leads to a story already keeps leading there. */
export async function keepStoryUrls(
  tx: Tx,
  memberId: MemberId,
  urls: readonly { readonly url: string; readonly storyId: StoryId }[],
): Promise<void> {
  await insertRows(
    tx,
    'storyUrls',
    urls.map(({ url, storyId }) => ({ memberId, url, storyId })),
    'on conflict do nothing',
  )
}

/**
 * What a source's feed listed last, a key and a hash of 16 bytes each for every item, in order. `doubted`: not all of
 * its stories may still be there; `first`: no source of its member has brought anything yet.
 */
export type Listing = { readonly listing: Buffer | null; readonly doubted: boolean; readonly first: boolean }

export async function findListing(db: Db, source: From): Promise<Listing> {
  const { rows } = await sql<Listing>`
    select listing, exists (select from doubts d where d.source_id = s.id and d.settled_at is null) as doubted,
      not exists (select from sources o join items i on i.source_id = o.id where o.member_id = s.member_id) as first
    from sources s where s.id = ${source.id}`.execute(db)
  return rows[0] ?? { listing: null, doubted: false, first: true }
}

/** An item whose text is still kept, as it came. */
export type RawItem = { readonly id: ItemId; readonly changedAt: Date; readonly raw: Buffer }

/**
 * The items of a source that can be read again, oldest first, after the one named: those whose text is kept, but for
 * stories that people have worked on since.
 */
export async function listRawItems(
  db: Db,
  sourceId: SourceId,
  page: { after: RawItem | undefined; most: number },
): Promise<RawItem[]> {
  const { after, most } = page
  const { rows } = await sql<RawItem>`
    select i.id, i.changed_at, i.raw from items i
    where i.source_id = ${sourceId} and i.raw is not null and i.erased_at is null
      and not exists (
        select from versions v where v.story_id = i.story_id and v.kind not in ('first', 'update'))
      and ${after ? sql`(i.changed_at, i.id) > (${after.changedAt}, ${after.id})` : sql`true`}
    order by i.changed_at, i.id limit ${most}`.execute(db)
  return rows
}

/** How many items a source gave, and of how many the text is not kept any more. */
export async function countItems(db: Db, sourceId: SourceId): Promise<{ all: number; forgotten: number }> {
  const { rows } = await sql<{ all: number; forgotten: number }>`
    select count(*)::int as all, (count(*) filter (where raw is null))::int as forgotten
    from items where source_id = ${sourceId}`.execute(db)
  return rows[0] ?? { all: 0, forgotten: 0 }
}

/** When a source gave something new, newest first: the moments, not the items. */
export async function listNewsMoments(db: Db, sourceId: SourceId, most: number): Promise<Date[]> {
  const { rows } = await sql<{ firstSeenAt: Date }>`
    select distinct first_seen_at from items where source_id = ${sourceId} order by 1 desc limit ${most}`.execute(db)
  return rows.map((row) => row.firstSeenAt)
}

/** Forgets what items said, as they came, from before a moment; that they came stays known. Returns how many. */
export async function forgetItems(db: Db, before: Date): Promise<number> {
  const result = await db
    .updateTable('items')
    .set({ raw: null })
    .where('changedAt', '<', before)
    .where('raw', 'is not', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Erases what the items of a story said, at once; returns how many. */
export async function eraseItems(tx: Tx, storyId: StoryId, at: Date): Promise<number> {
  const result = await tx
    .updateTable('items')
    .set({ raw: null, words: null, erasedAt: at })
    .where('storyId', '=', storyId)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
