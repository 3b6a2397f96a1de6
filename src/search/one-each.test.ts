import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { StoryId } from '../core/id.ts'
import { newId } from '../db/new-id.ts'
import { hold } from '../wire/recall.ts'

const headlines = (page: string) =>
  [...page.matchAll(/<h3>.*?<a [^>]*>(.*?)<\/a><\/h3>/g)].map(([, words = '']) => words.replace(/<\/?mark>/g, ''))

test('a search tells one line for one story, by whoever was first, with who else carries it', async () => {
  await using world = await newsroom()
  const [first] = await carried(world, [
    ['Harbour', 'Walrus at the pier'],
    ['Lantern', 'Walrus walrus walrus'],
  ])
  await world.story({ headline: 'Another walrus' })
  const read = async (path: string) => (await world.get(path)).text()
  for (const order of ['best', 'newest']) {
    const page = await read(`/search?q=walrus&order=${order}`)
    assert.deepEqual(headlines(page).toSorted(), ['Another walrus', 'Walrus at the pier'], order)
    assert.match(page, />2 stories</)
    assert.match(page, /Harbour<\/bdi> · also carried by Lantern/)
  }
  assert.match(headlines(await read('/search?q=walrus'))[0] ?? '', /pier/, 'in the place of the one that answers best')
  assert.deepEqual(headlines(await read('/search?q=walrus+-pier')).toSorted(), [
    'Another walrus',
    'Walrus walrus walrus',
  ])
  assert.deepEqual(headlines(await read('/search?q=walrus&member=lantern')), ['Walrus walrus walrus'])
  assert.equal((await read('/search/feed?q=walrus')).match(/<item>/g)?.length, 3, 'each is a record of its own')

  const context = await world.wire()
  await world.db.transaction().execute((tx) => hold(tx, context, first as StoryId, 'a doubt'))
  const after = await read('/search?q=walrus')
  assert.deepEqual(headlines(after).toSorted(), ['Another walrus', 'Walrus walrus walrus'])
  assert.doesNotMatch(after, /pier|carried/)
})

test('what findings have in common is counted as it would be told', async () => {
  await using world = await newsroom()
  await world.topic('sea', 'The sea')
  await world.topic('land', 'The land')
  await carried(world, [
    ['Harbour', 'Walrus one', { topics: ['sea'], countries: ['KE'] }],
    ['Lantern', 'Walrus two', { topics: ['sea', 'land'], countries: ['KE'], language: 'pt' }],
  ])
  await world.story({ headline: 'Walrus three', topics: ['land'], countries: ['UG'] })
  const page = await (await world.get('/search?q=walrus')).text()
  const counted = [...page.matchAll(/href="([^"]+)">(?:<bdi>)?[^<]+(?:<\/bdi>)?<\/a> <span class="count">(\d+)</g)]
  assert.ok(counted.length > 6)
  for (const [, href = '', count] of counted) {
    const narrowed = await (await world.get(href.replaceAll('&amp;', '&'))).text()
    assert.equal(headlines(narrowed).length, Number(count), href)
  }
})

test('pages of a search go through all of it, each story once', async () => {
  await using world = await newsroom()
  for (let n = 0; n < 15; n += 1)
    await carried(world, [
      [`One ${n}`, `Walrus ${n} first`],
      [`Two ${n}`, `Walrus ${n} second`],
      [`Three ${n}`, `Walrus ${n} third`],
    ])
  for (let n = 0; n < 20; n += 1) await world.story({ headline: `Walrus alone ${n}` })
  for (const order of ['best', 'newest']) {
    const seen: string[] = []
    let path: string | undefined = `/search?q=walrus&order=${order}`
    while (path) {
      const page: string = await (await world.get(path)).text()
      seen.push(...headlines(page))
      path = /rel="next nofollow" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.deepEqual([seen.length, new Set(seen).size], [35, 35])
    assert.equal(seen.filter((headline) => headline.endsWith('first')).length, 15)
  }
})

type Words = Partial<Parameters<typeof draftFor>[1]>

/** Versions of one story, the first one first. */
async function carried(world: World, versions: readonly (readonly [string, string, Words?])[]): Promise<StoryId[]> {
  const ids: StoryId[] = []
  for (const [name, headline, words] of versions) {
    world.clock.advance(1)
    const site = `https://${name.toLowerCase().replace(' ', '-')}.example`
    const member = await world.member({ name, site })
    const origin = { publisher: name, publisherUrl: site, url: site }
    ids.push(...(await world.publish([draftFor(member, { headline, origin, ...words }, world.clock())])))
  }
  const clusterId = newId(world.clock())
  await world.db.insertInto('clusters').values({ id: clusterId, madeAt: world.clock() }).execute()
  const placed = ids.map((storyId) => ({ storyId, clusterId, joinedAt: world.clock() }))
  await world.db.insertInto('clustered').values(placed).execute()
  return ids
}
