/** Invitations to sit with a member: known by the fingerprint of the address they went to. */
import { sql } from 'kysely'
import type { Id, MemberId } from '../core/id.ts'
import type { SeatRole } from '../core/member/seat.ts'
import type { Db, Tx } from './connection.ts'

export type SeatInvitationId = Id<'seat invitation'>

export type SeatInvitation = {
  readonly id: SeatInvitationId
  readonly memberId: MemberId
  readonly role: SeatRole
  readonly mailKey: Buffer
  /** Sealed under its id. */
  readonly mail: Buffer
  readonly invitedAt: Date
  readonly invitedBy: string
  readonly expiresAt: Date
}

/** One that waits for the same address is over by it. */
export async function insertSeatInvitation(tx: Tx, invitation: SeatInvitation): Promise<void> {
  await sql`
    update seat_invitations set ended_at = ${invitation.invitedAt}, ended_how = 'withdrawn'
    where member_id = ${invitation.memberId} and mail_key = ${invitation.mailKey} and ended_at is null`.execute(tx)
  await tx.insertInto('seatInvitations').values(invitation).execute()
}

/** Those of a member that wait, the oldest first. */
export async function listSeatInvitations(db: Db, member: MemberId, now: Date): Promise<SeatInvitation[]> {
  const rows = await db
    .selectFrom('seatInvitations')
    .select(['id', 'memberId', 'role', 'mailKey', 'mail', 'invitedAt', 'invitedBy', 'expiresAt'])
    .where('memberId', '=', member)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('invitedAt')
    .orderBy('id')
    .execute()
  return rows as unknown as SeatInvitation[]
}

/** How many a member sent since, whatever became of them. */
export async function countSeatInvitations(db: Db, member: MemberId, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('seatInvitations')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('memberId', '=', member)
    .where('invitedAt', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** One that waits, and the member it is of; only for whoever has the address it went to. */
export async function findSeatInvitation(
  db: Db,
  which: { readonly id: SeatInvitationId; readonly mailKey: Buffer },
  now: Date,
): Promise<(SeatInvitation & { readonly slug: string; readonly name: string }) | undefined> {
  const { rows } = await sql<SeatInvitation & { slug: string; name: string }>`
    select i.id, i.member_id, i.role, i.mail_key, i.mail, i.invited_at, i.invited_by, i.expires_at, m.slug, m.name
    from seat_invitations i join members m on m.id = i.member_id
    where i.id = ${which.id} and i.mail_key = ${which.mailKey} and i.ended_at is null and i.expires_at > ${now}
      and m.left_at is null`.execute(db)
  return rows[0]
}

/** Those that wait for an address. */
export async function listInvitationsFor(
  db: Db,
  mailKey: Buffer,
  now: Date,
): Promise<{ id: SeatInvitationId; name: string; role: SeatRole; invitedAt: Date; expiresAt: Date }[]> {
  const { rows } = await sql<{ id: SeatInvitationId; name: string; role: SeatRole; invitedAt: Date; expiresAt: Date }>`
    select i.id, m.name, i.role, i.invited_at, i.expires_at from seat_invitations i join members m on m.id = i.member_id
    where i.mail_key = ${mailKey} and i.ended_at is null and i.expires_at > ${now} and m.left_at is null
    order by i.invited_at, i.id`.execute(db)
  return rows
}

/** Of two who end it at once one does. */
export async function endSeatInvitation(
  tx: Tx,
  id: SeatInvitationId,
  at: Date,
  how: 'accepted' | 'declined' | 'withdrawn',
): Promise<boolean> {
  const result = await tx
    .updateTable('seatInvitations')
    .set({ endedAt: at, endedHow: how })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', at)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Those somebody has sent who may not send them any more. */
export async function endSeatInvitationsBy(tx: Tx, member: MemberId, by: string, at: Date): Promise<void> {
  await sql`
    update seat_invitations set ended_at = ${at}, ended_how = 'withdrawn'
    where member_id = ${member} and invited_by = ${by} and ended_at is null`.execute(tx)
}

/** All that wait of a member that is none any more. */
export async function endSeatInvitations(tx: Tx, member: MemberId, at: Date): Promise<void> {
  await sql`
    update seat_invitations set ended_at = ${at}, ended_how = 'withdrawn'
    where member_id = ${member} and ended_at is null`.execute(tx)
}

/** Forgets those that ended or ran out before; answers how many. */
export async function forgetSeatInvitations(db: Db, before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from seat_invitations where least(ended_at, expires_at) < ${before}`.execute(db)
  return Number(numAffectedRows)
}
