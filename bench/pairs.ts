/**
 * What the program says of the pairs of texts that people have judged (test/pairs), and how long it takes for one.
 *
 *   npm run bench:pairs
 */
import { isSameText } from '../src/core/story/cluster.ts'
import { fingerprint, overlap } from '../src/core/story/fingerprint.ts'
import { type Pair, readPairs } from '../test/pairs/read-pairs.ts'
import { machine } from './machine.ts'

const pairs = readPairs()
const isFound = ({ a, b }: Pair) => {
  const [one, other] = [fingerprint(a.body), fingerprint(b.body)]
  if (!one || !other || !one.keys.some((key) => other.keys.includes(key))) return false
  return isSameText(overlap(one, other))
}
for (const pair of pairs) isFound(pair)
const began = performance.now()
const found = pairs.map((pair) => ({ ...pair, isFound: isFound(pair) }))
const each = (performance.now() - began) / pairs.length
const count = (same: boolean, said: boolean) =>
  found.filter((pair) => pair.same === same && pair.isFound === said).length
const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)]
console.log(machine())
console.log(`${pairs.length} pairs, ${right + missed} of them the same: ${right} found, ${wrong} said falsely`)
console.log(`precision ${(right / (right + wrong)).toFixed(3)}, recall ${(right / (right + missed)).toFixed(3)}`)
console.log(`${each.toFixed(2)} ms for a pair`)
for (const { kind, name, same, isFound } of found)
  if (same !== isFound) console.log(`  ${same ? 'missed' : 'false'}: ${kind}, ${name}`)
