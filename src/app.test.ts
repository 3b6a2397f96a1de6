import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testClock } from '../test/support/clock.ts'
import { newsroom } from '../test/support/newsroom.ts'
import { createWeb } from './app.ts'
import { readConfig } from './config.ts'
import { listPublished } from './db/published.ts'
import { withdraw } from './wire/recall.ts'

const feed = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Times</title><link>https://harbour.example/</link><description>d</description>${items}</channel></rss>`
const item = (n: number, words = `Story ${n} happened here.`) =>
  `<item><guid>https://harbour.example/${n}</guid><link>https://harbour.example/${n}</link><title>Story ${n}</title><pubDate>Mon, 23 Nov 2026 10:0${n}:00 GMT</pubDate><description>&lt;p&gt;${words}&lt;/p&gt;&lt;p&gt;The post &lt;a href="https://harbour.example/${n}"&gt;Story&lt;/a&gt; appeared first on &lt;a href="https://harbour.example"&gt;Harbour Times&lt;/a&gt;.&lt;/p&gt;</description></item>`

test('a story travels from a feed to a page and out again', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/', `<html><link rel="alternate" type="application/rss+xml" href="/feed"></html>`)
  site.serve('/feed', feed(item(2) + item(1)))

  const source = await world.source(site.url)
  const first = await world.visit(source)
  assert.deepEqual([first.outcome, first.itemsNew], ['fetched', 2])

  const [newest] = await listPublished(world.db, { limit: 1 })
  assert.equal(newest?.headline, 'Story 2')
  assert.equal(newest?.origin.url, 'https://harbour.example/2')
  const page = await world.get('/2026/11/23/story-2')
  assert.equal(page.status, 200)
  const html = await page.text()
  assert.match(html, /Story 2 happened here/)
  assert.doesNotMatch(html, /appeared first/)
  assert.match(await (await world.get('/')).text(), /Story 2/)
  assert.match(await (await world.get('/feed')).text(), /Story 2 happened here/)

  assert.equal((await world.visit(source)).outcome, 'unchanged')
  site.serve('/feed', feed(item(2, 'Story 2 happened there.') + item(1)))
  assert.deepEqual([(await world.visit(source)).itemsChanged], [1])
  assert.match(await (await world.get('/2026/11/23/story-2')).text(), /happened there/)
})

test('a withdrawn story answers 410 and is in no list and no feed', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'Taken back' })
  const context = await world.wire()
  assert.equal((await world.get('/2026/11/24/taken-back')).status, 200)
  await world.db.transaction().execute((tx) => withdraw(tx, context, id, 'The publisher asked.'))
  assert.equal((await world.get('/2026/11/24/taken-back')).status, 410)
  for (const path of ['/', '/feed', '/feed.atom', '/feed.json', '/members/harbour-times', '/archive/2026/11/24'])
    assert.doesNotMatch(await (await world.get(path)).text(), /Taken back/, path)
  assert.deepEqual((await world.work()).sort(), ['keep-recall', 'purge-cdn'])
})

test('a list of feeds of two megabytes is taken from an administrator, and from nobody else', async () => {
  await using world = await newsroom({ WIREROOM_URL: 'http://wire.example' })
  const { port } = await world.web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
  const send = async (cookie: string) => {
    const body = new FormData()
    body.append('file', new File([`<opml version="2.0"><body/>${' '.repeat(2 * 1024 * 1024)}</opml>`], 'list.opml'))
    const headers = { cookie, origin: 'http://wire.example' }
    const path = `http://127.0.0.1:${port}/settings/sources/import`
    return (await fetch(path, { method: 'POST', body, headers })).status
  }
  const admin = await world.signedIn(await world.account({ rights: ['administrator'] }))
  const kim = await world.signedIn(await world.account({ mail: 'sam@harbour.example' }))
  // Read whole: there is no feed in it.
  assert.equal(await send(admin.cookie), 422)
  assert.equal(await send(kim.cookie), 413)
  assert.equal(await send(`wireroom=${'a'.repeat(43)}`), 413)
})

test('while stories come, lists of every process get them, and what was taken back never comes back', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'Taken back' })
  const { reach } = world.database
  const log = { debug() {}, info() {}, warning() {}, error() {} }
  const other = createWeb({ config: world.config, reach, listenReach: reach, clock: world.clock, log })
  const ports = [world.web, other].map((web) => web.listen({ host: '127.0.0.1', port: 0, reusePort: false }))
  const homes = (await Promise.all(ports)).map(({ port }) => `http://127.0.0.1:${port}`)
  const read = async (path: string) => await Promise.all(homes.map(async (home) => (await fetch(home + path)).text()))
  while ((await read('/readyz')).some((said) => !said.startsWith('ready')));
  for (const path of ['/', '/feed', '/members/harbour-times'])
    assert.match((await read(path)).join(), /Taken back.*Taken back/s)

  const context = await world.wire()
  const gone = new Set<string>()
  for (let n = 0; n < 30; n += 1) {
    await world.story({ headline: `Number ${n}` })
    if (n === 5) await world.db.transaction().execute((tx) => withdraw(tx, context, id, 'The publisher asked.'))
    for (const path of ['/', '/feed', '/members/harbour-times'])
      for (const [at, text] of (await read(path)).entries()) {
        const shown = text.includes('Taken back')
        assert.ok(!(shown && gone.has(at + path)), `${path} of process ${at}, ${n} stories later`)
        if (!shown) gone.add(at + path)
      }
  }
  while (!(await read('/feed')).every((text) => text.includes('Number 29')));
  assert.equal(gone.size, 6)
  await other.close()
})

test('without a database a reader is told so, with a number to quote and nothing of our inside', async () => {
  const reach = { url: 'postgres://somebody:hunter2@127.0.0.1:1/nowhere' }
  const config = readConfig({ DATABASE_URL: reach.url, WIREROOM_SECRET: 'x'.repeat(32) })
  const told: string[] = []
  const tell = (message: string) => void told.push(message)
  const log = { debug: tell, info: tell, warning: tell, error: tell }
  const web = createWeb({ config, reach, listenReach: reach, clock: testClock(), log })
  const answer = await web.fetch(new Request('http://wire.example/'), { requestId: 'r-17' })
  const text = await answer.text()
  await web.close()
  assert.equal(answer.status, 503)
  assert.match(text, /r-17/)
  assert.doesNotMatch(text, /hunter2|somebody|ECONN|127\.0\.0\.1|postgres/)
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.equal(answer.headers.get('retry-after'), '30')
  assert.ok(told.includes('A page failed.'))
})

test('what can be read can only be read: other methods are told so', async () => {
  await using world = await newsroom()
  for (const path of ['/', '/feed', '/members/', '/healthz'])
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await world.web.fetch(new Request(`http://wire.example${path}`, { method }))
      assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, HEAD'], `${method} ${path}`)
    }
  const nowhere = await world.web.fetch(new Request('http://wire.example/nowhere', { method: 'POST' }))
  assert.equal(nowhere.status, 404)
})
