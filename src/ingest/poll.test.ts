import assert from 'node:assert/strict'
import { test } from 'node:test'
import zlib from 'node:zlib'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { itemsTitled, rss } from '../../test/support/rss.ts'
import type { Reply, Stranger } from '../../test/support/strangers.ts'
import type { Clock } from '../core/clock.ts'
import type { SourceId } from '../core/id.ts'
import { claimDueSources } from '../db/claims.ts'
import { newId } from '../db/new-id.ts'
import { findSources } from '../db/sources.ts'
import { listVisits } from '../db/visits.ts'
import { createFetcher, type Limits } from '../net/fetch.ts'
import { pollRound } from './poll.ts'

/** Sources at these addresses, due now, without a look at what is there. */
async function sourcesAt(world: World, ...urls: readonly string[]): Promise<SourceId[]> {
  const { id: memberId } = await world.member()
  const at = world.clock()
  const by = { createdAt: at, createdBy: 'test', nextVisitAt: at }
  const rows = urls.map((url) => ({ id: newId<SourceId>(at), kind: 'feed', memberId, url, intervalSeconds: 6, ...by }))
  await world.db.insertInto('sources').values(rows).execute()
  const grant = { shows: 'full', pictures: 'none', grantedAt: at, grantedBy: 'test' }
  await world.db
    .insertInto('grants')
    .values(rows.map(({ id }) => ({ id: newId(at), sourceId: id, ...grant })))
    .execute()
  return rows.map((row) => row.id)
}

/** One round of a worker: it ends when nothing is due that may be visited. */
async function round(world: World, options: { worker?: string; clock?: Clock; limits?: Partial<Limits> } = {}) {
  const { worker = 'worker', clock = world.clock, limits = {} } = options
  const fetcher = createFetcher({ allowPrivateNetworks: true, allowedPorts: [], limits })
  const visited: string[] = []
  const log = {
    debug: (message: string) => void visited.push(message),
    info: () => undefined,
    warning: () => undefined,
    error: (message: string, fields: unknown) => assert.fail(`${message} ${JSON.stringify(fields)}`),
  }
  try {
    const more = await pollRound({
      db: world.db,
      fetcher,
      clock,
      minPollSeconds: 1,
      url: world.config.url,
      worker,
      log,
    }).run(new AbortController().signal)
    assert.equal(more, false)
  } finally {
    await fetcher.close()
  }
  return visited
}

async function sites(world: World, count: number, reply: (n: number) => Reply): Promise<Stranger[]> {
  const found: Stranger[] = []
  for (let n = 0; n < count; n += 1) {
    const site = await world.net.site()
    site.serve('/feed', reply(n))
    found.push(site)
  }
  return found
}

const urls = (found: readonly Stranger[]) => found.map((site) => `${site.url}/feed`)

test('a thousand sources on one host keep nobody else waiting, and are visited one after the other', async () => {
  await using world = await newsroom()
  const [crowded] = await sites(world, 1, () => rss([]))
  assert.ok(crowded)
  for (let n = 0; n < 3; n += 1) crowded.serve(`/${n}`, rss([]))
  const others = await sites(world, 5, (n) => rss(itemsTitled(`Story ${n}`)))
  await sourcesAt(world, ...Array.from({ length: 1000 }, (_, n) => `${crowded.url}/${n}`), ...urls(others))
  await round(world)
  assert.deepEqual(
    others.map((site) => site.requests.length),
    [1, 1, 1, 1, 1],
  )
  assert.equal(crowded.requests.length, 1)
  await round(world)
  assert.equal(crowded.requests.length, 1)
  world.clock.advance(0.004)
  await round(world)
  assert.equal(crowded.requests.length, 2)
})

test('a host has one visitor at a time, over all workers', async () => {
  await using world = await newsroom()
  const hosts = await Promise.all([1, 2, 3].map(() => watched(world, 6)))
  await sourcesAt(world, ...hosts.flatMap((host) => host.urls))
  const start = world.clock().getTime()
  let ticks = 0
  const clock = () => {
    ticks += 2
    return new Date(start + ticks)
  }
  await Promise.all(['one', 'two', 'three'].map((worker) => round(world, { worker, clock })))
  assert.deepEqual(
    hosts.map(({ visits, most }) => ({ visits, most })),
    Array(3).fill({ visits: 6, most: 1 }),
  )
})

test('the host that answers is the one whose turn is waited for', async () => {
  await using world = await newsroom()
  const answering = await watched(world, 2)
  const leading = await sites(world, 2, (n) => ({ status: 302, headers: { location: answering.urls[n] ?? '' } }))
  const ids = await sourcesAt(world, ...urls(leading))
  await round(world)
  world.clock.advance(3600)
  const { host } = new URL(answering.urls[0] ?? '')
  assert.deepEqual(
    (await findSources(world.db, ids)).map((source) => source.host),
    [host, host],
  )
  const now = world.clock()
  const claim = { now, until: new Date(now.getTime() + 1000), by: 'test', most: 10 }
  assert.equal((await claimDueSources(world.db, claim)).length, 1)
})

test('a server that is overwhelmed is left alone for all its sources', async () => {
  await using world = await newsroom()
  const [site] = await sites(world, 1, () => ({ status: 429, headers: { 'retry-after': '600' } }))
  assert.ok(site)
  site.serve('/second', { status: 503, headers: { 'retry-after': '600' } })
  await sourcesAt(world, `${site.url}/feed`, `${site.url}/second`)
  await round(world)
  world.clock.advance(599)
  await round(world)
  assert.equal(site.requests.length, 1)
  world.clock.advance(2)
  await round(world)
  assert.equal(site.requests.length, 2)
})

test('nobody waits for the slow, even where they hold most of the places', async () => {
  await using world = await newsroom()
  const awaited = new Set(Array.from({ length: 30 }, (_, n) => n))
  const allCame = Promise.withResolvers<void>()
  const slow = await sites(world, 20, (n) => async (_, response) => {
    await allCame.promise
    response.end(rss(itemsTitled(`Late story ${n}`)))
  })
  const quick = await sites(world, awaited.size, (n) => (_, response) => {
    awaited.delete(n)
    if (awaited.size === 0) allCame.resolve()
    response.end(rss([]))
  })
  const ids = await sourcesAt(world, ...urls(slow), ...urls(quick))
  await round(world, { limits: { firstByteMs: 60_000, totalMs: 60_000 } })
  const visits = await Promise.all(ids.map((id) => listVisits(world.db, id, 1)))
  assert.ok(visits.every(([visit]) => visit?.outcome === 'fetched'))
})

test('more large feeds than there is room for are read one after the other', async () => {
  await using world = await newsroom()
  const large = await sites(world, 10, (n) => rss([{ id: `${n}`, title: `Story ${n}`, text: 'x'.repeat(2_000) }]))
  const ids = await sourcesAt(world, ...urls(large))
  await round(world, { limits: { large: 1_000 } })
  const visits = await Promise.all(ids.map((id) => listVisits(world.db, id, 1)))
  assert.deepEqual(
    visits.map(([visit]) => visit?.outcome),
    Array(10).fill('fetched'),
  )
})

/** Hostile servers by what they do, each with the reason its visit must end with. */
type Hostile = Readonly<Record<string, readonly [Reply, RegExp]>>

async function visitHostile(hostile: Hostile, limits: Partial<Limits>): Promise<void> {
  await using world = await newsroom()
  const bad = await sites(world, Object.keys(hostile).length, (n) => Object.values(hostile)[n]?.[0] ?? '')
  const ids = await sourcesAt(world, ...urls(bad))
  await round(world, { limits })
  for (const [n, [name, [, reason]]] of Object.entries(hostile).entries()) {
    const [visit] = await listVisits(world.db, ids[n] as SourceId, 1)
    assert.match(visit?.reason ?? '', reason, name)
    assert.ok((visit?.bytes ?? 0) < 7 * 1024 * 1024, name)
  }
}

test('servers that waste time get little of it, and the reason is told', async () => {
  const late = /^Not all of its answer came within 0.3 seconds/
  await visitHostile(
    {
      silence: [() => undefined, late],
      drip: [
        (_, response) => {
          const drip = setInterval(() => response.write('<rss>'), 20)
          response.on('close', () => clearInterval(drip))
        },
        late,
      ],
      short: [(_, response) => void response.writeHead(200, { 'content-length': '900' }).end('<rss>'), late],
    },
    { totalMs: 300 },
  )
})

test('servers that send too much, or nothing that ends, are left, and the reason is told', async () => {
  await visitHostile(
    {
      endless: [
        (_, response) => {
          const write = () => {
            while (!response.destroyed && response.write('<item><title>more</title></item>'.repeat(1000)));
            if (!response.destroyed) response.once('drain', write)
          }
          write()
        },
        /^It is larger than 5 MB/,
      ],
      bomb: [
        { headers: { 'content-encoding': 'gzip' }, body: zlib.gzipSync(Buffer.alloc(4 * 1024 * 1024)) },
        /^It grows without measure/,
      ],
      loop: [{ status: 302, headers: { location: '/feed' } }, /^It redirects in a circle/],
      rude: [(_, response) => void response.socket?.destroy(), /^The server broke off/],
      many: [
        `<rss version="2.0"><channel>${'<item/>'.repeat(300_000)}</channel></rss>`,
        /300000 items: only the first 5000/,
      ],
    },
    { bytes: 5 * 1024 * 1024, ratio: 50, firstByteMs: 60_000, totalMs: 60_000 },
  )
})

test('a feed that gives every item a new id each time brings each story once', async () => {
  await using world = await newsroom()
  const [site] = await sites(world, 1, () => '')
  assert.ok(site)
  const [id] = await sourcesAt(world, `${site.url}/feed`)
  assert.ok(id)
  for (let time = 0; time < 3; time += 1) {
    const items = itemsTitled('Ferry sails again', 'Harbour frozen').map((item) => ({
      ...item,
      id: `${item.id} ${time}`,
    }))
    site.serve('/feed', rss(items))
    world.clock.advance(3600)
    await round(world)
  }
  const visits = await listVisits(world.db, id, 10)
  assert.deepEqual(
    visits.map((visit) => [visit.itemsSeen, visit.itemsNew]),
    [
      [2, 0],
      [2, 0],
      [2, 2],
    ],
  )
})

test('a worker that stops gives up what it waits for and records nothing of it', async () => {
  await using world = await newsroom()
  const stop = new AbortController()
  const [site] = await sites(world, 1, () => () => stop.abort())
  assert.ok(site)
  const [id] = await sourcesAt(world, `${site.url}/feed`)
  assert.ok(id)
  const fetcher = createFetcher({ allowPrivateNetworks: true, allowedPorts: [] })
  const silent = { debug() {}, info() {}, warning() {}, error: (message: string) => assert.fail(message) }
  const { db, clock, config } = world
  const context = { db, fetcher, clock, minPollSeconds: 1, url: config.url, worker: 'worker', log: silent }
  assert.equal(await pollRound(context).run(stop.signal), false)
  await fetcher.close()
  assert.deepEqual(await listVisits(world.db, id, 1), [])
})

/** A host with some feeds that counts who is there at once. */
async function watched(world: World, feeds: number) {
  const site = await world.net.site()
  let open = 0
  const host = {
    visits: 0,
    most: 0,
    urls: Array.from({ length: feeds }, (_, n) => `${site.url}/${n}`),
  }
  for (let n = 0; n < feeds; n += 1)
    site.serve(`/${n}`, (_, response) => {
      open += 1
      host.visits += 1
      host.most = Math.max(host.most, open)
      setTimeout(() => {
        open -= 1
        response.end(rss([]))
      }, 10)
    })
  return host
}
