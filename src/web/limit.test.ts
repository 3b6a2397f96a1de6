import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testClock } from '../../test/support/clock.ts'
import { createLimit } from './limit.ts'

test('so many in an hour and no more; when the first is an hour old there is room again', () => {
  const clock = testClock()
  const limit = createLimit({ clock, most: 2, minutes: 60 })
  const began = clock().getTime()
  assert.equal(limit.take('192.0.2.1'), undefined)
  clock.advance(600)
  assert.equal(limit.take('192.0.2.1'), undefined)
  assert.equal(limit.take('192.0.2.1')?.getTime(), began + 3_600_000)
  assert.equal(limit.take('192.0.2.2'), undefined)
  clock.advance(3_000)
  assert.equal(limit.take('192.0.2.1'), undefined)
  assert.ok(limit.take('192.0.2.1'))
})

test('of IPv6 the network counts, however an address in it is written', () => {
  const limit = createLimit({ clock: testClock(), most: 1, minutes: 60 })
  assert.equal(limit.take('2001:db8:0:1::5'), undefined)
  assert.ok(limit.take('2001:0db8::1:ffff:0:0:1'))
  assert.equal(limit.take('2001:db8:0:2::5'), undefined)
  assert.equal(limit.take('::1'), undefined)
})

test('a flood of senders is forgotten from its oldest end', () => {
  const limit = createLimit({ clock: testClock(), most: 1, minutes: 60 })
  for (let i = 0; i < 20_001; i += 1) limit.take(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`)
  assert.equal(limit.take('10.0.0.0'), undefined)
  assert.ok(limit.take('10.0.78.32'))
})

test('after a day nobody is remembered: the key they were counted under is gone', () => {
  const clock = testClock()
  const limit = createLimit({ clock, most: 1, minutes: 3 * 24 * 60 })
  assert.equal(limit.take('203.0.113.9'), undefined)
  assert.ok(limit.take('203.0.113.9'))
  clock.advance(86_400)
  assert.equal(limit.take('203.0.113.9'), undefined)
})
