/** Items: entries as sources gave them, kept as they came. */
import { sql } from 'kysely'
import type { ItemId, MemberId, SourceId, StoryId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type KnownItem = {
  readonly id: ItemId
  readonly sourceId: SourceId
  readonly guid: string
  readonly url: string | null
  readonly hash: Buffer
  readonly storyId: StoryId | null
  readonly erased: boolean
}

/** The items a source gave before under these names, and what its member's sources gave under these addresses. */
export async function findKnownItems(
  db: Db,
  source: { id: SourceId; memberId: MemberId },
  guids: readonly string[],
  urls: readonly string[],
): Promise<KnownItem[]> {
  const { rows } = await sql<KnownItem>`
    select id, source_id, guid, url, hash, story_id, erased_at is not null as erased from items where source_id = ${source.id} and guid = any(${guids}::text[])
    union
    select id, source_id, guid, url, hash, story_id, erased_at is not null as erased from items where member_id = ${source.memberId} and url = any(${urls}::text[])`.execute(
    db,
  )
  return rows
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
  readonly guid: string
  readonly url: string | null
  readonly hash: Buffer
  /** Null where what it says was erased. */
  readonly raw: Buffer | null
  readonly storyId: StoryId | null
  readonly refused: string | null
  readonly erasedAt: Date | null
}

/** Keeps items as they came: new ones, or the newer form of known ones. */
export async function keepItems(tx: Tx, items: readonly KeptItem[], at: Date): Promise<void> {
  if (items.length === 0) return
  await tx
    .insertInto('items')
    .values(items.map((item) => ({ id: newId<ItemId>(at), ...item, firstSeenAt: at, changedAt: at })))
    .onConflict((conflict) =>
      conflict.columns(['sourceId', 'guid']).doUpdateSet((e) => ({
        url: e.ref('excluded.url'),
        hash: e.ref('excluded.hash'),
        raw: e.ref('excluded.raw'),
        storyId: e.ref('excluded.storyId'),
        refused: e.ref('excluded.refused'),
        // An item that is read again as it was has not changed.
        changedAt: sql<Date>`case when items.hash = excluded.hash then items.changed_at else excluded.changed_at end`,
        erasedAt: e.fn.coalesce('items.erasedAt', 'excluded.erasedAt'),
      })),
    )
    .execute()
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
    .set({ raw: null, erasedAt: at })
    .where('storyId', '=', storyId)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
