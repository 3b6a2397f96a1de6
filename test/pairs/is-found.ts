/** Whether the program takes the two texts of a pair for one. */
import { isSameText } from '../../src/core/story/cluster.ts'
import { fingerprint, overlap } from '../../src/core/story/fingerprint.ts'
import type { Pair } from './read-pairs.ts'

/** By a key, as among hundreds of thousands, and then compared. */
export function isFound({ a, b }: Pair): boolean {
  const [one, other] = [fingerprint(a.body), fingerprint(b.body)]
  if (!one || !other || !one.keys.some((key) => other.keys.includes(key))) return false
  return isSameText(overlap(one, other))
}
