import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { forget } from './forget.ts'

const day = 86_400

test('an item as it came is forgotten after 90 days and the ledger after 30; that it came stays known', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  const items = [{ id: '1', title: 'One', content_text: 'The whole text.' }]
  site.serve('/feed', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Harbour', items }))
  const source = await world.source(`${site.url}/feed`)
  await world.visit(source)
  world.clock.advance(29 * day)
  assert.deepEqual(await forget(world.db, world.clock()), { items: 0, visits: 0 })
  world.clock.advance(2 * day)
  assert.deepEqual(await forget(world.db, world.clock()), { items: 0, visits: 1 })
  world.clock.advance(60 * day)
  assert.deepEqual(await forget(world.db, world.clock()), { items: 1, visits: 0 })
  assert.deepEqual(await world.db.selectFrom('items').select('raw').execute(), [{ raw: null }])

  items.unshift({ id: '2', title: 'Two', content_text: 'More of it.' })
  site.serve('/feed', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Harbour', items }))
  const again = await world.visit(source)
  assert.deepEqual([again.itemsNew, again.itemsChanged], [1, 0])
})
