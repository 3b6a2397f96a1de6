import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../../test/support/newsroom.ts'
import { readDocument } from '../../core/formats/read.ts'

const types = {
  '/feed': 'application/rss+xml; charset=utf-8',
  '/feed.atom': 'application/atom+xml; charset=utf-8',
  '/feed.json': 'application/feed+json; charset=utf-8',
}

test('each format is served as what it is, tagged by what it is made of', async () => {
  await using world = await newsroom()
  const id = await world.story()
  for (const [path, type] of Object.entries(types)) {
    const response = await world.get(path)
    assert.equal(response.headers.get('content-type'), type)
    assert.equal(response.headers.get('cache-tag'), `front,network,story:${id}`)
    assert.equal(response.headers.get('last-modified'), world.clock().toUTCString())
    const { problems, items } = readDocument(new Uint8Array(await response.arrayBuffer()), { contentType: type })
    assert.deepEqual(problems, [], path)
    assert.match(items[0]?.id ?? '', new RegExp(`^tag:.*:story/${id}$`))
  }
})

test('a feed goes on until every story was told once', async () => {
  await using world = await newsroom()
  for (let i = 0; i < 35; i += 1) await world.story({ headline: `Story ${i} of many` })
  const front = await pagesFrom(world, '/feed.atom')
  assert.deepEqual(front.lengths, [30, 5])
  assert.equal(new Set(front.ids).size, 35)
  assert.deepEqual((await pagesFrom(world, '/members/harbour-times/feed.json')).lengths, [30, 5])
  assert.equal((await world.get('/feed?before=nonsense')).status, 404)
})

test('a member nobody knows has no feed', async () => {
  await using world = await newsroom()
  for (const path of ['/members/nobody/feed', '/members/nobody/feed.atom', '/members/nobody/feed.json'])
    assert.equal((await world.get(path)).status, 404, path)
})

test('where the member grants an excerpt, no feed carries the text', async () => {
  await using world = await newsroom()
  await world.story({
    body: '<p>The whole text.</p>',
    excerpt: 'A taste of it.',
    grant: { shows: 'excerpt', pictures: 'none' },
  })
  for (const path of Object.keys(types)) {
    const text = await (await world.get(path)).text()
    assert.match(text, /A taste of it/)
    assert.doesNotMatch(text, /The whole text/)
  }
})

test('pictures in a text are not linked from where they are', async () => {
  await using world = await newsroom()
  const picture = '<figure><img src="https://harbour.example/p.jpg" alt=""><figcaption>A crowd.</figcaption></figure>'
  await world.story({ body: `<p>Before.</p>${picture}<p>After.</p>`, grant: { shows: 'full', pictures: 'republish' } })
  for (const path of Object.keys(types)) {
    const text = await (await world.get(path)).text()
    assert.match(text, /Before\..*After\./)
    assert.doesNotMatch(text, /p\.jpg/)
  }
})

/** Follows `next` to the end. */
async function pagesFrom(world: { get(path: string): Promise<Response> }, start: string) {
  const lengths: number[] = []
  const ids: (string | undefined)[] = []
  let path: string | undefined = start
  while (path !== undefined) {
    const bytes = new Uint8Array(await (await world.get(path)).arrayBuffer())
    const { feed, items } = readDocument(bytes, {})
    lengths.push(items.length)
    ids.push(...items.map((item) => item.id))
    const next: URL | undefined = feed.next ? new URL(feed.next) : undefined
    path = next && next.pathname + next.search
  }
  return { lengths, ids }
}
