import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { listActs } from '../db/rights.ts'
import { addTasks } from '../db/tasks.ts'

const people = '/account/members/harbour-times/people'
const day = 86_400

async function atWork() {
  const world = await newsroom()
  const member = await world.member()
  const kim = await world.account({ name: 'Kim Osei' })
  await world.seat(kim, member.id)
  const who = await world.signedIn(kim)
  return {
    world,
    member,
    kim,
    who,
    seats: async () =>
      await world.db
        .selectFrom('seats')
        .select(['accountId', 'role'])
        .where('endedAt', 'is', null)
        .orderBy('givenAt')
        .execute(),
    letters: async () => {
      await world.work()
      return await world.letters()
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('a colleague who has no account is invited, comes in by the letter, and takes the seat', async () => {
  await using work = await atWork()
  const { world, who, letters } = work
  assert.equal((await world.post(people, { mail: 'ada@harbour.example', role: 'editor' }, who)).status, 303)
  const [letter] = await letters()
  assert.equal(letter?.to, 'ada@harbour.example')
  const link = new URL(letter?.links[0] ?? '')
  const to = link.searchParams.get('to') ?? ''
  assert.match(to, /^\/account\/seats\/[0-9a-f-]{36}$/)
  const used = await world.post('/sign-in/link/use', { key: link.searchParams.get('key') ?? '', to })
  assert.equal(used.headers.get('location'), to)
  const [cookie = ''] = (used.headers.get('set-cookie') ?? '').split(';')
  assert.match(await (await world.get(to, { cookie })).text(), /act for Harbour Times here, as editor/)
  const taken = await world.post(to, { answer: 'accept' }, { cookie })
  assert.equal(taken.headers.get('location'), `${people}?done=taken`)
  assert.equal((await world.get(people, { cookie })).status, 200)
  const again = await world.post(to, { answer: 'accept' }, { cookie })
  assert.equal(again.status, 410)
  assert.deepEqual(
    (await work.seats()).map(({ role }) => role),
    ['owner', 'editor'],
  )
  const told = (await letters()).at(-1)
  assert.equal(told?.to, 'kim@harbour.example')
  assert.match(told?.text ?? '', /ada now acts for Harbour Times, as editor/)
})

test('an invitation is nobody’s but the one’s it was sent to', async () => {
  await using work = await atWork()
  const { world, who } = work
  const sam = await world.account({ mail: 'sam@harbour.example' })
  const stranger = await world.signedIn(sam)
  await world.post(people, { mail: 'ada@harbour.example', role: 'owner' }, who)
  const { id } = await world.db.selectFrom('seatInvitations').selectAll().executeTakeFirstOrThrow()
  for (const answer of [
    await world.get(`/account/seats/${id}`, stranger),
    await world.post(`/account/seats/${id}`, { answer: 'accept' }, stranger),
    await world.get(`/account/seats/${id}`, who),
  ])
    assert.equal(answer.status, 410)
  assert.equal((await work.seats()).length, 1)
})

test('an invitation is taken back, declined, replaced by the next, and runs out; none opens anything then', async () => {
  await using work = await atWork()
  const { world, who } = work
  const ada = await world.signedIn(await world.account({ mail: 'ada@harbour.example' }))
  const invite = async () => {
    await world.post(people, { mail: 'ADA@harbour.example', role: 'editor' }, who)
    const rows = await world.db.selectFrom('seatInvitations').selectAll().where('endedAt', 'is', null).execute()
    assert.equal(rows.length, 1)
    return rows[0]?.id ?? ''
  }
  const first = await invite()
  assert.notEqual(await invite(), first)
  const second = await invite()
  assert.equal((await world.post(`${people}/invitations`, { invitation: second }, who)).status, 303)
  assert.equal((await world.post(`${people}/invitations`, { invitation: second }, who)).status, 409)
  const third = await invite()
  assert.equal((await world.post(`/account/seats/${third}`, { answer: 'decline' }, ada)).status, 303)
  const fourth = await invite()
  world.clock.advance(15 * day)
  const late = await world.signedIn(await world.account({ mail: 'eve@harbour.example' }))
  assert.equal((await world.get(`/account/seats/${fourth}`, late)).status, 410)
  assert.equal((await work.seats()).length, 1)
})

test('an invitation of another member is not this owner’s to take back', async () => {
  await using work = await atWork()
  const { world, who } = work
  const lantern = await world.member({ name: 'Lantern', site: 'https://lantern.example' })
  const eve = await world.account({ mail: 'eve@lantern.example' })
  await world.seat(eve, lantern.id)
  const theirs = await world.signedIn(eve)
  await world.post('/account/members/lantern/people', { mail: 'ada@lantern.example', role: 'editor' }, theirs)
  const { id } = await world.db.selectFrom('seatInvitations').selectAll().executeTakeFirstOrThrow()
  assert.equal((await world.post(`${people}/invitations`, { invitation: id }, who)).status, 409)
  assert.equal((await world.post(`${people}/seats`, { account: eve, role: 'contributor' }, who)).status, 409)
  assert.equal(
    (await world.post('/account/members/lantern/people/seats', { account: eve, role: 'editor' }, who)).status,
    403,
  )
})

test('roles change, seats end, and whoever is concerned hears of it; the last owner stays', async () => {
  await using work = await atWork()
  const { world, who, member, kim, letters } = work
  const ada = await world.account({ mail: 'ada@harbour.example' })
  await world.seat(ada, member.id, 'contributor')
  const hers = await world.signedIn(ada)
  const change = (account: string, role: string, more: Record<string, string> = {}, as = who) =>
    world.post(`${people}/seats`, { account, role, ...more }, as)
  assert.equal((await change(kim, 'editor')).status, 409)
  assert.equal((await world.post(`${people}/leave`, { sure: 'yes' }, who)).status, 409)
  assert.equal((await change(kim, 'owner', {}, hers)).status, 403)
  assert.equal((await change(ada, 'owner')).headers.get('location'), `${people}?done=changed`)
  assert.match((await letters()).at(-1)?.text ?? '', /For Harbour Times you are now: owner/)
  // The handover is done: now the first owner may go.
  assert.equal((await world.post(`${people}/leave`, {}, who)).status, 422)
  assert.equal((await world.post(`${people}/leave`, { sure: 'yes' }, who)).status, 303)
  assert.equal((await world.get(people, who)).status, 403)
  assert.deepEqual(await work.seats(), [{ accountId: ada, role: 'owner' }])
  const acts = (await listActs(world.db, 9)).map(({ act }) => act).sort()
  assert.deepEqual(acts, ['change seat', 'end seat'])
})

test('of two owners who put each other out at once one stays', async () => {
  await using work = await atWork()
  const { world, who, member, kim } = work
  const ada = await world.account({ mail: 'ada@harbour.example' })
  await world.seat(ada, member.id)
  const hers = await world.signedIn(ada)
  const answers = await Promise.all([
    world.post(`${people}/seats`, { account: ada, role: 'none', sure: 'yes' }, who),
    world.post(`${people}/seats`, { account: kim, role: 'none', sure: 'yes' }, hers),
  ])
  assert.equal((await work.seats()).length, 1)
  assert.ok(answers.filter(({ status }) => status === 303).length === 1)
})

test('one member sends no more than twenty invitations a day', async () => {
  await using work = await atWork()
  const { world, who } = work
  for (let n = 0; n < 20; n += 1)
    assert.equal((await world.post(people, { mail: `n${n}@harbour.example`, role: 'editor' }, who)).status, 303)
  const more = await world.post(people, { mail: 'more@harbour.example', role: 'editor' }, who)
  assert.equal(more.status, 422)
  assert.match(await more.text(), /enough for one day[\s\S]*value="more@harbour\.example"/)
})

test('staff give a member another owner slowly: its people hear of it, and an owner stops it with one click', async () => {
  await using work = await atWork()
  const { world, who, letters } = work
  const owner = '/moderation/members/harbour-times/owner'
  const moderator = await world.signedIn(await world.account({ mail: 'mod@wire.example', rights: ['moderator'] }))
  assert.equal((await world.get(owner, who)).status, 403)
  assert.equal((await world.post(owner, { mail: 'sam@harbour.example' }, moderator)).status, 422)
  const asked = { mail: 'sam@harbour.example', why: 'Kim does not answer.' }
  assert.equal((await world.post(owner, asked, moderator)).status, 303)
  assert.equal((await world.post(owner, asked, moderator)).status, 409)
  assert.match((await letters()).at(-1)?.text ?? '', /If you are an owner, one click stops it/)
  assert.match(await (await world.get(people, who)).text(), /I am here: stop it/)
  assert.equal((await world.post(`${people}/stop`, {}, who)).status, 303)
  world.clock.advance(15 * day)
  await changeOwners(work)
  assert.deepEqual(await world.db.selectFrom('seatInvitations').selectAll().execute(), [])
  assert.deepEqual((await listActs(world.db, 9)).map(({ act }) => act).sort(), [
    'ask owner change',
    'stop owner change',
  ])
})

test('unless somebody stops it the new owner is invited after fourteen days, and not before', async () => {
  await using work = await atWork()
  const { world, letters } = work
  const moderator = await world.signedIn(await world.account({ mail: 'mod@wire.example', rights: ['moderator'] }))
  const asked = { mail: 'sam@harbour.example', why: 'Kim died.' }
  await world.post('/moderation/members/harbour-times/owner', asked, moderator)
  world.clock.advance(14 * day - 60)
  await changeOwners(work)
  assert.ok((await letters()).every(({ to }) => to !== 'sam@harbour.example'))
  world.clock.advance(60)
  await changeOwners(work)
  await changeOwners(work)
  assert.equal((await letters()).filter(({ to }) => to === 'sam@harbour.example').length, 1)
  const invitation = await world.db.selectFrom('seatInvitations').selectAll().executeTakeFirstOrThrow()
  assert.equal(invitation.role, 'owner')
})

test('what is due of invitations and changes of owner is forgotten after thirty days', async () => {
  await using work = await atWork()
  const { world, who } = work
  await world.post(people, { mail: 'ada@harbour.example', role: 'editor' }, who)
  const { id } = await world.db.selectFrom('seatInvitations').selectAll().executeTakeFirstOrThrow()
  await world.post(`${people}/invitations`, { invitation: id }, who)
  const left = async () => {
    await run(work, 'forget')
    return (await world.db.selectFrom('seatInvitations').selectAll().execute()).length
  }
  world.clock.advance(29 * day)
  assert.equal(await left(), 1)
  world.clock.advance(2 * day)
  assert.equal(await left(), 0)
})

async function changeOwners(work: Awaited<ReturnType<typeof atWork>>): Promise<void> {
  await run(work, 'change-owners')
}

async function run({ world }: Awaited<ReturnType<typeof atWork>>, name: 'change-owners' | 'forget'): Promise<void> {
  await addTasks(world.db, [{ name, payload: {} }])
  await world.work()
}
