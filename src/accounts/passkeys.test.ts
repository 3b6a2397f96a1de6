import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { type Device, type Lie, newDevice } from '../../test/support/passkeys.ts'
import type { AccountId } from '../core/id.ts'
import { forgetPastDoors } from '../db/past-doors.ts'
import { hasPasskeys } from './passkeys.ts'

const origin = 'https://wire.example'
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0] ?? ''
const brought = (answer: Response) => ({ cookie: cookieOf(answer).split(';')[0] ?? '' })

test('a passkey is added, and signs in alone: no address, no password, no code', async () => {
  await using world = await newsroom()
  const { session, device } = await somebody(world)
  const page = await (await world.get('/account/passkeys?done=added', session)).text()
  assert.match(page, /The passkey is added/)
  assert.match(page, /<bdi>Phone<\/bdi>.*added on.*24 November 2026.*never used yet/s)

  const answer = await signIn(world, device, {}, '/account')
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/account'])
  const account = await (await world.get('/account', brought(answer))).text()
  assert.match(account, /<b>With a passkey<\/b>/)
  assert.match(await (await world.get('/account/passkeys', brought(answer))).text(), /last used on/)
})

test('what is asked names no passkey anybody has, no account, and asks who holds the device', async () => {
  await using world = await newsroom()
  await somebody(world)
  const { challenge, ...rest } = JSON.parse(await question(world, '/sign-in')) as { challenge: string }
  assert.deepEqual(rest, { rpId: 'wire.example', userVerification: 'required', timeout: 600_000 })
  assert.notEqual(challenge, (JSON.parse(await question(world, '/sign-in')) as { challenge: string }).challenge)
})

test('what a device is told of its holder is their name here, never their address', async () => {
  await using world = await newsroom()
  const { session, device } = await somebody(world)
  const asked = await question(world, '/account/passkeys', session)
  const { rp, user, excludeCredentials, authenticatorSelection, attestation } = JSON.parse(asked) as Asked
  assert.deepEqual([rp.id, user.name, user.displayName], ['wire.example', 'Kim Osei', 'Kim Osei'])
  assert.doesNotMatch(asked + Buffer.from(user.id, 'base64url').toString(), /harbour\.example/)
  assert.deepEqual(
    excludeCredentials.map(({ id }) => id),
    [device.id],
  )
  const { residentKey, userVerification } = authenticatorSelection
  assert.deepEqual([residentKey, userVerification, attestation], ['required', 'required', 'none'])
})

type Asked = {
  readonly rp: { readonly id: string }
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly excludeCredentials: readonly { readonly id: string }[]
  readonly authenticatorSelection: { readonly residentKey: string; readonly userVerification: string }
  readonly attestation: string
}

test('an answer is taken once', async () => {
  await using world = await newsroom()
  const { device } = await somebody(world, { counts: false })
  const answer = device.get(await question(world, '/sign-in'))
  assert.equal((await world.post('/sign-in/passkey', { answer })).status, 303)
  const again = await world.post('/sign-in/passkey', { answer })
  assert.deepEqual([again.status, cookieOf(again)], [422, ''])
  assert.match(await again.text(), /does not open anything here/)
})

test('of two who bring the same answer at once one comes in', async () => {
  await using world = await newsroom()
  const { device } = await somebody(world, { counts: false })
  const answer = device.get(await question(world, '/sign-in'))
  const answers = await Promise.all([1, 2, 3].map(() => world.post('/sign-in/passkey', { answer })))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422, 422])
})

test('an answer that lies is refused, whatever it lies about', async () => {
  await using world = await newsroom()
  const { session, account, device } = await somebody(world)
  const other = await world.account({ mail: 'sam@harbour.example', name: 'Sam' })
  const adding = JSON.parse(await question(world, '/account/passkeys', session)) as { challenge: string }
  const lies: Readonly<Record<string, Lie>> = {
    'another site’s page': { origin: 'https://wire.example.evil.example' },
    'another site’s passkey': { rpId: 'evil.example' },
    'a challenge of its own': { challenge: Buffer.alloc(54).toString('base64url') },
    'a challenge to add one': { challenge: adding.challenge },
    'an answer to another kind of question': { type: 'webauthn.create' },
    'nobody touched it': { flags: 0x04 },
    'it does not know who holds it': { flags: 0x01 },
    'somebody else’s': { userHandle: Buffer.from(other).toString('base64url') },
    nobody: { userHandle: '' },
    'a passkey nobody has': { id: Buffer.alloc(32, 7).toString('base64url') },
  }
  for (const [what, lie] of Object.entries(lies)) {
    const answer = await signIn(world, device, lie)
    assert.deepEqual([answer.status, cookieOf(answer)], [422, ''], what)
  }
  for (const answer of ['', '{}', 'null', '[]', '{"id":1}'])
    assert.equal((await send(world, answer)).status, 422, answer)
  // The same device, without a lie.
  assert.equal((await signIn(world, device)).status, 303)
  assert.ok(account)
})

test('a signature by another key opens nothing, though it names a passkey that is somebody’s', async () => {
  await using world = await newsroom()
  const { account, device } = await somebody(world)
  const stranger = newDevice(origin)
  const lie = { id: device.id, userHandle: Buffer.from(account).toString('base64url'), counter: 90 }
  const answer = await signIn(world, stranger, lie)
  assert.deepEqual([answer.status, cookieOf(answer)], [422, ''])
})

test('a device whose counter does not go on is a copy, and is refused; one that never counts is not', async () => {
  await using world = await newsroom()
  const { device } = await somebody(world)
  assert.equal((await signIn(world, device, { counter: 7 })).status, 303)
  assert.equal((await signIn(world, device, { counter: 7 })).status, 422)
  assert.equal((await signIn(world, device, { counter: 6 })).status, 422)
  assert.equal((await signIn(world, device, { counter: 8 })).status, 303)
  const { device: uncounted } = await somebody(world, { counts: false, mail: 'sam@harbour.example' })
  for (let times = 0; times < 2; times += 1) assert.equal((await signIn(world, uncounted)).status, 303)
})

test('a page that stood open for half an hour asks again', async () => {
  await using world = await newsroom()
  const { device } = await somebody(world)
  const answer = device.get(await question(world, '/sign-in'))
  world.clock.advance(30 * 60)
  const late = await world.post('/sign-in/passkey', { answer, to: '/account' })
  assert.equal(late.status, 422)
  const page = await late.text()
  assert.match(page, /stood open for a long time/)
  assert.match(page, /name="to" value="\/account"/)
})

test('the old session ends when a passkey begins a new one', async () => {
  await using world = await newsroom()
  const { session, device } = await somebody(world)
  const answer = device.get(await question(world, '/sign-in'))
  assert.equal((await world.post('/sign-in/passkey', { answer }, session)).status, 303)
  assert.equal((await world.get('/account', session)).status, 303)
})

test('adding and removing need a proof of a quarter of an hour; whoever gives it comes back', async () => {
  await using world = await newsroom()
  const { session, device, key } = await somebody(world)
  const answer = newDevice(origin).create(await question(world, '/account/passkeys', session))
  world.clock.advance(15 * 60)
  const door = '/sign-in?to=%2Faccount%2Fpasskeys'
  for (const refused of [
    await world.get('/account/passkeys', session),
    await world.post('/account/passkeys', { answer }, session),
    await world.get(`/account/passkeys/${key}`, session),
    await world.post(`/account/passkeys/${key}/remove`, {}, session),
  ]) {
    assert.equal(refused.status, 303)
    assert.ok(refused.headers.get('location')?.startsWith(door), refused.headers.get('location') ?? '')
  }
  const proved = brought(await signIn(world, device))
  assert.equal((await world.post(`/account/passkeys/${key}/remove`, {}, proved)).status, 303)
  assert.equal((await signIn(world, device)).status, 422)
})

test('what is added was asked for in this session, once, and by this network', async () => {
  await using world = await newsroom()
  const { account, session, device } = await somebody(world)
  const elsewhere = await world.signedIn(account)
  const asked = await question(world, '/account/passkeys', session)
  const fresh = newDevice(origin)
  const add = async (answer: string, who = session) => (await world.post('/account/passkeys', { answer }, who)).status
  assert.equal(await add(fresh.create(asked), elsewhere), 422)
  assert.equal(await add(fresh.create(await question(world, '/sign-in'))), 422)
  assert.equal(await add(fresh.create(asked, { origin: 'https://evil.example' })), 422)
  assert.equal(await add(fresh.create(asked, { rpId: 'evil.example' })), 422)
  assert.equal(await add(fresh.create(asked, { flags: 0x01 })), 422)
  assert.equal(await add(fresh.create(asked)), 303)
  assert.equal(await add(newDevice(origin).create(asked)), 422)
  // One that is there already, and one of somebody else.
  assert.equal(await add(device.create(await question(world, '/account/passkeys', session))), 422)
  const sam = await world.signedIn(await world.account({ mail: 'sam@harbour.example', name: 'Sam' }))
  assert.equal(await add(device.create(await question(world, '/account/passkeys', sam)), sam), 422)
})

test('a passkey is renamed and removed by its holder alone; the names of others lead nowhere', async () => {
  await using world = await newsroom()
  const { session, key, device } = await somebody(world)
  const sam = await world.signedIn(await world.account({ mail: 'sam@harbour.example', name: 'Sam' }))
  const at = `/account/passkeys/${key}`
  assert.equal((await world.get(at, sam)).status, 404)
  assert.equal((await world.post(at, { name: 'Mine' }, sam)).status, 404)
  assert.equal((await world.post(`${at}/remove`, {}, sam)).status, 404)

  const unnamed = await world.post(at, { name: '  ' }, session)
  assert.deepEqual([unnamed.status, /Give it a name/.test(await unnamed.text())], [422, true])
  const long = await world.post(at, { name: 'x'.repeat(61) }, session)
  assert.deepEqual([long.status, /value="x{61}"/.test(await long.text())], [422, true])
  const renamed = await world.post(at, { name: ' Key\nin the <drawer> ' }, session)
  assert.equal(renamed.headers.get('location'), '/account/passkeys?done=renamed')
  assert.match(await (await world.get('/account', session)).text(), /<bdi>Key in the &lt;drawer&gt;<\/bdi>/)
  const removed = await world.post(`${at}/remove`, {}, session)
  assert.equal(removed.headers.get('location'), '/account/passkeys?done=removed')
  assert.equal((await signIn(world, device)).status, 422)
})

test('a letter tells when one was added and removed, and does not name the network in its subject', async () => {
  await using world = await newsroom()
  const { session, key } = await somebody(world)
  await world.work()
  world.clock.advance(60)
  await world.post(`/account/passkeys/${key}/remove`, {}, session)
  await world.work()
  const [added, removed, ...more] = await world.letters()
  assert.equal(more.length, 0)
  for (const letter of [added, removed])
    assert.deepEqual([letter?.to, letter?.subject], ['kim@harbour.example', 'A change in your account'])
  assert.match(added?.text ?? '', /^A passkey was added\n\nOn 24 Nov 2026.* the passkey “Phone” was added/)
  assert.match(removed?.text ?? '', /^A passkey was removed\n[\s\S]*It was not you\?/)
  assert.deepEqual(removed?.links, ['https://wire.example/account'])
})

test('an account has twenty at most', async () => {
  await using world = await newsroom()
  const { session } = await somebody(world)
  const asked = await question(world, '/account/passkeys', session)
  for (let more = 1; more < 20; more += 1) {
    const answer = newDevice(origin).create(await question(world, '/account/passkeys', session))
    assert.equal((await world.post('/account/passkeys', { answer }, session)).status, 303)
  }
  const refused = await world.post('/account/passkeys', { answer: newDevice(origin).create(asked) }, session)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /as many as an account can have/)
})

test('a network at a number, or without https, has none and does not ask', async () => {
  for (const url of ['https://wire.example', 'http://localhost:3000']) assert.ok(hasPasskeys(url), url)
  for (const url of ['http://wire.example', 'https://192.0.2.1', 'http://127.0.0.1:3000', 'https://[2001:db8::1]'])
    assert.ok(!hasPasskeys(url), url)
  await using world = await newsroom({ WIREROOM_URL: 'http://127.0.0.1:3000' })
  assert.doesNotMatch(await (await world.get('/sign-in')).text(), /passkeys?\.js|data-passkey/)
})

test('challenges that are over are forgotten', async () => {
  await using world = await newsroom()
  const { device } = await somebody(world)
  await signIn(world, device)
  const count = async () => (await world.db.selectFrom('answeredChallenges').selectAll().execute()).length
  assert.equal(await count(), 2)
  world.clock.advance(31 * 60)
  await forgetPastDoors(world.db, world.clock())
  assert.equal(await count(), 0)
})

/** Somebody with a passkey named Phone, signed in just now. */
async function somebody(world: World, { counts = true, mail = 'kim@harbour.example' } = {}) {
  const account: AccountId = await world.account({ mail, name: 'Kim Osei' })
  const session = await world.signedIn(account)
  const device = newDevice(origin, { counts })
  const answer = device.create(await question(world, '/account/passkeys', session))
  const added = await world.post('/account/passkeys', { answer, name: 'Phone' }, session)
  assert.equal(added.headers.get('location'), '/account/passkeys?done=added')
  const page = await (await world.get('/account/passkeys', session)).text()
  const key = /\/account\/passkeys\/([0-9a-f]{16})"/.exec(page)?.[1] ?? ''
  return { account, session, device, key }
}

/** What a page asks the browser. */
async function question(world: World, path: string, session: Record<string, string> = {}): Promise<string> {
  const page = await (await world.get(path, session)).text()
  return (/data-question="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"')
}

async function signIn(world: World, device: Device, lie: Lie = {}, to = '/'): Promise<Response> {
  return await send(world, device.get(await question(world, '/sign-in'), lie), to)
}

async function send(world: World, answer: string, to = '/'): Promise<Response> {
  return await world.post('/sign-in/passkey', { answer, to })
}
