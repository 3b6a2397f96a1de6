/** Sessions: who is signed in where. Only hashes of what browsers hold are kept. */
import { sql } from 'kysely'
import type { Right } from '../core/account/rights.ts'
import type { AccountId, SessionId } from '../core/id.ts'
import type { Seat } from '../core/member/seat.ts'
import type { Db, Tx } from './connection.ts'

/** How somebody came in. */
export type Way = 'password' | 'passkey' | 'link' | 'code' | 'set-up'

export type NewSession = {
  readonly id: SessionId
  readonly tokenHash: Buffer
  readonly accountId: AccountId
  readonly startedAt: Date
  readonly expiresAt: Date
  readonly way: Way
  readonly provedAt: Date
  readonly isHalf: boolean
}

/** A session with what every page of its holder needs. */
export type OpenSession = {
  readonly id: SessionId
  readonly accountId: AccountId
  readonly startedAt: Date
  readonly seenAt: Date
  readonly provedAt: Date
  readonly isHalf: boolean
  readonly way: Way
  readonly language: string
  /** Encrypted. */
  readonly name: Buffer | null
  readonly mail: Buffer
  readonly rights: readonly Right[]
  readonly seats: readonly Seat[]
  /** Whether an application of theirs is open. */
  readonly isApplying: boolean
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({ ...session, seenAt: session.startedAt })
    .execute()
}

/** The session of a cookie, unless it is over. */
export async function findSession(db: Db, tokenHash: Buffer, now: Date): Promise<OpenSession | undefined> {
  const { rows } = await sql<OpenSession>`
    select s.id, s.account_id, s.started_at, s.seen_at, s.proved_at, s.is_half, s.way, a.language, i.name, i.mail,
      array(select r.right_name from rights r where r.account_id = s.account_id and r.revoked_at is null order by 1) as rights,
      coalesce((select json_agg(json_build_object('member', m.id, 'slug', m.slug, 'name', m.name, 'role', t.role,
          'isSuspended', exists (select from suspensions u where u.member_id = m.id and u.ended_at is null)) order by m.name, m.id)
        from seats t join members m on m.id = t.member_id
        where t.account_id = s.account_id and t.ended_at is null and t.claimed_at is not null and m.left_at is null), '[]') as seats,
      exists (select from applications p where p.account_id = s.account_id
        and p.standing in ('draft', 'waiting', 'returned', 'held')) as is_applying
    from sessions s join accounts a on a.id = s.account_id join identities i on i.account_id = s.account_id
    where s.token_hash = ${tokenHash} and s.expires_at > ${now}`.execute(db)
  return rows[0]
}

export async function touchSession(db: Db, id: SessionId, seen: { at: Date; expiresAt: Date }): Promise<void> {
  await db.updateTable('sessions').set({ seenAt: seen.at, expiresAt: seen.expiresAt }).where('id', '=', id).execute()
}

export async function deleteSession(tx: Tx, account: AccountId, id: SessionId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('accountId', '=', account)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** All of an account's, but for the one that stays. */
export async function deleteSessions(tx: Tx, account: AccountId, but?: SessionId): Promise<number> {
  let deleting = tx.deleteFrom('sessions').where('accountId', '=', account)
  if (but) deleting = deleting.where('id', '<>', but)
  const { numDeletedRows } = await deleting.executeTakeFirst()
  return Number(numDeletedRows)
}

/** How many sessions that are still open an account has begun since. */
export async function countSessions(db: Db, account: AccountId, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('sessions')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('accountId', '=', account)
    .where('startedAt', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type SessionLine = {
  readonly id: SessionId
  readonly startedAt: Date
  readonly seenAt: Date
  readonly way: Way
}

/** Where an account is signed in, the one used last first. */
export async function listSessions(db: Db, account: AccountId, now: Date): Promise<SessionLine[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'startedAt', 'seenAt', 'way'])
    .where('accountId', '=', account)
    .where('expiresAt', '>', now)
    .where('isHalf', '=', false)
    .orderBy('seenAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as SessionId, way: row.way as Way }))
}
