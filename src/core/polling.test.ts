import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextVisit } from './polling.ts'

const bounds = { least: 300, jitter: 0 }

test('a source that publishes is visited twice as often, down to the bound', () => {
  assert.deepEqual(nextVisit({ intervalSeconds: 1800, failures: 0 }, { kind: 'new-items' }, bounds), {
    pace: { intervalSeconds: 900, failures: 0 },
    seconds: 900,
  })
  assert.equal(nextVisit({ intervalSeconds: 310, failures: 0 }, { kind: 'new-items' }, bounds).seconds, 300)
})

test('a quiet source is visited less often, up to a day', () => {
  assert.equal(nextVisit({ intervalSeconds: 1000, failures: 0 }, { kind: 'nothing-new' }, bounds).seconds, 1200)
  assert.equal(nextVisit({ intervalSeconds: 86_000, failures: 0 }, { kind: 'nothing-new' }, bounds).seconds, 86_400)
})

test('failures wait twice as long each time, a success forgets them', () => {
  let pace = { intervalSeconds: 600, failures: 0 }
  const waits: number[] = []
  for (let i = 0; i < 12; i += 1) {
    const next = nextVisit(pace, { kind: 'failed' }, bounds)
    pace = next.pace
    waits.push(next.seconds)
  }
  assert.deepEqual(waits.slice(0, 4), [300, 600, 1200, 2400])
  assert.equal(waits.at(-1), 86_400)
  assert.deepEqual(nextVisit(pace, { kind: 'nothing-new' }, bounds).pace, { intervalSeconds: 720, failures: 0 })
})

test('nothing but the pace comes back of what was handed in', () => {
  const source = { intervalSeconds: 600, failures: 0, memberSlug: 'harbour-times' }
  for (const kind of ['failed', 'nothing-new', 'new-items'] as const)
    assert.deepEqual(Object.keys(nextVisit(source, { kind }, bounds).pace).sort(), ['failures', 'intervalSeconds'])
})

test('a source that says when to come back, and a feed with a ttl, are taken at their word up to a day', () => {
  const pace = { intervalSeconds: 600, failures: 0 }
  assert.equal(nextVisit(pace, { kind: 'failed', retryAfterSeconds: 7200 }, bounds).seconds, 7200)
  assert.equal(nextVisit(pace, { kind: 'nothing-new' }, { ...bounds, ttlSeconds: 3600 }).seconds, 3600)
  assert.equal(nextVisit(pace, { kind: 'nothing-new' }, { ...bounds, ttlSeconds: 1e9 }).seconds, 86_400)
})

test('visits are spread by a tenth', () => {
  assert.equal(
    nextVisit({ intervalSeconds: 1000, failures: 0 }, { kind: 'nothing-new' }, { least: 300, jitter: 0.5 }).seconds,
    1260,
  )
})
