import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDay, nextMidnight, yearsBetween } from './calendar.ts'

test('midnight is the network’s own, also on the days a clock is put forward or back', () => {
  const at = (zone: string, now: string) => nextMidnight(zone, new Date(now)).toISOString()
  assert.equal(at('UTC', '2026-11-22T14:07:30.500Z'), '2026-11-23T00:00:00.000Z')
  assert.equal(at('Asia/Kathmandu', '2026-11-22T14:07:30Z'), '2026-11-22T18:15:00.000Z')
  assert.equal(at('Europe/Berlin', '2026-10-24T22:30:00Z'), '2026-10-25T23:00:00.000Z')
  assert.equal(at('Europe/Berlin', '2026-03-28T23:30:00Z'), '2026-03-29T22:00:00.000Z')
})

test('years are whole ones', () => {
  assert.equal(yearsBetween('2001-11-01', '2026-11-22'), 25)
  assert.equal(yearsBetween('2001-11-23', '2026-11-22'), 24)
  assert.equal(yearsBetween('2026-11-23', '2026-11-22'), 0)
})

test('a day that never was is no day', () => {
  assert.ok(isDay('2024-02-29'))
  for (const none of ['2026-02-29', '2026-13-01', '2026-00-10', '0000-01-01', 'today', ''])
    assert.ok(!isDay(none), none)
})
