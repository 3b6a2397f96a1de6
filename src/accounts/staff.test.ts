import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { AccountId } from '../core/id.ts'
import type { Tx } from '../db/connection.ts'
import { forgetPastDoors } from '../db/past-doors.ts'
import { listActs, listHolders } from '../db/rights.ts'
import { revoke } from './staff.ts'

test('somebody with an account gets rights at once, by their address, and both are on record', async () => {
  await using world = await newsroom()
  const { admin, session } = await administrator(world)
  const kim = await world.account()
  const sent = await give(world, session, 'KIM@harbour.example', ['editor', 'moderator'])
  assert.equal(sent.headers.get('location'), '/settings/staff?done=granted')
  assert.deepEqual(await rightsOf(world, kim), ['editor', 'moderator'])
  const acts = await listActs(world.db, 5)
  assert.deepEqual(acts.map(({ actedBy, act, about }) => `${actedBy}: ${act} ${about}`).toSorted(), [
    `account ${admin}: grant right editor, account ${kim}`,
    `account ${admin}: grant right moderator, account ${kim}`,
  ])
  const again = await give(world, session, 'kim@harbour.example', ['editor'])
  assert.equal(again.headers.get('location'), '/settings/staff?done=same')
  const page = await (await world.get('/settings/staff?done=same', session)).text()
  assert.match(page, /They have these rights already/)
  assert.match(page, /kim@harbour\.example/)
})

test('an administrator takes up rights at once, even before a letter has come to their address', async () => {
  await using world = await newsroom()
  const { admin, session } = await administrator(world)
  await world.db.updateTable('identities').set({ mailConfirmedAt: null }).where('accountId', '=', admin).execute()
  const sent = await give(world, session, 'root@harbour.example', ['moderator'])
  assert.equal(sent.headers.get('location'), '/settings/staff?done=granted')
  assert.deepEqual(await rightsOf(world, admin), ['administrator', 'moderator'])
})

test('anybody else is invited by a letter; its link confirms the address, gives the rights and signs in, once', async () => {
  await using world = await newsroom()
  const { session } = await administrator(world)
  const sent = await give(world, session, 'sam@harbour.example', ['moderator'])
  assert.equal(sent.headers.get('location'), '/settings/staff?done=invited')
  assert.match(await (await world.get('/settings/staff', session)).text(), /sam@harbour\.example/)
  assert.deepEqual(
    (await listHolders(world.db)).map(({ right }) => right),
    ['administrator'],
  )

  const key = await invitationIn(world)
  const [letter] = await world.letters()
  assert.deepEqual([letter?.to, letter?.subject], ['sam@harbour.example', 'An invitation'])
  for (let looks = 0; looks < 2; looks += 1)
    assert.match(await (await world.get(`/invitation?key=${key}`)).text(), /Moderator/)
  const used = await world.post('/invitation', { key })
  assert.equal(used.headers.get('location'), '/account')
  const cookie = used.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  assert.equal((await world.get('/account', { cookie })).status, 200)
  assert.deepEqual(
    (await listHolders(world.db)).map(({ right }) => right),
    ['administrator', 'moderator'],
  )
  for (const again of [await world.get(`/invitation?key=${key}`), await world.post('/invitation', { key })])
    assert.equal(again.status, 410)
})

test('an invitation ends after a week, when a newer one is sent, when it is withdrawn, and with the right of who gave it', async () => {
  await using world = await newsroom()
  const { admin, session } = await administrator(world)
  await give(world, session, 'sam@harbour.example', ['editor'])
  const first = await invitationIn(world)
  world.clock.advance(1)
  await give(world, session, 'sam@harbour.example', ['moderator'])
  const second = await invitationIn(world)
  assert.equal((await world.post('/invitation', { key: first })).status, 410)

  const [{ id } = { id: '' }] = await world.db.selectFrom('accounts').select('id').where('id', '<>', admin).execute()
  const ended = await world.post('/settings/staff/invitations', { account: id }, session)
  assert.equal(ended.headers.get('location'), '/settings/staff?done=ended')
  assert.equal((await world.post('/invitation', { key: second })).status, 410)
  assert.deepEqual(await world.db.selectFrom('accounts').select('id').execute(), [{ id: admin }], 'nobody used it')

  world.clock.advance(1)
  await give(world, session, 'ada@harbour.example', ['editor'])
  const third = await invitationIn(world)
  const other = await administrator(world, 'lee@harbour.example')
  const gone = { account: admin, right: 'administrator', why: 'x' } as const
  await world.db.transaction().execute((tx) => revoke(tx, gone, { by: 'operator', now: world.clock() }))
  assert.equal((await world.post('/invitation', { key: third })).status, 410, 'nobody who may stands behind it')

  world.clock.advance(1)
  await give(world, other.session, 'eve@harbour.example', ['editor'])
  const fourth = await invitationIn(world)
  world.clock.advance(7 * 86_400)
  assert.equal((await world.post('/invitation', { key: fourth })).status, 410)
})

test('the account of an invitation that nobody took up is forgotten; those somebody uses, and staff, stay', async () => {
  await using world = await newsroom()
  const { session } = await administrator(world)
  await world.account()
  await give(world, session, 'sam@harbour.example', ['editor'])
  await give(world, session, 'ada@harbour.example', ['editor'])
  await world.post('/invitation', { key: await invitationIn(world) })
  const count = async () => (await world.db.selectFrom('accounts').select('id').execute()).length
  assert.equal(await count(), 4)
  world.clock.advance(6 * 86_400)
  await forgetPastDoors(world.db, world.clock())
  assert.equal(await count(), 4)
  world.clock.advance(86_401)
  await forgetPastDoors(world.db, world.clock())
  assert.equal(await count(), 3)
})

test('whoever withdraws an invitation erases nobody who is somebody here', async () => {
  await using world = await newsroom()
  const { session } = await administrator(world)
  // As the set-up makes the first administrator: no password, and no letter has come to their address yet.
  const kim = await world.account({ rights: ['administrator'] })
  await world.db.updateTable('accounts').set({ password: null, passwordSetAt: null }).where('id', '=', kim).execute()
  await world.db.updateTable('identities').set({ mailConfirmedAt: null }).where('accountId', '=', kim).execute()
  const sent = await give(world, session, 'kim@harbour.example', ['editor'])
  assert.equal(sent.headers.get('location'), '/settings/staff?done=invited')
  const ended = await world.post('/settings/staff/invitations', { account: kim }, session)
  assert.equal(ended.headers.get('location'), '/settings/staff?done=ended')
  assert.deepEqual(await rightsOf(world, kim), ['administrator'])
})

test('a right that is taken away cannot be taken up again by an invitation on its way', async () => {
  await using world = await newsroom()
  const { session } = await administrator(world)
  const kim = await world.account({ rights: ['editor'] })
  await world.db.updateTable('identities').set({ mailConfirmedAt: null }).where('accountId', '=', kim).execute()
  await give(world, session, 'kim@harbour.example', ['editor'])
  const key = await invitationIn(world)
  await world.post('/settings/staff/remove', { account: kim, right: 'editor', why: 'Moved on' }, session)
  assert.equal((await world.post('/invitation', { key })).status, 410)
  assert.deepEqual(await rightsOf(world, kim), [])
})

test('a right is taken away with a reason, and not the last administrator’s', async () => {
  await using world = await newsroom()
  const { admin, session } = await administrator(world)
  const remove = (account: string, right: string, why: string, as = session) =>
    world.post('/settings/staff/remove', { account, right, why }, as)
  const last = await remove(admin, 'administrator', 'Enough')
  assert.equal(last.status, 422)
  assert.match(await last.text(), /The last administrator stays/)

  const kim = await world.account({ rights: ['administrator', 'editor'] })
  assert.match(await (await remove(kim, 'editor', ' ')).text(), /Say why/)
  assert.equal((await remove(kim, 'editor', 'Moved on')).headers.get('location'), '/settings/staff?done=removed')
  assert.deepEqual(await rightsOf(world, kim), ['administrator'])
  assert.match(await (await remove(kim, 'editor', 'Again')).text(), /changed meanwhile/)
  assert.match(await (await remove('none', 'editor', 'Again')).text(), /changed meanwhile/)
})

test('of two administrators who take that right from each other at once one stays', async () => {
  await using world = await newsroom()
  const { admin } = await administrator(world)
  const kim = await world.account({ rights: ['administrator'] })
  const take = (tx: Tx, account: AccountId) =>
    revoke(tx, { account, right: 'administrator', why: 'x' }, { by: 'operator', now: world.clock() })
  let second: ReturnType<typeof revoke> | undefined
  const first = await world.db.transaction().execute(async (tx) => {
    const outcome = await take(tx, kim)
    // Begun before this one has ended: it sees what this one does only if it waits.
    second = world.db.transaction().execute((other) => take(other, admin))
    await waiting(world)
    return outcome
  })
  assert.deepEqual([first, await second], ['revoked', 'last administrator'])
})

test('staff asks for a fresh proof, for seeing and for every change', async () => {
  await using world = await newsroom()
  const { admin, session } = await administrator(world)
  world.clock.advance(16 * 60)
  const asked = [
    await world.get('/settings/staff', session),
    await give(world, session, 'sam@harbour.example', ['editor']),
    await world.post('/settings/staff/remove', { account: admin, right: 'administrator', why: 'x' }, session),
    await world.post('/settings/staff/invitations', { account: admin }, session),
  ]
  for (const answer of asked)
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/sign-in?to=%2Fsettings%2Fstaff'])
  assert.deepEqual(await world.db.selectFrom('links').select('purpose').execute(), [])
})

test('what is wrong with the form is told beside it, and what was typed stays', async () => {
  await using world = await newsroom()
  const { session } = await administrator(world)
  const told = await (await give(world, session, 'sam', [])).text()
  assert.match(told, /id="mail-fault"/)
  assert.match(told, /id="right-fault">Choose at least one right/)
  assert.match(told, /value="sam"/)
})

test('the log tells who did what to whom and why, by names, in pages', async () => {
  await using world = await newsroom()
  const { admin, session } = await administrator(world)
  assert.match(await (await world.get('/settings/log', session)).text(), /Nothing yet/)
  const kim = await world.account()
  await give(world, session, 'kim@harbour.example', ['editor'])
  world.clock.advance(1)
  await world.post('/settings/staff/remove', { account: kim, right: 'editor', why: 'Moved on' }, session)
  const page = await (await world.get('/settings/log', session)).text()
  assert.match(page, /took a right away[\s\S]*Editor[\s\S]*Kim Osei[\s\S]*Moved on[\s\S]*gave a right/)
  assert.doesNotMatch(page, new RegExp(kim))

  for (let n = 0; n < 60; n += 1) {
    world.clock.advance(1)
    const act =
      n % 2 === 0 ? { path: '/settings/staff', form: { mail: 'kim@harbour.example', right: 'editor' } } : undefined
    if (act) await world.post(act.path, act.form, await world.signedIn(admin))
    else
      await world.post(
        '/settings/staff/remove',
        { account: kim, right: 'editor', why: `Number ${n}` },
        await world.signedIn(admin),
      )
  }
  const first = await (await world.get('/settings/log', session)).text()
  assert.equal(first.match(/<tr><td>/g)?.length, 50)
  const next = /href="(\/settings\/log\?before=[^"]+)"/.exec(first)?.[1] ?? ''
  const second = await (await world.get(next, session)).text()
  assert.equal(second.match(/<tr><td>/g)?.length, 12)
  assert.match(second, /Moved on/)
  assert.doesNotMatch(second, /Earlier/)
})

/** Until somebody waits for a lock of somebody else. */
async function waiting(world: World): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db)
    if (rows.length > 0) return
    await sleep(10)
  }
}

async function administrator(world: World, mail = 'root@harbour.example') {
  const admin = await world.account({ mail, name: 'Ada Root', rights: ['administrator'] })
  return { admin, session: await world.signedIn(admin) }
}

function give(world: World, session: Record<string, string>, mail: string, rights: readonly string[]) {
  const form = new URLSearchParams([['mail', mail], ...rights.map((right) => ['right', right])])
  return world.web.fetch(
    new Request('http://wire.example/settings/staff', {
      method: 'POST',
      body: form,
      headers: { origin: world.config.url, ...session },
    }),
  )
}

async function rightsOf(world: World, account: AccountId): Promise<string[]> {
  return (await listHolders(world.db)).filter((holder) => holder.account === account).map(({ right }) => right)
}

async function invitationIn(world: World): Promise<string> {
  await world.work()
  const [address = ''] = (await world.letters()).at(-1)?.links ?? []
  return new URL(address).searchParams.get('key') ?? ''
}
