import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { StoryId } from '../core/id.ts'
import { newId } from '../db/new-id.ts'
import { hold, release } from '../wire/recall.ts'

type Told = {
  readonly id: StoryId
  readonly headline: string
  readonly at: number
  readonly genre: 'report' | 'release'
  readonly language: string
  readonly topics: readonly string[]
  readonly countries: readonly string[]
}

/** Lists, what they hold, and the index that counts them. */
const lists: readonly { path: string; holds(story: Told): boolean; index?: string }[] = [
  { path: '/', holds: () => true },
  { path: '/releases', holds: ({ genre }) => genre === 'release' },
  { path: '/topics/harbours', holds: ({ topics }) => topics.includes('harbours'), index: '/topics' },
  { path: '/places/ke', holds: ({ countries }) => countries.includes('KE'), index: '/places' },
  { path: '/languages/pt', holds: ({ language }) => language.startsWith('pt'), index: '/languages' },
]

test('whoever walks a list to its end meets each story once, by whoever in it was first, and misses none', async () => {
  await using world = await newsroom()
  await world.topic('harbours', 'Harbours')
  await world.topic('sport', 'Sport')
  const stories = await many(world, 110)
  const groups = fc.array(fc.option(fc.nat({ max: 15 }), { freq: 2 }), {
    minLength: stories.length,
    maxLength: stories.length,
  })
  const held = fc.uniqueArray(fc.nat({ max: stories.length - 1 }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(groups, held, async (groups, held) => {
      await group(world, stories, groups)
      const hidden = held.flatMap((at) => stories[at] ?? [])
      await all(world, hidden, (tx, context, { id }) => hold(tx, context, id, 'a test'))
      for (const { path, holds, index } of lists) {
        const fitting = stories.flatMap((story, at) =>
          holds(story) && !hidden.includes(story) ? [{ story, group: groups[at] ?? `alone ${at}` }] : [],
        )
        const firsts = [...Map.groupBy(fitting, ({ group }) => group).values()].map((each) => first(each))
        const expected = firsts.toSorted(newestFirst).map(({ headline }) => headline)
        assert.deepEqual(await walk(world, path), expected, path)
        if (index)
          assert.match(
            await (await world.get(index)).text(),
            new RegExp(`href="${path}">.*?</a> <span class="small">${expected.length} stor`),
          )
      }
      await all(world, hidden, (tx, context, { id }) => release(tx, context, id))
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

test('a member’s own pages, a day of the archive and every feed keep each version', async () => {
  await using world = await newsroom()
  const [one, other] = await Promise.all([world.member(), world.member({ name: 'Lantern', site: 'https://l.example' })])
  const drafts = [one, other].map((member) =>
    draftFor(member, { headline: `Of ${member.slug}`, topics: ['harbours'], countries: ['KE'] }, world.clock()),
  )
  await world.topic('harbours', 'Harbours')
  const ids = await world.publish(drafts)
  await group(
    world,
    ids.map((id) => ({ id })),
    [1, 1],
  )
  const read = async (path: string) => (await world.get(path)).text()
  assert.match(await read('/members/harbour-times'), /Of harbour-times/)
  assert.match(await read('/members/lantern'), /Of lantern/)
  for (const path of [
    '/archive/2026/11/24',
    '/feed',
    '/topics/harbours/feed.atom',
    '/places/ke/feed.json',
    '/languages/en/feed.ninjs',
    '/archive/2026/11/feed',
  ])
    assert.match(await read(path), /Of harbour-times[\s\S]*Of lantern|Of lantern[\s\S]*Of harbour-times/, path)
})

test('when the first is taken back the next one stands in the list, on whatever page', async () => {
  await using world = await newsroom()
  const stories = await many(world, 90)
  const [newest, last] = [stories[0], stories.at(-1)]
  assert.ok(newest && last)
  await group(world, [newest, last], [1, 1])
  const before = await walk(world, '/')
  assert.deepEqual([before.length, before.includes(newest.headline)], [89, false], 'its copy of page 3 was first')
  await all(world, [last], (tx, context, { id }) => hold(tx, context, id, 'a test'))
  const after = await walk(world, '/')
  // Two stories are of that moment.
  assert.deepEqual([after.length, after.slice(0, 2).includes(newest.headline)], [89, true])
})

/** By three members, at moments of their own, in one of which several may fall. */
async function many(world: World, count: number): Promise<Told[]> {
  const members = await Promise.all(
    ['One', 'Two', 'Three'].map((name) => world.member({ name, site: `https://${name.toLowerCase()}.example` })),
  )
  const told = Array.from({ length: count }, (_, at) => ({
    headline: `Story ${at}.`,
    at: world.clock().getTime() - Math.floor(at / 2) * 60_000,
    genre: at % 3 === 0 ? ('release' as const) : ('report' as const),
    language: ['en', 'pt', 'pt-BR'][at % 3] ?? 'en',
    topics: at % 2 === 0 ? ['harbours', 'sport'] : ['sport'],
    countries: at % 5 < 3 ? ['KE', 'UG'] : [],
  }))
  const topics = await world.db.selectFrom('topics').select('slug').execute()
  const ids = await world.publish(
    told.map(({ at, ...words }, n) => {
      const member = members[n % members.length]
      assert.ok(member)
      const known = topics.length > 0 ? words.topics : []
      return draftFor(member, { ...words, topics: known, publishedAt: new Date(at) }, world.clock())
    }),
  )
  return told.map((words, at) => ({ ...words, id: ids[at] as StoryId }))
}

async function group(
  world: World,
  stories: readonly Pick<Told, 'id'>[],
  groups: readonly (number | null)[],
): Promise<void> {
  await world.db.deleteFrom('clusters').execute()
  const ids = new Map([...new Set(groups)].filter((one) => one !== null).map((one) => [one, newId(world.clock())]))
  if (ids.size === 0) return
  await world.db
    .insertInto('clusters')
    .values([...ids.values()].map((id) => ({ id, madeAt: world.clock() })))
    .execute()
  const placed = stories.flatMap(({ id }, at) => {
    const clusterId = ids.get(groups[at] ?? -1)
    return clusterId ? [{ storyId: id, clusterId, joinedAt: world.clock() }] : []
  })
  await world.db.insertInto('clustered').values(placed).execute()
}

type Act = (tx: Parameters<typeof hold>[0], context: Parameters<typeof hold>[1], story: Told) => Promise<void>

async function all(world: World, stories: readonly Told[], act: Act): Promise<void> {
  const context = await world.wire()
  for (const story of stories) await world.db.transaction().execute((tx) => act(tx, context, story))
}

async function walk(world: World, first: string): Promise<string[]> {
  const seen: string[] = []
  let path: string | undefined = first
  while (path) {
    const text: string = await (await world.get(path)).text()
    // What leads the front page stands in its wire, or on a later page, too.
    const list = path === '/' ? (/<section class="wire"[\s\S]*?<\/section>/.exec(text)?.[0] ?? '') : text
    seen.push(...[...list.matchAll(/>(Story \d+\.)<\/a>/g)].map(([, headline = '']) => headline))
    path = /rel="next" href="([^"]+)"/.exec(text)?.[1]
  }
  return seen
}

function first(each: readonly { readonly story: Told }[]): Told {
  const [earliest] = each.map(({ story }) => story).toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  assert.ok(earliest)
  return earliest
}

function newestFirst(a: Told, b: Told): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1)
}
