/** Forgets what is past its time: items as they came after 90 days, the ledger of visits after 30. */
import type { Db } from '../db/connection.ts'
import { forgetItems } from '../db/items.ts'
import { forgetVisits } from '../db/sources.ts'

const day = 86_400_000

export async function forget(db: Db, now: Date): Promise<{ items: number; visits: number }> {
  return {
    items: await forgetItems(db, new Date(now.getTime() - 90 * day)),
    visits: await forgetVisits(db, new Date(now.getTime() - 30 * day)),
  }
}
