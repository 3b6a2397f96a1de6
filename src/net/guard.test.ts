import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Stranger, strangers } from '../../test/support/strangers.ts'
import { createFetcher, type FetchSettings } from './fetch.ts'

/** An internet of one machine: 127.0.0.1 stands for every public address, everything else is private. */
function outside(names: Readonly<Record<string, readonly string[]>>, ...sites: readonly Stranger[]) {
  const asked: string[] = []
  const settings: FetchSettings = {
    allowPrivateNetworks: false,
    allowedPorts: sites.map((site) => Number(new URL(site.url).port)),
    mayReach: (address) => address === '127.0.0.1',
    resolve: async (host) => {
      asked.push(host)
      return names[host] ?? []
    },
  }
  return { ...createFetcher(settings), asked }
}

const named = (site: Stranger, host: string, path = '/feed') => `http://${host}:${new URL(site.url).port}${path}`

const strict = { allowPrivateNetworks: false, allowedPorts: [80, 443] }

test('addresses that lead inside are refused in every way of writing them, without a connection', async () => {
  const fetcher = createFetcher({
    ...strict,
    resolve: async (host) => (host === 'inside.example' ? ['10.0.0.1'] : []),
  })
  const forms = [
    ...['http://127.0.0.1/', 'http://127.1/', 'http://127.0.0.1./', 'http://2130706433/', 'http://0x7f.0.0.1/'],
    ...['http://0177.0.0.1/', 'http://0/', 'http://①②⑦.⓪.⓪.①/', 'http://127。0。0。1/', 'http://%31%32%37.0.0.1/'],
    ...['http://[::1]/', 'http://[::]/', 'http://[0:0:0:0:0:ffff:7f00:1]/', 'http://[::ffff:169.254.169.254]/'],
    ...['http://localhost/', 'http://intranet/', 'http://localhost./', 'http://inside.example/', 'http://./'],
    ...['http://169.254.169.254/latest/meta-data/', 'https://192.168.0.1/', 'http:\\\\10.0.0.1\\'],
  ]
  for (const form of forms) {
    const answer = await fetcher.fetch(form, { feed: true })
    assert.equal(answer.kind, 'refused', form)
    assert.match('reason' in answer ? answer.reason : '', /inside a private|public internet/, form)
  }
  await fetcher.close()
})

test('only http and https are fetched, from allowed ports, without names and passwords', async () => {
  const fetcher = createFetcher(strict)
  const reasons = {
    'ftp://harbour.example/': /Only http and https/,
    'file:///etc/passwd': /Only http and https/,
    'gopher://harbour.example/': /Only http and https/,
    'data:text/xml,<rss/>': /Only http and https/,
    'javascript:1': /Only http and https/,
    'http://harbour.example:22/': /Port 22/,
    'https://harbour.example:6379/': /Port 6379/,
    'http://me:secret@harbour.example/': /name and password/,
    'http://me@harbour.example/': /name and password/,
    '//harbour.example/': /no web address/,
    nonsense: /no web address/,
  }
  for (const [address, reason] of Object.entries(reasons)) {
    const answer = await fetcher.fetch(address, { feed: true })
    assert.equal(answer.kind, 'refused', address)
    assert.match('reason' in answer ? answer.reason : '', reason, address)
  }
  await fetcher.close()
})

test('a name is resolved once, and the connection goes to what was checked', async () => {
  await using net = await strangers()
  const site = await net.site()
  site.serve('/feed', 'hello')
  const way = outside({ 'harbour.example': ['127.0.0.1'] }, site)
  const answer = await way.fetch(named(site, 'harbour.example'), { feed: true })
  assert.equal(answer.kind, 'fetched')
  assert.equal(site.requests[0]?.headers.host, new URL(named(site, 'harbour.example')).host)
  assert.deepEqual(way.asked, ['harbour.example'])
  await way.close()
})

test('a name that means another machine the second time is refused the second time (DNS rebinding)', async () => {
  await using net = await strangers()
  const site = await net.site()
  // The connection ends with each answer, so that every question resolves anew.
  site.serve('/feed', { headers: { connection: 'close' }, body: 'hello' })
  const names: Record<string, string[]> = { 'rebound.example': ['127.0.0.1'] }
  const way = outside(names, site)
  assert.equal((await way.fetch(named(site, 'rebound.example'), { feed: true })).kind, 'fetched')
  names['rebound.example'] = ['127.0.0.2']
  assert.equal((await way.fetch(named(site, 'rebound.example'), { feed: true })).kind, 'refused')
  assert.equal(site.requests.length, 1)
  assert.deepEqual(way.asked, ['rebound.example', 'rebound.example'])
  await way.close()
})

test('a name with one private address among public ones is refused whole', async () => {
  await using net = await strangers()
  const site = await net.site()
  const way = outside({ 'mixed.example': ['127.0.0.1', '10.0.0.1'], 'nowhere.example': [] }, site)
  assert.equal((await way.fetch(named(site, 'mixed.example'), { feed: true })).kind, 'refused')
  const nowhere = await way.fetch(named(site, 'nowhere.example'), { feed: true })
  assert.equal('reason' in nowhere && nowhere.reason, 'There is no server of that name.')
  assert.equal(site.requests.length, 0)
  await way.close()
})

test('every redirect is checked like the first address', async () => {
  await using net = await strangers()
  const site = await net.site()
  const way = outside({ 'harbour.example': ['127.0.0.1'], 'inside.example': ['192.168.1.1'] }, site)
  const targets = [
    'http://127.0.0.2/',
    'http://[::1]/',
    'file:///etc/passwd',
    named(site, 'inside.example'),
    named(site, 'me:secret@harbour.example'),
    'http://harbour.example:22/',
    'http://169.254.169.254/latest/meta-data/',
    '//127.0.0.3/',
  ]
  for (const [i, to] of targets.entries()) {
    site.serve(`/${i}`, { status: 302, headers: { location: to } })
    const answer = await way.fetch(named(site, 'harbour.example', `/${i}`), { feed: true })
    assert.equal(answer.kind, 'refused', to)
    assert.equal(answer.hops.length, 1)
  }
  assert.equal(site.requests.length, targets.length)
  await way.close()
})

test('networks of one’s own may be allowed, for trying things out', async () => {
  await using net = await strangers()
  const site = await net.site()
  site.serve('/feed', 'hello')
  const fetcher = createFetcher({ allowPrivateNetworks: true, allowedPorts: [] })
  assert.equal((await fetcher.fetch(`${site.url}/feed`, { feed: true })).kind, 'fetched')
  await fetcher.close()
})
