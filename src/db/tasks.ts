/** Tasks into graphile-worker's queue, in the transaction that is the reason for them. */
import { sql } from 'kysely'
import type { Db } from './connection.ts'

/** Adds tasks; they start when the transaction commits, and never if it does not. */
export async function addTasks(db: Db, tasks: readonly { name: string; payload: unknown }[]): Promise<void> {
  if (tasks.length === 0) return
  await sql`
    select graphile_worker.add_job(identifier => t.name, payload => t.payload)
    from unnest(${tasks.map((t) => t.name)}::text[], ${tasks.map((t) => JSON.stringify(t.payload))}::json[]) as t (name, payload)`.execute(
    db,
  )
}

/** What is waiting, by task; `failed` have used up their tries. */
export async function countTasks(db: Db): Promise<{ waiting: number; running: number; failed: number }> {
  const { rows } = await sql<{ waiting: number; running: number; failed: number }>`
    select count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
      count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed
    from graphile_worker.jobs`.execute(db)
  return rows[0] ?? { waiting: 0, running: 0, failed: 0 }
}
