/** The ledger: visits to sources, what came of each, and what each taught. */
import { sql } from 'kysely'
import type { Schedule } from '../core/formats/schedule.ts'
import type { SourceId } from '../core/id.ts'
import type { Uniqueness } from '../core/story/identity.ts'
import { hostOfClaim } from './claims.ts'
import type { Db } from './connection.ts'
import { newId } from './new-id.ts'
import { countVisit } from './source-days.ts'

export type Visit = {
  readonly at: Date
  readonly outcome: 'fetched' | 'unchanged' | 'failed'
  readonly status: number | null
  readonly bytes: number
  readonly ms: number
  readonly itemsSeen: number
  readonly itemsNew: number
  readonly itemsChanged: number
  readonly reason: string
}

/** What a feed asks of its visitors; kept, because an answer that nothing is new does not say it again. */
export type Asks = { readonly ttlSeconds?: number | undefined; readonly schedule?: Schedule | undefined }

/** What a visit teaches the source about the next one. What is undefined stays as it was. */
export type Lesson = {
  readonly nextVisitAt: Date
  readonly intervalSeconds: number
  readonly failures: number
  readonly url?: string | undefined
  readonly answeredBy?: string | null | undefined
  readonly title?: string | undefined
  readonly siteUrl?: string | undefined
  readonly language?: string | undefined
  readonly etag?: string | null | undefined
  readonly lastModified?: string | null | undefined
  readonly validatorsFrom?: string | null | undefined
  readonly bodyHash?: string | null | undefined
  readonly format?: string | undefined
  readonly asks?: Asks | undefined
  readonly habitSeconds?: number | undefined
  readonly lastNewsAt?: Date | undefined
  readonly listing?: Buffer | undefined
  readonly uniqueness?: Uniqueness | undefined
  readonly uniquenessWhy?: string | undefined
  readonly movedTo?: string | null | undefined
  readonly movedSeenAt?: Date | null | undefined
  readonly movedSightings?: number | undefined
}

/** Ends a visit in one statement: the ledger's line, what was learnt, and the claims given back, the host's from `hostFreeAt` on. */
export async function recordVisit(db: Db, id: SourceId, visit: Visit, lesson: Lesson, hostFreeAt: Date): Promise<void> {
  const { asks, ...rest } = lesson
  const learnt = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  // Each of its parts sees the claims as they were before.
  await db
    .with('line', (db) => db.insertInto('visits').values({ id: newId(visit.at), sourceId: id, ...visit }))
    .with('counted', (db) => countVisit(db, id, visit))
    .with('freed', (db) => hostOfClaim(db, id).set({ freeAt: hostFreeAt, claimedBy: null }))
    .updateTable('sources')
    .set({
      ...learnt,
      ...(asks === undefined ? {} : { asks: JSON.stringify(asks) }),
      claimedUntil: null,
      claimedBy: null,
      lastVisitAt: visit.at,
      lastProblem: visit.outcome === 'failed' ? visit.reason : null,
      ...(visit.outcome === 'failed' ? {} : { lastSuccessAt: visit.at }),
    })
    .where('id', '=', id)
    .execute()
}

/** A source's last visits, newest first; those before a moment where it is given. */
export async function listVisits(db: Db, id: SourceId, most: number, before?: Date): Promise<Visit[]> {
  const { rows } = await sql<Visit>`
    select at, outcome, status, bytes, ms, items_seen, items_new, items_changed, reason from visits
    where source_id = ${id} and at < ${before ?? 'infinity'}::timestamptz
    order by at desc, id desc limit ${most}`.execute(db)
  return rows
}

/** A source's last visits in numbers. */
export type LedgerSummary = {
  readonly sourceId: SourceId
  readonly visits: number
  readonly failed: number
  /** Answered with 304: nothing was sent. */
  readonly notModified: number
  readonly bytes: number
  /** On average. */
  readonly ms: number
  readonly itemsNew: number
}

/** A source's last `most` visits in numbers; undefined when there are none. */
export async function summariseLedger(db: Db, id: SourceId, most: number): Promise<LedgerSummary | undefined> {
  const { rows } = await sql<LedgerSummary>`${summaries(most)} where s.id = ${id} group by s.id`.execute(db)
  return rows[0]
}

/** Summaries of every source's last `most` visits; sources without any have none. */
export async function summariseVisits(db: Db, most: number): Promise<Map<SourceId, LedgerSummary>> {
  const { rows } = await sql<LedgerSummary>`${summaries(most)} group by s.id`.execute(db)
  return new Map(rows.map((row) => [row.sourceId, row]))
}

function summaries(most: number) {
  return sql`
    select s.id as source_id, count(*)::int as visits, (count(*) filter (where v.outcome = 'failed'))::int as failed,
      (count(*) filter (where v.outcome = 'unchanged' and v.status = 304))::int as not_modified,
      sum(v.bytes)::float8 as bytes, round(avg(v.ms))::int as ms, sum(v.items_new)::int as items_new
    from sources s cross join lateral (
      select outcome, status, bytes, ms, items_new from visits where source_id = s.id order by at desc limit ${most}) v`
}

/** Forgets the ledger's lines from before a moment; returns how many. */
export async function forgetVisits(db: Db, before: Date): Promise<number> {
  const result = await db.deleteFrom('visits').where('at', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}
