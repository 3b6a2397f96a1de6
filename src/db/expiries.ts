/** When stories are no news any more, and the record that it came to pass. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'

/** Sets when new stories expire. */
export async function insertExpiries(tx: Tx, expiries: readonly { id: StoryId; dueAt: Date }[]): Promise<void> {
  if (expiries.length === 0) return
  await tx
    .insertInto('expiries')
    .values(expiries.map(({ id, dueAt }) => ({ storyId: id, dueAt })))
    .execute()
}

/** Sets anew when a story expires, or that it does not. One that had expired and now does later is back. */
export async function replaceExpiry(tx: Tx, id: StoryId, dueAt: Date | null, now: Date): Promise<void> {
  if (!dueAt) {
    await tx.deleteFrom('expiries').where('storyId', '=', id).execute()
    return
  }
  await sql`
    insert into expiries (story_id, due_at) values (${id}, ${dueAt})
    on conflict (story_id) do update set due_at = excluded.due_at,
      expired_at = case when excluded.due_at > ${now} then null else expiries.expired_at end`.execute(tx)
}

/** The stories whose time is up and that nobody has seen to yet, the longest due first. */
export async function findDueExpiries(db: Db, now: Date, most: number): Promise<StoryId[]> {
  const rows = await db
    .selectFrom('expiries')
    .select('storyId')
    .where('expiredAt', 'is', null)
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .limit(most)
    .execute()
  return rows.map((row) => row.storyId as StoryId)
}

/** Records that stories have expired; answers those that had not before and are still due. */
export async function markExpired(tx: Tx, ids: readonly StoryId[], at: Date): Promise<StoryId[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ storyId: StoryId }>`
    update expiries set expired_at = ${at}
    where story_id = any(${[...ids]}::uuid[]) and expired_at is null and due_at <= ${at}
    returning story_id`.execute(tx)
  return rows.map((row) => row.storyId)
}
