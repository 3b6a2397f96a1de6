import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { listPublished } from '../db/published.ts'
import { erase } from '../wire/recall.ts'

type Entry = { id: string; title?: string; content_text?: string; url?: string; tags?: string[] }

/** A source whose feed a test rewrites: `bring` serves entries and visits. */
async function feedOf(world: World) {
  const site = await world.net.site()
  const serve = (items: readonly Entry[]) =>
    site.serve('/feed', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Harbour', items }))
  serve([])
  const source = await world.source(`${site.url}/feed`)
  return {
    source,
    async bring(...items: readonly Entry[]) {
      serve(items)
      return await world.visit(source)
    },
  }
}

const headlines = async (world: World) => (await listPublished(world.db, { limit: 50 })).map((line) => line.headline)

test('an item is the same again by its name, however long the name', async () => {
  await using world = await newsroom()
  const feed = await feedOf(world)
  const long = Array.from({ length: 2_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * i * 31) % 20_000))).join('')
  const entries = [
    { id: `${long}1`, title: 'One', content_text: 'x' },
    { id: `${long}2`, title: 'Two', content_text: 'x' },
  ]
  assert.equal((await feed.bring(...entries)).itemsNew, 2)
  const again = await feed.bring(...entries.map((entry) => ({ ...entry, content_text: 'y' })))
  assert.deepEqual([again.itemsNew, again.itemsChanged], [0, 2])
})

test('items that a careless feed gives one name are told apart by their addresses', async () => {
  await using world = await newsroom()
  const feed = await feedOf(world)
  const entry = (n: number) => ({
    id: 'news',
    title: `Story ${n}`,
    url: `https://h.example/${n}`,
    content_text: `${n}`,
  })
  assert.equal((await feed.bring(entry(2), entry(1))).itemsNew, 2)
  assert.equal((await feed.bring(entry(3), entry(2), entry(1))).itemsNew, 1)
  assert.deepEqual((await headlines(world)).toSorted(), ['Story 1', 'Story 2', 'Story 3'])
})

test('characters that cannot be seen or kept make no headline and stop no visit', async () => {
  await using world = await newsroom()
  const feed = await feedOf(world)
  const entries = [
    { id: 'a\0', title: '\u200b\u202e', content_text: 'The first words.' },
    { id: 'b\ud800', title: 'Bell\u0007 and\0 tab\tand\u202e turn', content_text: 'a\0b', tags: ['c\0d'] },
  ]
  assert.equal((await feed.bring(...entries)).itemsNew, 2)
  const again = await feed.bring({ id: 'c', content_text: 'A third text.' }, ...entries)
  assert.deepEqual([again.itemsNew, again.itemsChanged], [1, 0])
  assert.deepEqual((await headlines(world)).toSorted(), ['A third text.', 'Bell and tab and turn', 'The first words.'])
})

test('what was erased is not kept again, whichever feed of its member brings it', async () => {
  await using world = await newsroom()
  const [one, two] = [await feedOf(world), await feedOf(world)]
  const entry = (words: string) => ({ id: '1', title: 'A name', url: 'https://h.example/1', content_text: words })
  await one.bring(entry('In danger.'))
  const [line] = await listPublished(world.db, { limit: 1 })
  assert.ok(line)
  const context = await world.wire()
  await world.db.transaction().execute((tx) => erase(tx, context, line.id, 'Somebody is in danger.'))

  await one.bring(entry('Still in danger.'))
  await two.bring(entry('In danger, too.'))
  const items = await world.db.selectFrom('items').select(['raw', 'erasedAt']).execute()
  assert.deepEqual(
    items.map(({ raw, erasedAt }) => [raw, erasedAt !== null]),
    [
      [null, true],
      [null, true],
    ],
  )
  assert.deepEqual(await headlines(world), [])
})
