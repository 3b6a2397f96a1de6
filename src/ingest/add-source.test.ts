import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { itemsTitled, rss } from '../../test/support/rss.ts'
import { NotFound } from '../core/errors.ts'
import { findSource } from '../db/sources.ts'
import { createFetcher } from '../net/fetch.ts'
import { addSource } from './add-source.ts'

const page = '<html><head><link rel="alternate" type="application/rss+xml" href="/stories"></head></html>'
const feed = rss(itemsTitled('Ferry sails again'))

async function siteOf(paths: Readonly<Record<string, string>>) {
  const world = await newsroom()
  const site = await world.net.site()
  for (const [path, reply] of Object.entries(paths)) site.serve(path, reply)
  return {
    add: async (path: string, words = {}) => {
      const source = await findSource(world.db, await world.source(site.url + path, {}, words))
      return source?.url.slice(site.url.length)
    },
    asked: () => site.requests.map(({ path }) => path),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('the address of a feed is taken as it is, and robots.txt not asked', async () => {
  await using site = await siteOf({ '/rss.xml': feed })
  assert.equal(await site.add('/rss.xml'), '/rss.xml')
  assert.deepEqual(site.asked(), ['/rss.xml'])
})

test('the feed a page links is found', async () => {
  await using site = await siteOf({ '/': page, '/stories': feed })
  assert.equal(await site.add('/'), '/stories')
  assert.deepEqual(site.asked(), ['/robots.txt', '/', '/stories'])
})

test('where a page links none, the usual places are tried, but for those robots.txt closes', async () => {
  await using site = await siteOf({
    '/': '<html></html>',
    '/robots.txt': 'User-agent: *\nDisallow: /feed\nDisallow: /atom.xml\n',
    '/index.xml': feed,
  })
  assert.equal(await site.add('/'), '/index.xml')
  assert.deepEqual(site.asked(), ['/robots.txt', '/', '/rss.xml', '/index.xml'])
})

test('a page that robots.txt closes is not visited, but a feed is', async () => {
  await using site = await siteOf({ '/robots.txt': 'User-agent: *\nDisallow: /\n', '/': page, '/stories': feed })
  await assert.rejects(site.add('/'), /robots\.txt asks programs not to visit.*--feed/)
  await assert.rejects(site.add('/stories'), /--feed/)
  assert.deepEqual(site.asked(), ['/robots.txt'])
  assert.equal(await site.add('/stories', { feed: true }), '/stories')
})

const feedOf = (link: string) =>
  `<rss version="2.0"><channel><title>A feed</title><link>${link}</link>
  <item><title>One</title><guid>1</guid><description>Words.</description></item></channel></rss>`

test('a source is of the member on whose site it is, also where several share a host', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  await world.member({ name: 'Harbour Times', site: `${site.url}/harbour` })
  await world.member({ name: 'Lantern', site: `${site.url}/lantern/index.html` })
  site.serve('/feeds/1', feedOf(`${site.url}/lantern/`))
  site.serve('/harbour/feed.xml', feedOf('https://elsewhere.example/'))
  assert.equal((await add(world, `${site.url}/feeds/1`)).member, 'lantern')
  assert.equal((await add(world, `${site.url}/harbour/feed.xml`)).member, 'harbour-times')
})

test('whose it is, is not guessed', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  await world.member({ name: 'Harbour Times', site: `${site.url}/harbour/` })
  site.serve('/tidal/feed', feedOf(`${site.url}/tidal/`))
  site.serve('/harbour-review/feed', feedOf(`${site.url}/harbour-review/`))
  for (const path of ['/tidal/feed', '/harbour-review/feed'])
    await assert.rejects(add(world, `${site.url}${path}`), /cannot be told whose source .*: say so with --member/)

  await world.member({ name: 'Harbour Nights', site: `${site.url}/harbour/` })
  site.serve('/harbour/feed', feedOf(`${site.url}/harbour/`))
  await assert.rejects(add(world, `${site.url}/harbour/feed`), /cannot be told whose/)
  assert.equal((await add(world, `${site.url}/harbour/feed`, 'harbour-nights')).member, 'harbour-nights')
})

test('for a member there is not, nobody is bothered', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/feed', feedOf(site.url))
  await assert.rejects(add(world, `${site.url}/feed`, 'nobody'), NotFound)
  assert.deepEqual(site.requests, [])
})

async function add(world: World, url: string, member?: string) {
  const fetcher = createFetcher(world.config)
  try {
    return await addSource(
      { db: world.db, fetcher, clock: world.clock, minPollSeconds: 300, url: world.config.url },
      { url, member, grant: { shows: 'full', pictures: 'none' } },
      'test',
    )
  } finally {
    await fetcher.close()
  }
}
