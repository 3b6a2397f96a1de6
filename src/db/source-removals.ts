/** Sources that are removed: undone until they are due, carried out after that. */
import { sql } from 'kysely'
import type { Id, SourceId, StoryId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type Removal = {
  readonly sourceId: SourceId
  readonly removedAt: Date
  readonly removedBy: string
  /** Whether its stories are withdrawn with it. */
  readonly takesDown: boolean
  readonly dueAt: Date
  readonly doneAt: Date | null
}

/** False when it is removed already. */
export async function insertRemoval(tx: Tx, removal: Omit<Removal, 'doneAt'>): Promise<boolean> {
  const result = await tx
    .insertInto('sourceRemovals')
    .values({ id: newId<Id<'removal'>>(removal.removedAt), ...removal })
    .onConflict((conflict) => conflict.column('sourceId').where('undoneAt', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function findRemoval(db: Db, sourceId: SourceId): Promise<Removal | undefined> {
  const { rows } = await sql<Removal>`
    select source_id, removed_at, removed_by, takes_down, due_at, done_at from source_removals
    where source_id = ${sourceId} and undone_at is null`.execute(db)
  return rows[0]
}

/** Takes a removal back; undefined when there is none, or when stories have been withdrawn by it. */
export async function undoRemoval(tx: Tx, sourceId: SourceId, at: Date, by: string): Promise<Removal | undefined> {
  const { rows } = await sql<Removal>`
    update source_removals set undone_at = ${at}, undone_by = ${by}
    where source_id = ${sourceId} and undone_at is null and not (takes_down and due_at <= ${at})
    returning source_id, removed_at, removed_by, takes_down, due_at, done_at`.execute(tx)
  return rows[0]
}

/** Removals whose time has come, the longest due first. */
export async function listDueRemovals(db: Db, now: Date, most: number): Promise<Removal[]> {
  const { rows } = await sql<Removal>`
    select source_id, removed_at, removed_by, takes_down, due_at, done_at from source_removals
    where due_at <= ${now} and undone_at is null and done_at is null order by due_at, id limit ${most}`.execute(db)
  return rows
}

/** Holds a removal still; undefined when it has been undone or carried out meanwhile. */
export async function lockRemoval(tx: Tx, sourceId: SourceId): Promise<Removal | undefined> {
  const { rows } = await sql<Removal>`
    select source_id, removed_at, removed_by, takes_down, due_at, done_at from source_removals
    where source_id = ${sourceId} and undone_at is null and done_at is null for update`.execute(tx)
  return rows[0]
}

export async function finishRemoval(tx: Tx, sourceId: SourceId, at: Date): Promise<void> {
  await tx
    .updateTable('sourceRemovals')
    .set({ doneAt: at })
    .where('sourceId', '=', sourceId)
    .where('undoneAt', 'is', null)
    .execute()
}

/** Stories of a source that nobody has taken back. */
export async function listStandingStories(db: Db, sourceId: SourceId, most: number): Promise<StoryId[]> {
  const { rows } = await sql<{ id: StoryId }>`
    select s.id from stories s where s.source_id = ${sourceId}
      and not exists (select from withdrawals w where w.story_id = s.id) order by s.id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}
