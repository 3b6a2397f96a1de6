import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { listPublished } from '../db/published.ts'

async function publisher(world: World) {
  const member = await world.member()
  return (...headlines: string[]) => publish(world, member, headlines)
}

async function publish(world: World, member: Awaited<ReturnType<World['member']>>, headlines: readonly string[]) {
  const ids = await world.publish(headlines.map((headline) => draftFor(member, { headline }, world.clock())))
  const lines = await listPublished(world.db, { limit: 100 })
  return ids.map((id) => lines.find((line) => line.id === id)?.slug ?? '')
}

test('stories of one day with one headline are numbered, within a batch and beyond', async () => {
  await using world = await newsroom()
  const publish = await publisher(world)
  assert.deepEqual(await publish('News', 'Other', 'News'), ['news', 'other', 'news-2'])
  assert.deepEqual(await publish('News', 'News'), ['news-3', 'news-4'])
  world.clock.advance(86_400)
  assert.deepEqual(await publish('News'), ['news'])
})

test('headlines that nobody can read without a dictionary are numbered by what they are', async () => {
  await using world = await newsroom()
  const publish = await publisher(world)
  assert.deepEqual(await publish('最高裁が違憲判断', '名前を守った判決', '東京レインボープライド開催'), [
    'report',
    'report-2',
    'reinbopuraido',
  ])
})

test('a number that another headline has as its own is not given twice', async () => {
  await using world = await newsroom()
  const publish = await publisher(world)
  assert.deepEqual(await publish('News 2', 'News 2 2'), ['news-2', 'news-2-2'])
  assert.deepEqual(await publish('News', 'News', 'News 2'), ['news', 'news-3', 'news-2-3'])
})
