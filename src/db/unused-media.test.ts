import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationOf } from '../../test/support/joining.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { insertMedia, lockMedia } from './media.ts'
import { forgetMedia } from './unused-media.ts'

test('a picture that somebody hands in anew while another takes it off is there afterwards', async () => {
  await using world = await newsroom()
  const { db, clock } = world
  const hash = 'ab'.repeat(32)
  const picture = { hash, type: 'image/webp', width: 1, height: 1, bytes: 1 }
  const forget = () => db.transaction().execute((tx) => forgetMedia(tx, [hash, hash]))
  const application = await applicationOf(world, await world.account())
  await db.transaction().execute((tx) => insertMedia(tx, picture, clock()))
  await db.transaction().execute(async (tx) => {
    await lockMedia(tx, hash)
    await insertMedia(tx, picture, clock())
    assert.deepEqual(await forget(), [])
    await tx.updateTable('applications').set({ logo: hash }).where('id', '=', application).execute()
  })
  assert.deepEqual(await forget(), [])
  await db.updateTable('applications').set({ logo: null }).execute()
  assert.deepEqual(await forget(), [hash])
})
