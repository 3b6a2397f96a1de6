/** Invitations of members: their word that somebody should apply, and what came of it. */
import { sql } from 'kysely'
import type { AccountId, Id, MemberId } from '../core/id.ts'
import type { ApplicationId } from './applications.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type JoinInvitationId = Id<'join invitation'>

export type NewJoinInvitation = {
  readonly id: JoinInvitationId
  readonly member: MemberId
  readonly mailKey: Buffer
  /** Encrypted. */
  readonly mail: Buffer
  readonly expiresAt: Date
}

export function newJoinInvitationId(at: Date): JoinInvitationId {
  return newId<JoinInvitationId>(at)
}

/** False when this member has invited this address already. One that is over makes way. */
export async function insertJoinInvitation(tx: Tx, given: NewJoinInvitation, at: Date, by: string): Promise<boolean> {
  const { member, ...invitation } = given
  await sql`
    update join_invitations set ended_at = ${at} where member_id = ${member} and mail_key = ${given.mailKey}
      and ended_at is null and application_id is null and expires_at <= ${at}`.execute(tx)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('joinInvitations')
    .values({ ...invitation, memberId: member, invitedAt: at, invitedBy: by })
    .onConflict((conflict) => conflict.columns(['memberId', 'mailKey']).where('endedAt', 'is', null).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** How many a member has sent since; those it took back are among them, since a letter went out. */
export async function countJoinInvitations(db: Db, member: MemberId, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('joinInvitations')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('memberId', '=', member)
    .where('invitedAt', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type JoinInvitationLine = {
  readonly id: JoinInvitationId
  readonly mail: Buffer
  readonly invitedAt: Date
  readonly expiresAt: Date
  /** What came of it; whether an application was refused is for the applicant to tell. */
  readonly outcome: 'sent' | 'over' | 'taken back' | 'applied' | 'joined'
}

/** A member's, the newest first. */
export async function listJoinInvitations(db: Db, member: MemberId, now: Date): Promise<JoinInvitationLine[]> {
  const { rows } = await sql<JoinInvitationLine>`
    select i.id, i.mail, i.invited_at, i.expires_at, case
      when a.standing = 'approved' then 'joined'
      when i.application_id is not null then 'applied'
      when i.ended_at is not null then 'taken back'
      when i.expires_at <= ${now} then 'over' else 'sent' end as outcome
    from join_invitations i left join applications a on a.id = i.application_id
    where i.member_id = ${member} order by i.invited_at desc, i.id desc limit 200`.execute(db)
  return rows
}

/** Takes one back that nobody has followed yet; false when there is none. */
export async function endJoinInvitation(
  tx: Tx,
  which: { readonly id: JoinInvitationId; readonly member: MemberId },
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('joinInvitations')
    .set({ endedAt: at })
    .where('id', '=', which.id)
    .where('memberId', '=', which.member)
    .where('endedAt', 'is', null)
    .where('applicationId', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * Joins an account's application to the invitations that wait for its address; whether there was one. Nobody is let in by
 * a member they sit with themselves, nor by one that is suspended now.
 */
export async function followInvitations(
  tx: Tx,
  account: AccountId,
  application: ApplicationId,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update join_invitations i set application_id = ${application}
    where i.mail_key = (select mail_key from identities where account_id = ${account}) and i.application_id is null
      and i.ended_at is null and i.expires_at > ${now} and exists (
        select from members m where m.id = i.member_id and m.left_at is null)
      and not exists (select from suspensions s where s.member_id = i.member_id and s.ended_at is null)
      and not exists (select from seats t where t.member_id = i.member_id and t.account_id = ${account}
        and t.ended_at is null)`.execute(tx)
  return numAffectedRows > 0n
}

export type Inviter = { readonly member: { readonly slug: string; readonly name: string }; readonly invitedAt: Date }

/** The member that invited whoever applies; the first of several. */
export async function findInviter(db: Db, application: ApplicationId): Promise<Inviter | undefined> {
  const row = await db
    .selectFrom('joinInvitations as i')
    .innerJoin('members as m', 'm.id', 'i.memberId')
    .select(['m.slug', 'm.name', 'i.invitedAt'])
    .where('i.applicationId', '=', application)
    .where('i.endedAt', 'is', null)
    .orderBy('i.invitedAt')
    .orderBy('i.id')
    .limit(1)
    .executeTakeFirst()
  return row && { member: { slug: row.slug, name: row.name }, invitedAt: row.invitedAt }
}

/** An address is kept for thirty days after its invitation came to nothing, and half a year in any case. */
export async function forgetJoinInvitations(db: Db, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from join_invitations where invited_at < ${daysAgo(now, 180)}
      or (application_id is null and (ended_at < ${daysAgo(now, 30)} or expires_at < ${daysAgo(now, 30)}))`.execute(db)
  return Number(numAffectedRows)
}

function daysAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
