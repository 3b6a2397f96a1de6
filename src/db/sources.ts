/** Sources: what we read from on behalf of members; their grants, pauses and moves. */
import { sql } from 'kysely'
import type { Agent } from '../core/agent.ts'
import type { MemberId, SourceId } from '../core/id.ts'
import type { Canonical } from '../core/story/canonical.ts'
import type { Genre, Grant, Licence } from '../core/story/gate.ts'
import type { Uniqueness } from '../core/story/identity.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'
import type { Asks } from './visits.ts'

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
  readonly canonical: Canonical
  readonly etag: string | null
  readonly lastModified: string | null
  /** The address that gave both. */
  readonly validatorsFrom: string | null
  readonly bodyHash: string | null
  /** The format of what it gave last. */
  readonly format: string | null
  /** The server a visit goes to, port included. */
  readonly host: string
  readonly agent: Agent
  readonly asks: Asks | null
  readonly habitSeconds: number | null
  readonly lastNewsAt: Date | null
  readonly movedTo: string | null
  readonly movedSeenAt: Date | null
  readonly movedSightings: number
  readonly intervalSeconds: number
  readonly failures: number
  readonly nextVisitAt: Date
  readonly lastVisitAt: Date | null
  readonly lastSuccessAt: Date | null
  readonly lastProblem: string | null
  /** By what its items are known again, and why by no better thing; '' where nothing was wrong. */
  readonly uniqueness: Uniqueness
  readonly uniquenessWhy: string
  readonly grant: Grant
  /** The news agencies whose texts may be shown as far as the grant goes. */
  readonly permissions: readonly string[]
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
  readonly agent?: Agent
  readonly intervalSeconds: number
  readonly genre?: Genre
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

/** What was granted for a source, the newest first, with who and when. */
export async function listGrants(db: Db, id: SourceId): Promise<(Grant & { grantedAt: Date; grantedBy: string })[]> {
  const rows = await db
    .selectFrom('grants')
    .select(['shows', 'pictures', 'grantedAt', 'grantedBy'])
    .where('sourceId', '=', id)
    .orderBy('grantedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as (Grant & { grantedAt: Date; grantedBy: string })[]
}

/** Records a new grant; the ones before it stay as history. */
export async function insertGrant(tx: Tx, sourceId: SourceId, grant: Grant, at: Date, by: string): Promise<void> {
  await tx
    .insertInto('grants')
    .values({ id: newId(at), sourceId, shows: grant.shows, pictures: grant.pictures, grantedAt: at, grantedBy: by })
    .execute()
}

/** What stories of sources are shown by: the newest grant, and the news agencies whose texts it holds for. */
export type Terms = Pick<Source, 'grant' | 'permissions'>

/** The terms of sources; nobody changes them before the transaction ends. */
export async function holdTerms(tx: Tx, ids: readonly SourceId[]): Promise<Map<SourceId, Terms>> {
  if (ids.length === 0) return new Map()
  await sql`select from sources where id = any(${[...ids]}::uuid[]) order by id for key share`.execute(tx)
  const { rows } = await sql<Terms & { id: SourceId }>`
    select s.id, ${terms()} from sources s where s.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, grant, permissions }) => [id, { grant, permissions }]))
}

/** For who changes a source's terms: waits for those who publish by the one before. */
export async function lockSource(tx: Tx, id: SourceId): Promise<void> {
  await sql`select from sources where id = ${id} for update`.execute(tx)
}

/** All that are not removed. */
export async function listSources(db: Db): Promise<Source[]> {
  const { rows } = await sql<Source>`${sources()} where ${isThere()} order by m.name, s.url`.execute(db)
  return rows
}

/** Those of one member that are not removed. */
export async function listSourcesOf(db: Db, member: MemberId): Promise<Source[]> {
  const { rows } = await sql<Source>`${sources()} where s.member_id = ${member} and ${isThere()} order by s.id`.execute(
    db,
  )
  return rows
}

/** To ask of a source `s`: whether nobody has removed it. */
export function isThere() {
  return sql<boolean>`not exists (select from source_removals r where r.source_id = s.id and r.undone_at is null)`
}

export async function findSource(db: Db, id: SourceId): Promise<Source | undefined> {
  const { rows } = await sql<Source>`${sources()} where s.id = ${id}`.execute(db)
  return rows[0]
}

export async function findSources(db: Db, ids: readonly SourceId[]): Promise<Source[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Source>`${sources()} where s.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** Whether an address is that of a source already. */
export async function isSource(db: Db, url: string): Promise<boolean> {
  return (await findSourceAt(db, url)) !== undefined
}

/** The source that has this address, removed or not. */
export async function findSourceAt(db: Db, url: string): Promise<SourceId | undefined> {
  const row = await db.selectFrom('sources').select('id').where('url', '=', url).executeTakeFirst()
  return row?.id as SourceId | undefined
}

/** Which of these addresses are sources already. */
export async function findSourcesAt(db: Db, urls: readonly string[]): Promise<Set<string>> {
  if (urls.length === 0) return new Set()
  const { rows } = await sql<{ url: string }>`
    select url from sources where url = any(${[...urls]}::text[])`.execute(db)
  return new Set(rows.map(({ url }) => url))
}

/** Makes a source due at once, without telling what it did before. */
export async function hurrySource(tx: Tx, id: SourceId, at: Date): Promise<void> {
  await tx.updateTable('sources').set({ nextVisitAt: at }).where('id', '=', id).where('nextVisitAt', '>', at).execute()
}

/** Deletes a source that has no stories, with all that it left. */
export async function deleteSource(tx: Tx, id: SourceId): Promise<void> {
  await tx.deleteFrom('sources').where('id', '=', id).execute()
}

/** Records that a source's address was followed for good; the source itself gets it with its visit's lesson. */
export async function insertMove(tx: Tx, id: SourceId, move: { from: string; to: string; at: Date }): Promise<void> {
  await tx
    .insertInto('sourceMoves')
    .values({ id: newId(move.at), sourceId: id, fromUrl: move.from, toUrl: move.to, at: move.at })
    .execute()
}

/** Says as whom a source is visited from now on. */
export async function setAgent(db: Db, id: SourceId, agent: Agent): Promise<void> {
  await db.updateTable('sources').set({ agent }).where('id', '=', id).execute()
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

export type StandingPause = { readonly why: string; readonly pausedAt: Date; readonly pausedBy: string }

/** Why nobody goes to a source now, with who said so and when. */
export async function findPause(db: Db, id: SourceId): Promise<StandingPause | undefined> {
  return await db
    .selectFrom('sourcePauses')
    .select(['why', 'pausedAt', 'pausedBy'])
    .where('sourceId', '=', id)
    .where('resumedAt', 'is', null)
    .executeTakeFirst()
}

/** Resumes a paused source, due at once; false when it was not paused, is removed, or in quarantine. */
export async function resumeSource(tx: Tx, id: SourceId, at: Date, by: string): Promise<boolean> {
  const result = await tx
    .updateTable('sourcePauses')
    .set({ resumedAt: at, resumedBy: by })
    .where('sourceId', '=', id)
    .where('resumedAt', 'is', null)
    .where(sql<boolean>`not exists (select from source_removals r where r.source_id = ${id} and r.undone_at is null)`)
    .where(sql<boolean>`not exists (select from quarantines q where q.source_id = ${id} and q.ended_at is null)`)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await tx.updateTable('sources').set({ nextVisitAt: at, failures: 0 }).where('id', '=', id).execute()
  return true
}

/** Changes what is taken for granted about a source's items. */
export async function changeSource(
  tx: Tx,
  id: SourceId,
  change: {
    genre?: Genre
    licence?: Licence
    language?: string
    canonical?: Canonical
    uniqueness?: Uniqueness
    uniquenessWhy?: string
  },
): Promise<void> {
  if (Object.keys(change).length > 0) await tx.updateTable('sources').set(change).where('id', '=', id).execute()
}

function terms() {
  return sql`(select json_build_object('shows', g.shows, 'pictures', g.pictures) from grants g where g.source_id = s.id
        order by g.granted_at desc, g.id desc limit 1) as grant,
      array(select a.agency from permissions a where a.source_id = s.id and a.ended_at is null order by 1) as permissions`
}

function sources() {
  return sql`
    select s.id, s.member_id, m.slug as member_slug, m.name as member_name, m.site_url as member_site_url, s.url,
      s.site_url, s.title, s.genre, s.licence, s.language, s.canonical, s.etag, s.last_modified, s.validators_from, s.body_hash,
      s.format, coalesce(s.answered_by, s.host) as host, s.agent, s.asks, s.habit_seconds, s.last_news_at, s.moved_to,
      s.moved_seen_at, s.moved_sightings, s.interval_seconds, s.failures, s.next_visit_at, s.last_visit_at, s.last_success_at, s.last_problem,
      s.uniqueness, s.uniqueness_why, ${terms()},
      (select p.why from source_pauses p where p.source_id = s.id and p.resumed_at is null) as paused
    from sources s join members m on m.id = s.member_id`
}
