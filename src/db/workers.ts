/**
 * Heartbeats of the running programs, and the release of what a dead one had claimed. All by the database's own clock:
 * machines whose clocks differ must not take each other for dead.
 */
import { sql } from 'kysely'
import type { Db } from './connection.ts'

export async function beat(db: Db, ids: Iterable<string>): Promise<void> {
  await sql`
    insert into workers (id, started_at, beat_at) select id, now(), now() from unnest(${[...ids]}::text[]) id
    on conflict (id) do update set beat_at = excluded.beat_at`.execute(db)
}

/** A worker that stops well says so, and gives back what it had claimed. */
export async function bury(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`select graphile_worker.force_unlock_workers(${[...ids]}::text[])`.execute(db)
  await sql`
    update sources set claimed_until = null, claimed_by = null where claimed_by = any(${[...ids]}::text[])`.execute(db)
  await sql`
    update hosts set free_at = to_timestamp(0), claimed_by = null where claimed_by = any(${[...ids]}::text[])`.execute(
    db,
  )
  await db.deleteFrom('workers').where('id', 'in', ids).execute()
}

/** Workers whose heart has not beaten for so long; also those that had a job that long and no heart yet. */
export async function findDead(db: Db, silentSeconds: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with since as (select now() - make_interval(secs => ${silentSeconds}) as moment)
    select w.id from workers w, since where w.beat_at < since.moment
    union
    select j.locked_by from graphile_worker.jobs j, since
    where j.locked_at < since.moment and not exists (select from workers w where w.id = j.locked_by)`.execute(db)
  return rows.map((row) => row.id)
}
