/** What is taken back at its source: absence deletes nothing, a tombstone or a 410 does, after a second sign. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atom, type Entry, rss } from '../../test/support/feeds.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { claimHost } from '../db/claims.ts'
import { createFetcher } from '../net/fetch.ts'
import { takeLooks } from './taken-back.ts'

/** A site with three stories, of which the pages answer as told; `b` is the one in the middle. */
async function harbour() {
  const world = await newsroom()
  const site = await world.net.site()
  const entries: Entry[] = ['a', 'b', 'c'].map((name, n) => ({
    id: `tag:harbour.example,2026:${name}`,
    link: `${site.url}/${name}`,
    title: `Story ${name}`,
    text: `Words of story ${name}.`,
    date: `2026-11-24T0${9 - n}:00:00Z`,
  }))
  site.serve('/feed', atom(entries))
  site.serve('/b', '<html>Story b</html>')
  const source = await world.source(`${site.url}/feed`)
  await world.visit(source)
  const fetcher = createFetcher(world.config)
  const look = async () => {
    const { db, clock } = world
    return (await takeLooks({ db, fetcher, clock, worker: 'worker', minPollSeconds: 300 })).map(
      ({ outcome }) => outcome,
    )
  }
  const visit = async (feed: string) => {
    site.serve('/feed', feed)
    await world.visit(source)
  }
  const shown = async () => (await world.get('/2026/11/24/story-b')).status
  return {
    ...{ world, site, entries, look, visit, shown },
    without: entries.filter((entry) => !entry.id?.endsWith('b')),
    async [Symbol.asyncDispose]() {
      await fetcher.close()
      await world[Symbol.asyncDispose]()
    },
  }
}

const tombstone = { id: 'tag:harbour.example,2026:b', when: '2026-11-24T11:00:00Z', comment: 'Printed by mistake' }

test('a story that is only missing stays, however often its page is looked for', async () => {
  await using house = await harbour()
  const { world, site, without, look, visit, shown } = house
  await visit(atom(without))
  site.serve('/b', { status: 404 })
  for (const hours of [0, 1, 24, 168]) {
    world.clock.advance(hours * 3600)
    assert.deepEqual(await look(), hours === 168 ? ['stays'] : [null])
  }
  world.clock.advance(3600 * 1000)
  assert.deepEqual(await look(), [], 'nobody asks any more')
  assert.equal(await shown(), 200)
})

test('a story whose page answers 410 twice is withdrawn, and its address says so', async () => {
  await using house = await harbour()
  const { world, site, without, look, visit, shown } = house
  site.serve('/b', { status: 410 })
  await visit(atom(without))
  assert.deepEqual(await look(), [null])
  assert.equal(await shown(), 200, 'once may be a mistake')
  assert.deepEqual(await look(), [], 'it is not asked again at once')
  world.clock.advance(3600)
  assert.deepEqual(await look(), ['withdrawn'])
  assert.equal(await shown(), 410)
  assert.equal((await world.get('/2026/11/24/story-a')).status, 200)
})

test('a story that comes back before it is settled is no more in doubt', async () => {
  await using house = await harbour()
  const { world, site, entries, without, look, visit, shown } = house
  site.serve('/b', { status: 410 })
  await visit(atom(without))
  await look()
  await visit(atom(entries))
  world.clock.advance(7200)
  assert.deepEqual(await look(), [])
  assert.equal(await shown(), 200)
})

test('a tombstone withdraws once the page is gone, with its reason on record', async () => {
  await using house = await harbour()
  const { world, site, without, look, visit, shown } = house
  site.serve('/b', { status: 404 })
  await visit(atom(without, [tombstone]))
  assert.equal(await shown(), 200, 'until somebody has looked')
  assert.deepEqual(await look(), ['withdrawn'])
  assert.equal(await shown(), 410)
  const { why } = await world.db.selectFrom('withdrawals').select('why').executeTakeFirstOrThrow()
  assert.equal(why, 'Its feed says it was taken back (Printed by mistake), and its page answers 404.')
})

test('a tombstone whose page is still there withdraws when the feed says it again later', async () => {
  await using house = await harbour()
  const { world, without, look, visit, shown } = house
  await visit(atom(without, [tombstone]))
  assert.deepEqual(await look(), [null])
  world.clock.advance(1)
  await visit(atom(without, [tombstone]).replace('</title>', '!</title>'))
  assert.deepEqual(await look(), [null], 'the same minute is no second time')
  world.clock.advance(2 * 3600)
  await visit(atom(without, [tombstone]))
  assert.deepEqual(await look(), ['withdrawn'])
  assert.equal(await shown(), 410)
})

test('an entry newer than its tombstone lives', async () => {
  await using house = await harbour()
  const { entries, look, visit } = house
  const again = entries.map((entry) => ({ ...entry, date: '2026-11-24T11:30:00Z' }))
  await visit(atom(again, [tombstone]))
  assert.deepEqual(await look(), [])
})

test('what a full list pushes out at its end is not missed', async () => {
  await using house = await harbour()
  const { site, entries, look, visit } = house
  const fresh = {
    id: 'tag:harbour.example,2026:d',
    link: `${site.url}/d`,
    title: 'Story d',
    text: 'Words.',
    date: '2026-11-24T11:00:00Z',
  }
  await visit(atom([fresh, ...entries.slice(0, 2)]))
  assert.deepEqual(await look(), [])
  await visit(rss([]))
  assert.deepEqual(await look(), [], 'an empty feed is a fault, not an opinion')
})

test('a page is looked at as its source is visited: under the same name, and while nobody else is there', async () => {
  await using house = await harbour()
  const { world, site, without, look, visit } = house
  site.serve('/b', { status: 410 })
  await world.db.updateTable('sources').set({ agent: 'neutral' }).execute()
  await visit(atom(without))
  const { host } = new URL(site.url)
  const claim = { now: world.clock(), until: new Date(world.clock().getTime() + 60_000), by: 'somebody' }
  assert.ok(await claimHost(world.db, host, claim))
  assert.deepEqual(await look(), [], 'somebody is there')
  world.clock.advance(150)
  assert.deepEqual(await look(), [null])
  const agents = site.requests.filter(({ path }) => path === '/b').map(({ headers }) => headers['user-agent'])
  assert.deepEqual(agents, ['FeedReader/1.0'])
})

test('a page that robots.txt closes is not looked at, and its story stays', async () => {
  await using house = await harbour()
  const { site, without, look, visit, shown } = house
  site.serve('/robots.txt', 'User-agent: *\nDisallow: /')
  site.serve('/b', { status: 410 })
  await visit(atom(without))
  assert.deepEqual(await look(), [null])
  assert.deepEqual(
    site.requests.filter(({ path }) => path === '/b'),
    [],
  )
  assert.equal(await shown(), 200)
})
