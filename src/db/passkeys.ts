/** Passkeys: the public half of a key that a device or a safe of passwords keeps, and whose account it opens. */
import type { AccountId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'

export type Passkey = {
  /** As the device calls it. */
  readonly id: Buffer
  readonly account: AccountId
  /** COSE (RFC 9052). */
  readonly publicKey: Buffer
  /** How often the device says it signed; many say 0 for ever. */
  readonly counter: number
  readonly transports: readonly string[]
  /** Whether a cloud keeps it, so that a lost device loses nothing. */
  readonly isBackedUp: boolean
  /** As its holder calls it; may be empty. */
  readonly name: string
  readonly addedAt: Date
  readonly usedAt: Date | null
}

/** False when a passkey of this name is there already, whosever it is. */
export async function insertPasskey(tx: Tx, passkey: Omit<Passkey, 'usedAt'>): Promise<boolean> {
  const { account, transports, ...row } = passkey
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkeys')
    .values({ ...row, accountId: account, transports: [...transports] })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findPasskey(db: Db, id: Buffer): Promise<Passkey | undefined> {
  const [row] = await passkeys(db).where('id', '=', id).execute()
  return row && asPasskey(row)
}

/** An account's, in the order they were added. */
export async function listPasskeys(db: Db, account: AccountId): Promise<Passkey[]> {
  const rows = await passkeys(db).where('accountId', '=', account).orderBy('addedAt').orderBy('id').execute()
  return rows.map(asPasskey)
}

function passkeys(db: Db) {
  return db
    .selectFrom('passkeys')
    .select(['id', 'accountId', 'publicKey', 'counter', 'transports', 'isBackedUp', 'name', 'addedAt', 'usedAt'])
}

type Row = Awaited<ReturnType<ReturnType<typeof passkeys>['execute']>>[number]

function asPasskey({ accountId, counter, ...row }: Row): Passkey {
  return { ...row, account: accountId as AccountId, counter: Number(counter) }
}

export type PasskeyUse = {
  readonly at: Date
  readonly counter: { readonly before: number; readonly now: number }
  readonly isBackedUp: boolean
}

/** False when it is gone, or was used by somebody else since it was looked at. */
export async function usePasskey(tx: Tx, id: Buffer, { at, counter, isBackedUp }: PasskeyUse): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkeys')
    .set({ usedAt: at, counter: counter.now, isBackedUp })
    .where('id', '=', id)
    .where('counter', '=', String(counter.before))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False when it is none of this account's. */
export async function renamePasskey(tx: Tx, account: AccountId, id: Buffer, name: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('accountId', '=', account)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False when it is none of this account's. */
export async function deletePasskey(tx: Tx, account: AccountId, id: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('accountId', '=', account)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Notes that a challenge was answered; false when it was before. */
export async function answerChallenge(tx: Tx, challengeHash: Buffer, expiresAt: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('answeredChallenges')
    .values({ challengeHash, expiresAt })
    .onConflict((conflict) => conflict.column('challengeHash').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
