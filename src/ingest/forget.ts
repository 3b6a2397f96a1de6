/**
 * Forgets what is past its time: items as they came after 90 days, the ledger of visits and lists of feeds after 30, what
 * sources did day by day after 400, hosts after one.
 */

import { forgetHosts } from '../db/claims.ts'
import type { Db } from '../db/connection.ts'
import { forgetItems } from '../db/items.ts'
import { forgetSourceDays } from '../db/source-days.ts'
import { forgetImports } from '../db/source-imports.ts'
import { forgetVisits } from '../db/visits.ts'

const day = 86_400_000

export async function forget(db: Db, now: Date): Promise<{ items: number; visits: number }> {
  const ago = (days: number) => new Date(now.getTime() - days * day)
  await forgetHosts(db, ago(1))
  await forgetSourceDays(db, ago(400))
  await forgetImports(db, ago(30))
  return {
    items: await forgetItems(db, ago(90)),
    visits: await forgetVisits(db, ago(30)),
  }
}
