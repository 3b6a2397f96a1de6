/**
 * Rounds that follow the log step back while stories come in by thousands: taking in has the processors first, and what
 * they do can wait until it is over.
 */
import type { Db } from '../db/connection.ts'
import { readNewest } from '../db/events.ts'

/** Answers, each time, whether more than `most` events came since it was asked last. */
export function floodWatch(db: Db, most: number): () => Promise<boolean> {
  let before: bigint | undefined
  return async () => {
    const newest = BigInt(await readNewest(db))
    const came = before === undefined ? 0n : newest - before
    before = newest
    return came > BigInt(most)
  }
}
