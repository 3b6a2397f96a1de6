import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fullSwing, swing, tracePath } from './trace.ts'

/** Where a path goes, from its start on. */
function points(path: string): [number, number][] {
  const [start = '', steps = ''] = path.slice(1).split('l')
  let [x = 0, y = 0] = start.split(' ').map(Number)
  const numbers = steps.match(/-?\d*\.?\d+/g)?.map(Number) ?? []
  const found: [number, number][] = [[x, y]]
  for (let i = 0; i < numbers.length; i += 2) {
    x += numbers[i] ?? 0
    y += numbers[i + 1] ?? 0
    found.push([x, y])
  }
  return found
}

test('a line swings by turns, as far as there was something, and ends in the middle after as many units as days', () => {
  assert.deepEqual(points(tracePath([10, 5, 0, 10], 10)), [
    [0, 20],
    [0.5, 0],
    [1.5, 30],
    [2.5, 20],
    [3.5, 40],
    [4, 20],
  ])
})

test('one story is seen, and no day leaves the paper', () => {
  const [, quiet, loud] = points(tracePath([1, 5_000], 900))
  assert.deepEqual([quiet?.[1], loud?.[1]], [swing - 2, 2 * swing])
})

test('a single earthquake does not flatten the years, and a young network has none', () => {
  const years = Array.from({ length: 3_000 }, (_, i) => 20 + (i % 20))
  assert.equal(fullSwing([...years, 70]), 39)
  assert.equal(fullSwing([...years, 400]), 200)
  assert.equal(fullSwing([1]), 6)
})
