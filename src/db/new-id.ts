/** A new identifier for a row about to be written at a moment. */
import { randomFillSync } from 'node:crypto'
import { type Id, uuidv7 } from '../core/id.ts'

/** Random bytes are asked for many at a time: each asking costs more than the bytes. */
const pool = Buffer.alloc(4_000)
let used = pool.length

export function newId<T extends Id<string>>(at: Date): T {
  if (used + 10 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 10
  return uuidv7<T>(at, pool.subarray(used - 10, used))
}
