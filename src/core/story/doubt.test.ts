import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoryId } from '../id.ts'
import { type Doubt, settle } from './doubt.ts'

const now = new Date('2026-11-24T12:00:00Z')
const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const doubt = (words: Partial<Doubt>): Doubt => ({
  storyId: '0190a000-0000-7000-8000-000000000001' as StoryId,
  kind: 'missing',
  said: '',
  firstAt: now,
  lastAt: now,
  looks: 0,
  goneAt: null,
  url: 'https://paper.example/a',
  ...words,
})

test('a tombstone withdraws a story once its page is gone', () => {
  for (const status of [404, 410]) {
    const verdict = settle(doubt({ kind: 'tombstone', said: 'the desk: printed by mistake' }), status, now)
    assert.equal(verdict.outcome, 'withdrawn')
    assert.ok(verdict.outcome === 'withdrawn' && verdict.why.includes('printed by mistake'))
  }
})

test('a tombstone whose page is still there withdraws when it is seen a second time', () => {
  assert.equal(settle(doubt({ kind: 'tombstone' }), 200, now).outcome, null)
  assert.equal(settle(doubt({ kind: 'tombstone', firstAt: before(0.5) }), 200, now).outcome, null, 'too soon to be two')
  assert.equal(settle(doubt({ kind: 'tombstone', firstAt: before(2) }), 200, now).outcome, 'withdrawn')
  assert.equal(settle(doubt({ kind: 'tombstone', firstAt: before(2) }), null, now).outcome, 'withdrawn')
})

test('what is only missing stays, unless its page says twice that it is gone for good', () => {
  assert.equal(settle(doubt({}), 404, now).outcome, null, 'a page that is not found may be a mistake of the server')
  const first = settle(doubt({}), 410, now)
  assert.deepEqual(first, { outcome: null, lookAt: before(-1), goneAt: now })
  assert.equal(settle(doubt({ goneAt: before(0.2), looks: 1 }), 410, now).outcome, null)
  assert.equal(settle(doubt({ goneAt: before(1), looks: 1 }), 410, now).outcome, 'withdrawn')
  const back = settle(doubt({ goneAt: before(1), looks: 1 }), 200, now)
  assert.ok(back.outcome === null && back.goneAt === null, 'a page that came back was never gone')
})

test('a doubt that nothing settles is given up after a while', () => {
  const looks = [0, 1, 2, 3].map((n) => settle(doubt({ looks: n }), 200, now))
  assert.deepEqual(
    looks.map((verdict) =>
      verdict.outcome === null ? (verdict.lookAt.getTime() - now.getTime()) / 3_600_000 : verdict.outcome,
    ),
    [1, 24, 168, 'stays'],
  )
})
