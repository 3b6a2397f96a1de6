import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { readNetwork, updateNetwork } from './network.ts'

test('facts change, but never the authority that every entry id is built from', async () => {
  await using world = await newsroom()
  const change = {
    name: 'The Wire',
    foundedOn: '2001-11-01',
    homes: [{ name: 'Elsewhere', url: 'https://e.example/' }],
  }
  const before = await readNetwork(world.db)
  await world.db.transaction().execute((tx) => updateNetwork(tx, change))
  assert.deepEqual(await readNetwork(world.db), { ...before, ...change })
  await assert.rejects(
    world.db.updateTable('network').set({ tagAuthority: 'other.example,2026' }).execute(),
    /The tag authority is fixed at set-up/,
  )
})
