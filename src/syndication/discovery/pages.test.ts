import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../../test/support/newsroom.ts'
import { readText } from '../../core/formats/read.ts'
import { updateNetwork } from '../../db/network.ts'
import { hold } from '../../wire/recall.ts'

const here = 'https://wire.example'

test('the sitemap leads to every story readers may see, and to every page in every language', async () => {
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'es'] }))
  await world.topic('harbours', 'Harbours')
  await world.story({ headline: 'Shown' })
  await world.story({ headline: 'An older one', publishedAt: new Date('2013-09-02T10:00:00Z') })
  const held = await world.story({ headline: 'Held' })
  const context = await world.wire()
  await world.db.transaction().execute((tx) => hold(tx, context, held, 'Whyword'))

  const maps = await locations(world, '/sitemap.xml')
  assert.deepEqual(maps, [`${here}/sitemaps/pages.xml`, `${here}/sitemaps/2013-09/1`, `${here}/sitemaps/2026-11/1`])
  const [pages = [], old, stories] = await Promise.all(maps.map((map) => locations(world, map.slice(here.length))))
  assert.deepEqual(old, [`${here}/2013/09/02/an-older-one`])
  assert.deepEqual(stories, [`${here}/2026/11/24/shown`])
  for (const path of ['/', '/es', '/topics/harbours', '/es/topics/harbours', '/members/harbour-times', '/about'])
    assert.ok(pages.includes(here + path), path)
  for (const page of pages) assert.equal((await world.get(page.slice(here.length))).status, 200, page)
  for (const path of ['/sitemaps/2026-11/2', '/sitemaps/2026-13/1', '/sitemaps/2026-10/1', '/sitemaps/2026-11/0'])
    assert.equal((await world.get(path)).status, 404, path)
})

test('the news sitemap holds two days', async () => {
  await using world = await newsroom()
  await world.story({ headline: 'Today & now', language: 'zh-Hant-TW' })
  await world.story({ headline: 'Last week', publishedAt: new Date(world.clock().getTime() - 7 * 86_400_000) })
  const text = await (await world.get('/news-sitemap.xml')).text()
  assert.match(text, /<news:title>Today &amp; now<\/news:title>/)
  assert.match(text, /<news:language>zh-tw<\/news:language>/)
  assert.doesNotMatch(text, /Last week/)
  world.clock.advance(3 * 86_400)
  assert.deepEqual(await locations(world, '/news-sitemap.xml'), [])
})

test('a feed reader that is given the list of members finds a feed for each', async () => {
  await using world = await newsroom()
  await world.member({ name: 'Harbour & Bay' })
  const { items, problems } = readText(await (await world.get('/members.opml')).text(), {})
  assert.deepEqual(problems, [])
  assert.deepEqual(
    items.map(({ title, source, url }) => [title, source?.url, url]),
    [['Harbour & Bay', `${here}/members/harbour-bay/feed`, `${here}/members/harbour-bay`]],
  )
  assert.equal((await world.get('/members/harbour-bay/feed')).status, 200)
})

test('programs are told where to look, people where to tell of a hole', async () => {
  await using world = await newsroom()
  const robots = await (await world.get('/robots.txt')).text()
  assert.match(robots, new RegExp(`^Sitemap: ${here}/sitemap.xml$`, 'm'))
  assert.match(robots, /^Disallow: \/notice\/$/m)
  const security = await (await world.get('/.well-known/security.txt')).text()
  assert.match(security, new RegExp(`^Contact: ${here}/notice$`, 'm'))
  const expires = new Date(/^Expires: (.*)$/m.exec(security)?.[1] ?? '')
  const days = (expires.getTime() - world.clock().getTime()) / 86_400_000
  assert.ok(days > 100 && days < 365)
  assert.match(await (await world.get('/humans.txt')).text(), /Wireroom/)
})

async function locations(world: World, path: string): Promise<string[]> {
  const text = await (await world.get(path)).text()
  return [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url)
}
