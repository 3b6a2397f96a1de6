/** Links that work once: those in mails, and the one that opens a new network. Only hashes of them are kept. */
import type { AccountId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'

export type Purpose = 'sign-in' | 'new-mail' | 'set-up' | 'invitation' | 'join'

export type Link = {
  readonly tokenHash: Buffer
  readonly purpose: Purpose
  readonly accountId: AccountId | null
  /** The fingerprint of the address it was sent to, where there was no account. */
  readonly mailKey?: Buffer | null
  /** Encrypted. */
  readonly about: Buffer | null
  readonly madeAt: Date
  readonly expiresAt: Date
}

export async function insertLink(tx: Tx, link: Link): Promise<void> {
  await tx.insertInto('links').values(link).execute()
}

/** The link of a token, unless it is over or used. */
export async function findLink(db: Db, purpose: Purpose, tokenHash: Buffer, now: Date): Promise<Link | undefined> {
  const row = await db
    .selectFrom('links')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return row && { ...row, purpose, accountId: row.accountId as AccountId | null }
}

/** Uses a link up: of two who try at once one gets it. */
export async function takeLink(tx: Tx, purpose: Purpose, tokenHash: Buffer, now: Date): Promise<Link | undefined> {
  const row = await tx
    .deleteFrom('links')
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .returningAll()
    .executeTakeFirst()
  return row && { ...row, purpose, accountId: row.accountId as AccountId | null }
}

/** How many links of this kind an account was sent since. */
export async function countLinks(db: Db, purpose: Purpose, account: AccountId, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('links')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('accountId', '=', account)
    .where('purpose', '=', purpose)
    .where('madeAt', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many links to join an address was sent since. */
export async function countJoinLinks(db: Db, mailKey: Buffer, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('links')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('mailKey', '=', mailKey)
    .where('madeAt', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** All of an account, of one kind where that is said; or, without an account, all of a kind. Answers how many. */
export async function deleteLinks(
  tx: Tx,
  which: { readonly account: AccountId; readonly purpose?: Purpose } | { readonly purpose: Purpose },
): Promise<number> {
  let deleting = tx.deleteFrom('links')
  if ('account' in which) deleting = deleting.where('accountId', '=', which.account)
  if (which.purpose) deleting = deleting.where('purpose', '=', which.purpose)
  const { numDeletedRows } = await deleting.executeTakeFirst()
  return Number(numDeletedRows)
}

/** The invitations that wait, the newest first. */
export async function listInvitations(
  db: Db,
  now: Date,
): Promise<{ account: AccountId; about: Buffer | null; madeAt: Date; expiresAt: Date }[]> {
  const rows = await db
    .selectFrom('links')
    .select(['accountId', 'about', 'madeAt', 'expiresAt'])
    .where('purpose', '=', 'invitation')
    .where('expiresAt', '>', now)
    .orderBy('madeAt', 'desc')
    .execute()
  return rows.flatMap(({ accountId, ...row }) => (accountId ? [{ ...row, account: accountId as AccountId }] : []))
}
