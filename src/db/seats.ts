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

export async function setRole(
  tx: Tx,
  { member, account, role }: Pick<NewSeat, 'member' | 'account' | 'role'>,
): Promise<void> {
  await tx
    .updateTable('seats')
    .set({ role })
    .where('memberId', '=', member)
    .where('accountId', '=', account)
    .where('endedAt', 'is', null)
    .execute()
}

/** Ends all seats with a member, those nobody has claimed too. */
export async function endSeats(tx: Tx, member: MemberId, at: Date, by: string): Promise<void> {
  await tx
    .updateTable('seats')
    .set({ endedAt: at, endedBy: by })
    .where('memberId', '=', member)
    .where('endedAt', 'is', null)
    .execute()
}

/** Members whose only owner somebody is, held still: nobody takes or gives a seat there until the transaction ends. */
export async function lockSoleOwned(tx: Tx, account: AccountId): Promise<{ slug: string; name: string }[]> {
  const { rows: mine } = await sql<{ id: MemberId; slug: string; name: string }>`
    select m.id, m.slug, m.name from members m where m.left_at is null and exists (select from seats t
      where t.member_id = m.id and t.account_id = ${account} and t.role = 'owner' and t.ended_at is null and t.claimed_at is not null)
    order by m.id for no key update of m`.execute(tx)
  const sole: { slug: string; name: string }[] = []
  for (const { id, slug, name } of mine) {
    const owners = (await listSeats(tx, id)).filter(({ role }) => role === 'owner')
    if (owners.every((owner) => owner.account === account)) sole.push({ slug, name })
  }
  return sole
}

/** Seats that wait for their holder to show that a member moved in from elsewhere is theirs. */
export async function listClaims(
  db: Db,
  account: AccountId,
): Promise<{ name: string; role: SeatRole; givenAt: Date }[]> {
  const { rows } = await sql<{ name: string; role: SeatRole; givenAt: Date }>`
    select m.name, t.role, t.given_at from seats t join members m on m.id = t.member_id
    where t.account_id = ${account} and t.ended_at is null and t.claimed_at is null and m.left_at is null
    order by m.name, m.id`.execute(db)
  return rows
}

/** People who sit with each member. */
export async function countSeats(db: Db): Promise<Map<MemberId, number>> {
  const { rows } = await sql<{ memberId: MemberId; seats: number }>`
    select member_id, count(*)::int as seats from seats where ended_at is null and claimed_at is not null
    group by member_id`.execute(db)
  return new Map(rows.map(({ memberId, seats }) => [memberId, seats]))
}
