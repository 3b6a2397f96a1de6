import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Stranger, strangers } from '../../test/support/strangers.ts'
import { createFetcher, type FetchOptions } from './fetch.ts'

async function visitor(robotsMs?: number) {
  const net = await strangers()
  const site = await net.site()
  site.serve('/page', 'a page')
  const limits = robotsMs === undefined ? {} : { robotsMs }
  const fetcher = createFetcher({ allowPrivateNetworks: true, allowedPorts: [], limits })
  return {
    net,
    site,
    fetch: (path: string, options?: FetchOptions) => fetcher.fetch(site.url + path, options),
    async [Symbol.asyncDispose]() {
      await fetcher.close()
      await net[Symbol.asyncDispose]()
    },
  }
}

const paths = (site: Stranger) => site.requests.map(({ path }) => path)
const closed = 'User-agent: *\nDisallow: /\n'

test('robots.txt is asked before anything that is no feed, and kept', async () => {
  await using way = await visitor()
  way.site.serve('/robots.txt', 'User-agent: wireroom\nDisallow: /closed\n')
  assert.equal((await way.fetch('/page')).kind, 'fetched')
  const refused = await way.fetch('/closed')
  assert.equal(refused.kind, 'unwelcome')
  assert.match('reason' in refused ? refused.reason : '', /robots\.txt/)
  assert.deepEqual(paths(way.site), ['/robots.txt', '/page'])
})

test('a feed is there to be read by programs', async () => {
  await using way = await visitor()
  way.site.serve('/robots.txt', closed)
  assert.equal((await way.fetch('/page', { feed: true })).kind, 'fetched')
  assert.deepEqual(paths(way.site), ['/page'])
})

test('each agent keeps to what is said to it, and asks for itself', async () => {
  await using way = await visitor()
  way.site.serve('/robots.txt', 'User-agent: FeedReader\nDisallow: /\n')
  assert.equal((await way.fetch('/page')).kind, 'fetched')
  assert.equal((await way.fetch('/page', { agent: 'neutral' })).kind, 'unwelcome')
  assert.deepEqual(
    way.site.requests.map(({ path, headers }) => [path, headers['user-agent']]),
    [
      ['/robots.txt', 'Wireroom/1'],
      ['/page', 'Wireroom/1'],
      ['/robots.txt', 'FeedReader/1.0'],
    ],
  )
})

test('the site a redirect leads to is asked too', async () => {
  await using way = await visitor()
  const other = await way.net.site()
  other.serve('/robots.txt', closed)
  way.site.serve('/away', { status: 302, headers: { location: `${other.url}/page` } })
  assert.equal((await way.fetch('/away')).kind, 'unwelcome')
  assert.deepEqual(paths(other), ['/robots.txt'])
})

test('no robots.txt allows everything; a server that cannot tell allows nothing', async () => {
  await using way = await visitor(0)
  for (const [status, kind] of [
    [404, 'fetched'],
    [403, 'fetched'],
    [500, 'unwelcome'],
    [503, 'unwelcome'],
  ] as const) {
    way.site.serve('/robots.txt', { status })
    assert.equal((await way.fetch('/page')).kind, kind, String(status))
  }
})

test('a site where nobody answers is said to be silent, not to keep programs out, and is asked again', async () => {
  await using way = await visitor()
  way.site.serve('/robots.txt', (_, response) => response.socket?.destroy())
  const silent = await way.fetch('/page')
  assert.equal(silent.kind, 'failed')
  assert.doesNotMatch('reason' in silent ? silent.reason : '', /robots/)
  way.site.serve('/robots.txt', '')
  assert.equal((await way.fetch('/page')).kind, 'fetched')
})

test('what a robots.txt said is forgotten after its time', async () => {
  await using way = await visitor(0)
  way.site.serve('/robots.txt', closed)
  assert.equal((await way.fetch('/page')).kind, 'unwelcome')
  way.site.serve('/robots.txt', '')
  assert.equal((await way.fetch('/page')).kind, 'fetched')
})

test('many who ask at once ask once', async () => {
  await using way = await visitor()
  way.site.serve('/robots.txt', closed)
  await Promise.all(Array.from({ length: 5 }, () => way.fetch('/page')))
  assert.deepEqual(paths(way.site), ['/robots.txt'])
})
