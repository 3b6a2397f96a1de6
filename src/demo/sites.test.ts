import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freePorts } from '../../test/support/ports.ts'
import { readDocument } from '../core/formats/read.ts'
import { plainText } from '../core/html/text.ts'
import type { Outlet } from './outlet.ts'
import { readOutlets } from './outlets.ts'
import { printedAt, type Run } from './printed.ts'
import { answerOf, feedPath, knownFeedPath } from './site.ts'
import { openSites } from './sites.ts'

const outlets = await readOutlets()
const begun = new Date('2026-11-25T08:00:00Z')
const run: Run = { begun, outlets }
const url = 'http://127.0.0.1:4000'
const after = (minutes: number) => new Date(begun.getTime() + minutes * 60_000)

function withFault(fault: Outlet['fault']): Outlet {
  const found = outlets.find((outlet) => outlet.fault === fault)
  assert.ok(found, fault)
  return found
}

async function read(outlet: Outlet, minutes = 20) {
  const { headers, body } = await answerOf({ run, outlet, url }, feedPath(run, outlet, after(minutes)), after(minutes))
  return readDocument(body as Uint8Array, {
    base: url + feedPath(run, outlet, after(minutes)),
    contentType: headers['content-type'] ?? '',
  })
}

test('every feed is read, whatever its format, encoding and fault: each story with its own headline, day and address', async () => {
  for (const outlet of outlets) {
    const { ok, format, items } = await read(outlet)
    assert.ok(ok, outlet.slug)
    assert.equal(format, outlet.format)
    const expected = printedAt(run, outlet, after(20))
      .filter(({ goneAt }) => goneAt === undefined)
      .slice(0, 12)
    const found = outlet.fault === 'changing-guids' ? items.filter((_, i) => i !== 1) : items
    assert.deepEqual(
      found.map(({ title, url, published }) => ({ title, url, published: published && new Date(published) })),
      expected.map(({ headline, path, publishedAt }) => ({
        title: headline,
        url: url + path,
        published: publishedAt,
      })),
      outlet.slug,
    )
  }
})

test('the feed that is no XML says so and is read', async () => {
  const { problems, items } = await read(withFault('broken-xml'))
  assert.match(problems.join('\n'), /not well-formed/)
  assert.ok(items.some(({ title }) => title === 'Casa da Travessa completa dez anos & ganha a escritura'))
})

test('the feed that says UTF-8 and is something else is read in what it is', async () => {
  const { encoding, problems, items } = await read(withFault('wrong-encoding'))
  assert.equal(encoding, 'windows-1252')
  assert.match(problems.join('\n'), /declared as utf-8/)
  assert.match(plainText(items.map(({ content }) => content).join(' ')), /„Die Wohnungsämter hatten Computer“/)
})

test('excerpts escaped twice, with a credit line that names nobody, are that on the way', async () => {
  const outlet = withFault('escaped-twice')
  const { body } = await answerOf({ run, outlet, url }, feedPath(run, outlet, after(20)), after(20))
  const text = Buffer.from(body).toString()
  assert.match(text, /<description>&amp;lt;p&amp;gt;/)
  assert.match(text, /appeared first on &amp;lt;a title=&amp;quot;&amp;quot; href=&amp;quot;&amp;quot;/)
})

test('GUIDs change, one story is there twice, and two share a name', async () => {
  const outlet = withFault('changing-guids')
  const [now, later] = [(await read(outlet, 20)).items, (await read(outlet, 30)).items]
  const first = now[0]
  const again = later.find(({ title }) => title === first?.title)
  assert.ok(first?.id && again?.id && first.id !== again.id)
  assert.equal(now[0]?.title, now[1]?.title)
  assert.equal(now.at(-1)?.id, now.at(-2)?.id)
  assert.notEqual(now.at(-1)?.title, now.at(-2)?.title)
})

test('a partial feed has the beginning and a link to the rest', async () => {
  const { items } = await read(withFault('partial'))
  for (const { content } of items) assert.ok(!content)
  assert.ok(items.some(({ summary }) => /\[…\]/.test(summary ?? '')))
})

test('a story taken back leaves a tombstone in its feed and 410 at its address', async () => {
  const outlet = outlets.find(({ slug }) => slug === 'plaza-violeta')
  assert.ok(outlet)
  assert.deepEqual((await read(outlet, 5)).tombstones, [])
  const [tombstone] = (await read(outlet, 20)).tombstones
  const gone = printedAt(run, outlet, after(20)).find(({ goneAt }) => goneAt)
  assert.equal(tombstone?.id, `${url}/?p=${gone?.number}`)
  assert.equal((await answerOf({ run, outlet, url }, gone?.path ?? '', after(5))).status, 200)
  assert.equal((await answerOf({ run, outlet, url }, gone?.path ?? '', after(20))).status, 410)
})

test('a feed that moved leads for good to where it is', async () => {
  const outlet = withFault('moved')
  assert.equal((await answerOf({ run, outlet, url }, knownFeedPath(outlet), after(2))).status, 200)
  const { status, headers } = await answerOf({ run, outlet, url }, knownFeedPath(outlet), after(3))
  assert.equal(status, 301)
  assert.equal(headers.location, url + feedPath(run, outlet, after(3)))
})

test('sites serve their pages in their language, and answer 304 to who knows the feed already', async () => {
  const ports = await freePorts(outlets.length)
  const logged: string[] = []
  const log = { debug() {}, info() {}, warning() {}, error: (message: string) => void logged.push(message) }
  const sites = await openSites(run, ports, { clock: () => after(3), log, slowMs: 10 })
  try {
    for (const site of sites.all) {
      const feed = await ask(site.url + feedPath(run, site.outlet, after(3)))
      assert.equal(feed.status, 200)
      const etag = feed.headers.get('etag') ?? ''
      assert.equal((await ask(site.url + feedPath(run, site.outlet, after(3)), { 'if-none-match': etag })).status, 304)
      const front = await (await ask(`${site.url}/`)).text()
      assert.match(
        front,
        new RegExp(
          `<html lang="${site.outlet.language}" dir="${/^(ar|he)/.test(site.outlet.language) ? 'rtl' : 'ltr'}">`,
        ),
      )
      const [, path = ''] = /<article><h2><a href="([^"]+)"/.exec(front) ?? []
      const story = await ask(site.url + path)
      assert.equal(story.status, 200)
      assert.equal((await ask(`${site.url}/robots.txt`)).status, 200)
      assert.equal((await ask(`${site.url}/logo.png`)).headers.get('content-type'), 'image/png')
    }
    assert.deepEqual(logged, [])
  } finally {
    await sites.close()
  }
})

async function ask(address: string, headers: Record<string, string> = {}): Promise<Response> {
  return await fetch(address, { headers })
}
