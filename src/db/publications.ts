/** Publications, holds and withdrawals: the records that say where a story stands. */
import { sql } from 'kysely'
import type { MemberId, StoryId } from '../core/id.ts'
import type { GateAnswer, Genre } from '../core/story/gate.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type Publication = {
  readonly storyId: StoryId
  readonly memberId: MemberId
  readonly publishedAt: Date
  readonly publishedBy: string
  readonly day: string
  readonly slug: string
  readonly updatedAt: Date
  readonly answer: GateAnswer
  /** What it is found by: a `tsvector` of what the answer shows. */
  readonly search: string
  readonly genre: Genre
  readonly language: string
}

/** What is stored with the answer, for search to read. */
export type Searched = Pick<Publication, 'search' | 'genre' | 'language'>

export type DayAndSlug = { readonly day: string; readonly slug: string }

/** Those of the addresses that are taken. Each is looked up by itself, however many stories there are. */
export async function findTaken(tx: Tx, wanted: readonly DayAndSlug[]): Promise<DayAndSlug[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<DayAndSlug>`
    select w.day::text as day, w.slug from ${given(wanted)}
    cross join lateral (select from publications p where p.day = w.day and p.slug = w.slug limit 1) p`.execute(tx)
  return rows
}

/** The addresses of these days whose slugs are these, or these with something behind a hyphen. */
export async function findFamilies(tx: Tx, wanted: readonly DayAndSlug[]): Promise<DayAndSlug[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<DayAndSlug>`
    select p.day, p.slug from ${given(wanted)} join publications p
      on p.day = w.day and (p.slug = w.slug or starts_with(p.slug, w.slug || '-'))`.execute(tx)
  return rows
}

function given(wanted: readonly DayAndSlug[]) {
  return sql`(select distinct * from
    unnest(${wanted.map((w) => w.day)}::date[], ${wanted.map((w) => w.slug)}::text[])) as w (day, slug)`
}

/** The story at an address, whatever its standing: for those who hold it or take it back. */
export async function findStoryAt(db: Db, at: { day: string; slug: string }): Promise<StoryId | undefined> {
  const row = await db
    .selectFrom('publications')
    .select('storyId')
    .where('day', '=', at.day)
    .where('slug', '=', at.slug)
    .executeTakeFirst()
  return row?.storyId as StoryId | undefined
}

/**
 * Stores the gate's answer for an anonymous reader, what the story is then found by, and when readers last saw a
 * difference (null: they saw none).
 */
export async function setAnswer(
  tx: Tx,
  storyId: StoryId,
  answer: GateAnswer,
  searched: Searched,
  updatedAt: Date | null,
): Promise<void> {
  // Its body is not found any more, until it was looked at again (db/search-keeping.ts).
  if (updatedAt || answer.shows !== 'full')
    await tx.deleteFrom('publicationBodies').where('storyId', '=', storyId).execute()
  await tx
    .updateTable('publications')
    .set({ ...answer, ...searched, ...(updatedAt ? { updatedAt } : {}) })
    .where('storyId', '=', storyId)
    .execute()
}

/** Records the first holds of new stories. */
export async function insertHolds(
  tx: Tx,
  holds: readonly { readonly storyId: StoryId; readonly why: string }[],
  at: Date,
  by: string,
): Promise<void> {
  if (holds.length === 0) return
  await tx
    .insertInto('holds')
    .values(holds.map((hold) => ({ id: newId(at), ...hold, heldAt: at, heldBy: by })))
    .execute()
}

/** Records a hold; false when one stands already. */
export async function insertHold(tx: Tx, storyId: StoryId, at: Date, by: string, why: string): Promise<boolean> {
  const result = await tx
    .insertInto('holds')
    .values({ id: newId(at), storyId, heldAt: at, heldBy: by, why })
    .onConflict((conflict) => conflict.column('storyId').where('liftedAt', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Lifts the standing hold; false when there is none. */
export async function liftHold(tx: Tx, storyId: StoryId, at: Date, by: string): Promise<boolean> {
  const result = await tx
    .updateTable('holds')
    .set({ liftedAt: at, liftedBy: by })
    .where('storyId', '=', storyId)
    .where('liftedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Records a withdrawal or kill. A kill may follow a withdrawal; nothing follows a kill. False: nothing changed. */
export async function insertWithdrawal(
  tx: Tx,
  storyId: StoryId,
  kind: 'withdrawal' | 'kill',
  at: Date,
  by: string,
  why: string,
): Promise<boolean> {
  const { rows } = await sql<{ storyId: string }>`
    insert into withdrawals (story_id, kind, withdrawn_at, withdrawn_by, why)
    values (${storyId}, ${kind}, ${at}, ${by}, ${why})
    on conflict (story_id) do update set kind = 'kill', withdrawn_at = excluded.withdrawn_at,
      withdrawn_by = excluded.withdrawn_by, why = excluded.why
      where withdrawals.kind = 'withdrawal' and excluded.kind = 'kill'
    returning story_id`.execute(tx)
  return rows.length === 1
}

/** Whether the network's time zone can be changed no more, because addresses of stories were built from it. */
export async function isTimeZoneFixed(db: Db): Promise<boolean> {
  const first = await db.selectFrom('publications').select('storyId').limit(1).executeTakeFirst()
  return first !== undefined
}
