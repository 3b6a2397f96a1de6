/** Vouches: which members an applicant says know them, and what those say. */
import { sql } from 'kysely'
import type { MemberId } from '../core/id.ts'
import type { ApplicationId } from './applications.ts'
import type { Db, Tx } from './connection.ts'

export const vouchAnswers = ['vouches', 'does not know them'] as const
export type VouchAnswer = (typeof vouchAnswers)[number]

export type Vouch = {
  readonly member: { readonly id: MemberId; readonly slug: string; readonly name: string }
  /** When the applicant named them; null for a member that vouches unasked, because it had invited them. */
  readonly namedAt: Date | null
  /** When its people were told. */
  readonly askedAt: Date | null
  readonly answer: VouchAnswer | null
  readonly answeredAt: Date | null
  /** `account ID`. */
  readonly answeredBy: string | null
  readonly words: string
  /** Whether it counts: the member is still one, and is not suspended. */
  readonly counts: boolean
}

/** Every member named for an application or vouching for it, in the order of their names. */
export async function listVouches(db: Db, application: ApplicationId): Promise<Vouch[]> {
  const rows = await db
    .selectFrom('vouches as v')
    .innerJoin('members as m', 'm.id', 'v.memberId')
    .select([
      'v.namedAt',
      'v.askedAt',
      'v.answer',
      'v.answeredAt',
      'v.answeredBy',
      'v.words',
      'm.id',
      'm.slug',
      'm.name',
    ])
    .select(sql<boolean>`coalesce(v.answer = 'vouches', false) and ${stands}`.as('counts'))
    .where('v.applicationId', '=', application)
    .orderBy('m.name')
    .orderBy('m.id')
    .execute()
  return rows.map(({ id, slug, name, answer, ...row }) => ({
    ...row,
    answer: answer as VouchAnswer | null,
    member: { id: id as MemberId, slug, name },
  }))
}

/** How many members' vouches count, of each of these applications. */
export async function countVouches(
  db: Db,
  applications: readonly ApplicationId[],
): Promise<Map<ApplicationId, number>> {
  if (applications.length === 0) return new Map()
  const rows = await db
    .selectFrom('vouches as v')
    .innerJoin('members as m', 'm.id', 'v.memberId')
    .select(['v.applicationId', ({ fn }) => fn.countAll<string>().as('count')])
    .where('v.applicationId', 'in', applications)
    .where('v.answer', '=', 'vouches')
    .where(stands)
    .groupBy('v.applicationId')
    .execute()
  return new Map(rows.map((row) => [row.applicationId as ApplicationId, Number(row.count)]))
}

/** Of a row of `members` called `m`: whether its word counts. */
export const stands = sql<boolean>`m.left_at is null
  and not exists (select from suspensions s where s.member_id = m.id and s.ended_at is null)`

/** Names these members for an application, and no others beside those that have been asked or have answered. */
export async function nameVouchers(
  tx: Tx,
  application: ApplicationId,
  members: readonly MemberId[],
  at: Date,
): Promise<void> {
  let leaving = tx
    .deleteFrom('vouches')
    .where('applicationId', '=', application)
    .where('askedAt', 'is', null)
    .where('answeredAt', 'is', null)
  if (members.length > 0) leaving = leaving.where('memberId', 'not in', members)
  await leaving.execute()
  if (members.length === 0) return
  await tx
    .insertInto('vouches')
    .values(members.map((memberId) => ({ applicationId: application, memberId, namedAt: at })))
    .onConflict((conflict) => conflict.columns(['applicationId', 'memberId']).doNothing())
    .execute()
}

export async function answerVouch(
  tx: Tx,
  which: { readonly application: ApplicationId; readonly member: MemberId },
  { answer, words, at, by }: { answer: VouchAnswer; words: string; at: Date; by: string },
): Promise<void> {
  const given = { answer, words, answeredAt: at, answeredBy: by }
  await tx
    .insertInto('vouches')
    .values({ applicationId: which.application, memberId: which.member, ...given })
    .onConflict((conflict) => conflict.columns(['applicationId', 'memberId']).doUpdateSet(given))
    .execute()
}

export type ToAsk = {
  readonly member: MemberId
  readonly slug: string
  readonly memberName: string
  readonly name: string
}

/** Members named for an application that waits whose people have not been told yet; marked as told. */
export async function takeToAsk(tx: Tx, application: ApplicationId, at: Date): Promise<ToAsk[]> {
  const { rows } = await sql<ToAsk>`
    update vouches v set asked_at = ${at} from members m, applications a
    where v.application_id = ${application} and a.id = v.application_id and m.id = v.member_id and m.left_at is null
      and a.standing in ('waiting', 'held', 'returned') and v.asked_at is null and v.answered_at is null
    returning m.id as member, m.slug, m.name as member_name, a.name`.execute(tx)
  return rows
}

export type Asking = {
  readonly id: ApplicationId
  readonly name: string
  readonly kind: string | null
  readonly siteUrl: string | null
  readonly about: string
  /** Whether it named this member; else this member invited it. */
  readonly named: boolean
  readonly answer: VouchAnswer | null
  readonly words: string
}

/**
 * Applications that wait and have named this member, or that it invited: nothing else of the queue is a member's to see, and
 * of these only what would be public.
 */
export async function listAsking(db: Db, member: MemberId): Promise<Asking[]> {
  const { rows } = await sql<Asking>`
    select a.id, a.name, a.kind, a.site_url, a.about, v.named_at is not null as named, v.answer, coalesce(v.words, '') as words
    from applications a left join vouches v on v.application_id = a.id and v.member_id = ${member}
    where a.standing in ('waiting', 'held', 'returned') and (v.member_id is not null or exists (
      select from join_invitations i where i.application_id = a.id and i.member_id = ${member} and i.ended_at is null))
    order by a.submitted_at, a.id`.execute(db)
  return rows
}

/** An application that waits, held so that answers to it follow each other. */
export async function lockWaiting(tx: Tx, application: ApplicationId): Promise<{ readonly path: string } | undefined> {
  const { rows } = await sql<{ path: string }>`
    select path from applications where id = ${application} and standing in ('waiting', 'held', 'returned')
    for no key update`.execute(tx)
  return rows[0]
}
