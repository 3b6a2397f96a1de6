import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unpack } from '../../test/support/archives.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { newId } from '../db/new-id.ts'
import { addTasks } from '../db/tasks.ts'
import { readMemberDepartures } from '../host/departure-ledger.ts'
import { leaveAgain } from './leave.ts'

const leave = '/account/members/harbour-times/leave'
const day = 86_400
const address = '/2026/11/24/court-lets-a-community-archive-keep-its-name'

async function atWork() {
  const world = await newsroom()
  const member = await world.member()
  const kim = await world.account()
  await world.seat(kim, member.id)
  const who = await world.signedIn(kim)
  const id = await world.story({
    byline: 'Kim Osei',
    body: '<p>Read it in <a href="https://harbour.example/a">Harbour Times</a>.</p>',
  })
  const run = async () => {
    await addTasks(world.db, [{ name: 'leave-members', payload: {} }])
    await world.work()
  }
  const text = async (path: string) => (await world.get(path)).text()
  return {
    world,
    member,
    kim,
    who,
    id,
    run,
    text,
    ask: (form: Record<string, string>) => world.post(leave, { sure: 'yes', ...form }, who),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('nothing happens for seven days, and any owner can take it back', async () => {
  await using work = await atWork()
  const { world, who, run, ask, text } = work
  assert.equal((await ask({ stories: 'withdraw' })).status, 303)
  assert.equal((await ask({ stories: 'withdraw' })).status, 409)
  world.clock.advance(7 * day - 60)
  await run()
  assert.match(await text('/members'), /Harbour Times/)
  const back = await world.signedIn(work.kim)
  assert.equal((await world.post(`${leave}/back`, {}, back)).status, 303)
  world.clock.advance(day)
  await run()
  assert.equal((await world.get(address)).status, 200)
  assert.equal((await world.post(`${leave}/back`, {}, await world.signedIn(work.kim))).status, 409)
  assert.equal((await world.get(leave, who)).status, 303, 'who they are is asked again by then')
})

test('a member that keeps its name is off every list; its page says until when it was one, and its stories stay', async () => {
  await using work = await atWork()
  const { world, run, ask, text, who } = work
  await world.post(
    '/account/members/harbour-times/profile',
    { name: 'Harbour Times', kind: 'newspaper', 'abouts-0': 'Ours.', 'abouts-0-language': 'en' },
    who,
  )
  await ask({ stories: 'keep' })
  world.clock.advance(7 * day)
  await run()
  for (const path of ['/members', '/members.opml', '/sitemaps/pages.xml'])
    assert.doesNotMatch(await text(path), /Harbour Times|harbour-times/, path)
  const page = await text('/members/harbour-times')
  assert.match(page, /was a member of the network until 1\sDecember 2026/)
  assert.match(page, /Court lets a community archive/)
  assert.doesNotMatch(page, /Ours\.|harbour\.example/)
  assert.equal((await world.get(address)).status, 200)
  assert.equal((await world.get(leave, await world.signedIn(work.kim))).status, 403)
  const [source] = await world.db.selectFrom('sources').selectAll().execute()
  assert.equal(source, undefined)
})

test('under another name no surface says the old one, and who follows the log hears of it', async () => {
  await using work = await atWork()
  const { world, run, ask, text, id } = work
  assert.equal((await ask({ stories: 'pseudonym', pseudonym: 'harbour times' })).status, 422)
  await ask({ stories: 'pseudonym', pseudonym: 'Grey Heron' })
  world.clock.advance(7 * day)
  await run()
  const paths = [
    '/',
    '/members',
    '/feed',
    '/feed.atom',
    '/feed.json',
    '/feed.ninjs',
    '/archive/2026/11/24',
    '/members/grey-heron',
    '/members/grey-heron/feed.json',
    '/members.opml',
    '/sitemaps/pages.xml',
  ]
  for (const path of [...paths, address, `${address}.json`, `${address}.md`, `${address}.txt`]) {
    const said = await text(path)
    assert.doesNotMatch(said, /harbour.times|Kim Osei|harbour\.example/i, path)
  }
  assert.match(await text(address), /Read it in <a>Grey Heron<\/a>/)
  assert.equal((await world.get('/members/harbour-times')).status, 404)
  const events = await world.db.selectFrom('events').select(['kind', 'storyId']).orderBy('seq').execute()
  assert.deepEqual(events.at(-1), { kind: 'updated', storyId: id })
  const row = await world.db.selectFrom('memberLeavings').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual([row.names, row.doneAt !== null], [null, true])
})

test('what is withdrawn answers 410 without the name, and the ledger keeps what was chosen', async () => {
  await using work = await atWork()
  const { world, run, ask, text, member } = work
  await ask({ stories: 'withdraw' })
  world.clock.advance(7 * day)
  await run()
  const gone = await world.get(address)
  assert.equal(gone.status, 410)
  assert.doesNotMatch(await gone.text(), /Harbour Times/)
  assert.match(await text('/'), /^(?![\s\S]*Court lets)/)
  const [kept] = await readMemberDepartures(world.config.data)
  assert.deepEqual([kept?.member, kept?.stories, kept?.pseudonym], [member.id, 'withdraw', ''])
})

test('what it had on its way, and what showed that its sites are its own, goes with it', async () => {
  await using work = await atWork()
  const { world, member, run, ask } = work
  const at = world.clock()
  const named = { address: 'https://harbour.example/', host: 'harbour.example', token: 't'.repeat(22) }
  await world.db
    .insertInto('siteProofs')
    .values({ id: newId(at), memberId: member.id, askedAt: at, askedBy: 'account 1', ...named })
    .execute()
  const draft = { memberId: member.id, begunAt: at, changedAt: at, fields: JSON.stringify({ headline: 'Half' }) }
  await world.db
    .insertInto('drafts')
    .values({ id: newId(at), ...draft })
    .execute()
  const left = async () =>
    (await world.db.selectFrom('drafts').select('id').execute()).length +
    (await world.db.selectFrom('siteProofs').select('id').execute()).length
  await ask({ stories: 'keep' })
  assert.equal(await left(), 2)
  world.clock.advance(7 * day)
  await run()
  assert.equal(await left(), 0)
})

test('a backup that is older than the departure leaves again', async () => {
  await using work = await atWork()
  const { world, member, text } = work
  const on = { secret: world.config.secret ?? '', url: world.config.url, now: world.clock() }
  const departed = [{ member: member.id, stories: 'pseudonym' as const, pseudonym: 'Grey Heron' }]
  assert.equal(await leaveAgain(world.db, on, departed), 1)
  assert.equal(await leaveAgain(world.db, on, departed), 0)
  assert.doesNotMatch(await text(address), /Harbour Times/)
})

test('people of a suspended member may still go: with all of it, or alone', async () => {
  await using work = await atWork()
  const { world, who, run, ask, text, member } = work
  const ada = await world.account({ mail: 'ada@harbour.example' })
  await world.seat(ada, member.id, 'contributor')
  const session = await world.signedIn(ada)
  await world.suspend(member.id)
  const people = '/account/members/harbour-times/people'
  assert.match(await (await world.get(people, session)).text(), /people\/leave/)
  assert.equal((await world.post(`${people}/leave`, { sure: 'yes' }, session)).status, 303)
  assert.equal((await world.get(people, session)).status, 403)
  assert.equal((await world.post(`${people}/leave`, { sure: 'yes' }, who)).status, 409, 'its last owner stays one')
  assert.equal((await world.get('/account/members/harbour-times/export', who)).status, 200)
  assert.equal((await ask({ stories: 'withdraw' })).status, 303)
  assert.equal((await world.post(`${leave}/back`, {}, who)).status, 303)
  assert.equal((await ask({ stories: 'withdraw' })).status, 303)
  world.clock.advance(7 * day)
  await run()
  assert.doesNotMatch(await text('/members'), /Harbour Times/)
  assert.equal((await world.get(address)).status, 410)
})

test('what stops in the middle goes on from there', async () => {
  await using work = await atWork()
  const { world, run, ask, text } = work
  for (let n = 0; n < 30; n += 1) await world.story({ headline: `Story number ${n}` })
  await ask({ stories: 'pseudonym', pseudonym: 'Grey Heron' })
  world.clock.advance(7 * day)
  // The first batch is done, and then the process dies: as if it had, it is begun again from the row.
  const last = await world.db
    .selectFrom('stories')
    .select('id')
    .orderBy('id')
    .offset(24)
    .limit(1)
    .executeTakeFirstOrThrow()
  await run()
  await world.db.updateTable('memberLeavings').set({ doneTo: last.id }).execute()
  await run()
  for (const path of ['/', '/archive/2026/11/24']) assert.doesNotMatch(await text(path), /Harbour Times/, path)
})

test('a person who is a member’s only owner hands it over before they leave', async () => {
  await using work = await atWork()
  const { world, who, member } = work
  const answer = await world.post('/account/leave', { sure: 'yes' }, who)
  assert.equal(answer.status, 409)
  assert.match(await answer.text(), /only owner here[\s\S]*Harbour Times[\s\S]*make somebody else an owner/)
  await world.seat(await world.account({ mail: 'ada@harbour.example' }), member.id)
  assert.equal((await world.post('/account/leave', { sure: 'yes' }, who)).status, 200)
})

test('an owner takes everything along: facts, stories as JSON and Markdown, pictures; nobody else does', async () => {
  await using work = await atWork()
  const { world, who, member } = work
  const path = '/account/members/harbour-times/export'
  const editor = await world.account({ mail: 'ada@harbour.example' })
  await world.seat(editor, member.id, 'editor')
  assert.equal((await world.get(path, await world.signedIn(editor))).status, 403)
  for (let n = 0; n < 60; n += 1) await world.story({ headline: `Story number ${n}` })
  const answer = await world.get(path, who)
  assert.equal(answer.headers.get('cache-control'), 'private, no-store')
  const files = await unpack(await answer.arrayBuffer())
  const names = [...files.keys()]
  assert.equal(names.filter((name) => name.endsWith('.md')).length, 61)
  assert.equal(new Set(names).size, names.length)
  const facts = JSON.parse(files.get('member.json') ?? '') as { member: { name: string }; people: { role: string }[] }
  assert.deepEqual(
    [facts.member.name, facts.people.map(({ role }) => role).sort()],
    ['Harbour Times', ['editor', 'owner']],
  )
  assert.match(
    files.get(`stories/2026-11/${address.slice(1).replaceAll('/', '-')}.md`) ?? '',
    /^# Court lets[\s\S]*Read it in \[Harbour Times\]/,
  )
  // Over a real connection, too, where it goes out as it comes.
  const { port } = await world.web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
  const streamed = await fetch(`http://127.0.0.1:${port}${path}`, { headers: who })
  assert.equal(streamed.headers.get('content-length'), null)
  assert.equal((await unpack(await streamed.arrayBuffer())).size, files.size)
})
