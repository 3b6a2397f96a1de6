import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testPassword } from '../../test/support/accounts.ts'
import { unpack } from '../../test/support/archives.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { updateNetwork } from '../db/network.ts'
import { insertSeat } from '../db/seats.ts'
import { readDepartures } from '../host/departure-ledger.ts'

const kim = 'kim@harbour.example'
const signIn = (world: World, password: string, mail = kim) => world.post('/sign-in', { mail, password })

test('name, language and looks of letters are one’s own to set; a hidden character is no name', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(await world.account({ name: 'Kim Osei' }))
  const saved = await world.post(
    '/account',
    { name: '  Kim\tO. ', language: 'tlh', id: 'x', rights: 'administrator' },
    session,
  )
  assert.equal(saved.headers.get('location'), '/account?done=profile')
  const page = await (await world.get('/account?done=profile', session)).text()
  assert.match(page, /role="status">Saved\./)
  assert.match(page, /<bdi>Kim O\.<\/bdi>/)
  assert.match(page, /id="discreet" name="discreet" value="yes" aria/)
  assert.equal((await world.get('/settings', session)).status, 403)

  const refused = await world.post('/account', { name: 'Kim\u202eiseO', language: 'en' }, session)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /class="field wrong"[\s\S]*too long for a name/)
})

test('a password is set, changed and given up; every other session ends, and a letter tells', async () => {
  await using world = await newsroom()
  const id = await world.account()
  const [here, elsewhere] = [await world.signedIn(id), await world.signedIn(id)]
  const set = await world.post('/account/password', { password: 'nine harbour lamps' }, here)
  assert.equal(set.headers.get('location'), '/account?done=password')
  assert.equal((await world.get('/account', here)).status, 200)
  assert.equal((await world.get('/account', elsewhere)).status, 303)
  assert.equal((await signIn(world, testPassword)).status, 422)
  assert.equal((await signIn(world, 'nine harbour lamps')).status, 303)

  await world.post('/account/password/none', {}, here)
  assert.equal((await signIn(world, 'nine harbour lamps')).status, 422)
  await world.work()
  assert.deepEqual((await world.letters()).map(({ subject }) => subject).toSorted(), [
    'Your password was changed',
    'Your password was removed',
  ])
})

test('a password that is short, stolen, or little more than a name is not taken, with the reason beside it', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(
    await world.account({ name: 'Kim Osei', mail: 'kimberley.osei@harbour.example' }),
  )
  for (const [password, reason] of [
    ['', /Write a password first/],
    ['lamps', /too short: at least 12 characters/],
    ['password1234567', /lists of stolen passwords/],
    ['iloveyouiloveyou', /lists of stolen passwords/],
    ['aaaaaaaaaaaaaaa', /lists of stolen passwords/],
    ['1234567890123456', /lists of stolen passwords/],
    ['kimberley.osei1', /little more than a name/],
    ['x'.repeat(257), /longer than 256/],
  ] as const) {
    const refused = await world.post('/account/password', { password }, session)
    assert.equal(refused.status, 422, password)
    assert.match(await refused.text(), reason, password)
  }
})

test('what could lock somebody out asks again who it is, a quarter of an hour after the last proof', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(await world.account())
  world.clock.advance(15 * 60)
  for (const [method, path] of [
    ['post', '/account/password'],
    ['post', '/account/password/none'],
    ['post', '/account/mail'],
    ['post', '/account/leave'],
    ['get', '/account/leave'],
    ['get', '/account/export'],
  ] as const) {
    const asked =
      method === 'post'
        ? await world.post(path, { password: 'nine harbour lamps' }, session)
        : await world.get(path, session)
    assert.deepEqual([asked.status, asked.headers.get('location')], [303, '/sign-in?to=%2Faccount'], path)
  }
  const again = await (await world.get('/sign-in?to=%2Faccount', session)).text()
  assert.match(again, /Is it you\?/)
  assert.match(again, /value="kim@harbour\.example"/)
})

test('a new address counts when its link is opened; the old one is told, and no longer signs in', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(await world.account())
  assert.equal((await world.post('/account/mail', { 'new-mail': 'kim at home' }, session)).status, 422)
  assert.equal((await world.post('/account/mail', { 'new-mail': kim.toUpperCase() }, session)).status, 422)
  const sent = await world.post('/account/mail', { 'new-mail': 'kim@lantern.example' }, session)
  assert.equal(sent.headers.get('location'), '/account?done=mail-sent')
  await world.work()
  const [letter] = await world.letters()
  assert.equal(letter?.to, 'kim@lantern.example')
  assert.equal((await signIn(world, testPassword)).status, 303)

  // On another device, where nobody is signed in.
  const address = letter?.links[0] ?? ''
  assert.equal((await world.get(address)).status, 200)
  const key = new URL(address).searchParams.get('key') ?? ''
  assert.equal((await world.post('/account/mail/use', { key })).status, 303)
  assert.equal((await world.post('/account/mail/use', { key })).status, 410)
  assert.equal((await signIn(world, testPassword)).status, 422)
  assert.equal((await signIn(world, testPassword, 'kim@lantern.example')).status, 303)
  await world.work()
  const told = (await world.letters()).at(-1)
  assert.deepEqual([told?.to, told?.subject], [kim, 'Your address was changed'])
  assert.doesNotMatch(told?.text ?? '', /lantern/)
})

test('a new address ends every session but the one that asked for it, or opens its link', async () => {
  await using world = await newsroom()
  const id = await world.account()
  const change = async (mail: string, asking: { cookie: string }, opening?: { cookie: string }) => {
    await world.post('/account/mail', { 'new-mail': mail }, asking)
    await world.work()
    const [address = ''] = (await world.letters()).findLast(({ to }) => to === mail)?.links ?? []
    const key = new URL(address).searchParams.get('key') ?? ''
    return await world.post('/account/mail/use', { key }, opening)
  }
  const [here, elsewhere] = [await world.signedIn(id), await world.signedIn(id)]
  await change('kim@lantern.example', here)
  assert.equal((await world.get('/account', here)).status, 200)
  assert.equal((await world.get('/account', elsewhere)).status, 303)

  const phone = await world.signedIn(id)
  await change('kim@pier.example', here, phone)
  assert.equal((await world.get('/account', phone)).status, 200)
  assert.equal((await world.get('/account', here)).status, 303)
})

test('five letters a day go to new addresses, and ten an hour from a connection, whatever ends the links in them', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(await world.account())
  const ask = async (n: number) =>
    (await world.post('/account/mail', { 'new-mail': `stranger${n}@pier.example` }, session)).status
  const askAll = async (from: number) => await Promise.all([0, 1, 2, 3, 4].map((n) => ask(from + n)))
  assert.deepEqual(await askAll(0), [303, 303, 303, 303, 303])
  assert.equal(await ask(5), 429)
  // A new password takes back every link that is on its way.
  await world.post('/account/password', { password: 'nine harbour lamps' }, session)
  assert.deepEqual(await askAll(6), [303, 303, 303, 303, 303])
  await world.post('/account/password', { password: 'ten harbour lamps' }, session)
  assert.equal(await ask(11), 429)
})

test('whether a new address is somebody else’s is told to its reader alone', async () => {
  await using world = await newsroom()
  await world.account({ mail: 'sam@harbour.example' })
  const session = await world.signedIn(await world.account())
  const sent = await world.post('/account/mail', { 'new-mail': 'sam@harbour.example' }, session)
  assert.equal(sent.headers.get('location'), '/account?done=mail-sent')
  await world.work()
  const key = new URL((await world.letters())[0]?.links[0] ?? '').searchParams.get('key') ?? ''
  assert.equal((await world.post('/account/mail/use', { key })).status, 410)
  assert.equal((await signIn(world, testPassword)).status, 303)
})

test('one’s own sessions can be ended from anywhere, nobody else’s', async () => {
  await using world = await newsroom()
  const id = await world.account()
  const here = await world.signedIn(id)
  world.clock.advance(1)
  const [elsewhere, third] = [await world.signedIn(id), await world.signedIn(id)]
  const other = await world.signedIn(await world.account({ mail: 'sam@harbour.example' }))
  const rows = await world.db.selectFrom('sessions').select(['id', 'accountId']).orderBy('id').execute()
  const foreign = rows.find(({ accountId }) => accountId !== id)?.id ?? ''
  const own = rows.filter(({ accountId }) => accountId === id)[1]?.id ?? ''
  await world.post('/account/sessions', { session: foreign }, here)
  assert.equal((await world.get('/account', other)).status, 200)
  await world.post('/account/sessions', { session: own }, here)
  const open = async () =>
    await Promise.all([here, elsewhere, third].map(async (one) => (await world.get('/account', one)).status))
  assert.equal((await open()).filter((status) => status === 200).length, 2)
  await world.post('/account/sessions', { session: 'others' }, here)
  assert.deepEqual(await open(), [200, 303, 303])
})

test('all that is kept can be taken along, without what opens the account', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(await world.account({ name: 'Kim Osei', rights: ['editor'] }))
  const answer = await world.get('/account/export', session)
  assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="account.tar.gz"')
  const text = (await unpack(await answer.arrayBuffer())).get('account.json') ?? ''
  assert.doesNotMatch(text, /argon2|token|hash/i)
  const { name, mail, rights, sessions } = JSON.parse(text)
  assert.deepEqual([name, mail, rights.length, sessions.length], ['Kim Osei', kim, 1, 1])
})

test('who leaves is erased at once, from the tables and for restored backups, and told so', async () => {
  await using world = await newsroom()
  const id = await world.account()
  const session = await world.signedIn(id)
  assert.match(await (await world.get('/account/leave', session)).text(), /nobody can bring it back/)
  assert.equal((await world.post('/account/leave', {}, session)).status, 422)
  const left = await world.post('/account/leave', { sure: 'yes' }, session)
  assert.equal(left.status, 200)
  assert.match(left.headers.getSetCookie()[0] ?? '', /Max-Age=0/)
  assert.doesNotMatch(await left.text(), /Sign out/)
  assert.equal((await world.get('/account', session)).status, 303)
  assert.equal((await signIn(world, testPassword)).status, 422)
  for (const table of ['accounts', 'identities', 'sessions', 'links', 'rights'] as const)
    assert.deepEqual(await world.db.selectFrom(table).selectAll().execute(), [], table)
  await world.work()
  assert.equal((await world.letters()).at(-1)?.subject, 'Your account is erased')
  assert.deepEqual(
    (await readDepartures(world.config.data)).map(({ account }) => account),
    [id],
  )
})

test('the last administrator stays until there is another', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(await world.account({ rights: ['administrator'] }))
  const refused = await world.post('/account/leave', { sure: 'yes' }, session)
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /only administrator/)
  await world.account({ mail: 'sam@harbour.example', rights: ['administrator'] })
  assert.equal((await world.post('/account/leave', { sure: 'yes' }, session)).status, 200)
})

test('a letter is discreet unless its reader wants otherwise, and in their language', async () => {
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { name: 'Lambda Wire', languages: ['en', 'ar'] }))
  const session = await world.signedIn(await world.account())
  await world.post('/sign-in/link', { address: kim })
  await world.work()
  await world.post('/account', { name: '', language: 'ar' }, session)
  await world.post('/sign-in/link', { address: kim })
  await world.work()
  const letters = await world.letters()
  const discreet = letters.find(({ subject }) => subject === 'Your link')
  const open = letters.find(({ subject }) => subject === 'رابطك · Lambda Wire')
  assert.ok(discreet && open, letters.map(({ subject }) => subject).join())
  assert.doesNotMatch(discreet?.text.split('--')[0] ?? '', /Lambda/)
  assert.match(open?.html ?? '', /<html lang="ar" dir="rtl">/)
  assert.match(open?.links[0] ?? '', /wire\.example\/ar\/sign-in\/link/)
})

test('whose member was moved in sees that it is to be claimed, and nothing of it opens until then', async () => {
  await using world = await newsroom()
  const id = await world.account()
  const member = await world.member()
  const seat = { member: member.id, account: id, role: 'owner', isClaim: true } as const
  await world.db.transaction().execute((tx) => insertSeat(tx, seat, world.clock(), 'operator'))
  const session = await world.signedIn(id)
  assert.match(await (await world.get('/account', session)).text(), /Harbour Times was moved in from an older system/)
  assert.equal((await world.get('/account/members/harbour-times/profile', session)).status, 403)
  assert.equal((await world.get('/members/harbour-times/contacts', session)).status, 403)
})
