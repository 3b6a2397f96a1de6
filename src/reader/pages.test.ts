import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { StoryId } from '../core/id.ts'
import { kill, withdraw } from '../wire/recall.ts'
import { revise } from '../wire/revise.ts'

const address = '/2026/11/24/court-lets-a-community-archive-keep-its-name'

async function read(world: World, path: string) {
  const response = await world.get(path)
  const tags = response.headers.get('cache-tag')?.split(',') ?? []
  return { status: response.status, text: await response.text(), location: response.headers.get('location'), tags }
}

test('a published story stands on the front, on its page, at its member and in the archive', async () => {
  await using world = await newsroom()
  const id = await world.story()
  for (const path of ['/', '/members/harbour-times', '/archive/2026/11/24'])
    assert.match((await read(world, path)).text, /keep its name/, path)
  for (const path of ['/archive', '/archive/2026', '/archive/2026/11', '/members'])
    assert.match((await read(world, path)).text, /1 story/, path)
  const page = await read(world, address)
  assert.equal(page.status, 200)
  assert.match(page.text, /First published by <a href="\/members\/harbour-times">/)
  assert.deepEqual(page.tags, [`story:${id}`, 'member:harbour-times', 'network', 'midnight'])
})

test('a network with nothing in it answers everywhere', async () => {
  await using world = await newsroom()
  for (const path of ['/', '/members', '/about', '/archive', '/corrections', '/robots.txt', '/favicon.svg'])
    assert.equal((await read(world, path)).status, 200, path)
})

test('what was withdrawn answers 410 with what may be said, and is nowhere else', async () => {
  await using world = await newsroom()
  const id = await world.story()
  await recall(world, id, withdraw)
  const page = await read(world, address)
  assert.equal(page.status, 410)
  assert.match(page.text, /Harbour Times.*took it back/)
  for (const path of ['/', '/members/harbour-times', '/archive/2026/11/24'])
    assert.doesNotMatch((await read(world, path)).text, /keep its name/, path)
})

test('what was killed tells nobody whose it was', async () => {
  await using world = await newsroom()
  await recall(world, await world.story(), kill)
  const page = await read(world, address)
  assert.equal(page.status, 410)
  assert.doesNotMatch(page.text, /Harbour|harbour/)
  assert.ok(!page.tags.some((tag) => tag.startsWith('member:')))
})

test('a correction is told on its page and among the corrections', async () => {
  await using world = await newsroom()
  const id = await world.story()
  const { text } = draftFor({ id: '' as never, slug: '' }, { body: '<p>Another text.</p>' }, world.clock())
  const wire = await world.wire()
  const revision = { id, kind: 'correction' as const, note: 'The judge was another.', text }
  await world.db.transaction().execute((tx) => revise(tx, wire, [revision]))
  for (const path of [address, '/corrections'])
    assert.match((await read(world, path)).text, /The judge was another\./, path)
  assert.match((await read(world, '/')).text, /<h2 id="corrected">/)
})

test('a grant of the headline shows the headline, and a grant of pictures none that is somebody else’s', async () => {
  await using world = await newsroom()
  await world.story({ grant: { shows: 'headline', pictures: 'none' } })
  const { text } = await read(world, address)
  assert.match(text, /Read the whole story at/)
  assert.doesNotMatch(text, /Judges ruled/)
})

test('addresses written another way lead to the right one, ids to their story, and unknown ones are not found', async () => {
  await using world = await newsroom()
  const id = await world.story()
  const to = async (path: string) => {
    const { status, location } = await read(world, path)
    return `${status} ${location ?? ''}`.trim()
  }
  assert.equal(await to(`${address}/`), `301 ${address}`)
  assert.equal(await to(address.toUpperCase()), `301 ${address}`)
  assert.equal(await to('/MEMBERS/Harbour-Times'), '301 /members/harbour-times')
  assert.equal(await to(`/stories/${id}`), `302 ${address}`)
  for (const path of [
    '/stories/1',
    '/members/nobody',
    '/2026/02/30/x',
    '/archive/2026/13',
    '/archive/0000',
    '/?before=x',
    '/corrections?before=1',
    '/members/harbour-times?before=',
    '/nothing',
  ])
    assert.equal(await to(path), '404', path)
})

test('an address in any script, with anything in it, is led on or not found, and breaks nothing', async () => {
  await using world = await newsroom()
  await world.story()
  const to = async (path: string) => {
    const { status, location } = await read(world, path)
    return `${status} ${location ?? ''}`.trim()
  }
  assert.equal(await to('/%E6%97%A5%E6%9C%AC/'), '301 /%E6%97%A5%E6%9C%AC')
  assert.equal(await to('/MEMBERS/%C3%89'), '301 /members/%C3%89')
  assert.equal(await to('/x%0d%0aset-cookie:a=b/'), '301 /x%0d%0aset-cookie:a=b')
  for (const path of ['/members/%00', '/members/%00/feed', '/2026/11/24/%00', '/media/%00', '/stories/%00'])
    assert.equal(await to(path), '404', path)
  assert.deepEqual(world.logged, [])
})

test('a long wire goes on page by page, each line once', async () => {
  await using world = await newsroom()
  const member = await world.member()
  const drafts = Array.from({ length: 95 }, (_, i) => {
    const publishedAt = new Date(world.clock().getTime() - i * 60_000)
    return draftFor(member, { headline: `Story number ${i}.`, publishedAt }, world.clock())
  })
  await world.publish(drafts)
  const seen: string[] = []
  let path: string | undefined = '/members/harbour-times'
  for (let pages = 0; path && pages < 5; pages += 1) {
    const { text } = await read(world, path)
    seen.push(...[...text.matchAll(/Story number \d+\./g)].map(([headline]) => headline))
    path = /rel="next" href="([^"]+)"/.exec(text)?.[1]
  }
  assert.equal(seen.length, 95)
  assert.equal(new Set(seen).size, 95)
  const front = await read(world, '/')
  const earlier = /rel="next" href="([^"]+)"/.exec(front.text)?.[1] ?? ''
  assert.match((await read(world, earlier)).text, /Story number 10\./)
})

async function recall(world: World, id: StoryId, act: typeof withdraw): Promise<void> {
  const wire = await world.wire()
  await world.db.transaction().execute((tx) => act(tx, wire, id, 'a test'))
}
