import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { readDocument } from '../core/formats/read.ts'
import { listActs } from '../db/rights.ts'
import { listSources } from '../db/sources.ts'

const outline = (name: string, feed: string, site = '') =>
  `<outline text="${name}" xmlUrl="${feed}"${site && ` htmlUrl="${site}"`}/>`
const opml = (...outlines: string[]) =>
  `<opml version="2.0"><head><title>What we read</title></head><body><outline text="Papers">${outlines.join('')}</outline></body></opml>`

async function atWork() {
  const world = await newsroom()
  const account = await world.account({ rights: ['administrator'] })
  const who = await world.signedIn(account)
  return {
    world,
    who,
    account,
    async handIn(text: string | undefined) {
      const form = new FormData()
      if (text !== undefined) form.set('file', new File([text], 'list.opml'))
      const headers = { origin: world.config.url, ...who }
      const request = new Request('http://wire.example/settings/sources/import', {
        method: 'POST',
        body: form,
        headers,
      })
      return await world.web.fetch(request)
    },
    read: async (path: string) => await (await world.get(path, who)).text(),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

const list = opml(
  outline('Harbour Times', 'https://harbour.example/feed', 'https://harbour.example/'),
  outline('Harbour again', 'https://harbour.example/feed#top'),
  outline('Lantern', 'https://lantern.example/rss', 'https://lantern.example/'),
  outline('Lantern culture', 'https://lantern.example/culture.xml', 'https://lantern.example/'),
  outline('Known', 'https://harbour.example/feed-1'),
  outline('Nowhere', 'javascript:alert(1)'),
)

test('a list is looked at before anything is added', async () => {
  await using work = await atWork()
  const { world, handIn, read } = work
  await world.member()
  await world.granted({ shows: 'full', pictures: 'none' })
  const answer = await handIn(list)
  assert.equal(answer.status, 303)
  const page = await read(answer.headers.get('location') ?? '')
  assert.match(page, /3 feeds can be added\. 1 of them is on the site of a member\. 2 are on no member’s site\./)
  for (const [words, count] of [
    ['to be added', 3],
    ['there already', 1],
    ['twice in the list', 1],
    ['no usable address', 1],
  ] as const)
    assert.match(page, new RegExp(`>${words} <span class="count">${count}<`))
  const sifted = await read(`${answer.headers.get('location')}?only=no-address`)
  assert.equal([...sifted.matchAll(/<li><span><bdi>/g)].length, 1)
  assert.match(sifted, /Nowhere/)
  assert.equal((await listSources(world.db)).length, 1)
})

test('feeds come in by a task, each to its member, to a new one, or not at all', async () => {
  for (const [others, urls, members] of [
    ['leave', ['https://harbour.example/feed'], ['Harbour Times', 'Kettle']],
    [
      'one',
      ['https://harbour.example/feed', 'https://lantern.example/culture.xml', 'https://lantern.example/rss'],
      ['Harbour Times', 'Kettle'],
    ],
    [
      'new',
      ['https://harbour.example/feed', 'https://lantern.example/culture.xml', 'https://lantern.example/rss'],
      ['Harbour Times', 'Kettle', 'Lantern'],
    ],
  ] as const) {
    await using work = await atWork()
    const { world, handIn, read, who, account } = work
    await world.member()
    await world.member({ name: 'Kettle', site: 'https://kettle.example' })
    const to = (await handIn(list)).headers.get('location') ?? ''
    const form = { others, member: 'kettle', grant: 'headline', pictures: 'none', agent: 'neutral' }
    assert.equal((await world.post(to, form, who)).status, 303)
    // Begun with once: a second press begins nothing.
    await world.post(to, { ...form, grant: 'full' }, who)
    assert.match(await read(to), /0 sources are added\. 4 are still to come\./)
    assert.deepEqual(await world.work(), ['import-sources'])
    const sources = (await listSources(world.db)).filter(({ url }) => url !== 'https://harbour.example/feed-1')
    assert.deepEqual(sources.map(({ url }) => url).sort(), urls, others)
    assert.ok(sources.every(({ grant, agent }) => grant.shows === 'headline' && agent === 'neutral'))
    const names = await world.db.selectFrom('members').select('name').orderBy('name').execute()
    assert.deepEqual(
      names.map(({ name }) => name),
      members,
      others,
    )
    const lantern = sources.filter(({ url }) => url.includes('lantern')).map(({ memberName }) => memberName)
    assert.deepEqual([...new Set(lantern)], others === 'leave' ? [] : [others === 'one' ? 'Kettle' : 'Lantern'])
    const page = await read(to)
    assert.match(page, /Done\./)
    assert.doesNotMatch(page, /name="others"/)
    const [act] = await listActs(world.db, 5)
    assert.deepEqual([act?.act, act?.about, act?.actedBy], ['import sources', 'What we read', `account ${account}`])
  }
})

test('feeds that belong to one member come in once it is said to which', async () => {
  await using work = await atWork()
  const { world, handIn, who } = work
  await world.member()
  const to = (await handIn(list)).headers.get('location') ?? ''
  for (const [member, words] of [
    ['', /That one member<\/a> Choose the member they belong to, or leave them out\./],
    ['nobody-here', /That one member<\/a> There is no member of this name\./],
  ] as const) {
    const answer = await world.post(to, { others: 'one', member }, who)
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), words)
  }
  assert.deepEqual(await world.work(), [])
})

test('a list that is broken off goes on where it was, and adds nothing twice', async () => {
  await using work = await atWork()
  const { world, handIn, who, read } = work
  await world.member()
  const many = Array.from({ length: 250 }, (_, i) => outline(`Paper ${i}`, `https://harbour.example/feed/${i}`))
  const to = (await handIn(opml(...many))).headers.get('location') ?? ''
  await world.post(to, { others: 'leave', grant: 'excerpt', pictures: 'none', agent: 'named' }, who)
  // As if the first hundred lines had been done before the worker died.
  await world.db.updateTable('sourceImportLines').set({ outcome: 'there' }).where('position', '<', 100).execute()
  await world.work()
  assert.equal((await listSources(world.db)).length, 150)
  assert.match(await read(to), /150 sources are added/)
})

test('what is no list is told, and nothing of it is kept', async () => {
  await using work = await atWork()
  const { world, handIn } = work
  for (const [text, words] of [
    [undefined, /Choose a file/],
    ['<html></html>', /no list of feeds/],
    ['<rss version="2.0"><channel><item><title>x</title></item></channel></rss>', /no list of feeds/],
    ['<opml version="2.0"><body><outline text="x"/></body></opml>', /has no feeds in it/],
    [opml(...Array.from({ length: 10_001 }, (_, i) => outline('x', `https://a.example/${i}`))), /too long/],
  ] as const) {
    const answer = await handIn(text)
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), words)
  }
  assert.deepEqual(await world.db.selectFrom('sourceImports').selectAll().execute(), [])
})

test('our list can be taken along, and handed in elsewhere', async () => {
  await using work = await atWork()
  const { world, who } = work
  await world.granted({ shows: 'full', pictures: 'none' })
  const removed = await world.granted({ shows: 'full', pictures: 'none' })
  await world.post(`/settings/sources/${removed}/remove`, { stories: 'stay' }, who)
  const answer = await world.get('/settings/sources.opml', who)
  assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="sources\.opml"/)
  assert.equal(answer.headers.get('cache-control'), 'private, no-store')
  const { format, items } = readDocument(Buffer.from(await answer.text()), {})
  assert.equal(format, 'opml')
  assert.deepEqual(
    items.map(({ source, url }) => [source?.url, url]),
    [['https://harbour.example/feed-1', 'https://harbour.example/']],
  )
})
