import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { applied } from '../../test/support/applications.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { Right } from '../core/account/rights.ts'
import { newId } from '../db/new-id.ts'
import { hold } from '../wire/recall.ts'

async function staff(world: World, name: string, ...rights: Right[]) {
  return await world.signedIn(await world.account({ mail: `${name}@harbour.example`, name, rights }))
}

const titles = (page: string) => [...page.matchAll(/<b><bdi>([^<]*)<\/bdi><\/b>/g)].map(([, title]) => title)
const today = async (world: World, who: { cookie: string }, path = '/moderation') =>
  await (await world.get(path, who)).text()

test('each right sees what is its own, what cannot wait first', async () => {
  await using world = await newsroom()
  const id = await world.story()
  const context = await world.wire()
  await world.db.transaction().execute((tx) => hold(tx, context, id, 'The source said HOLD.'))
  await world.post('/notice', { reason: 'wrong', words: 'A date is wrong.' })
  await applied(world)
  await world.post('/notice', { reason: 'danger', words: 'It names me.' })
  const source = await world.granted({ shows: 'full', pictures: 'none' })
  await world.db
    .updateTable('sources')
    .set({ failures: 4, lastProblem: 'HTTP 403', title: 'Harbour' })
    .where('id', '=', source)
    .execute()

  const all = await today(world, await staff(world, 'kim', 'moderator', 'editor', 'administrator'))
  const story = 'Court lets a community archive keep its name'
  assert.deepEqual(titles(all), ['It names me.', story, 'Revista Arcoíris', 'A date is wrong.', 'Harbour'])
  assert.match(all, /<li class="hot"><a[^>]*><b><bdi>It names me/)
  assert.deepEqual(titles(await today(world, await staff(world, 'noor', 'moderator'))), [
    'It names me.',
    'Revista Arcoíris',
    'A date is wrong.',
  ])
  assert.deepEqual(titles(await today(world, await staff(world, 'sam', 'editor'))), [story])
  assert.deepEqual(titles(await today(world, await staff(world, 'ada', 'administrator'))), ['Harbour'])
  assert.equal((await world.get('/moderation', await staff(world, 'lee'))).status, 403)
})

test('a held story says why, and an editor lets it out', async () => {
  await using world = await newsroom()
  const id = await world.story()
  const context = await world.wire()
  await world.db.transaction().execute((tx) => hold(tx, context, id, 'The source said HOLD.'))
  const editor = await staff(world, 'sam', 'editor')
  assert.match(await today(world, editor, `/moderation/stories/${id}`), /Why it is held: <bdi>The source said HOLD\./)
  const done = await world.post(`/moderation/stories/${id}`, {}, editor)
  assert.equal(done.headers.get('location'), '/moderation?done=released')
  assert.equal((await world.get('/2026/11/24/court-lets-a-community-archive-keep-its-name')).status, 200)
  assert.equal((await world.get(`/moderation/stories/${id}`, editor)).status, 404)
})

test('sources that fail stand by their server, and not each by itself', async () => {
  await using world = await newsroom()
  for (const title of ['One', 'Two', 'Three']) {
    const id = await world.granted({ shows: 'full', pictures: 'none' })
    await world.db
      .updateTable('sources')
      .set({ failures: title === 'Three' ? 2 : 3, title })
      .where('id', '=', id)
      .execute()
  }
  const page = await today(world, await staff(world, 'ada', 'administrator'))
  assert.deepEqual(titles(page), ['harbour.example'])
  assert.match(page, /2 sources of this server fail/)
})

test('known ones come first, then the longest waiting; those of a flood and with signs against them last', async () => {
  await using world = await newsroom()
  for (const words of [
    { name: 'Flood', path: 'flood' },
    { name: 'Signs', signs: [{ code: 'commerce', link: 'casino' }] },
    { name: 'Without work', worked: false },
    { name: 'First' },
    { name: 'Invited', path: 'invited' },
    { name: 'Second', signs: [{ code: 'no-feed' }] },
  ] as const) {
    await applied(world, words)
    world.clock.advance(60)
  }
  const page = await today(world, await staff(world, 'noor', 'moderator'))
  assert.deepEqual(titles(page), ['Invited', 'First', 'Second', 'Without work', 'Signs', 'Flood'])
})

test('with ten thousand waiting the list is paged, counted, and read by an index', async () => {
  await using world = await newsroom()
  const at = world.clock()
  const ids = Array.from({ length: 10_000 }, () => newId(at))
  await sql`insert into accounts (id, created_at, language) select id, ${at}, 'en' from unnest(${ids}::uuid[]) as id`.execute(
    world.db,
  )
  await sql`insert into applications (id, account_id, begun_at, changed_at, submitted_at, interface, kind, name, standing, path)
    select id, id, ${at}, ${at}, ${at}::timestamptz + n * interval '1 second', 'en', 'website', 'Applicant ' || n, 'waiting',
      case when n % 2 = 0 then 'flood' else 'open' end
    from unnest(${ids}::uuid[]) with ordinality as t (id, n)`.execute(world.db)
  await sql`analyze applications`.execute(world.db)
  const noor = await staff(world, 'noor', 'moderator')
  const first = await today(world, noor)
  assert.match(first, /10,000 applications/)
  assert.deepEqual(titles(first).slice(0, 2), ['Applicant 1', 'Applicant 3'])
  const [, more = ''] = /<a href="(\/moderation\?after=[^"]+)">Further applications/.exec(first) ?? []
  const second = await today(world, noor, more)
  assert.deepEqual([titles(second).length, titles(second)[0]], [30, 'Applicant 61'])
  // An item opened from the second page stands beside that page.
  const [, item = ''] = /<ol><li><a href="([^"]+)"/.exec(second) ?? []
  assert.match(item, /\?after=/)
  assert.deepEqual(titles(await today(world, noor, item.replaceAll('&amp;', '&')))[0], 'Applicant 61')

  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from applications a where standing = 'waiting'
    and (application_group(path, worked, signs), submitted_at, id) > (2::smallint, ${at}::timestamptz, ${ids[0]}::uuid)
    order by application_group(path, worked, signs), submitted_at, id limit 31`.execute(world.db)
  assert.match(rows.map((row) => Object.values(row)[0]).join('\n'), /Index (?:Only )?Scan using applications_queue/)
})

test('who is away says until when, and the others see it', async () => {
  await using world = await newsroom()
  const noor = await staff(world, 'Noor', 'moderator')
  const sam = await staff(world, 'Sam', 'editor')
  for (const until of ['2026-11-23', '2027-06-01', 'soon']) {
    const answer = await world.post('/moderation/away', { until }, noor)
    assert.equal(answer.status, 422, until)
    assert.match(await answer.text(), /at most 90 days ahead/)
  }
  const said = await world.post('/moderation/away', { until: '2026-12-01' }, noor)
  assert.equal(said.headers.get('location'), '/moderation?done=away')
  assert.match(await today(world, sam), /<bdi>Noor<\/bdi> <span class="soft">away until <time[^>]*>1 December 2026/)
  assert.match(await today(world, noor), /class="aside"[^>]*>away until 1 Dec/)
  await world.post('/moderation/away', { until: '' }, noor)
  assert.doesNotMatch(await today(world, sam), /<bdi>Noor<\/bdi>/)
  await world.post('/moderation/away', { until: '2026-12-01' }, noor)
  world.clock.advance(8 * 86_400)
  assert.doesNotMatch(await today(world, sam), /<bdi>Noor<\/bdi>/)
})

test('an administrator is told of the rights that nobody has, and where to give them', async () => {
  await using world = await newsroom()
  const admin = await staff(world, 'kim', 'administrator')
  const page = await today(world, admin)
  assert.match(page, /Nobody has the right of a moderator[^<]*<a href="\/settings\/staff">/)
  assert.match(page, /Nobody has the right of an editor/)
  const noor = await staff(world, 'noor', 'moderator')
  assert.doesNotMatch(await today(world, admin), /right of a moderator/)
  assert.doesNotMatch(await today(world, noor), /right of an editor/)
})
