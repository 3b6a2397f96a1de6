import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { patient } from '../core/patience.ts'
import { calm } from './calm.ts'

function calmed(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const dropped: string[] = []
  const keeper = calm(
    {
      drop: (tags) => void dropped.push(tags.join(' ')),
      outdate: (tags) => void dropped.push(`new: ${tags.join(' ')}`),

      suspend() {},
      resume() {},
    },
    500,
  )
  return { keeper, dropped, pass: (ms: number) => t.mock.timers.tick(ms) }
}

test('the first is passed on at once, those that follow together when half a second is over', (t) => {
  const { keeper, dropped, pass } = calmed(t)
  keeper.drop([patient('front'), patient('story:1')])
  assert.deepEqual(dropped, ['new: front story:1'])
  keeper.drop([patient('front')])
  keeper.drop([patient('front'), patient('story:2')])
  pass(499)
  assert.deepEqual(dropped, ['new: front story:1'])
  pass(1)
  assert.deepEqual(dropped, ['new: front story:1', 'new: front story:2'])
  // And after a quiet half second at once again.
  pass(500)
  keeper.drop([patient('front')])
  assert.deepEqual(dropped.at(-1), 'new: front')
  assert.equal(dropped.length, 3)
})

test('what is taken back never waits, and takes nothing along that does', (t) => {
  const { keeper, dropped, pass } = calmed(t)
  keeper.drop([patient('front')])
  keeper.drop([patient('members'), 'story:1', 'front'])
  assert.deepEqual(dropped, ['new: front', 'story:1 front'])
  pass(500)
  assert.deepEqual(dropped, ['new: front', 'story:1 front', 'new: members'])
})
