import assert from 'node:assert/strict'
import { test } from 'node:test'
import { habitOf, isQuieterThanHabit } from './habit.ts'

const hour = 3_600_000
const now = new Date('2026-11-24T12:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * hour)

test('the habit is the gap that nine of ten stay below', () => {
  const daily = Array.from({ length: 8 }, (_, days) => ago(24 * days))
  assert.equal(habitOf(daily), 24 * 3600)
  // One old story that stays at the end of a feed is no habit.
  const pinned = [...Array.from({ length: 12 }, (_, i) => ago(2 * i)), ago(10_000)]
  assert.equal(habitOf(pinned), 2 * 3600)
})

test('the order of stories does not matter, and what comes within an hour is one moment', () => {
  const bursts = [0, 0.1, 0.2, 168, 168.5, 336, 504, 672, 672.1].map(ago)
  assert.equal(habitOf(bursts.toReversed()), 168 * 3600)
})

test('of few stories no habit is known', () => {
  assert.equal(habitOf([0, 24, 48, 72].map(ago)), undefined)
  assert.equal(habitOf([]), undefined)
})

test('a source is quiet after three times its usual gap, and after a day at the earliest', () => {
  const daily = { habitSeconds: 86_400 }
  assert.equal(isQuieterThanHabit({ ...daily, lastNewsAt: ago(71) }, now), false)
  assert.equal(isQuieterThanHabit({ ...daily, lastNewsAt: ago(73) }, now), true)
  const hourly = { habitSeconds: 3600 }
  assert.equal(isQuieterThanHabit({ ...hourly, lastNewsAt: ago(23) }, now), false)
  assert.equal(isQuieterThanHabit({ ...hourly, lastNewsAt: ago(25) }, now), true)
  assert.equal(isQuieterThanHabit({ habitSeconds: null, lastNewsAt: ago(9999) }, now), false)
})
