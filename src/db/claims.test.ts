import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { rss } from '../../test/support/rss.ts'
import { claimDueSources, claimHost, claimSource, forgetHosts, releaseClaim } from './claims.ts'
import { beat, bury } from './workers.ts'

async function twoOnOneHost() {
  const world = await newsroom()
  const site = await world.net.site()
  site.serve('/feed', rss([]))
  site.serve('/rss', rss([]))
  const ids = [await world.source(`${site.url}/feed`), await world.source(`${site.url}/rss`)] as const
  const claim = (by: string, seconds = 100) => {
    const now = world.clock()
    return { now, until: new Date(now.getTime() + seconds * 1000), by, most: 10 }
  }
  return {
    world,
    ids,
    claim,
    host: new URL(site.url).host,
    due: async (by: string) => (await claimDueSources(world.db, claim(by))).map((source) => source.id),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('of two sources on one host one is taken, and its host with it', async () => {
  await using at = await twoOnOneHost()
  assert.equal((await at.due('one')).length, 1)
  assert.deepEqual(await at.due('two'), [])
  assert.equal(await claimHost(at.world.db, at.host, at.claim('two')), false)
})

test('claims run out by themselves', async () => {
  await using at = await twoOnOneHost()
  await at.due('one')
  at.world.clock.advance(101)
  assert.equal((await at.due('two')).length, 1)
})

test('what a dead worker had claimed is free at once, its hosts too', async () => {
  await using at = await twoOnOneHost()
  await beat(at.world.db, ['one'])
  await at.due('one')
  await bury(at.world.db, ['one'])
  assert.equal((await at.due('two')).length, 1)
})

test('many who look at the same moment take each source once', async () => {
  await using at = await twoOnOneHost()
  const other = await at.world.net.site()
  other.serve('/feed', rss([]))
  await at.world.source(`${other.url}/feed`)
  const taken = (await Promise.all(['a', 'b', 'c', 'd'].map((by) => at.due(by)))).flat()
  assert.equal(taken.length, 2)
  assert.equal(new Set(taken).size, 2)
})

test('a source somebody has taken by name is left to them, and its host stays free for the other', async () => {
  await using at = await twoOnOneHost()
  const [first, second] = at.ids
  assert.ok(await claimSource(at.world.db, first, at.claim('command')))
  assert.equal(await claimSource(at.world.db, first, at.claim('other')), undefined)
  assert.deepEqual(await at.due('worker'), [second])
  await releaseClaim(at.world.db, first, 'other')
  assert.equal(await claimSource(at.world.db, first, at.claim('other')), undefined)
  await releaseClaim(at.world.db, first, 'command')
  assert.ok(await claimSource(at.world.db, first, at.claim('other')))
})

test('a host that is paused is not taken; one that nobody needs is forgotten', async () => {
  await using at = await twoOnOneHost()
  assert.equal(await claimHost(at.world.db, at.host, at.claim('one', 5)), true)
  at.world.clock.advance(4)
  assert.deepEqual(await at.due('two'), [])
  at.world.clock.advance(1)
  assert.equal(await forgetHosts(at.world.db, at.world.clock()), 0)
  at.world.clock.advance(1)
  assert.equal(await forgetHosts(at.world.db, at.world.clock()), 1)
})
