import assert from 'node:assert/strict'
import { test } from 'node:test'
import { healthOf, span } from './source-health.ts'

const now = new Date('2026-11-24T12:00:00Z')
const well = {
  paused: null,
  failures: 0,
  lastProblem: null,
  lastSuccessAt: new Date('2026-11-24T11:58:00Z'),
  habitSeconds: 2 * 86_400,
  lastNewsAt: new Date('2026-11-23T12:00:00Z'),
}

test('each way a source may be has its word, and the reason is told', () => {
  assert.deepEqual(healthOf(well, now), { state: 'well', words: 'well, last read 2026-11-24 11:58 UTC' })
  assert.deepEqual(healthOf({ ...well, lastSuccessAt: null }, now), { state: 'new', words: 'not read yet' })
  assert.deepEqual(healthOf({ ...well, failures: 3, lastProblem: 'The server answered 500.' }, now), {
    state: 'failing',
    words: 'failed 3 times in a row: The server answered 500',
  })
  assert.deepEqual(healthOf({ ...well, failures: 30, paused: 'It failed.' }, now), {
    state: 'paused',
    words: 'paused: It failed.',
  })
})

test('a source quieter than its habit is shown as such', () => {
  assert.deepEqual(healthOf({ ...well, lastNewsAt: new Date('2026-11-12T12:00:00Z') }, now), {
    state: 'quiet',
    words: 'quieter than its habit: nothing new for 12 days, usually within 2 days',
  })
})

test('spans are told in the unit that says enough', () => {
  assert.deepEqual([5, 2400, 7200, 90_000, 200_000].map(span), [
    '1 minute',
    '40 minutes',
    '2 hours',
    '25 hours',
    '2 days',
  ])
})
