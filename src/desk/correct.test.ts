import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { issue, photograph, put, releaseFile } from '../../test/support/releases.ts'
import { Conflict, Invalid, NotFound } from '../core/errors.ts'
import type { StoryId } from '../core/id.ts'
import { readEvents } from '../db/events.ts'
import { readFacts } from '../db/releases.ts'
import { hold, kill } from '../wire/recall.ts'

const first = releaseFile(['dateline: Port Amara'], 'The hearing is on Monday.')
const second = releaseFile(['dateline: Port Amara'], 'The hearing is on Tuesday.')
const wrongDay = { kind: 'correction', note: 'The hearing is on Tuesday, not on Monday.' } as const

const text = async (world: World, path: string) => (await world.get(path)).text()
const kinds = async (world: World) => (await readEvents(world.db, '0', 20)).map(({ kind }) => kind)

async function itemOf(world: World): Promise<Record<string, string>> {
  return JSON.parse(await text(world, '/feed.json')).items[0]
}

test('a correction keeps address, id and first publication; only its update moves, and nothing is announced again', async () => {
  await using world = await newsroom()
  const { id, path } = await issue(world, first)
  const before = await itemOf(world)
  world.clock.advance(86_400)
  await issue(world, releaseFile(['headline: A younger story']))
  world.clock.advance(86_400)
  const corrected = await put(
    world,
    id,
    releaseFile(['headline: Hearing moved', 'dateline: Port Amara'], 'On Tuesday.'),
    wrongDay,
  )
  assert.equal(corrected.version, 2)
  assert.equal(new URL(corrected.url).pathname, path)
  assert.match(await text(world, path), /<h1[^>]*>Hearing moved<\/h1>/)
  const items = JSON.parse(await text(world, '/feed.json')).items
  assert.equal(items[0].title, 'A younger story')
  const after = items[1]
  assert.deepEqual([after.id, after.url, after.date_published], [before.id, before.url, before.date_published])
  assert.notEqual(after.date_modified, before.date_modified)
  assert.deepEqual(await kinds(world), ['published', 'published', 'corrected'])
})

test('what was wrong is told before the text, among the versions, and under /corrections', async () => {
  await using world = await newsroom()
  const { id, path } = await issue(world, first)
  world.clock.advance(3600)
  await put(world, id, second, wrongDay)
  const page = await text(world, path)
  assert.equal(page.match(/not on Monday/g)?.length, 3)
  assert.match(page, /<span class="mark mark-change">Correction<\/span>/)
  assert.match(await text(world, '/corrections'), /not on Monday/)
  assert.match(await text(world, '/'), /<h2 id="corrected">/)
})

test('the dateline’s day stays the day it was when the file does not say', async () => {
  await using world = await newsroom()
  const { id, path } = await issue(world, first)
  world.clock.advance(5 * 86_400)
  await put(world, id, second, wrongDay)
  assert.match(await text(world, path), /<time datetime="2026-11-24">24 November<\/time>/)
})

test('a later update hides nothing of what was wrong', async () => {
  await using world = await newsroom()
  const { id, path } = await issue(world, first)
  world.clock.advance(3600)
  await put(world, id, second, wrongDay)
  world.clock.advance(3600)
  await put(world, id, releaseFile(['dateline: Port Amara'], 'It is in hall two.'), {
    kind: 'update',
    note: 'The hall is known.',
  })
  const page = await text(world, path)
  assert.match(page, /<p class="repair">.*not on Monday/)
  assert.match(page, /<span class="mark mark-change">Correction<\/span>/)
  assert.match(page, /The hall is known\./)
  const corrections = await text(world, '/corrections')
  assert.match(corrections, /not on Monday/)
  assert.doesNotMatch(corrections, /The hall is known/)
  assert.match(await text(world, '/'), /mark-change/)
  assert.deepEqual(await kinds(world), ['published', 'corrected', 'updated'])
})

test('corrections are listed by when they were made, page after page', async () => {
  await using world = await newsroom()
  const ids: StoryId[] = []
  for (let i = 0; i < 43; i += 1)
    ids.push((await issue(world, releaseFile([`headline: Story number ${i}.`]), { again: true })).id)
  for (const [i, id] of [...ids.entries()].reverse()) {
    world.clock.advance(60)
    await put(world, id, releaseFile([`headline: Story number ${i}.`], 'Put right.'), {
      kind: 'clarification',
      note: `Clear now: ${i}.`,
    })
  }
  const seen: string[] = []
  for (let path: string | undefined = '/corrections'; path; ) {
    const page: string = await text(world, path)
    seen.push(...[...page.matchAll(/Clear now: (\d+)\./g)].map(([, n = '']) => n))
    path = /rel="next" href="([^"]+)"/.exec(page)?.[1]
  }
  assert.deepEqual(
    seen,
    ids.map((_, i) => String(i)),
  )
})

test('an editor’s note changes no text, needs no file, and can be put to any story', async () => {
  await using world = await newsroom()
  const carried = await world.story({ headline: 'Carried' })
  const { id, path } = await issue(world, first)
  await put(world, id, undefined, { kind: 'note', note: 'Two readers doubt this; we are asking.' })
  const page = await text(world, path)
  assert.match(page, /The hearing is on Monday/)
  assert.match(page, /Two readers doubt this/)
  await put(world, id, first, { kind: 'note', note: 'The same file is no other text.' })
  await assert.rejects(put(world, id, second, { kind: 'note', note: 'x' }), /an editor’s note changes no text/)
  await put(world, carried, undefined, { kind: 'note', note: 'We doubt it.' })
  assert.deepEqual(await kinds(world), ['published', 'published', 'noted', 'noted', 'noted'])
})

test('a file that says what is there already changes nothing', async () => {
  await using world = await newsroom()
  const { id } = await issue(world, first)
  await assert.rejects(put(world, id, first, wrongDay), (error) => {
    assert.ok(error instanceof Conflict)
    assert.match(error.message, /says what version 1 says already/)
    return true
  })
  await put(world, id, second, wrongDay)
  await assert.rejects(put(world, id, second, wrongDay), /version 2 says already/)
  await put(world, id, undefined, { kind: 'note', note: 'Doubtful.' })
  await assert.rejects(put(world, id, second, wrongDay), /version 3 says already/, 'after a note too')
})

test('a change of what stands beside the text is a version as well', async () => {
  await using world = await newsroom()
  await world.db.insertInto('topics').values({ slug: 'law', name: 'Law' }).execute()
  const { id, path } = await issue(world, releaseFile(['places: [KE]', 'supporters: [A]']))
  const note = (words: string) => ({ kind: 'update', note: words }) as const
  await put(world, id, releaseFile(['places: [KE]', 'supporters: [A, B]']), note('B has joined.'))
  await put(world, id, releaseFile(['places: [TZ]', 'supporters: [A, B]']), note('It was in Tanzania.'))
  await put(
    world,
    id,
    releaseFile(['genre: statement', 'topics: [Law]', 'licence: headline', 'usageTerms: Ask us.', 'sponsored: true']),
    note('It is a statement.'),
  )
  const facts = await readFacts(world.db, id)
  assert.deepEqual(facts, {
    genre: 'statement',
    sponsored: true,
    licence: 'headline',
    licenceUrl: null,
    usageTerms: 'Ask us.',
    topics: ['law'],
    places: [],
    expiresAt: null,
  })
  const page = await text(world, path)
  assert.match(page, /Statement/)
  assert.match(page, /you may use the headline, with a link \(<bdi>Ask us\.<\/bdi>\)/)
  assert.equal((await itemOf(world)).content_html, undefined, 'feeds follow the new licence')
})

test('a picture that a new version has no more is served no more', async () => {
  await using world = await newsroom()
  const pictures = { 'a.jpg': await photograph() }
  const { id, path } = await issue(world, releaseFile(['pictures: [{file: a.jpg, alt: A, licence: free}]']), {
    pictures,
  })
  const [address = ''] = /\/media\/[0-9a-f]{64}/.exec(await text(world, path)) ?? []
  assert.equal((await world.get(address)).status, 200)
  await put(world, id, releaseFile(), { kind: 'correction', note: 'The picture showed another place.' })
  assert.equal((await world.get(address)).status, 404)
})

test('readers must be told, and a story that is gone or not ours is not changed', async () => {
  await using world = await newsroom()
  const { id } = await issue(world, first)
  await assert.rejects(put(world, id, second, { kind: 'update', note: ' ' }), (error) => {
    assert.ok(error instanceof Invalid)
    return true
  })
  await assert.rejects(put(world, id, undefined, wrongDay), /hand in the file/)
  await assert.rejects(put(world, '0199bbbb-0000-7000-8000-00000000ffff' as StoryId, second, wrongDay), NotFound)
  await assert.rejects(put(world, id, releaseFile(['urgncy: 1']), wrongDay), /line 3: "urgncy" is no key/)
  const context = await world.wire()
  await world.db.transaction().execute((tx) => kill(tx, context, id, 'Safety.'))
  await assert.rejects(put(world, id, second, wrongDay), /was killed: nothing of it is left to change/)
  assert.deepEqual(await kinds(world), ['published', 'killed'])
})

test('a story a source brought is put right there, not here', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve(
    '/feed',
    '<rss version="2.0"><channel><title>H</title><item><guid>1</guid><title>One</title></item></channel></rss>',
  )
  await world.visit(await world.source(`${site.url}/feed`))
  const [event] = await readEvents(world.db, '0', 1)
  assert.ok(event)
  await assert.rejects(put(world, event.storyId, second, wrongDay), /came from a source/)
  await put(world, event.storyId, undefined, { kind: 'note', note: 'We doubt it.' })
})

test('a held release can be put right before it is let out', async () => {
  await using world = await newsroom()
  const { id, path } = await issue(world, first)
  const context = await world.wire()
  await world.db.transaction().execute((tx) => hold(tx, context, id, 'We check.'))
  await put(world, id, second, wrongDay)
  assert.equal((await world.get(path)).status, 404)
})
