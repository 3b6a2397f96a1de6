import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { itemsTitled, rss } from '../../test/support/rss.ts'
import type { Reply } from '../../test/support/strangers.ts'
import type { SourceId } from '../core/id.ts'
import { healthOf } from '../core/source-health.ts'
import { findSource, type Source } from '../db/sources.ts'
import { listVisits } from '../db/visits.ts'

/** A world with one source that has been visited once. */
async function reading(reply: Reply = rss(itemsTitled('Ferry sails again'))) {
  const world = await newsroom()
  const site = await world.net.site()
  site.serve('/feed', reply)
  const id = await world.source(`${site.url}/feed`)
  await world.visit(id)
  return {
    world,
    site,
    id,
    source: () => sourceOf(world, id),
    seconds: async () => ((await sourceOf(world, id)).nextVisitAt.getTime() - world.clock().getTime()) / 1000,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

async function sourceOf(world: World, id: SourceId): Promise<Source> {
  const source = await findSource(world.db, id)
  assert.ok(source)
  return source
}

const feed = (headers: Record<string, string>, ...titles: string[]) => ({ headers, body: rss(itemsTitled(...titles)) })
const hour = 3600
const day = 24 * hour

test('a visit brings stories, and its line in the ledger says what came', async () => {
  await using at = await reading()
  const [visit] = await listVisits(at.world.db, at.id, 10)
  assert.deepEqual(
    { ...visit, bytes: 0, ms: 0 },
    {
      at: at.world.clock(),
      outcome: 'fetched',
      status: 200,
      bytes: 0,
      ms: 0,
      itemsSeen: 1,
      itemsNew: 1,
      itemsChanged: 0,
      reason: '',
    },
  )
  assert.ok((visit?.bytes ?? 0) > 200)
})

test('validators are remembered and asked with; nothing new is unchanged', async () => {
  await using at = await reading((request, response) => {
    response.writeHead(request.headers['if-none-match'] === '"7"' ? 304 : 200, { etag: '"7"' })
    response.end(request.headers['if-none-match'] === '"7"' ? '' : rss(itemsTitled('Ferry sails again')))
  })
  const { outcome, status, bytes } = await at.world.visit(at.id)
  assert.deepEqual({ outcome, status, bytes }, { outcome: 'unchanged', status: 304, bytes: 0 })
})

test('the same bytes again are unchanged too', async () => {
  await using at = await reading()
  assert.equal((await at.world.visit(at.id)).reason, 'The same bytes as last time.')
})

test('validators are forgotten when the answer is no feed any more', async () => {
  await using at = await reading(feed({ etag: '"7"' }, 'Ferry sails again'))
  at.site.serve('/feed', '<html><body>Be right back</body></html>')
  assert.equal((await at.world.visit(at.id)).outcome, 'failed')
  at.site.serve('/feed', feed({ etag: '"7"' }, 'Ferry sails again'))
  await at.world.visit(at.id)
  assert.equal(at.site.requests.at(-1)?.headers['if-none-match'], undefined)
  await at.world.visit(at.id)
  assert.equal(at.site.requests.at(-1)?.headers['if-none-match'], '"7"')
})

test('an answer in another format, or from another address, is not trusted with validators at once', async () => {
  await using at = await reading(feed({ etag: '"7"' }, 'Ferry sails again'))
  const atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title>Ferry in Atom</title></entry></feed>'
  at.site.serve('/feed', { headers: { etag: '"7"' }, body: atom })
  await at.world.visit(at.id)
  await at.world.visit(at.id)
  assert.equal(at.site.requests.at(-1)?.headers['if-none-match'], undefined)
  await at.world.visit(at.id)
  assert.equal(at.site.requests.at(-1)?.headers['if-none-match'], '"7"')

  at.site.serve('/feed', { status: 302, headers: { location: '/elsewhere' } })
  at.site.serve('/elsewhere', { headers: { etag: '"8"' }, body: atom })
  for (const expected of [undefined, undefined, '"8"']) {
    await at.world.visit(at.id)
    assert.equal(at.site.requests.at(-1)?.path, '/elsewhere')
    assert.equal(at.site.requests.at(-1)?.headers['if-none-match'], expected)
  }
})

test('what server and feed ask for is kept to, also when an answer does not say it again', async () => {
  await using at = await reading({ headers: { etag: '"1"' }, body: rss(itemsTitled('Ferry'), '<ttl>240</ttl>') })
  const close = async (seconds: number) => assert.ok(Math.abs((await at.seconds()) / seconds - 1.05) <= 0.051)
  await close(4 * hour)
  at.site.serve('/feed', { status: 304, headers: { etag: '"1"' } })
  assert.equal((await at.world.visit(at.id)).outcome, 'unchanged')
  await close(4 * hour)
  at.site.serve('/feed', { status: 304, headers: { 'cache-control': 'max-age=36000' } })
  await at.world.visit(at.id)
  await close(10 * hour)
  at.site.serve('/feed', rss(itemsTitled('Ferry'), '<skipDays><day>Tuesday</day></skipDays>'))
  await at.world.visit(at.id)
  assert.ok((await at.source()).nextVisitAt >= new Date('2026-11-25T00:00:00Z'))
})

test('a server that is overwhelmed is left alone as long as it says, in seconds or by a date', async () => {
  await using at = await reading()
  at.site.serve('/feed', { status: 503, headers: { 'retry-after': '7200' } })
  const { outcome, reason } = await at.world.visit(at.id)
  assert.deepEqual({ outcome, reason }, { outcome: 'failed', reason: 'The server answered 503.' })
  assert.ok((await at.seconds()) >= 7200)
  const date = 'Tue, 24 Nov 2026 12:00:00 GMT'
  at.site.serve('/feed', { status: 429, headers: { date, 'retry-after': 'Tue, 24 Nov 2026 17:00:00 GMT' } })
  await at.world.visit(at.id)
  assert.ok((await at.seconds()) >= 5 * hour)
})

test('failures wait longer each time, then the source is paused, and says why', async () => {
  await using at = await reading()
  at.site.serve('/feed', { status: 500 })
  const waits: number[] = []
  for (let i = 0; i < 30; i += 1) {
    await at.world.visit(at.id)
    waits.push(await at.seconds())
  }
  assert.ok(waits.every((wait, i) => wait <= day && wait >= Math.min(day, 300 * 2 ** i)))
  const source = await at.source()
  assert.equal(source.paused, 'It failed 30 times in a row, last with: The server answered 500.')
  assert.equal(healthOf(source, at.world.clock()).state, 'paused')
})

test('a success forgets the failures before it', async () => {
  await using at = await reading()
  at.site.serve('/feed', { status: 500 })
  await at.world.visit(at.id)
  const { failures, lastProblem } = await at.source()
  assert.deepEqual({ failures, lastProblem }, { failures: 1, lastProblem: 'The server answered 500.' })
  at.site.serve('/feed', rss(itemsTitled('Harbour frozen')))
  assert.equal((await at.world.visit(at.id)).outcome, 'fetched')
  const after = await at.source()
  assert.deepEqual([after.failures, after.lastProblem], [0, null])
})

test('a source that is gone for good is not visited again', async () => {
  await using at = await reading()
  at.site.serve('/feed', { status: 410 })
  await at.world.visit(at.id)
  assert.equal((await at.source()).paused, 'The server says that it is gone for good (410).')
})

test('a permanent redirect is followed for good after three sightings over a day', async () => {
  await using at = await reading()
  const [before, after] = [`${at.site.url}/feed`, `${at.site.url}/new`]
  at.site.serve('/feed', { status: 301, headers: { location: '/new' } })
  at.site.serve('/new', rss(itemsTitled('Ferry sails again')))
  for (const wait of [0, 6 * hour, 6 * hour]) {
    at.world.clock.advance(wait)
    await at.world.visit(at.id)
    assert.equal((await at.source()).url, before)
  }
  at.world.clock.advance(12 * hour)
  const { reason } = await at.world.visit(at.id)
  assert.match(reason, /^It has moved for good, from .*\/feed\./)
  assert.equal((await at.source()).url, after)
  const { length } = at.site.requests
  await at.world.visit(at.id)
  assert.deepEqual(
    at.site.requests.slice(length).map(({ path }) => path),
    ['/new'],
  )
})

test('a redirect for now, or to what is no feed, moves nothing', async () => {
  await using at = await reading()
  for (const status of [302, 301]) {
    at.site.serve('/feed', { status, headers: { location: '/new' } })
    at.site.serve('/new', status === 301 ? '<html>For sale</html>' : rss(itemsTitled('Ferry sails again')))
    for (let i = 0; i < 4; i += 1) {
      at.world.clock.advance(12 * hour)
      await at.world.visit(at.id)
    }
    assert.equal((await at.source()).url, `${at.site.url}/feed`)
  }
})

test('a source that has moved to the address of another is paused, and says so', async () => {
  await using at = await reading()
  at.site.serve('/new', rss(itemsTitled('Ferry sails again')))
  await at.world.source(`${at.site.url}/new`)
  at.site.serve('/feed', { status: 308, headers: { location: '/new' } })
  for (let i = 0; i < 3; i += 1) {
    at.world.clock.advance(12 * hour)
    await at.world.visit(at.id)
  }
  assert.match((await at.source()).paused ?? '', /^It has moved to .*\/new, which is a source already\.$/)
})

test('a source quieter than its habit is seen as such, and well again when it speaks', async () => {
  const daily = Array.from({ length: 6 }, (_, days) => ({
    ...itemsTitled(`Day ${days}`)[0],
    date: new Date(Date.UTC(2026, 10, 24 - days, 8)).toUTCString(),
  }))
  await using at = await reading(rss(daily))
  const state = async () => healthOf(await at.source(), at.world.clock()).state
  assert.equal(await state(), 'well')
  at.world.clock.advance(4 * day)
  await at.world.visit(at.id)
  assert.equal(await state(), 'quiet')
  const date = at.world.clock().toUTCString()
  at.site.serve('/feed', rss([{ ...itemsTitled('News at last')[0], date }, ...daily]))
  await at.world.visit(at.id)
  assert.equal(await state(), 'well')
})

test('the habit of a feed without dates is learnt from when its stories came', async () => {
  await using at = await reading()
  const titles = ['Ferry sails again']
  for (let i = 0; i < 6; i += 1) {
    at.world.clock.advance(day)
    at.site.serve('/feed', rss(itemsTitled(...titles)))
    titles.unshift(`Story ${i}`)
    await at.world.visit(at.id)
  }
  const { habitSeconds, lastNewsAt } = await at.source()
  assert.equal(habitSeconds, day)
  assert.deepEqual(lastNewsAt, at.world.clock())
})

test('what cannot be taken in counts as a failure, and stops nothing else', async () => {
  await using at = await reading()
  await sql`alter table items add constraint no_storms check (guid <> 'storm')`.execute(at.world.db)
  at.site.serve('/feed', rss([{ id: 'storm', title: 'Storm' }]))
  const visited = await at.world.visit(at.id)
  assert.deepEqual(
    [visited.outcome, visited.reason],
    ['failed', 'What is there could not be taken in; the fault is on our side.'],
  )
  const source = await at.source()
  assert.equal(source.failures, 1)
  assert.ok((await at.seconds()) >= 300)
})

test('a source may be visited in nobody’s name', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/feed', rss(itemsTitled('Ferry sails again')))
  const id = await world.source(`${site.url}/feed`, {}, { agent: 'neutral' })
  await world.visit(id)
  assert.deepEqual(
    site.requests.map(({ headers }) => headers['user-agent']),
    ['FeedReader/1.0', 'FeedReader/1.0'],
  )
})
