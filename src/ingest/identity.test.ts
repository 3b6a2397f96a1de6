/** One item is one story, whatever its feeds do with ids and addresses. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atom, type Entry, rss } from '../../test/support/feeds.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { readDocument } from '../core/formats/read.ts'
import { findSource } from '../db/sources.ts'
import { readStats } from '../db/stats.ts'
import { receive } from './receive.ts'

const stories = async (world: World) => (await readStats(world.db, world.clock())).stories

const three: Entry[] = ['Archive opens', 'Choir sings', 'Museum closes'].map((title, n) => ({
  id: `https://harbour.example/?p=${n + 1}`,
  link: `https://harbour.example/2026/11/${title.toLowerCase().replace(' ', '-')}/`,
  title,
  text: `<p>${title} on Monday, says the harbour’s newsroom, and everybody may come to see it.</p>`,
}))

async function served(entries: readonly Entry[]) {
  const world = await newsroom()
  const site = await world.net.site()
  site.serve('/feed', rss(entries))
  const id = await world.source(`${site.url}/feed`)
  await world.visit(id)
  const serve = (next: readonly Entry[]) => site.serve('/feed', rss(next, `<ttl>${Math.random()}</ttl>`))
  return { world, site, id, serve, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('RSS, Atom and a feed of one category bring each story once', async () => {
  await using house = await served(three)
  const { world, site } = house
  site.serve('/atom', atom(three.map((entry) => ({ ...entry, id: `tag:harbour.example,2026:${entry.title}` }))))
  site.serve('/category/music/feed', rss(three.slice(1, 2)))
  for (const path of ['/atom', '/category/music/feed']) {
    const visit = await world.visit(await world.source(site.url + path))
    assert.equal(visit.itemsNew, 0, path)
  }
  assert.deepEqual(await stories(world), { all: 3, published: 3, held: 0, withdrawn: 0, versions: 3 })
})

test('two feeds of one site that are read at the same moment make one story', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/rss', rss(three))
  site.serve('/atom', atom(three))
  const ids = [await world.source(`${site.url}/rss`), await world.source(`${site.url}/atom`)]
  await Promise.all(ids.map((id) => world.visit(id)))
  assert.equal((await stories(world)).all, 3)
})

test('new ids, https, another host name and trackers make no second story', async () => {
  const changes: Record<string, (entry: Entry, n: number) => Entry> = {
    'new ids': (entry, n) => ({ ...entry, id: `urn:uuid:${n}` }),
    https: ({ link = '', ...entry }) => ({ ...entry, link: link.replace('https:', 'http:') }),
    'www.': ({ link = '', ...entry }) => ({ ...entry, link: link.replace('//', '//www.') }),
    trackers: ({ link = '', ...entry }, n) => ({ ...entry, link: `${link}?utm_source=rss&fbclid=${n}#more` }),
    'a moved address': ({ link = '', ...entry }) => ({ ...entry, link: `${link}index.html` }),
    'new ids and trackers': ({ link = '', ...entry }, n) => ({
      ...entry,
      link: `${link}?utm_medium=a${n}`,
      id: `x${n}`,
    }),
    'a new site': ({ link = '', ...entry }, n) => ({
      ...entry,
      link: link.replace('harbour', 'new-harbour'),
      id: `y${n}`,
    }),
    'new slugs': (entry, n) => ({ ...entry, link: `https://harbour.example/${n}` }),
  }
  for (const [what, change] of Object.entries(changes)) {
    await using house = await served(three)
    house.serve(three.map(change))
    const visit = await house.world.visit(house.id)
    assert.deepEqual(
      [visit.itemsNew, visit.itemsChanged, (await stories(house.world)).all],
      [0, 0, 3],
      `${what}: ${visit.reason}`,
    )
  }
})

test('a space that does not break makes no other story and no new version', async () => {
  const entries = (space: string, site = 'harbour') =>
    three.map(({ title, text, ...entry }, n) => ({
      ...{
        ...entry,
        id: `${site}-${n}`,
        link: `https://${site}.example/${site}/${n}`,
        title: `${title}${space}: 5${space}km`,
      },
      text: `${text}<p>Why${space}?</p>`,
    }))
  await using house = await served(entries(' '))
  house.serve(entries('\u00a0'))
  const seen = await house.world.visit(house.id)
  assert.equal(seen.itemsNew + seen.itemsChanged, 0)
  house.serve(entries(' '))
  assert.equal((await house.world.visit(house.id)).itemsChanged, 0)
  house.serve(entries('\u00a0', 'bay'))
  assert.equal((await house.world.visit(house.id)).itemsNew, 0)
  assert.deepEqual(await stories(house.world), { all: 3, published: 3, held: 0, withdrawn: 0, versions: 3 })
})

test('a source whose ids change at every visit is known by its links, and says so', async () => {
  await using house = await served(three)
  const { world, id, serve } = house
  for (const round of ['a', 'b', 'c']) {
    serve(three.map((entry, n) => ({ ...entry, id: `${round}${n}` })))
    assert.equal((await world.visit(id)).itemsNew, 0)
  }
  const source = await findSource(world.db, id)
  assert.equal(source?.uniqueness, 'link')
  assert.equal(source?.uniquenessWhy, 'its ids repeat or change')
  assert.equal((await stories(world)).all, 3)
})

test('a source that changes ids and links at every visit is known by what it says', async () => {
  await using house = await served(three)
  const { world, id, serve } = house
  for (const round of ['a', 'b', 'c', 'd']) {
    serve(three.map((entry, n) => ({ ...entry, id: `${round}${n}`, link: `https://harbour.example/${round}/${n}` })))
    const visit = await world.visit(id)
    assert.equal(visit.itemsNew, 0, `${round}: ${visit.reason}`)
  }
  assert.equal((await findSource(world.db, id))?.uniqueness, 'content')
  serve([{ id: 'e', link: 'https://harbour.example/e/9', title: 'Clinic moves', text: 'It moves.' }, ...three])
  assert.equal((await world.visit(id)).itemsNew, 1, 'news is still news')
})

test('items that share an id, or all lead home, are stories of their own', async () => {
  await using shared = await served(three.map((entry) => ({ ...entry, id: 'the same' })))
  assert.equal((await stories(shared.world)).all, 3)
  assert.equal((await findSource(shared.world.db, shared.id))?.uniqueness, 'id+link')
  await using home = await served(
    three.map(({ title = '', text = '' }) => ({ link: 'https://harbour.example/', title, text })),
  )
  assert.equal((await stories(home.world)).all, 3)
})

test('an item that a feed lists twice, under two ids and with two trackers, is one story', async () => {
  const [first] = three
  const again = { ...first, id: 'https://harbour.example/?p=1&utm_source=culture', link: `${first?.link}?utm_source=b` }
  await using house = await served([...three, again])
  assert.equal((await stories(house.world)).all, 3)
  house.serve([again, ...three])
  assert.equal((await house.world.visit(house.id)).itemsNew, 0)
  assert.deepEqual(await stories(house.world), { all: 3, published: 3, held: 0, withdrawn: 0, versions: 3 })
  house.serve([...three, { ...again, id: 'live-2', title: 'Archive opens late' }])
  assert.equal((await house.world.visit(house.id)).itemsNew, 1)
})

test('bulletins that share page and title, but not their words or their recordings, are stories of their own', async () => {
  const bulletins = ['Fog.', 'Rain.', 'Sun.'].map((text, n) => ({
    ...{ id: `bulletin-${n}`, link: 'https://harbour.example/weather', title: 'The weather', text },
  }))
  await using house = await served(bulletins)
  assert.equal((await stories(house.world)).all, 3)
  const recording = (n: number) =>
    `<item><guid>r${n}</guid><title>The news</title><link>https://harbour.example/on-air</link>
    <description>At the full hour.</description><enclosure url="https://harbour.example/${n}.mp3" type="audio/mpeg"/></item>`
  house.site.serve(
    '/feed',
    `<rss version="2.0"><channel><title>On air</title>${recording(1)}${recording(2)}</channel></rss>`,
  )
  assert.equal((await house.world.visit(house.id)).itemsNew, 2)
})

test('ids that begin to repeat make no second story of what is known', async () => {
  await using house = await served(three)
  house.serve([
    { id: three[0]?.id ?? '', link: 'https://harbour.example/other', title: 'Other', text: 'Other.' },
    ...three,
  ])
  const visit = await house.world.visit(house.id)
  assert.equal(visit.itemsNew, 1, visit.reason)
  assert.equal((await stories(house.world)).all, 4)
})

test('ids that only number the places of a list make nobody’s story another', async () => {
  await using house = await served(three.map((entry, n) => ({ ...entry, id: `${n}` })))
  const { world, id, serve } = house
  const fourth: Entry = { link: 'https://harbour.example/new', title: 'Clinic moves', text: 'It moves.' }
  serve([fourth, ...three].map((entry, n) => ({ ...entry, id: `${n}` })))
  const visit = await world.visit(id)
  assert.deepEqual([visit.itemsNew, visit.itemsChanged, (await stories(world)).all], [1, 0, 4], visit.reason)
  assert.equal((await findSource(world.db, id))?.uniqueness, 'id+link')
})

test('a list whose places are all taken by others is all new', async () => {
  await using house = await served(three.map((entry, n) => ({ ...entry, id: `${n}` })))
  const others = ['One', 'Two', 'Three'].map((title, n) => ({
    id: `${n}`,
    link: `https://harbour.example/${title}`,
    title,
    text: title,
  }))
  house.serve(others)
  const visit = await house.world.visit(house.id)
  assert.deepEqual([visit.itemsNew, visit.itemsChanged], [3, 0], visit.reason)
})

test('two sites of one member that number their pages alike have stories of their own', async () => {
  const numbered = (site: string) =>
    [1, 2, 3].map((n) => ({
      id: `https://${site}.example/news/${n}`,
      link: `https://${site}.example/news/${n}`,
      title: `${site} ${n}`,
      text: `What ${site} had to say on day ${n}.`,
    }))
  await using house = await served(numbered('harbour'))
  const { world } = house
  const other = await world.net.site()
  other.serve(
    '/feed',
    rss([{ id: 'hello', link: 'https://lighthouse.example/hello', title: 'Hello', text: 'We begin.' }]),
  )
  const id = await world.source(`${other.url}/feed`)
  await world.visit(id)
  // Nothing in it is known any more: it may have moved.
  other.serve('/feed', rss(numbered('lighthouse')))
  const visit = await world.visit(id)
  assert.deepEqual([visit.itemsNew, (await stories(world)).all], [3, 7], visit.reason)
})

test('one story whose headline and address change together is still one', async () => {
  await using house = await served(three)
  const [first = {}, ...others] = three
  house.serve([
    { ...first, link: 'https://harbour.example/archive-opens-late', title: 'Archive opens late' },
    ...others,
  ])
  const visit = await house.world.visit(house.id)
  assert.deepEqual([visit.itemsNew, visit.itemsChanged], [0, 1], visit.reason)
})

test('a new version only where readers see a difference, and from the feed that brought the story', async () => {
  await using house = await served(three)
  const { world, site, id, serve } = house
  const [first = {}, ...others] = three
  serve([
    { ...first, text: (first.text ?? '').replace('<p>', '\n <p class="x">'), more: '<category>news</category>' },
    ...others,
  ])
  assert.equal((await world.visit(id)).itemsChanged, 0, 'nobody sees this')
  site.serve('/atom', atom([{ ...first, text: '<p>Archive opens. In other words.</p>' }]))
  assert.equal((await world.visit(await world.source(`${site.url}/atom`))).itemsChanged, 0, 'another feed, other words')
  serve([{ ...first, title: 'Archive opens late' }, ...others])
  assert.equal((await world.visit(id)).itemsChanged, 1)
  assert.equal((await stories(world)).versions, 4)
})

test('an item that leaves its feed stays a story, and is none again when it comes back', async () => {
  await using house = await served(three)
  const { world, id, serve } = house
  serve(three.slice(0, 1))
  await world.visit(id)
  assert.equal((await stories(world)).published, 3)
  serve(three)
  assert.deepEqual([(await world.visit(id)).itemsNew, (await stories(world)).all], [0, 3])
})

test('items that are read again make new versions where they now say more, and no new stories', async () => {
  await using house = await served(three)
  const { world, id } = house
  const source = await findSource(world.db, id)
  assert.ok(source)
  const again = { now: world.clock(), url: world.config.url, again: true }
  const document = readDocument(Buffer.from(rss(three.slice(1))), {})
  const same = await receive(world.db, again, source, document)
  assert.deepEqual([same.seen, same.added, same.changed], [2, 0, 0])
  await world.db.updateTable('versions').set({ headline: 'Untitled', digest: 'of a lesser reader' }).execute()
  const better = await receive(world.db, again, source, document)
  assert.deepEqual([better.added, better.changed], [0, 2])
  assert.equal(
    (await world.db.selectFrom('doubts').selectAll().execute()).length,
    0,
    'what is not read again is not missed',
  )
})

test('what is as it was costs no look at the database’s items', async () => {
  await using house = await served(three)
  const { world, id, serve } = house
  const scans = async () =>
    (
      await world.db.executeQuery<{ n: string }>({
        sql: "select coalesce(sum(idx_scan), 0)::text as n from pg_stat_all_indexes where relname = 'items'",
        parameters: [],
        query: { kind: 'RawNode', sqlFragments: [], parameters: [] } as never,
        queryId: { queryId: 'scans' },
      })
    ).rows[0]?.n
  await world.visit(id)
  const before = await scans()
  serve(three)
  assert.equal((await world.visit(id)).outcome, 'fetched')
  assert.equal(await scans(), before)
})
