/** Who may hear appeals. */
import { accountName } from '../core/account/visitor.ts'
import type { Db } from '../db/connection.ts'
import { listHolders } from '../db/rights.ts'

/** As records name them. */
export async function listModerators(db: Db): Promise<string[]> {
  const holders = await listHolders(db)
  return holders.filter(({ right }) => right === 'moderator').map(({ account }) => accountName(account))
}
