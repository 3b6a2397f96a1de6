import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pathAfterVouches, type Queued, queueGroup, queueGroups, queueOrder } from './queue-order.ts'

const monday = new Date('2026-11-23T09:00:00Z')
const plain: Queued = { path: 'open', worked: true, signs: [], submittedAt: monday }
const hard = { code: 'commerce', link: 'https://a.example' } as const

test('whom somebody knows comes first, then who did the work, then the others, signs that weigh, and the flood', () => {
  const group = (more: Partial<Queued>) => queueGroup({ ...plain, ...more })
  assert.equal(group({ path: 'invited' }), 'known')
  assert.equal(group({ path: 'vouched', worked: false }), 'known')
  assert.equal(group({}), 'worked')
  assert.equal(group({ signs: [{ code: 'no-feed' }, { code: 'links', count: 9 }] }), 'worked')
  assert.equal(group({ worked: false }), 'unworked')
  assert.equal(group({ path: 'invited', signs: [hard] }), 'signs', 'who knows a spammer may be one')
  assert.equal(group({ path: 'flood' }), 'flood')
})

test('two members’ word is a way in; one that is taken back leads back to the open door, and never into the flood', () => {
  assert.equal(pathAfterVouches('flood', 1), 'flood')
  assert.equal(pathAfterVouches('flood', 2), 'vouched')
  assert.equal(pathAfterVouches('vouched', 1), 'open')
  assert.equal(pathAfterVouches('open', 3), 'vouched')
  assert.equal(pathAfterVouches('invited', 0), 'invited')
  assert.equal(pathAfterVouches('invited', 2), 'invited')
})

test('nobody is lost, nobody overtakes in their group, and no group comes before the one above it', () => {
  const queued = fc.record({
    path: fc.constantFrom('open' as const, 'invited' as const, 'vouched' as const, 'flood' as const),
    worked: fc.boolean(),
    signs: fc.subarray([hard, { code: 'no-site' } as const]),
    submittedAt: fc.date({ noInvalidDate: true }),
  })
  fc.assert(
    fc.property(fc.array(queued, { maxLength: 30 }), (applications) => {
      const ordered = queueOrder(applications)
      assert.deepEqual(new Set(ordered), new Set(applications))
      for (const [i, one] of ordered.entries()) {
        const next = ordered[i + 1]
        if (!next) continue
        const [a, b] = [one, next].map((each) => queueGroups.indexOf(queueGroup(each))) as [number, number]
        assert.ok(a <= b)
        if (a === b) assert.ok(one.submittedAt <= next.submittedAt)
      }
    }),
  )
})
