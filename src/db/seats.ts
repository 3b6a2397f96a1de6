/** Seats: which people may act for which member. */
import { sql } from 'kysely'
import type { AccountId, Id, MemberId } from '../core/id.ts'
import type { SeatRole } from '../core/member/seat.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type SeatId = Id<'seat'>

export type NewSeat = {
  readonly member: MemberId
  readonly account: AccountId
  readonly role: SeatRole
  /** Whether they still have to show that the member is theirs. */
  readonly isClaim?: boolean
}

/** False when they sit there already. `by`: `account ID`, or `operator`. */
export async function insertSeat(tx: Tx, seat: NewSeat, at: Date, by: string): Promise<boolean> {
  const { member, account, role, isClaim = false } = seat
  const result = await tx
    .insertInto('seats')
    .values({
      id: newId<SeatId>(at),
      memberId: member,
      accountId: account,
      role,
      givenAt: at,
      givenBy: by,
      claimedAt: isClaim ? null : at,
    })
    .onConflict((conflict) => conflict.columns(['memberId', 'accountId']).where('endedAt', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export type SeatLine = {
  readonly id: SeatId
  readonly account: AccountId
  readonly role: SeatRole
  readonly givenAt: Date
  readonly givenBy: string
}

/** Who sits with a member, in the order they came; seats that nobody has claimed yet are left out. */
export async function listSeats(db: Db, member: MemberId): Promise<SeatLine[]> {
  const rows = await db
    .selectFrom('seats')
    .select(['id', 'accountId', 'role', 'givenAt', 'givenBy'])
    .where('memberId', '=', member)
    .where('endedAt', 'is', null)
    .where('claimedAt', 'is not', null)
    .orderBy('givenAt')
    .orderBy('id')
    .execute()
  return rows.map(({ accountId, ...row }) => ({
    ...row,
    id: row.id as SeatId,
    account: accountId as AccountId,
    role: row.role as SeatRole,
  }))
}

/** False when they do not sit there. */
export async function endSeat(
  tx: Tx,
  { member, account }: Pick<NewSeat, 'member' | 'account'>,
  at: Date,
  by: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('seats')
    .set({ endedAt: at, endedBy: by })
    .where('memberId', '=', member)
    .where('accountId', '=', account)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Whoever changes the seats of a member waits here for the others who do. */
export async function lockSeats(tx: Tx, member: MemberId): Promise<void> {
  await sql`select from members where id = ${member} for no key update`.execute(tx)
}
