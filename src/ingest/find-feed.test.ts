import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newsroom, type World } from '../../test/support/newsroom.ts'

const feed = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>One</title></item></channel></rss>`
const page = (head: string, body = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`

async function added(world: World, url: string): Promise<string | undefined> {
  const id = await world.source(url)
  const { rows } = await sql<{ url: string }>`select url from sources where id = ${id}`.execute(world.db)
  return rows[0]?.url
}

test('a site is asked for the feeds it links before its usual places', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/', page('<link rel="alternate" type="application/atom+xml" href="/news.atom">'))
  site.serve('/news.atom', feed('Linked'))
  site.serve('/feed', feed('Usual'))
  assert.equal(await added(world, `${site.url}/`), `${site.url}/news.atom`)
  assert.deepEqual(
    site.requests.map(({ path }) => path),
    ['/robots.txt', '/', '/news.atom'],
  )
})

test('a feed that is only mentioned in the text is found', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/', page('', '<p>Follow us by <a href="/all/index.rdf">RSS</a>.</p>'))
  site.serve('/all/index.rdf', feed('Mentioned'))
  assert.equal(await added(world, `${site.url}/`), `${site.url}/all/index.rdf`)
})

test('what is linked and gone does not hide what answers at a usual place', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/paper/', page('<link rel="alternate" type="application/rss+xml" href="/gone.xml">'))
  site.serve('/paper/atom.xml', feed('Beside the page'))
  site.serve('/feed.json', feed('At the top'))
  assert.equal(await added(world, `${site.url}/paper/`), `${site.url}/paper/atom.xml`)
})

for (const place of ['/feed', '/rss.xml', '/atom.xml', '/feed.xml', '/feed.json', '/index.xml', '/rss', '/?feed=rss2'])
  test(`a site that links nothing is asked at ${place}`, async () => {
    await using world = await newsroom()
    const site = await world.net.site()
    site.serve('/', page('<title>Paper</title>'))
    site.serve(place, feed('Unlinked'))
    assert.equal(await added(world, `${site.url}/`), `${site.url}${place}`)
  })

test('a page of entries is its own feed where the site has no other', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/', page('', '<article class="h-entry"><a class="p-name u-url" href="/1">One</a></article>'))
  assert.equal(await added(world, `${site.url}/`), `${site.url}/`)
})

test('a site without any feed is told so', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/', page('<title>Paper</title>'))
  await assert.rejects(world.source(`${site.url}/`), /There is no feed at .* Give the feed's own address\./)
})
