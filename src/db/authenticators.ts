/** Authenticators and what stands in for one that is lost: the shared secret, the last step taken, recovery codes. */
import type { AccountId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'

/** From now on its codes are asked for. `sealed`: the shared secret, encrypted; `step`: that of the code just taken. */
export async function setAuthenticator(
  tx: Tx,
  account: AccountId,
  { sealed, since, step }: { readonly sealed: Buffer; readonly since: Date; readonly step: number },
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ totp: sealed, totpSince: since, totpStep: step })
    .where('id', '=', account)
    .execute()
}

/** False when there was none. */
export async function clearAuthenticator(tx: Tx, account: AccountId): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('accounts')
    .set({ totp: null, totpSince: null })
    .where('id', '=', account)
    .where('totpSince', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes the code of a step; false when it, or a later one, was taken before. */
export async function takeStep(tx: Tx, account: AccountId, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('accounts')
    .set({ totpStep: step })
    .where('id', '=', account)
    .where('totpStep', '<', String(step))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** In the place of those there were, used or not. */
export async function replaceRecoveryCodes(tx: Tx, accountId: AccountId, hashes: readonly Buffer[]): Promise<void> {
  await tx.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute()
  if (hashes.length === 0) return
  await tx
    .insertInto('recoveryCodes')
    .values(hashes.map((codeHash) => ({ accountId, codeHash })))
    .execute()
}

/** Uses a code up; false when it is none of this account's, or was used before. */
export async function useRecoveryCode(tx: Tx, account: AccountId, codeHash: Buffer, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recoveryCodes')
    .set({ usedAt: at })
    .where('accountId', '=', account)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The hashes of those that were not used. */
export async function listRecoveryCodes(db: Db, account: AccountId): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('recoveryCodes')
    .select('codeHash')
    .where('accountId', '=', account)
    .where('usedAt', 'is', null)
    .execute()
  return rows.map(({ codeHash }) => codeHash)
}
