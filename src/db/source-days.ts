/** What sources did day by day: the ledger added up, so that it is shown at a glance and outlives the ledger's lines. */
import { type QueryCreator, sql } from 'kysely'
import type { SourceId } from '../core/id.ts'
import type { Db } from './connection.ts'
import type { DB } from './schema.ts'

export type SourceDay = {
  /** In the network's time zone. */
  readonly day: string
  readonly visits: number
  readonly failed: number
  readonly itemsNew: number
}

/** To insert: one visit more on its day. */
export function countVisit(
  db: QueryCreator<DB>,
  sourceId: SourceId,
  { at, outcome, itemsNew }: { readonly at: Date; readonly outcome: string; readonly itemsNew: number },
) {
  const day = sql<string>`(${at}::timestamptz at time zone (select time_zone from network))::date`
  return db
    .insertInto('sourceDays')
    .values({ sourceId, day, visits: 1, failed: outcome === 'failed' ? 1 : 0, itemsNew })
    .onConflict((conflict) =>
      conflict.columns(['sourceId', 'day']).doUpdateSet((e) => ({
        visits: e('sourceDays.visits', '+', e.ref('excluded.visits')),
        failed: e('sourceDays.failed', '+', e.ref('excluded.failed')),
        itemsNew: e('sourceDays.itemsNew', '+', e.ref('excluded.itemsNew')),
      })),
    )
}

/** The days of these sources from one on, oldest first; days without a visit are left out. */
export async function listSourceDays(
  db: Db,
  ids: readonly SourceId[],
  since: string,
): Promise<Map<SourceId, readonly SourceDay[]>> {
  const found = new Map<SourceId, SourceDay[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return found
  const { rows } = await sql<SourceDay & { sourceId: SourceId }>`
    select source_id, day, visits, failed, items_new from source_days
    where source_id = any(${[...ids]}::uuid[]) and day >= ${since}::date order by day`.execute(db)
  for (const { sourceId, ...day } of rows) found.get(sourceId)?.push(day)
  return found
}

/** Forgets days before one; returns how many. */
export async function forgetSourceDays(db: Db, before: Date): Promise<number> {
  const result = await sql`delete from source_days where day < ${before}::date`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}
