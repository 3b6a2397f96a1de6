/** Pictures go with their stories. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Act, atSea, feed, line, photograph, shown, statuses, transact } from '../../test/support/pictured.ts'
import type { StoryId } from '../core/id.ts'
import { listPublished } from '../db/published.ts'
import { addTasks } from '../db/tasks.ts'
import { createMediaStore } from '../net/media-store.ts'
import { grant } from '../wire/grant.ts'
import { erase, hold, kill, release, withdraw } from '../wire/recall.ts'

test('a picture goes with its story, and with the grant', async () => {
  await using sea = await atSea()
  const { world, source } = sea
  await world.pictures()
  const { story, picture } = await shown(world)
  const hashes = (picture?.renditions ?? []).map(({ hash }) => hash)
  assert.ok(hashes.length >= 5)
  const act = (what: Act) => transact(world, what)
  for (const [taken, given] of [
    [(tx, context) => hold(tx, context, story.id, 'why'), (tx, context) => release(tx, context, story.id)],
    [
      (tx, context) => grant(tx, context, source, { shows: 'full', pictures: 'none' }),
      (tx, context) => grant(tx, context, source, { shows: 'full', pictures: 'credit' }),
    ],
    [
      (tx, context) => grant(tx, context, source, { shows: 'headline', pictures: 'credit' }),
      (tx, context) => grant(tx, context, source, { shows: 'excerpt', pictures: 'credit' }),
    ],
  ] as const satisfies [Act, Act][]) {
    await act(taken)
    assert.deepEqual(await statuses(world, hashes), [404])
    await act(given)
    assert.deepEqual(await statuses(world, hashes), [200])
  }
  await act((tx, context) => withdraw(tx, context, story.id, 'why'))
  assert.deepEqual(await statuses(world, hashes), [404])
  await act((tx, context) => kill(tx, context, story.id, 'why'))
  assert.deepEqual(await statuses(world, hashes), [404])
})

test('an erased story’s picture is gone from the store, unless another story shows it', async () => {
  await using sea = await atSea()
  const { world, site, source } = sea
  await world.pictures()
  const { story, picture } = await shown(world)
  const hashes = (picture?.renditions ?? []).map(({ hash }) => hash)
  site.serve('/feed', feed(site, {}, { title: 'Sails' }))
  await world.visit(source)
  const other = (await listPublished(world.db, { limit: 5 })).find(({ id }) => id !== story.id)
  assert.ok(other)
  const media = createMediaStore(world.config, world.clock)

  await transact(world, (tx, context) => erase(tx, context, story.id, 'why'))
  await world.work()
  assert.deepEqual(await statuses(world, hashes), [200])
  await transact(world, (tx, context) => erase(tx, context, other.id, 'why'))
  await world.work()
  assert.deepEqual(await statuses(world, hashes), [404])
  for (const hash of hashes) assert.equal(await media.get(hash), undefined)
  assert.deepEqual(await world.db.selectFrom('pictures').selectAll().execute(), [])
})

test('a story that is withdrawn while its picture is on the way keeps none', async () => {
  await using sea = await atSea()
  const { world, site } = sea
  const { id } = await line(world)
  const body = await photograph().jpeg().toBuffer()
  site.serve('/boats.jpg', (_request, response) => {
    void transact(world, (tx, context) => withdraw(tx, context, id as StoryId, 'why')).then(() => response.end(body))
  })
  await world.pictures()
  assert.deepEqual(await world.db.selectFrom('media').selectAll().execute(), [])
})

test('a picture that a newer version has not is served no more, and forgotten after a month', async () => {
  await using sea = await atSea()
  const { world, site, source } = sea
  await world.pictures()
  const hashes = ((await shown(world)).picture?.renditions ?? []).map(({ hash }) => hash)
  site.serve('/sails.jpg', { body: await photograph('#123456').jpeg().toBuffer() })
  site.serve('/feed', feed(site, { url: `${site.url}/sails.jpg` }))
  await world.visit(source)
  await world.pictures()
  assert.deepEqual(await statuses(world, hashes), [404])
  const media = createMediaStore(world.config, world.clock)
  const isKept = async () => (await media.get(hashes[0] ?? '')) !== undefined
  for (const [days, kept] of [
    [29, true],
    [2, false],
  ] as const) {
    world.clock.advance(days * 86_400)
    await world.db.transaction().execute((tx) => addTasks(tx, [{ name: 'forget', payload: {} }]))
    await world.work()
    assert.equal(await isKept(), kept, `${days}`)
  }
  const { picture } = await shown(world)
  assert.deepEqual(
    await statuses(
      world,
      (picture?.renditions ?? []).map(({ hash }) => hash),
    ),
    [200],
  )
})
