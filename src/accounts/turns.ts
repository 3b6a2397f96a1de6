/** Those who try the same door follow each other. */
import { Unavailable } from '../core/errors.ts'

/** Acts when everybody who came to this door before is done. Throws Unavailable when too many wait there already. */
export type Turns = <T>(door: string, act: () => Promise<T>) => Promise<T>

export function createTurns(most: number): Turns {
  const lines = new Map<string, { last: Promise<unknown>; length: number }>()
  return async (door, act) => {
    const line = lines.get(door) ?? { last: Promise.resolve(), length: 0 }
    if (line.length >= most) throw new Unavailable('Too many try this door at this moment: try again in a minute.')
    lines.set(door, line)
    line.length += 1
    const turn = line.last.then(act)
    line.last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      line.length -= 1
      if (line.length === 0) lines.delete(door)
    }
  }
}
