import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { insertImport } from '../db/source-imports.ts'
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

test('what a source did on a day is known for 400 days, a list of feeds for 30', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/feed', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Harbour', items: [] }))
  await world.visit(await world.source(`${site.url}/feed`))
  const handedIn = { title: 'Ours', at: world.clock(), by: 'test', lines: [] }
  await world.db.transaction().execute((tx) => insertImport(tx, handedIn))
  const left = async () => {
    await forget(world.db, world.clock())
    const tables = ['sourceDays', 'sourceImports'] as const
    return await Promise.all(
      tables.map(async (table) => (await world.db.selectFrom(table).selectAll().execute()).length),
    )
  }
  world.clock.advance(30 * day)
  assert.deepEqual(await left(), [1, 1])
  world.clock.advance(day)
  assert.deepEqual(await left(), [1, 0])
  world.clock.advance(368 * day)
  assert.deepEqual(await left(), [1, 0])
  world.clock.advance(3 * day)
  assert.deepEqual(await left(), [0, 0])
})
