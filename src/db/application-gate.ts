/** Applications as the gate sees them: what stands beside a new one, how many come, and those that were left lying. */
import { sql } from 'kysely'
import type { AccountId } from '../core/id.ts'
import type { ApplicationPath } from '../core/member/queue-order.ts'
import type { Others, Sign } from '../core/member/signs.ts'
import type { ApplicationId } from './applications.ts'
import type { Db, Tx } from './connection.ts'

export type AtGate = {
  readonly account: AccountId
  readonly path: ApplicationPath
  readonly name: string
  readonly about: string
  readonly siteUrl: string | null
  readonly feedUrl: string | null
  readonly seen: 'feed' | 'none' | 'unread' | null
  /** Whether staff have decided anything about it before. */
  readonly isKnown: boolean
}

/** One after the other: each sees those before it. */
export async function readAtGate(tx: Tx, application: ApplicationId): Promise<AtGate | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('applications at the gate', 0))`.execute(tx)
  const { rows } = await sql<AtGate>`
    select account_id as account, path, name, about, site_url, feed_url, site_seen ->> 'outcome' as seen,
      exists (select from decisions d where d.application_id = a.id) as is_known
    from applications a where id = ${application}`.execute(tx)
  return rows[0]
}

/** The account's open application, whatever stands in it. */
export async function findOpenApplication(
  db: Db,
  account: AccountId,
): Promise<{ readonly id: ApplicationId; readonly standing: string; readonly path: string } | undefined> {
  const row = await db
    .selectFrom('applications')
    .select(['id', 'standing', 'path'])
    .where('accountId', '=', account)
    .where('standing', 'in', ['draft', 'waiting', 'returned', 'held'])
    .executeTakeFirst()
  return row && { ...row, id: row.id as ApplicationId }
}

const mostRefused = 500
const mostNeighbours = 20

/** What an application is compared with: others' that were refused, others on its site's host, members there. */
export async function readOthers(db: Db, account: AccountId, siteUrl: string | null): Promise<Others> {
  const refused = await sql<Others['refused'][number]>`
    select id, name, name || ' ' || about as words from applications
    where standing = 'refused' and account_id <> ${account} order by changed_at desc limit ${mostRefused}`.execute(db)
  const host = URL.parse(siteUrl ?? '')?.host.replace(/^www\./, '')
  if (!host) return { refused: refused.rows, applicants: [], members: [] }
  const hostOf = sql`substring(lower(site_url) from '^https?://(?:www\\.)?([^/?#]+)')`
  const applicants = await sql<Others['applicants'][number]>`
    select id, name, site_url, standing = 'refused' as refused from applications
    where ${hostOf} = ${host} and account_id <> ${account} and standing in ('waiting', 'returned', 'held', 'refused')
    order by changed_at desc limit ${mostNeighbours}`.execute(db)
  const members = await sql<Others['members'][number]>`
    select slug, name, site_url from members where ${hostOf} = ${host} order by id limit ${mostNeighbours}`.execute(db)
  return { refused: refused.rows, applicants: applicants.rows, members: members.rows }
}

export async function keepAtGate(
  tx: Tx,
  application: ApplicationId,
  found: { readonly path: ApplicationPath; readonly worked: boolean; readonly signs: readonly Sign[] },
): Promise<void> {
  await tx
    .updateTable('applications')
    .set({ path: found.path, worked: found.worked, signs: JSON.stringify(found.signs) })
    .where('id', '=', application)
    .execute()
}

export async function movePath(tx: Tx, application: ApplicationId, path: ApplicationPath): Promise<void> {
  await tx.updateTable('applications').set({ path }).where('id', '=', application).execute()
}

/**
 * How many others came since, by a door that stands open, and are still before somebody or were let in: one person is one,
 * however often they took theirs back, and what was refused stands in nobody's way.
 */
export async function countSubmitted(db: Db, since: Date, except: ApplicationId): Promise<number> {
  const { count } = await db
    .selectFrom('applications')
    .select(({ fn }) => fn.count<string>('accountId').distinct().as('count'))
    .where('submittedAt', '>', since)
    .where('id', '<>', except)
    .where('standing', 'in', ['waiting', 'returned', 'held', 'approved'])
    .where('path', 'in', ['open', 'flood'])
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many a day are no flood. */
export async function readDailyRate(db: Db): Promise<number> {
  const { dailyApplications } = await db.selectFrom('network').select('dailyApplications').executeTakeFirstOrThrow()
  return dailyApplications
}

/** Days within which half of the last answers came; undefined where there are too few to say. */
export async function usualDays(db: Db, now: Date): Promise<number | undefined> {
  const since = new Date(now.getTime() - 90 * 86_400_000)
  const { rows } = await sql<{ count: number; seconds: number | null }>`
    select count(*)::int as count,
      percentile_cont(0.5) within group (order by extract(epoch from first - submitted_at)) as seconds
    from (
      select a.submitted_at, min(d.decided_at) as first
      from decisions d join applications a on a.id = d.application_id
      where d.kind <> 'held' and d.undone_at is null and d.decided_at > ${since} and a.submitted_at is not null
      group by a.id order by first desc limit 30) answered
    where first >= submitted_at`.execute(db)
  const { count = 0, seconds } = rows[0] ?? {}
  if (count < 3 || seconds === null || seconds === undefined) return undefined
  return Math.max(1, Math.ceil(seconds / 86_400))
}

/** Drafts nobody has touched since, that were not reminded of yet; marked as reminded of. */
export async function takeLeftDrafts(tx: Tx, since: Date, at: Date): Promise<AccountId[]> {
  const { rows } = await sql<{ account: AccountId }>`
    update applications set reminded_at = ${at} where id in (
      select id from applications where standing = 'draft' and reminded_at is null and changed_at < ${since}
      order by changed_at limit 500 for update skip locked)
    returning account_id as account`.execute(tx)
  return rows.map(({ account }) => account)
}
