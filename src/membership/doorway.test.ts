import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { testClock } from '../../test/support/clock.ts'
import { createDoorway } from './doorway.ts'

const exits = { has: async (address: string) => address.startsWith('198.51.100.') }

test('of one network five come in within half an hour, however its addresses are spread; another is another’s matter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(255), { minLength: 6, maxLength: 30 }), async (last) => {
      const doorway = createDoorway(testClock(), exits)
      const taken = []
      for (const n of last) taken.push(await doorway.take(`203.0.113.${n}`, true))
      assert.equal(taken.filter((free) => free === undefined).length, 5)
      assert.equal(await doorway.take('203.0.114.1', true), undefined)
    }),
    { numRuns: 20 },
  )
})

test('of IPv6 a household is a network', async () => {
  const doorway = createDoorway(testClock(), exits)
  for (let n = 0; n < 5; n += 1) assert.equal(await doorway.take(`2001:db8:0:1::${n}`, true), undefined)
  assert.ok(await doorway.take('2001:db8:0:1:ffff::', true))
  assert.equal(await doorway.take('2001:db8:0:2::1', true), undefined)
})

test('Tor’s users share a generous pool, and when it is used up the door stands open for whoever did the work', async () => {
  const doorway = createDoorway(testClock(), exits)
  for (let n = 0; n < 100; n += 1) assert.equal(await doorway.take(`198.51.100.${n}`, false), undefined)
  assert.ok(await doorway.take('198.51.100.200', false))
  assert.equal(await doorway.take('198.51.100.200', true), undefined)
  assert.equal(await doorway.take('203.0.113.1', false), undefined, 'what comes by Tor takes nobody else’s place')
})
