/** Nothing is found by what may not be shown: no result, no count, no guess, no feed tells of it, and neither does what is left out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SafeHtml } from '../../src/core/html/sanitise.ts'
import type { Tx } from '../../src/db/connection.ts'
import { newId } from '../../src/db/new-id.ts'
import { grant } from '../../src/wire/grant.ts'
import type { WireContext } from '../../src/wire/publish.ts'
import { erase, hold, kill, release, withdraw } from '../../src/wire/recall.ts'
import { draftFor } from '../support/drafts.ts'
import { newsroom, type World } from '../support/newsroom.ts'

/** A word for each part, and how one would come to write it wrongly. */
const parts = {
  headline: ['zephyrhead', 'zephrhead'],
  excerpt: ['quayexcerpt', 'quayexcrpt'],
  body: ['pierbody', 'pirbody'],
  backMatter: ['molematter', 'molemtter'],
  edNote: ['buoynote', 'buoynte'],
  byline: ['kelpbyline', 'kelpbylne'],
} as const
type Part = keyof typeof parts
const all = Object.keys(parts) as Part[]

test('a story is found by what readers may see of it, and by nothing else', async () => {
  await using world = await newsroom()
  const member = await world.member()
  const source = await world.granted({ shows: 'full', pictures: 'none' })
  const [id] = await world.publish([draftFor(member, { ...written(), source }, world.clock())])
  await world.story({ headline: 'A harbour elsewhere', excerpt: 'Of another.', body: '<p>Another.</p>' })
  assert.ok(id)
  const act = async (what: (tx: Tx, context: WireContext) => Promise<unknown>) => {
    // Enough for another hundred questions of this address.
    world.clock.advance(61)
    const context = await world.wire()
    await world.db.transaction().execute((tx) => what(tx, context))
  }
  const grantOf = (shows: 'full' | 'excerpt' | 'headline') =>
    act((tx, context) => grant(tx, context, source, { shows, pictures: 'none' }))

  assert.deepEqual(await foundBy(world), ['headline', 'excerpt'], 'its body is not read yet')
  await world.readLog()
  assert.deepEqual(await foundBy(world), ['headline', 'excerpt', 'body'])
  for (const [shows, found] of [
    ['excerpt', ['headline', 'excerpt']],
    ['headline', ['headline']],
    ['full', ['headline', 'excerpt', 'body']],
  ] as const) {
    await grantOf(shows)
    // At once, also before the log is read; and what was read must not bring it back.
    if (shows !== 'full') assert.deepEqual(await foundBy(world), found, `${shows}, at once`)
    await world.readLog()
    world.clock.advance(61)
    assert.deepEqual(await foundBy(world), found, shows)
  }
  await act((tx, context) => hold(tx, context, id, 'a doubt'))
  assert.deepEqual(await foundBy(world), [], 'held')
  await act((tx, context) => release(tx, context, id))
  await world.readLog()
  assert.deepEqual(await foundBy(world), ['headline', 'excerpt', 'body'], 'let out')
  for (const recall of [withdraw, kill, erase]) {
    await act((tx, context) => recall(tx, context, id, 'a reason'))
    await world.readLog()
    assert.deepEqual(await foundBy(world), [], recall.name)
  }
})

test('a story under embargo tells nothing before its time: no result, count, facet, guess, feed or copy', async () => {
  await using world = await newsroom()
  await world.topic('harbours', 'Harbours')
  const member = await world.member()
  const quiet = await world.member({ name: 'Quiet Paper', site: 'https://quiet.example' })
  const about = { topics: ['harbours'], countries: ['KE'], language: 'sw', genre: 'release' as const }
  const [open] = await world.publish([
    draftFor(member, { headline: 'The harbour', body: '<p>Open.</p>' }, world.clock()),
  ])
  const draft = draftFor(quiet, { ...written(), ...about }, world.clock())
  const [id] = await world.publish([{ ...draft, hold: 'marked as under embargo' }])
  assert.ok(id && open)
  const clusterId = newId(world.clock())
  await world.db.insertInto('clusters').values({ id: clusterId, madeAt: world.clock() }).execute()
  const placed = [id, open].map((storyId) => ({ storyId, clusterId, joinedAt: world.clock() }))
  await world.db.insertInto('clustered').values(placed).execute()
  await world.readLog()
  assert.deepEqual(await foundBy(world), [])
  const told = async () => {
    world.clock.advance(61)
    const asked = [
      'q=harbour',
      'q=',
      'topic=harbours',
      'place=ke',
      'language=sw',
      'genre=release',
      'member=quiet-paper',
    ]
    const paths = ['/search', '/search/feed', '/search/feed.atom', '/search/feed.json', '/search/feed.ninjs', '/']
    const answers: string[] = []
    for (const path of paths)
      for (const question of asked) answers.push(await (await world.get(`${path}?${question}`)).text())
    return answers.join(' ')
  }
  const before = await told()
  for (const [word] of Object.values(parts)) assert.ok(!before.includes(word), word)
  // The member is named where it was asked for, and nowhere as one that carries or has anything.
  assert.doesNotMatch(before, /also carried|member=quiet-paper"><bdi>|Quiet Paper<\/bdi><\/p>/)
  await world.db.transaction().execute(async (tx) => release(tx, await world.wire(), id))
  await world.readLog()
  assert.ok((await told()).includes(parts.headline[0]), 'the same questions find it once it is out')
})

test('the words of a body are kept only while readers may read it', async () => {
  await using world = await newsroom()
  const member = await world.member()
  for (const shows of ['full', 'excerpt', 'headline'] as const)
    await world.publish([
      draftFor(member, { ...written(), source: await world.granted({ shows, pictures: 'none' }) }, world.clock()),
    ])
  await world.readLog()
  const kept = await world.db
    .selectFrom('publicationBodies as b')
    .innerJoin('publications as p', 'p.storyId', 'b.storyId')
    .select('p.shows')
    .execute()
  assert.deepEqual(kept, [{ shows: 'full' }])
})

function written() {
  const [headline, excerpt, body] = [parts.headline[0], parts.excerpt[0], parts.body[0]]
  return {
    headline: `The harbour and its ${headline}`,
    excerpt: `Somebody saw ${excerpt}.`,
    body: `<p>Later ${body} came.</p>`,
    byline: parts.byline[0],
    edNote: parts.edNote[0],
    backMatter: {
      ...{ dated: '2026-11-24', event: null, supporters: [], boilerplate: [], contacts: [] },
      quotes: [{ words: parts.backMatter[0], speaker: 'Somebody', role: '' }],
      notesToEditors: '' as SafeHtml,
    },
  }
}

/** The parts by whose word the story is found. All ways of asking must agree. */
async function foundBy(world: World): Promise<Part[]> {
  const ask = async (path: string) => (await world.get(path)).text()
  const found: Part[] = []
  const isThere = (await ask('/search?q=harbour+-elsewhere')).includes('class="entries')
  for (const part of all) {
    const [word, slip] = parts[part]
    const page = await ask(`/search?q=${word}`)
    const isFound = page.includes('class="entries')
    if (isFound) found.push(part)
    const told = `${part} ${isFound ? 'found' : 'not found'}`
    assert.equal(/>1 story</.test(page), isFound, `${told}: the count`)
    assert.equal(
      (await ask(`/search?q=${word.slice(0, 6)}*`)).includes('class="entries'),
      isFound,
      `${told}: its beginning`,
    )
    assert.equal((await ask(`/search?q="${word}"`)).includes('class="entries'), isFound, `${told}: in quotes`)
    assert.equal((await ask(`/search/feed?q=${word}`)).includes('<item>'), isFound, `${told}: the feed`)
    // What is left out tells what stands there, too.
    const without = (await ask(`/search?q=harbour+-elsewhere+-${word}`)).includes('class="entries')
    assert.equal(without, isThere && !isFound, `${told}: left out`)
    const guessed = (await ask(`/search?q=${slip}`)).includes(word)
    assert.ok(!guessed || isFound, `${told}: guessed`)
  }
  return found
}
