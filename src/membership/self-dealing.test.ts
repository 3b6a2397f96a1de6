/** What somebody with two hats must not do for themselves, and what nobody does in another's name. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationOf } from '../../test/support/joining.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { AccountId } from '../core/id.ts'
import type { ApplicationId } from '../db/applications.ts'
import { listVouches } from '../db/vouches.ts'
import { noteSigns } from './signs.ts'

type Session = { cookie: string }

test('nobody vouches for an application of their own, whatever member they sit with', async () => {
  await using it = await withTwoHats()
  const { world, kim, me, harbour, lantern } = it
  const id = await applicationOf(world, kim, { path: 'flood', name: 'Third' })
  await world.post('/join/application/vouches', { 'member-1': harbour.name, 'member-2': lantern.name }, me)
  for (const { slug } of [harbour, lantern]) {
    assert.doesNotMatch(await (await world.get(invitationsOf(slug), me)).text(), /Third/)
    assert.equal((await vouch(world, slug, id, me)).status, 409)
  }
  assert.ok((await listVouches(world.db, id)).every(({ answer }) => answer === null))
  assert.equal(await pathOf(world, id), 'flood')
  await world.work()
  assert.deepEqual(await world.letters(), [], 'nor are they asked to')
})

test('one person is one, with how many members they sit', async () => {
  await using it = await withTwoHats()
  const { world, me, harbour, lantern } = it
  const sam = await world.account({ mail: 'sam@arcoiris.example' })
  const id = await applicationOf(world, sam, { path: 'flood' })
  const names = { 'member-1': harbour.name, 'member-2': lantern.name }
  await world.post('/join/application/vouches', names, await world.signedIn(sam))
  for (const { slug } of [harbour, lantern]) assert.equal((await vouch(world, slug, id, me)).status, 303)
  assert.equal(await pathOf(world, id), 'flood')
  const ada = await world.account({ mail: 'ada@lantern.example' })
  await world.seat(ada, lantern.id, 'editor')
  assert.equal((await vouch(world, lantern.slug, id, await world.signedIn(ada))).status, 303)
  assert.equal(await pathOf(world, id), 'vouched')
})

test('nobody lets themselves in by an invitation of their own, and a suspended member lets in nobody', async () => {
  await using it = await withTwoHats()
  const { world, kim, me, harbour, lantern } = it
  await world.post(invitationsOf(harbour.slug), { mail: 'kim@harbour.example' }, me)
  assert.equal(await note(world, await applicationOf(world, kim)), 'open')
  await world.post(invitationsOf(lantern.slug), { mail: 'pat@x.example' }, me)
  await world.suspend(lantern.id)
  const pat = await applicationOf(world, await world.account({ mail: 'pat@x.example' }))
  assert.equal(await note(world, pat), 'open')
})

test('an application taken back and sent again writes to nobody once more', async () => {
  await using it = await withTwoHats()
  const { world, lantern } = it
  const sam = await world.account({ mail: 'sam@arcoiris.example' })
  const session = await world.signedIn(sam)
  for (let n = 0; n < 3; n += 1) {
    world.clock.advance(60)
    const id = await applicationOf(world, sam)
    await world.post('/join/application/vouches', { 'member-1': lantern.name }, session)
    await note(world, id)
    await world.work()
    await world.db.updateTable('applications').set({ standing: 'withdrawn' }).where('id', '=', id).execute()
  }
  assert.equal((await world.letters()).filter(({ to }) => to === 'kim@harbour.example').length, 1)
})

test('no moderator is convinced by a proof of their own, as an applicant or with a member', async () => {
  await using it = await withTwoHats()
  const { world, kim, me, harbour } = it
  await applicationOf(world, kim)
  const ada = await world.signedIn(await world.account({ mail: 'ada@wire.example', rights: ['moderator'] }))
  for (const page of ['/join/application/proof', `/account/members/${harbour.slug}/proof`]) {
    await world.post(page, { do: 'name', url: 'https://bbc.example' }, me)
    const { id } = await world.db
      .selectFrom('siteProofs')
      .select('id')
      .where('provedAt', 'is', null)
      .executeTakeFirstOrThrow()
    await world.post(page, { do: 'private', proof: id, words: 'Believe me.' }, me)
    const answer = { proof: id, why: 'I know myself.', do: 'confirm' }
    const own = await world.post('/moderation/proofs', answer, me)
    assert.equal(own.status, 409)
    assert.match(await own.text(), /your own/)
    const proved = () => world.db.selectFrom('siteProofs').select('way').where('id', '=', id).executeTakeFirstOrThrow()
    assert.equal((await proved()).way, null)
    assert.equal((await world.post('/moderation/proofs', answer, ada)).status, 303)
    assert.equal((await proved()).way, 'moderator')
  }
})

test('no moderator gives a member to themselves', async () => {
  await using world = await newsroom()
  const { slug } = await world.member()
  const me = await world.signedIn(await world.account({ mail: 'mo@wire.example', rights: ['moderator'] }))
  const page = `/moderation/members/${slug}/owner`
  const own = await world.post(page, { mail: ' MO@wire.example', why: 'Nobody is there.' }, me)
  assert.equal(own.status, 409)
  assert.match(await own.text(), /your own/)
  assert.equal((await world.db.selectFrom('seatInvitations').select('id').execute()).length, 0)
  assert.equal((await world.post(page, { mail: 'ada@harbour.example', why: 'Nobody is there.' }, me)).status, 303)
})

test('an owner who is shown out has nobody come in by an invitation sent before', async () => {
  await using it = await withTwoHats()
  const { world, kim, me, harbour } = it
  const second = await world.account({ mail: 'second@harbour.example' })
  await world.seat(second, harbour.id)
  const other = await world.account({ mail: 'friend@elsewhere.example' })
  const people = `/account/members/${harbour.slug}/people`
  await world.post(people, { mail: 'friend@elsewhere.example', role: 'owner' }, await world.signedIn(second))
  await world.post(people, { mail: 'pat@harbour.example', role: 'editor' }, me)
  assert.equal((await world.post(`${people}/seats`, { account: second, role: 'contributor' }, me)).status, 303)
  const waiting = await world.db.selectFrom('seatInvitations').selectAll().where('endedAt', 'is', null).execute()
  assert.deepEqual(
    waiting.map(({ invitedBy }) => invitedBy),
    [`account ${kim}`],
  )
  const { id } = await world.db
    .selectFrom('seatInvitations')
    .select('id')
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow()
  const late = await world.post(`/account/seats/${id}`, { answer: 'accept' }, await world.signedIn(other))
  assert.equal(late.status, 410)
})

/** Kim owns two members and moderates, too. */
async function withTwoHats() {
  const world = await newsroom()
  const harbour = { ...(await world.member({ name: 'Harbour Post' })), name: 'Harbour Post' }
  const lantern = { ...(await world.member({ name: 'Lantern' })), name: 'Lantern' }
  const kim: AccountId = await world.account({ rights: ['moderator'] })
  await world.seat(kim, harbour.id)
  await world.seat(kim, lantern.id)
  const me = await world.signedIn(kim)
  return { world, harbour, lantern, kim, me, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

function invitationsOf(slug: string): string {
  return `/account/members/${slug}/invitations`
}

async function vouch(world: World, slug: string, id: ApplicationId, by: Session): Promise<Response> {
  const form = { application: id, answer: 'vouches', [`words-${id}`]: 'We know them well.' }
  return await world.post(`${invitationsOf(slug)}/vouch`, form, by)
}

async function note(world: World, id: ApplicationId): Promise<string> {
  return await world.db.transaction().execute((tx) => noteSigns(tx, id, world.clock()))
}

async function pathOf(world: World, id: ApplicationId): Promise<string> {
  return (await world.db.selectFrom('applications').select('path').where('id', '=', id).executeTakeFirstOrThrow()).path
}
