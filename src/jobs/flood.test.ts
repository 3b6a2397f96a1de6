import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { floodWatch } from './flood.ts'

test('a flood is what comes between two looks, not what lay there before', async () => {
  await using world = await newsroom()
  for (let n = 0; n < 4; n++) await world.story({ headline: `Before ${n}` })
  const isFlood = floodWatch(world.db, 2)
  assert.equal(await isFlood(), false)
  await world.story({ headline: 'One' })
  await world.story({ headline: 'Two' })
  assert.equal(await isFlood(), false)
  for (let n = 0; n < 3; n++) await world.story({ headline: `More ${n}` })
  assert.equal(await isFlood(), true)
  assert.equal(await isFlood(), false, 'it is over')
})
