/** Heartbeats of the running programs, and the release of what a dead one had claimed. */
import { sql } from 'kysely'
import type { Db } from './connection.ts'

export async function beat(db: Db, id: string, now: Date): Promise<void> {
  await sql`
    insert into workers (id, started_at, beat_at) values (${id}, ${now}, ${now})
    on conflict (id) do update set beat_at = excluded.beat_at`.execute(db)
}

/** A worker that stops well says so, and gives back what it had claimed. */
export async function bury(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`select graphile_worker.force_unlock_workers(${[...ids]}::text[])`.execute(db)
  await sql`
    update sources set claimed_until = null, claimed_by = null where claimed_by = any(${[...ids]}::text[])`.execute(db)
  await db.deleteFrom('workers').where('id', 'in', ids).execute()
}

/** Workers whose heart has not beaten since a moment. */
export async function findDead(db: Db, silentSince: Date): Promise<string[]> {
  const rows = await db.selectFrom('workers').select('id').where('beatAt', '<', silentSince).execute()
  return rows.map((row) => row.id)
}
