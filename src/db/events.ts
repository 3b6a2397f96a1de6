/**
 * The wire's log. One advisory lock is taken as the last step of every publishing transaction, before its events get
 * their numbers: numbers therefore become visible in their order, and a reader with a cursor misses nothing.
 */
import { sql } from 'kysely'
import type { EventId, Seq } from '../core/id.ts'
import type { WireEvent } from '../core/wire.ts'
import type { Db, Tx } from './connection.ts'
import { insertRows } from './insert-rows.ts'
import { newId } from './new-id.ts'

const logLock = 0x77697265 // "wire"

/** From here to the commit this transaction is alone in writing the log. Take it last: everybody else waits. */
export async function lockLog(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${logLock})`.execute(tx)
}

export type NewEvent = Omit<WireEvent, 'seq' | 'id' | 'at'>

/** Appends events in the order given. Only under `lockLog`. */
export async function appendEvents(tx: Tx, events: readonly NewEvent[], at: Date): Promise<EventId[]> {
  if (events.length === 0) return []
  const rows = events.map((event) => ({ id: newId<EventId>(at), ...event, at }))
  await insertRows(tx, 'events', rows)
  return rows.map((row) => row.id)
}

/** What happened after a position, in order. '0' is the beginning. */
export async function readEvents(db: Db, after: Seq | '0', limit: number): Promise<WireEvent[]> {
  const rows = await db.selectFrom('events').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute()
  return rows as unknown as WireEvent[]
}
