/** What a story brings with it: its origin, the terms it is shown on, what it is about, and when it must wait. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Entry, rss } from '../../test/support/feeds.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { StoryId } from '../core/id.ts'
import type { Grant } from '../core/story/gate.ts'
import { readTopics } from '../core/story/topics.ts'
import { readEvents } from '../db/events.ts'
import { listPickups } from '../db/pickups.ts'
import { findPublished, listPublished } from '../db/published.ts'
import { findRecord, listRecords } from '../db/records.ts'
import { listGrants } from '../db/sources.ts'
import { keepOwnTopics } from '../db/topics.ts'
import { forbid, grant, permit } from '../wire/grant.ts'
import { release } from '../wire/recall.ts'

const plain: Entry = {
  id: '1',
  link: 'https://harbour.example/2026/11/archive-opens',
  title: 'Archive opens',
  text: '<p>The archive opens on Monday.</p><p>Everybody may come and read what is in its boxes.</p>',
  date: 'Tue, 24 Nov 2026 09:00:00 GMT',
}

async function brought(entries: readonly Entry[], grant: Partial<Grant> = {}, channel = '') {
  const world = await newsroom()
  const site = await world.net.site()
  site.serve('/feed', rss(entries, channel))
  const id = await world.source(`${site.url}/feed`, grant)
  const visit = await world.visit(id)
  return { world, site, id, visit, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

async function only(world: World) {
  const [line] = await listPublished(world.db, { limit: 1 })
  assert.ok(line, 'there is a story')
  const record = await findRecord(world.db, line.id)
  assert.ok(record)
  return { line, record, whole: await findPublished(world.db, line.day, line.slug) }
}

test('what a member wrote is its own; what it took keeps whose it was, and every hand between', async () => {
  await using own = await brought([plain])
  assert.equal((await only(own.world)).line.origin.publisher, 'Harbour Times')

  const text = `${plain.text}<p>The post <a href="https://lantern.example/2026/archive">Archive opens</a> appeared first on <a href="https://lantern.example/">Lantern</a>.</p>`
  const more = '<source url="https://quay.example/feed">Quay Weekly</source>'
  await using taken = await brought([{ ...plain, text, more, link: 'https://quay.example/archive' }])
  const { line, record, whole } = await only(taken.world)
  assert.equal(line.origin.publisher, 'Lantern')
  assert.deepEqual(
    record.hops.map((hop) => hop.name),
    ['Quay Weekly', 'Harbour Times'],
  )
  assert.doesNotMatch(whole?.body ?? '', /appeared first/, 'the credit line is a record, said once')
})

test('who published first is credited by its own name where it is a member', async () => {
  await using world = await newsroom()
  await world.member({ name: 'Quay Weekly', site: 'https://www.quay.example/' })
  const site = await world.net.site()
  const more = '<source url="https://quay.example/feed.xml">quay: rss</source>'
  site.serve('/feed', rss([{ ...plain, link: 'https://quay.example/archive', more }]))
  await world.member({ name: 'Carrier', site: site.url })
  await world.visit(await world.source(`${site.url}/feed`))
  const { line } = await only(world)
  assert.deepEqual([line.origin.publisher, line.origin.publisherUrl], ['Quay Weekly', 'https://www.quay.example/'])
})

test('a credit that names nobody names the member', async () => {
  const text = `${plain.text}<center>The post appeared first on <a title="" href="" target="_blank"></a>.</center>`
  await using house = await brought([{ ...plain, text, more: '<source url="https://quay.example/f">  </source>' }])
  const { line } = await only(house.world)
  assert.equal(line.origin.publisher, 'quay.example', 'an address is better than nothing')
  await using bare = await brought([{ ...plain, text, more: '<dc:creator>\u200b</dc:creator>' }])
  const found = await only(bare.world)
  assert.deepEqual([found.line.origin.publisher, found.line.byline], ['Harbour Times', ''])
})

test('the database takes no story without an origin, and no empty credit', async () => {
  await using world = await newsroom()
  const id = await world.story()
  const refused = (table: 'origins' | 'hops', row: object) =>
    assert.rejects(
      world.db
        .insertInto(table)
        .values(row as never)
        .execute(),
      /name_somebody/,
    )
  await refused('hops', { storyId: id, position: 0, name: ' \u00a0 — ' })
  await assert.rejects(
    world.db.updateTable('origins').set({ publisher: ' . ' }).where('storyId', '=', id).execute(),
    /origins_name_somebody/,
  )
  await assert.rejects(world.db.deleteFrom('origins').where('storyId', '=', id).execute(), /stories_have_an_origin/)
})

test('without a grant a source shows an excerpt and no pictures; a new grant is on record and holds at once', async () => {
  await using house = await brought([plain], { shows: 'excerpt' })
  const { world, id } = house
  assert.equal((await only(world)).whole?.body, '')
  world.clock.advance(60)
  const context = { ...(await world.wire()), by: 'Jane Doe, editor' }
  const full = { shows: 'full', pictures: 'none' } as const
  assert.equal(await world.db.transaction().execute((tx) => grant(tx, context, id, full)), 1)
  assert.match((await only(world)).whole?.body ?? '', /boxes/)
  assert.deepEqual(
    (await listGrants(world.db, id)).map(({ shows, grantedBy }) => [shows, grantedBy]),
    [
      ['full', 'Jane Doe, editor'],
      ['excerpt', 'test'],
    ],
  )
})

test('an agency’s text is headline only until a permission is on record, and again when it ends', async () => {
  const text = `<p>NAIROBI (Reuters) - The archive opens on Monday.</p><p>It has boxes.</p>`
  await using house = await brought([{ ...plain, text }], { shows: 'full' })
  const { world, id } = house
  const first = await only(world)
  assert.deepEqual([first.whole?.shows, first.whole?.excerpt, first.whole?.body], ['headline', '', ''])
  assert.equal(first.record.origin.publisher, 'Reuters')
  assert.deepEqual(first.record.places, [{ country: 'KE', name: 'Nairobi' }])

  world.clock.advance(60)
  const context = { ...(await world.wire()), by: 'Jane Doe, licence of 2026' }
  const act = (change: typeof permit) => world.db.transaction().execute((tx) => change(tx, context, id, 'Reuters'))
  assert.equal(await act(permit), 1)
  assert.match((await only(world)).whole?.body ?? '', /boxes/)
  house.site.serve('/feed', rss([{ ...plain, id: '2', link: 'https://harbour.example/2', title: 'Second', text }]))
  await world.visit(id)
  const shows = (await listPublished(world.db, { limit: 9 })).map((line) => line.shows)
  assert.deepEqual(shows, ['full', 'full'], 'what comes after it is shown from the start')
  await assert.rejects(act(permit), /already/)
  assert.equal(await act(forbid), 2)
  assert.equal((await only(world)).whole?.body, '')
  await assert.rejects(act(forbid), /no permission/)
})

test('what is marked as under embargo is shown nowhere, found nowhere, and published when it is let out', async () => {
  await using house = await brought([
    { ...plain, text: '<p>EMBARGOED UNTIL 10:00 GMT, 1 December</p><p>A secret ruling about walruses.</p>' },
  ])
  const { world, visit, site, id } = house
  assert.equal(visit.reason, '1 held: marked as not for readers.')
  const [held] = await listRecords(world.db, 'held', 10)
  assert.ok(held)
  assert.match(held.held?.why ?? '', /EMBARGOED UNTIL/)
  assert.equal(held.address, null, 'not even an address')
  for (const path of ['/', '/feed', '/feed.json', '/archive', '/members/harbour-times', `/stories/${held.id}`])
    assert.doesNotMatch(await (await world.get(path)).text(), /Archive opens|walrus/, path)
  assert.deepEqual(await world.find('walruses'), [])
  site.serve('/feed', rss([{ ...plain, text: '<p>EMBARGOED UNTIL NOON</p><p>A ruling about walruses.</p>' }]))
  assert.equal((await world.visit(id)).itemsChanged, 1)
  assert.deepEqual(await readEvents(world.db, '0', 10), [], 'the wire is silent about it')

  world.clock.set('2026-12-01T10:00:00Z')
  const context = await world.wire()
  await world.db.transaction().execute((tx) => release(tx, context, held.id))
  const { line } = await only(world)
  assert.equal(line.day, '2026-12-01', 'it was published when readers could see it')
  assert.equal((await world.find('walruses')).length, 1)
  assert.deepEqual(
    (await readEvents(world.db, '0', 10)).map(({ kind }) => kind),
    ['published'],
  )
})

test('a story that is marked later is taken from readers', async () => {
  await using house = await brought([plain])
  const { world, site, id } = house
  site.serve('/feed', rss([{ ...plain, title: 'HOLD FOR RELEASE: Archive opens' }]))
  await world.visit(id)
  assert.deepEqual(await listPublished(world.db, { limit: 9 }), [])
  assert.equal((await listRecords(world.db, 'held', 9)).length, 1)
  assert.deepEqual(
    (await readEvents(world.db, '0', 9)).map(({ kind }) => kind),
    ['published', 'held'],
  )
})

test('a story of ours that comes back is a pickup, with or without credit, and no story', async () => {
  await using world = await newsroom()
  const ours = await world.story({ headline: 'Archive opens' })
  const site = await world.net.site()
  const entries: Entry[] = [
    {
      id: `tag:${(await world.db.selectFrom('network').select('tagAuthority').executeTakeFirstOrThrow()).tagAuthority}:story/${ours}`,
      link: 'https://carrier.example/a',
      title: 'Archive opens',
      text: 'Words.',
    },
    {
      id: 'x',
      link: 'https://wire.example/2026/11/24/archive-opens?utm_source=feed',
      title: 'Archive opens',
      text: 'Words.',
    },
    {
      id: 'y',
      link: 'https://carrier.example/b',
      title: 'Read this',
      text: 'Words.<p>The post <a href="https://wire.example/2026/11/24/archive-opens">Archive opens</a> appeared first on <a href="https://wire.example/2026/11/24/archive-opens">Wire</a>.</p>',
    },
    { id: 'z', link: 'https://wire.example/feed', title: 'Our feed', text: 'Words.' },
  ]
  site.serve('/feed', rss(entries))
  const carrier = await world.member({ name: 'Carrier', site: site.url })
  const visit = await world.visit(await world.source(`${site.url}/feed`))
  assert.deepEqual([visit.itemsNew, visit.reason], [0, '1 became no story. 3 of our own stories came back.'])
  const pickups = await listPickups(world.db, ours as StoryId)
  assert.deepEqual(
    pickups.map(({ url, credited }) => [url, credited]),
    [
      ['carrier.example/a', false],
      ['carrier.example/b', true],
      ['wire.example/2026/11/24/archive-opens', true],
    ],
  )
  assert.equal((await listPublished(world.db, { limit: 9 })).length, 1)
  assert.ok(carrier)
})

test('topics come from categories, the network’s own beside the IPTC’s; places from categories and marks', async () => {
  await using world = await newsroom()
  const { topics } = readTopics('Pride season | csd, orgullo')
  await world.db.transaction().execute((tx) => keepOwnTopics(tx, topics))
  const site = await world.net.site()
  const more =
    '<category>Derechos humanos</category><category>CSD</category><category>Alemania</category><category>Uncategorized</category><georss:point>-1.29 36.82</georss:point><georss:featurename>Nairobi, Kenya</georss:featurename>'
  site.serve('/feed', rss([{ ...plain, more }]))
  await world.visit(await world.source(`${site.url}/feed`))
  const { record } = await only(world)
  assert.deepEqual(record.topics, ['human-rights', 'pride-season'])
  assert.deepEqual(record.places, [
    { country: 'KE', name: 'Nairobi, Kenya' },
    { country: 'DE', name: '' },
  ])
})

test('the language is what the item says, else what it is written in', async () => {
  const spanish =
    'El tribunal permite que el archivo conserve su nombre y sus cajas, después de seis años y cuatro aplazamientos. Los fundadores dijeron que la decisión es un alivio para todos los que han trabajado en la sala de lectura, y que el archivo abrirá sus puertas el lunes. Los vecinos del puerto podrán consultar los documentos sin cita previa durante todo el invierno, y una vez al mes habrá una visita guiada por las salas y los depósitos del edificio.'
  const entries = [
    { id: '1', link: 'https://harbour.example/1', title: 'Uno', text: spanish },
    {
      id: '2',
      link: 'https://harbour.example/2',
      title: 'Zwei',
      text: 'Ein kurzer Satz.',
      more: '<dc:language>de-AT</dc:language>',
    },
    { id: '3', link: 'https://harbour.example/3', title: 'Three', text: 'Short.' },
  ]
  await using house = await brought(entries, {}, '<language>en-GB</language>')
  const lines = await listPublished(house.world.db, { limit: 9 })
  assert.deepEqual(
    new Map(lines.map((line) => [line.headline, line.language])),
    new Map([
      ['Three', 'en-GB'],
      ['Zwei', 'de-AT'],
      ['Uno', 'es'],
    ]),
  )
})

test('what a press office publishes are its releases, and a release says so itself', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  site.serve('/feed', rss([plain]))
  await world.member({ name: 'Press Office', kind: 'press-office', site: site.url })
  site.serve(
    '/other',
    rss([{ ...plain, id: '2', link: 'https://harbour.example/2', text: '<p>FOR IMMEDIATE RELEASE</p><p>Words.</p>' }]),
  )
  await world.visit(await world.source(`${site.url}/other`))
  assert.equal((await only(world)).line.genre, 'release')
})

test('readers find a story by its title and summary, and by nothing they may not see', async () => {
  await using house = await brought([{ ...plain, title: '東京の裁判所', text: '<p>A summary about walruses.</p>' }], {
    shows: 'headline',
  })
  const { world, id } = house
  assert.equal((await world.find('裁判')).length, 1)
  assert.equal((await world.find('walruses')).length, 0)
  world.clock.advance(60)
  const context = await world.wire()
  const more = { shows: 'excerpt', pictures: 'none' } as const
  await world.db.transaction().execute((tx) => grant(tx, context, id, more))
  assert.equal((await world.find('Walruses')).length, 1)
})
