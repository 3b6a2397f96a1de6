/**
 * The wire's log. One advisory lock is taken as the last step of every publishing transaction, before its events get
 * their numbers: numbers therefore become visible in their order, and a reader with a cursor misses nothing.
 */
import { CompiledQuery, sql } from 'kysely'
import type { EventId, Seq } from '../core/id.ts'
import type { WireEvent } from '../core/wire.ts'
import type { Db, Tx } from './connection.ts'
import { insertion } from './insert-rows.ts'
import { newId } from './new-id.ts'
import { editionsChannel, payloadsOf } from './notify.ts'
import type { Publication } from './publications.ts'

const logLock = 0x77697265 // "wire"

/** From here to the commit this transaction is alone in writing the log. Take it last: everybody else waits. */
export async function lockLog(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${logLock})`.execute(tx)
}

export type NewEvent = Omit<WireEvent, 'seq' | 'id' | 'at'>

/**
 * Writes what must be written under the lock, and nobody else's must come between: stories become public, under slugs
 * that are free, the log gets its events in the order given, and when the transaction commits every process drops the
 * editions that carry one of the tags. One statement: others wait for each. Answers the ids of the events.
 */
export async function writeLog(
  tx: Tx,
  log: {
    readonly publications: readonly Publication[]
    readonly events: readonly NewEvent[]
    readonly tags: readonly string[]
  },
  at: Date,
): Promise<EventId[]> {
  const events = log.events.map((event) => ({ id: newId<EventId>(at), ...event, at }))
  const parts: string[] = []
  const values: unknown[] = [editionsChannel, payloadsOf(log.tags)]
  const add = ({ text, values: more }: ReturnType<typeof insertion>) => {
    parts.push(`part${parts.length} as (${text})`)
    values.push(...more)
  }
  if (log.publications.length > 0) {
    const rows = log.publications.map(({ answer, ...rest }) => ({ ...rest, ...answer }))
    add(insertion('publications', rows, values.length))
  }
  if (events.length > 0) add(insertion('events', events, values.length))
  const written = parts.length > 0 ? `with ${parts.join()} ` : ''
  const notified = 'select pg_notify($1, payload) from unnest($2::text[]) payload'
  await tx.executeQuery(CompiledQuery.raw(written + notified, values))
  return events.map((event) => event.id)
}

/** The number of the newest event; 0 where there is none. */
export async function readNewest(db: Db): Promise<Seq> {
  const { rows } = await sql<{ seq: Seq }>`select coalesce(max(seq), 0)::text as seq from events`.execute(db)
  return rows[0]?.seq ?? ('0' as Seq)
}

/** What happened after a position, in order. '0' is the beginning. */
export async function readEvents(db: Db, after: Seq | '0', limit: number): Promise<WireEvent[]> {
  const rows = await db.selectFrom('events').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute()
  return rows as unknown as WireEvent[]
}
