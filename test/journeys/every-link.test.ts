/**
 * A network is walked along every link its pages have, in each language, whole and as text alone. No link leads nowhere or
 * to another address, and every answer keeps the manners of HTTP.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoryId } from '../../src/core/id.ts'
import { keepSectionsFile } from '../../src/db/front-sections.ts'
import { updateNetwork } from '../../src/db/network.ts'
import { withdraw } from '../../src/wire/recall.ts'
import { revise } from '../../src/wire/revise.ts'
import { draftFor } from '../support/drafts.ts'
import { newsroom, type World } from '../support/newsroom.ts'
import { issue, photograph, releaseFile } from '../support/releases.ts'

test('every link leads to an answer, and every answer keeps its manners', async () => {
  await using world = await newsroom()
  await filled(world)
  const { port } = await world.web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
  const home = `http://127.0.0.1:${port}`
  while ((await fetch(`${home}/readyz`)).status !== 200) await new Promise(setImmediate)

  const seen = new Set(['/', ...unlinked])
  for (const path of seen) {
    const answer = await fetch(home + path, { redirect: 'manual' })
    const body = await answer.text()
    assert.equal(answer.status, 200, path)
    await keepsItsManners(home, path, answer)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    for (const link of linksOf(body)) if (isWorthAVisit(link)) seen.add(link)
  }
  for (const path of [
    '/es',
    '/ar?text',
    '/ar/topics/harbours',
    '/es/places/ke',
    '/languages/pt?text',
    '/es/notice',
    '/feed',
    '/ar/2026/11/24/an-open-day?text',
    '/es/search?genre=release',
    '/search/feed.atom?genre=release',
    '/opensearch.xml',
  ])
    assert.ok(seen.has(path), `${path} is linked from nowhere`)
  assert.ok([...seen].some((path) => /^\/media\//.test(path)))
  assert.ok([...seen].some((path) => /^\/es\/releases\?before=/.test(path)))
  assert.deepEqual(
    world.logged.filter(({ level }) => level !== 'info'),
    [],
  )
})

/** What programs ask for without a link. */
const unlinked = [
  '/feed.ninjs',
  '/sitemap.xml',
  '/sitemaps/pages.xml',
  '/sitemaps/2026-11/1',
  '/news-sitemap.xml',
  '/members.opml',
  '/robots.txt',
  '/humans.txt',
  '/.well-known/security.txt',
]

/** Stories are alike: four of them stand for all. So are searches, which one address may not ask without end. */
function isWorthAVisit(path: string): boolean {
  if (/\/search\b.*\?/.test(path)) return /\?(?:text|genre=release|page=2|from=2026&to=2026)$/.test(path)
  return !/\/\d{4}\/\d{2}\/\d{2}\//.test(path) || /\/(?:story-number-[14]|o-porto|an-open-day)(?:\?|$)/.test(path)
}

function linksOf(html: string): string[] {
  const links = [...html.matchAll(/<(?:a|link|img|form)\b[^>]*?\b(?:href|src|action)="([^"]*)"/g)]
  return (
    links
      // The doors are nobody's edition: they have laws of their own.
      .filter(([, address = '']) => !/^(?:\/(?:es|ar))?\/(?:sign-in|join)\b/.test(address))
      .map(([, address = '']) => address.replaceAll('&amp;', '&').replace(/^https:\/\/wire\.example(?=\/)/, ''))
      .filter((address) => address.startsWith('/'))
      .map((address) => address.replace(/#.*$/, ''))
  )
}

async function keepsItsManners(home: string, path: string, answer: Response): Promise<void> {
  const head = (response: Response, name: string) => response.headers.get(name)
  assert.equal(head(answer, 'set-cookie'), null, path)
  assert.match(head(answer, 'content-security-policy') ?? '', /^default-src 'none';(?!.*https?:)/, path)
  assert.equal(head(answer, 'x-content-type-options'), 'nosniff', path)
  assert.equal(head(answer, 'referrer-policy'), 'same-origin', path)
  assert.match(head(answer, 'etag') ?? '', /^"[\w-]+"$/, path)
  const dated = head(answer, 'last-modified')
  // What is the same for ever at its address has no moment it changed.
  if (dated === null) assert.match(head(answer, 'cache-control') ?? '', /immutable/, path)
  else assert.ok(Date.parse(dated), path)
  assert.match(
    head(answer, 'cache-control') ?? '',
    /^public, max-age=(?:(?:0|3600), s-maxage=15|31536000, immutable)/,
    path,
  )
  if (/^(?:text|application)/.test(head(answer, 'content-type') ?? ''))
    assert.match(head(answer, 'vary') ?? '', /accept-encoding/i, path)
  const only = await fetch(home + path, { method: 'HEAD' })
  for (const name of ['content-type', 'content-length', 'cache-control', 'last-modified'])
    assert.equal(head(only, name), head(answer, name), `HEAD ${path}: ${name}`)
  for (const headers of [
    { 'if-none-match': head(answer, 'etag') ?? '' },
    ...(dated === null ? [] : [{ 'if-modified-since': dated }]),
  ])
    assert.equal((await fetch(home + path, { headers })).status, 304, `${path} ${JSON.stringify(headers)}`)
}

/** Enough of everything that every kind of page has something to link. */
async function filled(world: World): Promise<void> {
  await world.db
    .transaction()
    .execute((tx) =>
      updateNetwork(tx, { languages: ['en', 'es', 'ar'], foundedOn: '2001-11-01', tagline: 'News of every harbour.' }),
    )
  await world.topic('harbours', 'Harbours')
  const member = await world.member({ country: 'ZA' })
  const about = { topics: ['harbours'], countries: ['KE'], genre: 'release' as const }
  const drafts = Array.from({ length: 42 }, (_, i) => {
    const publishedAt = new Date(world.clock().getTime() - i * 86_400_000)
    return draftFor(member, { headline: `Story number ${i}`, publishedAt, ...about }, world.clock())
  })
  const [first] = await world.publish(drafts)
  await world.story({ headline: 'O porto', language: 'pt-BR', genre: 'report' })
  await openDay(world, member.slug)
  await takenBack(world, await world.story({ headline: 'Taken back' }))
  const { text } = draftFor(member, { headline: 'Story number 0', body: '<p>Another text.</p>' }, world.clock())
  const context = await world.wire()
  await world.db
    .transaction()
    .execute((tx) =>
      revise(tx, context, [{ id: first as StoryId, kind: 'correction', note: 'The harbour was another.', text }]),
    )
}

/** A release with everything beside it, and a front page with a block of every kind. */
async function openDay(world: World, member: string): Promise<void> {
  const facts = [
    'headline: An open day',
    'genre: advisory',
    'language: ar',
    'dateline: Port Amara',
    'event: {starts: 2026-12-01 10:00 +03:00, venue: Hall 2}',
    'topics: [Harbours]',
    'places: [KE]',
    'supporters: [{name: Open Square Union, url: https://open-square.example}]',
    'quotes: [{text: Come in., speaker: Naledi Owusu}]',
    'contact: {name: Press desk, email: press@lantern.example}',
    'notesToEditors: The *north* door.',
    'boilerplate: [{text: Doors since 1998.}]',
    'pictures: [{file: door.jpg, alt: An open door., licence: CC BY 4.0}]',
  ]
  await issue(world, releaseFile(facts), { member, pictures: { 'door.jpg': await photograph() } })
  const sections = `releases\ncorrections\nlanguages\ntopic harbours\ncountry KE\ngenre release\nlanguage pt\nmember ${member}\n`
  await world.db.transaction().execute((tx) => keepSectionsFile(tx, sections))
}

async function takenBack(world: World, id: StoryId): Promise<void> {
  const context = await world.wire()
  await world.db.transaction().execute((tx) => withdraw(tx, context, id, 'a test'))
}
