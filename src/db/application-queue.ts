/** Applications as those who decide read them: the queue page by page, one with all that is known, and who reads it now. */
import { sql } from 'kysely'
import type { AccountId } from '../core/id.ts'
import type { ApplicationFacts, ApplicationStanding } from '../core/member/application.ts'
import type { MemberKind } from '../core/member/member.ts'
import type { ApplicationPath } from '../core/member/queue-order.ts'
import type { Sign } from '../core/member/signs.ts'
import type { ApplicationId, SiteSeen } from './applications.ts'
import type { Db } from './connection.ts'
import { stands } from './vouches.ts'

export type QueuedApplication = {
  readonly id: ApplicationId
  readonly name: string
  readonly kind: MemberKind | null
  readonly languages: readonly string[]
  readonly submittedAt: Date
  readonly path: ApplicationPath
  readonly standing: 'waiting' | 'held'
  readonly signs: readonly Sign[]
  /** Members that vouch for it, as far as they count. */
  readonly vouches: number
  /** Whether it came back with answers to questions. */
  readonly isAnswered: boolean
}

/** Where a page ends. `group`: as `application_group` in the database tells it. */
export type QueueMark = Pick<QueuedApplication, 'id' | 'submittedAt'> & { readonly group: number }

const undecided = sql`not exists (select from decisions d
  where d.application_id = a.id and d.carried_out_at is null and d.undone_at is null)`
const answered = sql`exists (select from decisions d
  where d.application_id = a.id and d.kind = 'returned' and d.carried_out_at is not null)`

const group = sql`application_group(a.path, a.worked, a.signs)`

/** Those that wait, by group and in each the longest waiting first. */
export async function listQueue(
  db: Db,
  page: { readonly after?: QueueMark | undefined; readonly most: number },
): Promise<{ applications: QueuedApplication[]; next: QueueMark | undefined }> {
  const after = page.after
    ? sql`and (${group}, a.submitted_at, a.id) > (${page.after.group}::smallint, ${page.after.submittedAt}, ${page.after.id}::uuid)`
    : sql``
  const { rows } = await sql<Queued>`${queued}
    where a.standing = 'waiting' and a.submitted_at is not null and ${undecided} ${after}
    order by ${group}, a.submitted_at, a.id limit ${page.most + 1}`.execute(db)
  const applications = rows.slice(0, page.most)
  const last = rows.length > page.most ? applications.at(-1) : undefined
  return {
    applications: applications.map(toQueued),
    next: last && { id: last.id, submittedAt: last.submittedAt, group: last.group },
  }
}

/** Those that somebody put aside, longest waiting first. */
export async function listAside(db: Db, most: number): Promise<QueuedApplication[]> {
  const { rows } = await sql<Queued>`${queued}
    where a.standing = 'held' and a.submitted_at is not null and ${undecided} order by a.submitted_at, a.id limit ${most}`.execute(
    db,
  )
  return rows.map(toQueued)
}

type Queued = QueuedApplication & { readonly group: number }

const vouches = sql`(select count(*)::int from vouches v join members m on m.id = v.member_id where v.application_id = a.id
  and v.answer = 'vouches' and ${stands})`

const queued = sql`select a.id, a.name, a.kind, a.languages, a.submitted_at, a.path, a.standing, a.signs, ${answered} as is_answered, ${vouches} as vouches,
  ${group} as "group" from applications a`

function toQueued({ group: _, ...row }: Queued): QueuedApplication {
  return row
}

/** How many wait for somebody to decide, are put aside, and wait for their applicant. */
export async function countQueue(db: Db): Promise<{ waiting: number; held: number; returned: number }> {
  // Those that are decided and not carried out yet are few: they are taken off.
  const { rows } = await sql<{ waiting: number; held: number; returned: number }>`
    with pending as (select a.standing from decisions d join applications a on a.id = d.application_id
      where d.carried_out_at is null and d.undone_at is null)
    select (select count(*) from applications where standing = 'waiting' and submitted_at is not null)::int
        - (select count(*) from pending where standing = 'waiting')::int as waiting,
      (select count(*) from applications where standing = 'held' and submitted_at is not null)::int
        - (select count(*) from pending where standing = 'held')::int as held,
      (select count(*) from applications where standing = 'returned')::int as returned`.execute(db)
  return rows[0] ?? { waiting: 0, held: 0, returned: 0 }
}

export type ReturnedApplication = {
  readonly id: ApplicationId
  readonly name: string
  readonly kind: MemberKind | null
  readonly askedAt: Date
}

/** Those that wait for their applicant's answer, longest first. */
export async function listReturned(db: Db, most: number): Promise<ReturnedApplication[]> {
  const { rows } = await sql<ReturnedApplication>`
    select a.id, a.name, a.kind, (select max(d.decided_at) from decisions d
      where d.application_id = a.id and d.kind = 'returned' and d.carried_out_at is not null) as asked_at
    from applications a where a.standing = 'returned' order by a.changed_at, a.id limit ${most}`.execute(db)
  return rows.filter(({ askedAt }) => askedAt !== null)
}

export type ApplicationToDecide = ApplicationFacts & {
  readonly id: ApplicationId
  readonly account: AccountId
  readonly begunAt: Date
  readonly changedAt: Date
  readonly submittedAt: Date | null
  readonly interface: string
  /** Encrypted. */
  readonly contact: Buffer | null
  readonly siteSeen: SiteSeen | null
  readonly path: ApplicationPath
  readonly worked: boolean
  readonly standing: ApplicationStanding
  readonly signs: readonly Sign[]
  readonly memberSlug: string | null
  readonly memberName: string | null
}

/** One that was sent in; nobody reads drafts. */
export async function findToDecide(db: Db, id: ApplicationId): Promise<ApplicationToDecide | undefined> {
  const { rows } = await sql<ApplicationToDecide>`
    select a.id, a.account_id as account, a.begun_at, a.changed_at, a.submitted_at, a.interface, a.kind, a.name, a.site_url,
      a.feed_url, a.country, a.country_shown, a.place, a.place_shown, a.languages, a.about, a.contact, a.logo, a.logo_alt,
      a.logo_credit, a.without_site, a.site_seen, a.path, a.worked, a.standing, a.signs, m.slug as member_slug, m.name as member_name
    from applications a left join members m on m.id = a.member_id
    where a.id = ${id} and a.submitted_at is not null`.execute(db)
  return rows[0]
}

export type SimilarApplication = {
  readonly id: ApplicationId
  readonly name: string
  readonly standing: ApplicationStanding
  readonly submittedAt: Date
  /** What is the same. */
  readonly same: 'applicant' | 'name' | 'host'
}

/** Others of the same applicant, of the same name, or for the same host: the newest first. */
export async function listSimilar(db: Db, of: ApplicationToDecide, most: number): Promise<SimilarApplication[]> {
  const host = sql`substring(lower(site_url) from '^https?://(?:www\\.)?([^/?#]+)')`
  const own = sql`substring(lower(${of.siteUrl ?? ''}::text) from '^https?://(?:www\\.)?([^/?#]+)')`
  const { rows } = await sql<SimilarApplication>`
    select distinct on (submitted_at, id) id, name, standing, submitted_at, same from (
      select id, name, standing, submitted_at, 'applicant' as same, 1 as rank from applications
        where account_id = ${of.account} and submitted_at is not null
      union all (select id, name, standing, submitted_at, 'name', 2 from applications
        where lower(name) = lower(${of.name}) and submitted_at is not null order by submitted_at desc limit ${most + 1})
      union all (select id, name, standing, submitted_at, 'host', 3 from applications
        where ${host} = ${own} and submitted_at is not null order by submitted_at desc limit ${most + 1})) s
    where id <> ${of.id} order by submitted_at desc, id, rank limit ${most}`.execute(db)
  return rows
}

/** Says that somebody reads it, and answers who else does. */
export async function readNow(
  db: Db,
  id: ApplicationId,
  reader: AccountId,
  lease: { readonly now: Date; readonly until: Date },
): Promise<AccountId[]> {
  await sql`insert into application_readings (application_id, account_id, until) values (${id}, ${reader}, ${lease.until})
    on conflict (application_id, account_id) do update set until = excluded.until`.execute(db)
  const { rows } = await sql<{ account: AccountId }>`select account_id as account from application_readings
    where application_id = ${id} and account_id <> ${reader} and until > ${lease.now} order by until desc`.execute(db)
  return rows.map(({ account }) => account)
}

/** Who is done with it reads it no longer. */
export async function readNoMore(db: Db, id: ApplicationId, reader: AccountId): Promise<void> {
  await sql`delete from application_readings where application_id = ${id} and account_id = ${reader}`.execute(db)
}

/** Forgets who read what, once it is past. */
export async function forgetReadings(db: Db, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from application_readings where until < ${now}`.execute(db)
  return Number(numAffectedRows)
}
