import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextTry, refusalOf } from './picture-tries.ts'

const now = new Date('2026-11-24T12:00:00Z')

test('what does not come is asked for a few times, at growing distances, and no more', () => {
  const minutes = (refusal: 'never' | 'missing' | 'away') =>
    [1, 2, 3, 4, 5, 6].map((tries) => {
      const at = nextTry(refusal, tries, now)
      return at && (at.getTime() - now.getTime()) / 60_000
    })
  assert.deepEqual(minutes('away'), [5, 30, 180, 1080, null, null])
  assert.deepEqual(minutes('missing'), [5, 30, null, null, null, null])
  assert.deepEqual(minutes('never'), [null, null, null, null, null, null])
})

test('a server that asks for patience has it, for a day at most', () => {
  assert.equal(nextTry('away', 1, now, 3600)?.toISOString(), '2026-11-24T13:00:00.000Z')
  assert.equal(nextTry('away', 1, now, 9_999_999)?.toISOString(), '2026-11-25T12:00:00.000Z')
})

test('a status says whether it is worth coming again', () => {
  assert.deepEqual([404, 410, 403, 451, 500, 503, 429].map(refusalOf), [
    ...['missing', 'never', 'never', 'never', 'away', 'away', 'away'],
  ])
})
