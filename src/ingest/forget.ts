/** Forgets what is past its time: items as they came after 90 days, the ledger of visits after 30, hosts after one. */

import { forgetHosts } from '../db/claims.ts'
import type { Db } from '../db/connection.ts'
import { forgetItems } from '../db/items.ts'
import { forgetVisits } from '../db/visits.ts'

const day = 86_400_000

export async function forget(db: Db, now: Date): Promise<{ items: number; visits: number }> {
  await forgetHosts(db, new Date(now.getTime() - day))
  return {
    items: await forgetItems(db, new Date(now.getTime() - 90 * day)),
    visits: await forgetVisits(db, new Date(now.getTime() - 30 * day)),
  }
}
