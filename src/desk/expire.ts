/** Takes down the advisories whose event is over. */
import type { Db } from '../db/connection.ts'
import { findDueExpiries } from '../db/expiries.ts'
import { readNetwork } from '../db/network.ts'
import { expire } from '../wire/recall.ts'

const atOnce = 100

/** Answers how many were taken down. */
export async function expireDue(db: Db, now: Date): Promise<number> {
  const { timeZone } = await readNetwork(db)
  for (let total = 0; ; ) {
    const due = await findDueExpiries(db, now, atOnce)
    if (due.length === 0) return total
    total += await db.transaction().execute((tx) => expire(tx, { now, by: 'the clock', timeZone }, due))
  }
}
