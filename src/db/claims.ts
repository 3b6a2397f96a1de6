/**
 * Claims: a worker's word that it is on the way to a source, and to the host it is on. Both are leases, committed
 * before anybody goes out, that run out by themselves if the worker dies.
 */
import { type QueryCreator, sql } from 'kysely'
import type { SourceId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'
import type { DB } from './schema.ts'
import { findSource, findSources, type Source } from './sources.ts'

export type Claim = { readonly now: Date; readonly until: Date; readonly by: string }

/** The host a visit goes to: the one that answered last, else the one in the address. */
const hostOfSource = sql.raw('coalesce(s.answered_by, s.host)')

/**
 * Takes up to `most` due sources for a worker, one to a host, and with each its host: nobody else goes there until the
 * visit is recorded and the host has had its pause. Those longest due come first.
 */
export async function claimDueSources(db: Db, claim: Claim & { most: number }): Promise<Source[]> {
  const ids = await db.transaction().execute(async (tx) => {
    const hosts = await claimHosts(tx, claim)
    if (hosts.length === 0) return []
    const { rows } = await sql<{ id: SourceId; host: string }>`
      with next as (
        select distinct on (${hostOfSource}) s.id from sources s
        where ${hostOfSource} = any(${hosts}::text[]) and ${due(claim.now)}
        order by ${hostOfSource}, s.next_visit_at, s.id)
      update sources s set claimed_until = ${claim.until}, claimed_by = ${claim.by} from next
      where s.id = next.id and (s.claimed_until is null or s.claimed_until <= ${claim.now})
      returning s.id, ${hostOfSource} as host`.execute(tx)
    // Somebody has been there since this worker looked: the host is given back.
    const used = new Set(rows.map((row) => row.host))
    const unused = hosts.filter((host) => !used.has(host))
    if (unused.length > 0)
      await tx
        .updateTable('hosts')
        .set({ freeAt: claim.now, claimedBy: null })
        .where('host', 'in', unused)
        .where('claimedBy', '=', claim.by)
        .execute()
    return rows.map((row) => row.id)
  })
  return await findSources(db, ids)
}

/** Hosts are taken in the order of their names, so that two workers never wait for each other. */
async function claimHosts(tx: Tx, claim: Claim & { most: number }): Promise<string[]> {
  const { rows } = await sql<{ host: string }>`
    with wanted as (
      select ${hostOfSource} as host from sources s left join hosts h on h.host = ${hostOfSource}
      where ${due(claim.now)} and (h.free_at is null or h.free_at <= ${claim.now})
      group by 1 order by min(s.next_visit_at) limit ${claim.most})
    insert into hosts (host, free_at, claimed_by)
    select host, ${claim.until}::timestamptz, ${claim.by}::text from wanted order by host
    on conflict (host) do update set free_at = excluded.free_at, claimed_by = excluded.claimed_by
      where hosts.free_at <= ${claim.now}
    returning host`.execute(tx)
  return rows.map((row) => row.host)
}

function due(now: Date) {
  return sql`s.next_visit_at <= ${now} and (s.claimed_until is null or s.claimed_until <= ${now})
    and not exists (select from source_pauses p where p.source_id = s.id and p.resumed_at is null)`
}

/** Takes one source whatever its time, unless somebody else is on the way to it; its host is another claim. */
export async function claimSource(db: Db, id: SourceId, claim: Claim): Promise<Source | undefined> {
  const result = await db
    .updateTable('sources')
    .set({ claimedUntil: claim.until, claimedBy: claim.by })
    .where('id', '=', id)
    .where((e) => e.or([e('claimedUntil', 'is', null), e('claimedUntil', '<=', claim.now)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n ? findSource(db, id) : undefined
}

/** Makes a claim on a source last longer. */
export async function keepClaim(db: Db, id: SourceId, claim: Claim): Promise<void> {
  await db
    .updateTable('sources')
    .set({ claimedUntil: claim.until })
    .where('id', '=', id)
    .where('claimedBy', '=', claim.by)
    .execute()
}

/** Gives a claim on a source back without a visit. */
export async function releaseClaim(db: Db, id: SourceId, by: string): Promise<void> {
  await db
    .updateTable('sources')
    .set({ claimedUntil: null, claimedBy: null })
    .where('id', '=', id)
    .where('claimedBy', '=', by)
    .execute()
}

/** Takes a host; false while somebody else is there, or it has its pause. */
export async function claimHost(db: Db, host: string, claim: Claim): Promise<boolean> {
  const { rows } = await sql`
    insert into hosts (host, free_at, claimed_by) values (${host}, ${claim.until}, ${claim.by})
    on conflict (host) do update set free_at = excluded.free_at, claimed_by = excluded.claimed_by
      where hosts.free_at <= ${claim.now}
    returning host`.execute(db)
  return rows.length === 1
}

/** Gives a host back; nobody goes there before `freeAt`. */
export async function releaseHost(db: Db, host: string, by: string, freeAt: Date): Promise<void> {
  await db
    .updateTable('hosts')
    .set({ freeAt, claimedBy: null })
    .where('host', '=', host)
    .where('claimedBy', '=', by)
    .execute()
}

/** To update: the host that is claimed with a source, if it is. */
export function hostOfClaim(db: QueryCreator<DB>, id: SourceId) {
  return db
    .updateTable('hosts')
    .from('sources as s')
    .where('s.id', '=', id)
    .where(sql<boolean>`hosts.host = ${hostOfSource} and hosts.claimed_by = s.claimed_by`)
}

/** Forgets hosts that nobody is at or waits for; returns how many. */
export async function forgetHosts(db: Db, before: Date): Promise<number> {
  const result = await db.deleteFrom('hosts').where('freeAt', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}
