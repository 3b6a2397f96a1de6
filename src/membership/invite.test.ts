import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ApplicationWords, applicationOf } from '../../test/support/joining.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { AccountId } from '../core/id.ts'
import { findAccountByMail } from '../db/accounts.ts'
import type { ApplicationId } from '../db/applications.ts'
import { findInviter, forgetJoinInvitations } from '../db/join-invitations.ts'
import { updateNetwork } from '../db/network.ts'
import { listVouches } from '../db/vouches.ts'
import { mailKeyOf } from '../host/identity.ts'
import { readSecret } from '../host/secret.ts'
import { forgetPastApplications } from './forget-applications.ts'
import { noteSigns } from './signs.ts'

const sam = 'sam@arcoiris.example'

test('a member invites: one letter, an account by its link, and the application tells who invited', async () => {
  await using it = await atWork()
  const { world, harbour, kim } = it
  const page = `/account/members/${harbour.slug}/invitations`
  const sent = await world.post(page, { mail: ` ${sam} ` }, kim)
  assert.deepEqual([sent.status, sent.headers.get('location')], [303, `${page}?done=sent`])
  assert.match(await told(world, `${page}?done=sent`, kim), /on its way[\s\S]*sam@arcoiris\.example[\s\S]*good until/)
  await world.work()
  const [letter] = await world.letters()
  assert.equal(letter?.to, sam)
  assert.match(letter?.text ?? '', /Harbour Post/)

  const account = await come(world, letter?.links[0])
  const id = await applicationOf(world, account)
  assert.equal(await note(world, id), 'invited')
  assert.deepEqual((await findInviter(world.db, id))?.member, harbour.shown)
  assert.match(await told(world, page, kim), /has applied/)
  await world.db.updateTable('applications').set({ standing: 'refused' }).execute()
  assert.match(await told(world, page, kim), /has applied/, 'that it was refused is for the applicant to tell')
  await world.db.updateTable('applications').set({ standing: 'approved' }).execute()
  assert.match(await told(world, page, kim), /has joined/)
})

test('an address is invited once by a member, ten a week at most, and what is none is told beside the field', async () => {
  await using it = await atWork()
  const { world, harbour, kim } = it
  const page = `/account/members/${harbour.slug}/invitations`
  const invite = async (mail: string) => (await world.post(page, { mail }, kim)).status
  assert.equal(await invite('sam'), 422)
  assert.equal(await invite(sam), 303)
  assert.equal(await invite(sam.toUpperCase()), 422)
  const at = await Promise.all(Array.from({ length: 12 }, (_, n) => invite(`a${n}@x.example`)))
  assert.equal(at.filter((status) => status === 303).length, 9)
  assert.equal(at.filter((status) => status === 429).length, 3)
  world.clock.advance(7 * 86_400 + 1)
  assert.equal(await invite(sam), 303, 'one that is over makes way')
})

test('taken back once, by its own member alone; who comes after that comes as everybody does', async () => {
  await using it = await atWork()
  const { world, harbour, lantern, kim, ada } = it
  await world.post(`/account/members/${harbour.slug}/invitations`, { mail: sam }, kim)
  const { id } = await world.db.selectFrom('joinInvitations').select('id').executeTakeFirstOrThrow()
  const end = async (slug: string, session: { cookie: string }, invitation: string) =>
    (await world.post(`/account/members/${slug}/invitations/end`, { invitation }, session)).status
  assert.equal(await end(lantern.slug, ada, id), 409)
  assert.equal(await end(harbour.slug, kim, 'x'), 409)
  const both = await Promise.all([end(harbour.slug, kim, id), end(harbour.slug, kim, id)])
  assert.deepEqual(both.toSorted(), [303, 409])
  const application = await applicationOf(world, await world.account({ mail: sam }))
  assert.equal(await note(world, application), 'open')
})

test('whoever waits in a flood and is invited then comes out of it by the letter', async () => {
  await using it = await atWork()
  const { world, harbour, kim } = it
  const account = await world.account({ mail: sam })
  const id = await applicationOf(world, account, { path: 'flood' })
  const page = `/account/members/${harbour.slug}/invitations`
  await world.post(page, { mail: sam }, kim)
  assert.doesNotMatch(await told(world, page, kim), /has applied|Arcoíris/, 'whoever invites learns nothing by it')
  const { headers } = await world.get('/join/arrived', await world.signedIn(account))
  assert.equal(headers.get('location'), '/join/application')
  assert.equal(await pathOf(world, id), 'invited')
})

test('an applicant names members by their names; each is told once, when the application has been sent', async () => {
  await using it = await atWork()
  const { world } = it
  const account = await world.account({ mail: sam })
  const id = await applicationOf(world, account, { standing: 'draft', submittedAt: null })
  const session = await world.signedIn(account)
  const page = '/join/application/vouches'
  const name = (one: string, two = '', three = '') =>
    world.post(page, { 'member-1': one, 'member-2': two, 'member-3': three }, session)
  const wrong = await name('harbour post', 'Nobody', 'L')
  assert.equal(wrong.status, 422)
  assert.match(
    await wrong.text(),
    /href="#member-2"[\s\S]*No member is called that[\s\S]*Several members begin so: Lantern and Lighthouse/,
  )
  assert.equal((await name('harbour post', ' LANTERN ')).status, 303)
  await world.work()
  assert.deepEqual(await world.letters(), [])
  await world.db.updateTable('applications').set({ standing: 'waiting', submittedAt: world.clock() }).execute()
  await note(world, id)
  await note(world, id)
  await world.work()
  const letters = await world.letters()
  assert.deepEqual(letters.map(({ to }) => to).toSorted(), ['ada@lantern.example', 'kim@harbour.example'])
  assert.match(letters[0]?.text ?? '', /Arcoíris/)
  assert.equal((await name('Lantern', 'Lighthouse')).status, 303, 'two were asked, a third may be')
  assert.equal((await name('Lantern', 'Lighthouse', 'Harbour Post')).status, 303)
  await world.work()
  assert.match(await (await name('Quay')).text(), /Three members have been asked already/)
  assert.equal((await world.letters()).length, 2, 'nobody sits at Lighthouse, and nobody is told twice')
})

test('two members’ word moves an application out of a flood; what they say is read by staff alone', async () => {
  await using it = await atWork()
  const { world, harbour, lantern, kim, ada } = it
  const { id, session } = await named(it, { path: 'flood' }, ['Harbour Post', 'Lantern', 'Lighthouse'])
  const ask = (slug: string, by: { cookie: string }, answer: string, words: string) =>
    world.post(`/account/members/${slug}/invitations/vouch`, { application: id, answer, [`words-${id}`]: words }, by)
  const page = await told(world, `/account/members/${harbour.slug}/invitations`, kim)
  assert.match(page, /Arcoíris[\s\S]*has named you/)
  const empty = await ask(harbour.slug, kim, 'vouches', ' … ')
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), new RegExp(`href="#words-${id}"[\\s\\S]*Say in a few words`))
  assert.equal((await ask(harbour.slug, kim, 'vouches', 'x'.repeat(1_001))).status, 422)
  assert.equal((await ask(harbour.slug, kim, 'vouches', 'Saltword: we shared an office.')).status, 303)
  assert.equal(await pathOf(world, id), 'flood')
  assert.equal((await ask(lantern.slug, ada, 'unknown', '')).status, 303)
  assert.equal(await pathOf(world, id), 'flood', 'that somebody does not know them is no vouch')
  const own = await told(world, '/join/application/vouches', session)
  assert.match(own, /Very many want to join just now/)
  assert.match(own, /Harbour Post<\/bdi> <span class="soft">vouches for you/)
  assert.match(own, /Lantern<\/bdi> <span class="soft">asked/)
  assert.doesNotMatch(own, /Saltword/)
  assert.equal((await ask(lantern.slug, ada, 'vouches', 'We know them well.')).status, 303)
  assert.equal(await pathOf(world, id), 'vouched')
  assert.doesNotMatch(await told(world, '/join/application/vouches', session), /Very many/)
  const vouches = await listVouches(world.db, id)
  assert.deepEqual(
    vouches.map(({ member, answer, counts }) => [member.name, answer, counts]),
    [
      ['Harbour Post', 'vouches', true],
      ['Lantern', 'vouches', true],
      ['Lighthouse', null, false],
    ],
  )
  await world.suspend(lantern.id)
  assert.equal((await listVouches(world.db, id)).filter(({ counts }) => counts).length, 1)
})

test('a member sees and answers who named it or was invited by it, and nobody else, and nothing of how to reach them', async () => {
  await using it = await atWork()
  const { world, harbour, lantern, kim, ada } = it
  const { id } = await named(it, {}, ['Harbour Post'])
  const other = await applicationOf(world, await world.account({ mail: 'pat@x.example' }), { name: 'Otherword' })
  const mine = await told(world, `/account/members/${harbour.slug}/invitations`, kim)
  assert.doesNotMatch(mine, /Otherword|sam@arcoiris/)
  const theirs = await told(world, `/account/members/${lantern.slug}/invitations`, ada)
  assert.doesNotMatch(theirs, /Arcoíris|Otherword/)
  for (const [application, slug, session] of [
    [other, harbour.slug, kim],
    [id, lantern.slug, ada],
    ['x', harbour.slug, kim],
  ] as const) {
    const form = { application, answer: 'vouches', [`words-${application}`]: 'We know them.' }
    assert.equal((await world.post(`/account/members/${slug}/invitations/vouch`, form, session)).status, 409)
  }
  await world.db.updateTable('applications').set({ standing: 'refused' }).execute()
  assert.doesNotMatch(await told(world, `/account/members/${harbour.slug}/invitations`, kim), /Arcoíris/)
  assert.deepEqual((await listVouches(world.db, other)).length, 0)
})

test('a contributor does not speak for a member, and without an application nobody is named', async () => {
  await using it = await atWork()
  const { world, harbour, lantern } = it
  const pat = await world.account({ mail: 'pat@x.example' })
  await world.seat(pat, harbour.id, 'contributor')
  const session = await world.signedIn(pat)
  assert.equal((await world.get(`/account/members/${harbour.slug}/invitations`, session)).status, 403)
  assert.equal((await world.post(`/account/members/${harbour.slug}/invitations`, { mail: sam }, session)).status, 403)
  assert.equal((await world.get('/join/application/vouches', session)).status, 404)
  assert.equal((await world.post('/join/application/vouches', { 'member-1': lantern.slug }, session)).status, 404)
})

test('an address is forgotten thirty days after its invitation came to nothing, half a year after it in any case', async () => {
  await using it = await atWork()
  const { world, harbour, kim } = it
  await world.post(`/account/members/${harbour.slug}/invitations`, { mail: sam }, kim)
  await world.post(`/account/members/${harbour.slug}/invitations`, { mail: 'pat@x.example' }, kim)
  await note(world, await applicationOf(world, await world.account({ mail: sam })))
  const after = async (days: number) => {
    world.clock.advance(days * 86_400)
    return await forgetJoinInvitations(world.db, world.clock())
  }
  assert.deepEqual([await after(36), await after(2), await after(140), await after(3)], [0, 1, 0, 1])
})

test('what was said for an application is forgotten with its words', async () => {
  await using it = await atWork()
  const { world, harbour, kim } = it
  const { id } = await named(it, {}, ['Harbour Post'])
  const form = { application: id, answer: 'vouches', [`words-${id}`]: 'We shared an office.' }
  await world.post(`/account/members/${harbour.slug}/invitations/vouch`, form, kim)
  await world.db.updateTable('applications').set({ standing: 'refused' }).execute()
  const after = async (days: number) => {
    world.clock.advance(days * 86_400)
    await forgetPastApplications(world.db, world.clock())
    return (await listVouches(world.db, id)).length
  }
  assert.deepEqual([await after(364), await after(2)], [1, 0])
})

type AtWork = Awaited<ReturnType<typeof atWork>>

/** Three members; Kim edits Harbour Post, Ada owns Lantern. */
async function atWork() {
  const world = await newsroom()
  const harbour = await world.member({ name: 'Harbour Post' })
  const lantern = await world.member({ name: 'Lantern' })
  for (const name of ['Lighthouse', 'Quay']) await world.member({ name })
  await world.db.transaction().execute((tx) => updateNetwork(tx, { name: 'Wire' }))
  const kim = await world.account()
  const ada = await world.account({ mail: 'ada@lantern.example' })
  await world.seat(kim, harbour.id, 'editor')
  await world.seat(ada, lantern.id)
  return {
    world,
    harbour: { ...harbour, shown: { slug: harbour.slug, name: 'Harbour Post' } },
    lantern,
    kim: await world.signedIn(kim),
    ada: await world.signedIn(ada),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

async function named({ world }: AtWork, words: ApplicationWords, members: readonly string[]) {
  const account = await world.account({ mail: sam })
  const id = await applicationOf(world, account, words)
  const session = await world.signedIn(account)
  const form = Object.fromEntries(members.map((name, i) => [`member-${i + 1}`, name]))
  assert.equal((await world.post('/join/application/vouches', form, session)).status, 303)
  return { id, session }
}

async function told(world: World, page: string, session: { cookie: string }): Promise<string> {
  return await (await world.get(page, session)).text()
}

async function note(world: World, id: ApplicationId): Promise<string> {
  return await world.db.transaction().execute((tx) => noteSigns(tx, id, world.clock()))
}

async function pathOf(world: World, id: ApplicationId): Promise<string | undefined> {
  const row = await world.db.selectFrom('applications').select('path').where('id', '=', id).executeTakeFirst()
  return row?.path
}

/** Opens a letter's link and answers whose account that made. */
async function come(world: World, link: string | undefined): Promise<AccountId> {
  const { searchParams } = new URL(link ?? '')
  assert.equal(searchParams.get('to'), '/join/arrived')
  await world.post('/sign-in/link/use', { key: searchParams.get('key') ?? '' })
  const account = await findAccountByMail(world.db, mailKeyOf(await readSecret(world.config), sam))
  assert.ok(account)
  return account.id
}
