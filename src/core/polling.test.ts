import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Advice, hostPauseMs, nextVisit, type Pace, type VisitOutcome } from './polling.ts'

const at = new Date('2026-11-24T12:00:00Z') // a Tuesday
const nothingNew = { kind: 'nothing-new' } as const

/** The pace after a visit at noon, and how many seconds later the next is due. */
function next(pace: Partial<Pace>, outcome: VisitOutcome, advice: Advice = {}, jitter = 0) {
  const found = nextVisit({ intervalSeconds: 600, failures: 0, ...pace }, outcome, { least: 300, jitter, at, advice })
  return { ...found, seconds: (found.at.getTime() - at.getTime()) / 1000 }
}

test('a source that publishes is visited twice as often, down to the bound', () => {
  assert.deepEqual(next({ intervalSeconds: 1800 }, { kind: 'new-items' }).pace, { intervalSeconds: 900, failures: 0 })
  assert.equal(next({ intervalSeconds: 1800 }, { kind: 'new-items' }).seconds, 900)
  assert.equal(next({ intervalSeconds: 310 }, { kind: 'new-items' }).seconds, 300)
})

test('a quiet source is visited less often, up to a day', () => {
  assert.equal(next({ intervalSeconds: 1000 }, nothingNew).seconds, 1200)
  assert.equal(next({ intervalSeconds: 86_000 }, nothingNew).seconds, 86_400)
})

test('a source that keeps to its habit is visited at least twice in it, until it is quiet for longer', () => {
  const habit = { habitSeconds: 7200, silentSeconds: 3600 }
  assert.equal(next({ intervalSeconds: 3500 }, nothingNew, habit).seconds, 3600)
  assert.equal(next({ intervalSeconds: 9000 }, nothingNew, habit).seconds, 3600)
  assert.equal(next({ intervalSeconds: 3500 }, nothingNew, { ...habit, silentSeconds: 7201 }).seconds, 4200)
})

test('failures wait twice as long each time, up to a day; a success forgets them', () => {
  let pace: Pace = { intervalSeconds: 600, failures: 0 }
  const waits: number[] = []
  for (let i = 0; i < 12; i += 1) {
    const after = next(pace, { kind: 'failed' })
    pace = after.pace
    waits.push(after.seconds)
  }
  assert.deepEqual(waits.slice(0, 4), [300, 600, 1200, 2400])
  assert.equal(waits.at(-1), 86_400)
  assert.deepEqual(next(pace, nothingNew).pace, { intervalSeconds: 720, failures: 0 })
})

test('nothing but the pace comes back of what was handed in', () => {
  const source = { intervalSeconds: 600, failures: 0, memberSlug: 'harbour-times' }
  for (const kind of ['failed', 'nothing-new', 'new-items'] as const)
    assert.deepEqual(Object.keys(next(source, { kind }).pace).sort(), ['failures', 'intervalSeconds'])
})

test('what server and feed ask for makes the wait longer, up to a day, and does not stay in the pace', () => {
  assert.equal(next({}, { kind: 'failed', retryAfterSeconds: 7200 }).seconds, 7200)
  assert.equal(next({}, nothingNew, { ttlSeconds: 3600 }).seconds, 3600)
  assert.equal(next({}, nothingNew, { freshSeconds: 5000, ttlSeconds: 3600 }).seconds, 5000)
  assert.equal(next({}, nothingNew, { freshSeconds: 31_536_000 }).seconds, 86_400)
  assert.equal(next({}, nothingNew, { ttlSeconds: 60 }).seconds, 720)
  assert.equal(next({}, nothingNew, { ttlSeconds: 3600 }).pace.intervalSeconds, 720)
})

test('visits are spread by a tenth, and none waits longer than a day for it', () => {
  assert.equal(next({ intervalSeconds: 1000 }, nothingNew, {}, 0.5).seconds, 1260)
  assert.equal(next({ intervalSeconds: 86_400 }, nothingNew, {}, 0.9).seconds, 86_400)
})

test('a feed that updates in steps is visited in them, after the stroke of its clock where it tells one', () => {
  assert.equal(next({}, nothingNew, { schedule: { everySeconds: 3600 } }).seconds, 3600)
  const daily = { everySeconds: 86_400, base: '2026-01-01T18:30:00Z' }
  assert.equal(next({}, nothingNew, { schedule: daily }).at.toISOString(), '2026-11-24T18:30:00.000Z')
  assert.equal(next({}, nothingNew, { schedule: daily }, 0.5).at.toISOString(), '2026-11-24T19:42:00.000Z')
  assert.equal(next({ intervalSeconds: 7200 }, nothingNew, { schedule: { everySeconds: 3600 } }).seconds, 8640)
  assert.equal(next({}, nothingNew, { schedule: { everySeconds: 365 * 86_400 } }).seconds, 86_400)
})

test('hours and days that a feed says to skip are skipped, unless it skips them all', () => {
  const skipHours = [12, 13, 14]
  assert.equal(next({}, nothingNew, { schedule: { skipHours } }).at.toISOString(), '2026-11-24T15:12:00.000Z')
  const skipDays = [2, 3]
  assert.equal(next({}, nothingNew, { schedule: { skipDays } }).at.toISOString(), '2026-11-26T00:12:00.000Z')
  const all = { skipDays: [0, 1, 2, 3], skipHours: [], everySeconds: 300 }
  assert.equal(next({}, nothingNew, { schedule: all }).at.toISOString(), '2026-11-26T00:12:00.000Z')
  const everyDay = { skipDays: [0, 1, 2, 3, 4, 5, 6] }
  assert.equal(next({}, nothingNew, { schedule: everyDay }).seconds, 720)
})

test('a host has a second between two visits, less where visits may follow each other faster', () => {
  assert.equal(hostPauseMs(300), 1000)
  assert.equal(hostPauseMs(1), 4)
})
