/** Ends suspensions whose last day is over. */
import type { Db } from '../db/connection.ts'
import { listDueSuspensions } from '../db/suspensions.ts'
import { letBack } from './take-measure.ts'

/** The task. Their owners were told when it would end. */
export async function endSuspensions(db: Db, { now }: { readonly now: Date }): Promise<number> {
  const due = await listDueSuspensions(db, now)
  for (const id of due) await db.transaction().execute((tx) => letBack(tx, id, now, 'its end'))
  return due.length
}
