/** Arrivals: accounts whose browser did the work when they asked to join. */
import type { AccountId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'

export async function noteArrival(tx: Tx, account: AccountId, at: Date): Promise<void> {
  await tx
    .insertInto('arrivals')
    .values({ accountId: account, workedAt: at })
    .onConflict((conflict) => conflict.column('accountId').doNothing())
    .execute()
}

export async function hasWorked(db: Db, account: AccountId): Promise<boolean> {
  const row = await db.selectFrom('arrivals').select('accountId').where('accountId', '=', account).executeTakeFirst()
  return row !== undefined
}
