/**
 * The ledger of recalls, applied: a restored backup is older than some withdrawals, kills and erasures, and must not
 * show again what was taken back since.
 */

import type { Clock } from '../core/clock.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import type { Recall } from '../core/wire.ts'
import type { Db } from '../db/connection.ts'
import { readNetwork } from '../db/network.ts'
import { erase, kill, withdraw } from './recall.ts'

/** Applies recalls in order; those that hold already, or whose story the backup does not know, change nothing. */
export async function applyRecalls(
  db: Db,
  recalls: readonly Recall[],
  clock: Clock,
): Promise<{ applied: number; already: number; unknown: number }> {
  const { timeZone } = await readNetwork(db)
  const acts = { withdrawal: withdraw, kill, erasure: erase }
  const counts = { applied: 0, already: 0, unknown: 0 }
  for (const recall of recalls) {
    const context = { now: clock(), by: recall.by, timeZone }
    try {
      await db.transaction().execute((tx) => acts[recall.kind](tx, context, recall.story, recall.why))
      counts.applied += 1
    } catch (error) {
      if (error instanceof Conflict) counts.already += 1
      else if (error instanceof NotFound) counts.unknown += 1
      else throw error
    }
  }
  return counts
}
