import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftFor } from '../../../test/support/drafts.ts'
import { newsroom, type World } from '../../../test/support/newsroom.ts'
import { readDocument, readText } from '../../core/formats/read.ts'
import type { MemberId, StoryId } from '../../core/id.ts'
import { withdraw } from '../../wire/recall.ts'
import { revise } from '../../wire/revise.ts'

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
  for (const path of [
    '/feedback',
    '/feed.xml',
    '/topics/nothing/feed',
    '/places/zz/feed',
    '/languages/EN/feed',
    '/archive/2026/13/feed',
  ])
    assert.ok([404, 301].includes((await world.get(path)).status), path)
})

test('every list has a feed of its own, named in its page', async () => {
  await using world = await newsroom()
  await world.topic('harbours', 'Harbours')
  await world.story({
    headline: 'In the list',
    language: 'sw',
    topics: ['harbours'],
    countries: ['KE'],
    genre: 'release',
  })
  await world.story({ headline: 'Beside it', publishedAt: new Date('2026-10-02T10:00:00Z') })
  const ids = new Set<string | undefined>()
  for (const list of [
    '/releases',
    '/topics/harbours',
    '/places/ke',
    '/languages/sw',
    '/archive/2026/11',
    '/archive/2026/11/24',
  ]) {
    const page = await (await world.get(list)).text()
    for (const name of ['feed', 'feed.atom', 'feed.json', 'feed.ninjs']) {
      const path = `${list}/${name}`
      if (name !== 'feed.ninjs') assert.ok(page.includes(`href="${path}"`), path)
      const answer = await world.get(path)
      assert.equal(answer.status, 200, path)
      const text = await answer.text()
      assert.match(text, /In the list/, path)
      assert.doesNotMatch(text, /Beside it/, path)
      if (name === 'feed.atom') ids.add(readText(text, {}).feed.id)
    }
  }
  assert.equal(ids.size, 6)
})

test('each repair is an entry of the feed of corrections, with what was said of it', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'Put right' })
  await world.story({ headline: 'Right from the start' })
  for (const [number, note] of [
    [2, 'The day was wrong.'],
    [3, 'The name was wrong.'],
  ] as const) {
    world.clock.advance(60)
    await correct(world, id, note)
    const { items } = readText(await (await world.get('/corrections/feed.atom')).text(), {})
    assert.equal(items.length, 1)
    assert.match(items[0]?.id ?? '', new RegExp(`story/${id}/version/${number}$`))
    assert.equal(items[0]?.summary, `Correction: ${note}`)
    assert.equal(items[0]?.updated, world.clock().toISOString().replace('.000Z', 'Z'))
  }
})

test('what was taken back is named in the feeds of the lists it stood in, and in no other', async () => {
  await using world = await newsroom()
  await world.topic('harbours', 'Harbours')
  const id = await world.story({ language: 'pt-BR', topics: ['harbours'], countries: ['KE'] })
  const before = Number(new Date((await world.get('/feed')).headers.get('last-modified') ?? ''))
  world.clock.advance(60)
  const context = await world.wire()
  await world.db.transaction().execute((tx) => withdraw(tx, context, id, 'Whyword'))
  const at = world.clock().toISOString()
  for (const list of [
    '',
    '/topics/harbours',
    '/places/ke',
    '/languages/pt',
    '/archive/2026/11',
    '/members/harbour-times',
  ]) {
    const read = async (name: string) => (await world.get(`${list}/${name}`)).text()
    for (const name of ['feed', 'feed.atom']) {
      const { tombstones, feed } = readText(await read(name), {})
      assert.deepEqual(
        tombstones.map((one) => one.when),
        [at.replace('.000Z', 'Z')],
        list + name,
      )
      assert.match(tombstones[0]?.id ?? '', new RegExp(`story/${id}$`))
      assert.ok(Number(new Date(feed.updated ?? '')) > before)
    }
    assert.deepEqual(
      JSON.parse(await read('feed.json'))._tombstones.map((one: { at: string }) => one.at),
      [at],
    )
    const [gone] = JSON.parse(await read('feed.ninjs')).associations
    assert.deepEqual([gone.pubStatus, gone.versionCreated], ['canceled', at])
    assert.doesNotMatch(await read('feed.atom'), /Whyword/)
  }
  for (const list of ['/releases', '/places/ug', '/languages/p', '/archive/2026/10'])
    assert.doesNotMatch(await (await world.get(`${list}/feed.atom`)).text(), /deleted-entry/, list)
  world.clock.advance(91 * 86_400)
  assert.doesNotMatch(await (await world.get('/feed.atom')).text(), /deleted-entry/)
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

async function correct(world: World, id: StoryId, note: string): Promise<void> {
  const context = await world.wire()
  const { text } = draftFor({ id: '' as MemberId, slug: '' }, { headline: note }, world.clock())
  await world.db.transaction().execute((tx) => revise(tx, context, [{ id, kind: 'correction', note, text }]))
}
