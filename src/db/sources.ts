/** Sources: what we read from on behalf of members; their grants, pauses, leases and ledger of visits. */
import { sql } from 'kysely'
import type { MemberId, SourceId } from '../core/id.ts'
import type { Genre, Grant, Licence } from '../core/story/gate.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type Source = {
  readonly id: SourceId
  readonly memberId: MemberId
  readonly memberSlug: string
  readonly memberName: string
  readonly memberSiteUrl: string | null
  readonly url: string
  readonly siteUrl: string | null
  readonly title: string
  readonly genre: Genre
  readonly licence: Licence
  readonly language: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly bodyHash: string | null
  readonly intervalSeconds: number
  readonly failures: number
  readonly nextVisitAt: Date
  readonly lastVisitAt: Date | null
  readonly lastSuccessAt: Date | null
  readonly lastProblem: string | null
  readonly grant: Grant
  /** Why nobody goes there now; null when it is read. */
  readonly paused: string | null
}

export type NewSource = {
  readonly memberId: MemberId
  readonly url: string
  readonly siteUrl: string | null
  readonly title: string
  readonly language: string | null
  readonly grant: Grant
  readonly intervalSeconds: number
}

/** Undefined when a source with this address exists already. It is due at once. */
export async function insertSource(tx: Tx, source: NewSource, at: Date, by: string): Promise<SourceId | undefined> {
  const id = newId<SourceId>(at)
  const { grant, ...rest } = source
  const inserted = await tx
    .insertInto('sources')
    .values({ id, kind: 'feed', ...rest, createdAt: at, createdBy: by, nextVisitAt: at })
    .onConflict((conflict) => conflict.column('url').doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows !== 1n) return undefined
  await insertGrant(tx, id, grant, at, by)
  return id
}

/** Records a new grant; the ones before it stay as history. */
export async function insertGrant(tx: Tx, sourceId: SourceId, grant: Grant, at: Date, by: string): Promise<void> {
  await tx
    .insertInto('grants')
    .values({ id: newId(at), sourceId, shows: grant.shows, pictures: grant.pictures, grantedAt: at, grantedBy: by })
    .execute()
}

/** The newest grants of sources; nobody gives another before the transaction ends. */
export async function holdGrants(tx: Tx, ids: readonly SourceId[]): Promise<Map<SourceId, Grant>> {
  if (ids.length === 0) return new Map()
  await sql`select from sources where id = any(${[...ids]}::uuid[]) order by id for key share`.execute(tx)
  const { rows } = await sql<Grant & { sourceId: SourceId }>`
    select distinct on (source_id) source_id, shows, pictures from grants where source_id = any(${[...ids]}::uuid[])
    order by source_id, granted_at desc, id desc`.execute(tx)
  return new Map(rows.map(({ sourceId, shows, pictures }) => [sourceId, { shows, pictures }]))
}

/** For who gives a new grant: waits for those who publish by the one before. */
export async function lockSource(tx: Tx, id: SourceId): Promise<void> {
  await sql`select from sources where id = ${id} for update`.execute(tx)
}

export async function listSources(db: Db): Promise<Source[]> {
  const { rows } = await sql<Source>`${sources()} order by m.name, s.url`.execute(db)
  return rows
}

export async function findSource(db: Db, id: SourceId): Promise<Source | undefined> {
  const { rows } = await sql<Source>`${sources()} where s.id = ${id}`.execute(db)
  return rows[0]
}

/**
 * Takes up to `most` due sources for a worker, at most one to a host, until `until`: a lease, committed before anybody
 * goes out, that runs out by itself if the worker dies.
 */
export async function claimDueSources(
  db: Db,
  claim: { now: Date; until: Date; by: string; most: number },
): Promise<Source[]> {
  const { rows: claimed } = await sql<{ id: SourceId }>`
    with due as (
      select s.id from sources s
      where s.next_visit_at <= ${claim.now} and (s.claimed_until is null or s.claimed_until <= ${claim.now})
        and not exists (select from source_pauses p where p.source_id = s.id and p.resumed_at is null)
      order by s.next_visit_at limit ${claim.most} for update of s skip locked)
    update sources s set claimed_until = ${claim.until}, claimed_by = ${claim.by} from due where s.id = due.id
    returning s.id`.execute(db)
  if (claimed.length === 0) return []
  const ids = claimed.map((row) => row.id)
  const { rows } = await sql<Source>`${sources()} where s.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** Takes one source whatever its time, unless somebody else is on the way to it. */
export async function claimSource(
  db: Db,
  id: SourceId,
  claim: { now: Date; until: Date; by: string },
): Promise<Source | undefined> {
  const result = await db
    .updateTable('sources')
    .set({ claimedUntil: claim.until, claimedBy: claim.by })
    .where('id', '=', id)
    .where((e) => e.or([e('claimedUntil', 'is', null), e('claimedUntil', '<=', claim.now)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n ? findSource(db, id) : undefined
}

/** Gives a claim back before its time, when the visit could not be made. */
export async function releaseClaim(db: Db, id: SourceId, by: string): Promise<void> {
  await db
    .updateTable('sources')
    .set({ claimedUntil: null, claimedBy: null })
    .where('id', '=', id)
    .where('claimedBy', '=', by)
    .execute()
}

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

/** What a visit teaches the source about the next one. */
export type Lesson = {
  readonly nextVisitAt: Date
  readonly intervalSeconds: number
  readonly failures: number
  readonly url?: string | undefined
  readonly title?: string | undefined
  readonly siteUrl?: string | undefined
  readonly language?: string | undefined
  readonly etag?: string | null | undefined
  readonly lastModified?: string | null | undefined
  readonly bodyHash?: string | null | undefined
}

/** Ends a visit: the ledger's line, what was learnt, and the claim given back. */
export async function recordVisit(tx: Tx, id: SourceId, visit: Visit, lesson: Lesson): Promise<void> {
  await tx
    .insertInto('visits')
    .values({ id: newId(visit.at), sourceId: id, ...visit })
    .execute()
  const learnt = Object.fromEntries(Object.entries(lesson).filter(([, value]) => value !== undefined))
  await tx
    .updateTable('sources')
    .set({
      ...learnt,
      claimedUntil: null,
      claimedBy: null,
      lastVisitAt: visit.at,
      lastProblem: visit.outcome === 'failed' ? visit.reason : null,
      ...(visit.outcome === 'failed' ? {} : { lastSuccessAt: visit.at }),
    })
    .where('id', '=', id)
    .execute()
}

/** Pauses a source; false when it was paused already. */
export async function pauseSource(
  tx: Tx,
  id: SourceId,
  pause: { at: Date; by: string; why: string },
): Promise<boolean> {
  const result = await tx
    .insertInto('sourcePauses')
    .values({ id: newId(pause.at), sourceId: id, pausedAt: pause.at, pausedBy: pause.by, why: pause.why })
    .onConflict((conflict) => conflict.column('sourceId').where('resumedAt', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Resumes a paused source, due at once; false when it was not paused. */
export async function resumeSource(tx: Tx, id: SourceId, at: Date, by: string): Promise<boolean> {
  const result = await tx
    .updateTable('sourcePauses')
    .set({ resumedAt: at, resumedBy: by })
    .where('sourceId', '=', id)
    .where('resumedAt', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await tx.updateTable('sources').set({ nextVisitAt: at, failures: 0 }).where('id', '=', id).execute()
  return true
}

/** Forgets the ledger's lines from before a moment; returns how many. */
export async function forgetVisits(db: Db, before: Date): Promise<number> {
  const result = await db.deleteFrom('visits').where('at', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}

function sources() {
  return sql`
    select s.id, s.member_id, m.slug as member_slug, m.name as member_name, m.site_url as member_site_url, s.url,
      s.site_url, s.title, s.genre, s.licence, s.language, s.etag, s.last_modified, s.body_hash, s.interval_seconds,
      s.failures, s.next_visit_at, s.last_visit_at, s.last_success_at, s.last_problem,
      (select json_build_object('shows', g.shows, 'pictures', g.pictures) from grants g where g.source_id = s.id
        order by g.granted_at desc, g.id desc limit 1) as grant,
      (select p.why from source_pauses p where p.source_id = s.id and p.resumed_at is null) as paused
    from sources s join members m on m.id = s.member_id`
}
