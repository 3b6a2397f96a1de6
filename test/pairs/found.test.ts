/** What the program says of pairs that people have judged. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSameText } from '../../src/core/story/cluster.ts'
import { fingerprint, overlap } from '../../src/core/story/fingerprint.ts'
import { type Pair, readPairs } from './read-pairs.ts'

test('of the pairs that are the same nine in ten are found, and hardly one that is not', () => {
  const pairs = readPairs()
  const said = pairs.filter(isFound)
  const right = said.filter(({ same }) => same)
  const same = pairs.filter((pair) => pair.same)
  const wrong = said.filter((pair) => !pair.same).map(({ kind, name }) => `${kind}: ${name}`)
  assert.ok(pairs.length >= 150)
  assert.ok(
    right.length / said.length >= 0.98,
    `precision ${right.length} of ${said.length}; wrong: ${wrong.join('; ')}`,
  )
  assert.ok(right.length / same.length >= 0.9, `recall ${right.length} of ${same.length}`)
})

test('a translation and a thorough rewrite are never the same text', () => {
  const others = readPairs().filter(({ kind }) => kind === 'translation' || kind === 'rewrite')
  assert.deepEqual(others.filter(isFound), [])
})

/** Found by a key, as among hundreds of thousands, and then compared. */
function isFound({ a, b }: Pair): boolean {
  const [one, other] = [fingerprint(a.body), fingerprint(b.body)]
  if (!one || !other || !one.keys.some((key) => other.keys.includes(key))) return false
  return isSameText(overlap(one, other))
}
