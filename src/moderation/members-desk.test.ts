import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { findMember } from '../db/members.ts'
import { listActs } from '../db/rights.ts'
import { addTasks } from '../db/tasks.ts'
import { hold } from '../wire/recall.ts'

const story = '/2026/11/24/court-lets-a-community-archive-keep-its-name'

async function atWork() {
  const world = await newsroom()
  const member = await world.member()
  const owner = await world.account({ mail: 'lee@harbour.example', name: 'Lee' })
  await world.seat(owner, member.id)
  const moderator = await world.signedIn(await world.account({ rights: ['moderator'] }))
  const path = `/moderation/members/${member.slug}`
  return {
    world,
    member,
    owner,
    moderator,
    path,
    take: (form: Record<string, string>) => world.post(path, { ...said, ...form }, moderator),
    text: async (address = path) => await (await world.get(address, moderator)).text(),
    status: async () => (await world.get(story)).status,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}
const said = { ground: 'spam', words: 'Please take the casino posts out.', why: 'Three posts.' }

test('a warning is a letter and a record, and changes nothing else', async () => {
  await using work = await atWork()
  const { world, take, text } = work
  const answer = await take({ kind: 'warn' })
  assert.equal(answer.headers.get('location'), '/moderation/members/harbour-times?done=warn')
  await world.work()
  const [letter] = await world.letters()
  assert.equal(letter?.to, 'lee@harbour.example')
  assert.match(letter?.text ?? '', /warning about Harbour Times[\s\S]*Advertising or spam[\s\S]*casino posts/)
  assert.doesNotMatch(letter?.text ?? '', /Three posts/)
  assert.match(await text(), /warned it[\s\S]*Three posts/)
  assert.match(await text('/moderation/members'), /Harbour Times[\s\S]*1 warning/)
  const [act] = await listActs(world.db, 1)
  assert.deepEqual([act?.act, act?.about, act?.why], ['warn member', 'harbour-times', 'Three posts.'])
})

test('suspended with its stories held: they come back at its end, and only what it held', async () => {
  await using work = await atWork()
  const { world, take, owner, member, status } = work
  const id = await world.story()
  const other = await world.story({ headline: 'Held by an editor' })
  const source = await world.granted({ shows: 'full', pictures: 'none' })
  const context = await world.wire()
  await world.db.transaction().execute((tx) => hold(tx, context, other, 'Is this so?'))
  const paused = async () =>
    (await world.db.selectFrom('sourcePauses').select('sourceId').where('resumedAt', 'is', null).execute()).length

  const answer = await take({ kind: 'suspend', stories: 'held', until: '2026-12-01' })
  assert.equal(answer.status, 303)
  await world.work()
  assert.deepEqual([await status(), await paused()], [404, 1])
  const [letter] = await world.letters()
  assert.match(
    letter?.text ?? '',
    /ends by itself after 1 December 2026[\s\S]*do not see your stories meanwhile[\s\S]*\/appeal/,
  )
  const seats = (await world.db.selectFrom('suspensions').select('memberId').where('endedAt', 'is', null).execute())
    .length
  assert.equal(seats, 1)
  assert.equal((await take({ kind: 'suspend', stories: 'stay' })).status, 409)

  world.clock.advance(8 * 86_400)
  await world.db.transaction().execute((tx) => addTasks(tx, [{ name: 'carry-out-decisions', payload: {} }]))
  await world.work()
  assert.deepEqual([await status(), await paused()], [200, 0])
  const holds = await world.db.selectFrom('holds').select('storyId').where('liftedAt', 'is', null).execute()
  assert.deepEqual(holds, [{ storyId: other }])
  assert.ok(owner && id && member && source)
})

test('suspended with its stories staying: readers see them, and a moderator ends it', async () => {
  await using work = await atWork()
  const { world, take, status, text } = work
  await world.story()
  await take({ kind: 'suspend', stories: 'stay' })
  await world.work()
  assert.equal(await status(), 200)
  assert.match(await text(), /Lasts until somebody ends it\. Its stories stay\./)
  assert.equal((await take({ kind: 'end' })).status, 303)
  await world.work()
  assert.match(await text(), /In good standing/)
  assert.match((await world.letters()).at(-1)?.text ?? '', /suspension of Harbour Times is over/)
  assert.equal((await take({ kind: 'end' })).status, 409)
})

test('removed: asked once, its stories stay or are withdrawn, its people are out', async () => {
  await using work = await atWork()
  const { world, take, status } = work
  await world.story()
  const unsure = await take({ kind: 'remove', stories: 'withdrawn' })
  assert.equal(unsure.status, 422)
  assert.match(await unsure.text(), /Say that you mean it/)
  assert.equal((await take({ kind: 'remove', stories: 'withdrawn', sure: 'yes' })).status, 303)
  await world.work()
  assert.equal(await status(), 410)
  const { leftAt } = await world.db.selectFrom('members').select('leftAt').executeTakeFirstOrThrow()
  assert.deepEqual(leftAt, world.clock())
  assert.match((await world.letters())[0]?.text ?? '', /no longer belongs[\s\S]*withdrawn/)
  assert.equal((await take({ kind: 'warn' })).status, 409)
  assert.ok(await findMember(world.db, 'harbour-times'))
})

test('what is missing is said beside its field; nobody decides about a member of their own', async () => {
  await using work = await atWork()
  const { world, take, member } = work
  const empty = await take({ kind: 'suspend', ground: 'nonsense', words: '', why: '', until: '2026-11-01' })
  assert.equal(empty.status, 422)
  const page = await empty.text()
  for (const words of [
    /Choose the reason/,
    /Choose what becomes/,
    /Give a day from today/,
    /owners are to read/,
    /for the others/,
  ])
    assert.match(page, words)
  const self = await world.account({ mail: 'sam@harbour.example', rights: ['moderator'] })
  await world.seat(self, member.id, 'contributor')
  const own = await world.post(work.path, { ...said, kind: 'warn' }, await world.signedIn(self))
  assert.equal(own.status, 409)
  assert.match(await own.text(), /You belong to this member/)
  assert.equal((await world.get('/moderation/members/nobody', work.moderator)).status, 404)
})

test('a member is found by a part of its name, whatever it holds', async () => {
  await using work = await atWork()
  const { world, text } = work
  await world.member({ name: '100% Lantern', site: 'https://lantern.example' })
  assert.match(await text('/moderation/members?q=LANT'), /100% Lantern/)
  assert.match(await text('/moderation/members?q=%25'), /100% Lantern/)
  assert.doesNotMatch(await text('/moderation/members?q=%25'), /Harbour Times/)
  assert.match(await text('/moderation/members?q=nobody'), /No member has this/)
  assert.match(await text('/moderation/members'), /No member was warned/)
})

test('people of a suspended member are told why they are turned away, and where to appeal', async () => {
  await using work = await atWork()
  const { world, take, owner, member } = work
  await take({ kind: 'suspend', stories: 'stay', until: '2026-12-01' })
  const colleague = await world.account({ mail: 'max@harbour.example' })
  await world.seat(colleague, member.id, 'editor')
  for (const [who, appeals] of [
    [owner, true],
    [colleague, false],
  ] as const) {
    const session = await world.signedIn(who)
    const turned = await world.get('/settings', session)
    assert.equal(turned.status, 403)
    assert.match(await turned.text(), /<bdi>Harbour Times<\/bdi> is suspended at the moment[\s\S]*href="\/appeal"/)
    const page = await (await world.get('/appeal', session)).text()
    assert.match(page, /Please take the casino posts out\./)
    assert.equal(/<textarea/.test(page), appeals)
    assert.doesNotMatch(page, /Three posts/)
  }
})
