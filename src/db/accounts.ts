/** Accounts, and apart from them the identities behind: mail addresses and names come here encrypted. */
import { sql } from 'kysely'
import type { AccountId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'
import { forgetMedia } from './unused-media.ts'

/** What is kept of who somebody is. `mail` and `name` are encrypted, `mailKey` is the address's fingerprint. */
export type Identity = {
  readonly mailKey: Buffer
  readonly mail: Buffer
  readonly mailConfirmedAt: Date | null
  readonly name: Buffer | null
}

export type Account = Identity & {
  readonly id: AccountId
  readonly createdAt: Date
  readonly language: string
  /** In PHC's format. */
  readonly password: string | null
  readonly passwordSetAt: Date | null
  /** The shared secret of an authenticator, encrypted; in force since `totpSince`. */
  readonly totp: Buffer | null
  readonly totpSince: Date | null
  readonly discreet: boolean
}

export type NewAccount = Identity & Pick<Account, 'id' | 'createdAt' | 'language'>

/** False when the address is another account's. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const { id, createdAt, language, ...identity } = account
  // Of two who come by the same address at once the second sees the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(encode(${identity.mailKey}, 'hex'), 0))`.execute(tx)
  const taken = await tx.selectFrom('identities').select('accountId').where('mailKey', '=', identity.mailKey).execute()
  if (taken.length > 0) return false
  await tx.insertInto('accounts').values({ id, createdAt, language }).execute()
  await tx
    .insertInto('identities')
    .values({ accountId: id, ...identity })
    .execute()
  return true
}

export async function findAccount(db: Db, id: AccountId): Promise<Account | undefined> {
  const row = await accounts(db).where('accounts.id', '=', id).executeTakeFirst()
  return row && { ...row, id: row.id as AccountId }
}

export async function findAccountByMail(db: Db, mailKey: Buffer): Promise<Account | undefined> {
  const row = await accounts(db).where('identities.mailKey', '=', mailKey).executeTakeFirst()
  return row && { ...row, id: row.id as AccountId }
}

/** Those of these accounts that are still there, with who is behind them. */
export async function listIdentities(
  db: Db,
  ids: readonly AccountId[],
): Promise<{ id: AccountId; mail: Buffer; name: Buffer | null }[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('identities')
    .select(['accountId as id', 'mail', 'name'])
    .where('accountId', 'in', ids)
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as AccountId }))
}

function accounts(db: Db) {
  return db
    .selectFrom('accounts')
    .innerJoin('identities', 'identities.accountId', 'accounts.id')
    .select([
      'accounts.id',
      'createdAt',
      'language',
      'password',
      'passwordSetAt',
      'totp',
      'totpSince',
      'discreet',
      'mailKey',
      'mail',
      'mailConfirmedAt',
      'name',
    ])
}

export type AccountChange = Partial<Pick<Account, 'language' | 'password' | 'passwordSetAt' | 'discreet'>>

export async function updateAccount(tx: Tx, id: AccountId, change: AccountChange): Promise<void> {
  await tx.updateTable('accounts').set(change).where('id', '=', id).execute()
}

export async function updateIdentity(tx: Tx, id: AccountId, change: Partial<Identity>): Promise<void> {
  await tx.updateTable('identities').set(change).where('accountId', '=', id).execute()
}

/** Erases an account with everything that belongs to it. What its holder did as staff stays under its number. */
export async function deleteAccount(tx: Tx, id: AccountId): Promise<void> {
  await tx.deleteFrom('accounts').where('id', '=', id).execute()
}

/** Erases an account that was made for an invitation, unless somebody has come in by it or it has opened anything. */
export async function deleteUnusedAccount(tx: Tx, id: AccountId): Promise<void> {
  await sql`delete from accounts a where a.id = ${id} and ${isUnused}`.execute(tx)
}

/** Of a row of `accounts` called `a`. */
export const isUnused = sql`a.password is null
  and not exists (select from identities i where i.account_id = a.id and i.mail_confirmed_at is not null)
  and not exists (select from rights r where r.account_id = a.id)
  and not exists (select from passkeys p where p.account_id = a.id)
  and not exists (select from seats t where t.account_id = a.id and t.ended_at is null)
  and not exists (select from sessions s where s.account_id = a.id)`

/**
 * After a backup was put back: accounts erased since are erased again, with their applications, and whatever was open when
 * it was made is closed, since it may have been closed for a reason. Answers how many accounts that were, and which
 * pictures of theirs nothing has any more.
 */
export async function closeDoors(
  tx: Tx,
  departed: readonly AccountId[],
): Promise<{ erased: number; hashes: readonly string[] }> {
  const ids = [...departed]
  const { rows: logos } = await sql<{ logo: string }>`
    select logo from applications where account_id = any(${ids}::uuid[]) and logo is not null`.execute(tx)
  const { rows } = await sql`delete from accounts where id = any(${ids}::uuid[]) returning id`.execute(tx)
  await tx.deleteFrom('sessions').execute()
  await tx.deleteFrom('links').execute()
  const hashes = await forgetMedia(
    tx,
    logos.map(({ logo }) => logo),
  )
  return { erased: rows.length, hashes }
}

/** Holds the row, so that two requests of one account follow each other. */
export async function lockAccount(tx: Tx, id: AccountId): Promise<void> {
  await sql`select from accounts where id = ${id} for update`.execute(tx)
}
