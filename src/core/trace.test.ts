import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fullSwing, swing, tracePath } from './trace.ts'

/** The strokes of a path: where each stands, and from where to where it goes. */
function strokes(path: string): [x: number, from: number, to: number][] {
  let [x, y] = [0, 0]
  return [...path.matchAll(/([Mm])(-?[\d.]+) ?(-?\d+)v(\d+)/g)].map(([, kind, dx, dy, length]) => {
    x = kind === 'M' ? Number(dx) : x + Number(dx)
    const from = kind === 'M' ? Number(dy) : y + Number(dy)
    y = from + Number(length)
    return [x, from, y]
  })
}

test('every day with stories has a stroke around the middle, as long as there were many', () => {
  assert.deepEqual(strokes(tracePath([10, 5, 0, 10], 10)), [
    [0.5, 0, 80],
    [1.5, 17, 63],
    [3.5, 0, 80],
  ])
  assert.deepEqual(strokes(tracePath([0, 0, 3], 3)), [[2.5, 0, 80]])
  assert.equal(tracePath([0, 0], 10), '')
})

test('one story is seen, and no day leaves the paper', () => {
  assert.deepEqual(strokes(tracePath([1, 5_000], 900)), [
    [0.5, swing - 2, swing + 2],
    [1.5, 0, 2 * swing],
  ])
})

test('a single earthquake does not flatten the years, and a young network has none', () => {
  const years = Array.from({ length: 3_000 }, (_, i) => 20 + (i % 20))
  assert.equal(fullSwing([...years, 70]), 39)
  assert.equal(fullSwing([...years, 4_000]), 39)
  assert.equal(fullSwing([1]), 6)
})
