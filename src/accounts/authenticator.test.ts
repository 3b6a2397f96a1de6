import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP, URI } from 'otpauth'
import { testPassword } from '../../test/support/accounts.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { newDevice } from '../../test/support/passkeys.ts'
import type { AccountId } from '../core/id.ts'

const kim = { mail: 'kim@harbour.example', password: testPassword }
type Browser = { readonly cookie: string }

const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0] ?? ''
const brought = (answer: Response): Browser => ({ cookie: cookieOf(answer).split(';')[0] ?? '' })
const codeAt = (world: World, shared: string, seconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(shared) }).generate({ timestamp: world.clock().getTime() + seconds * 1000 })

test('an authenticator is on once its code was shown; what is to be read stands as square, link and text', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(await world.account({ name: 'Kim: Osei' }))
  const page = await (await world.get('/account/authenticator', session)).text()
  const { shared, sealed } = read(page)
  assert.match(shared, /^[A-Z2-7]{32}$/)
  assert.match(page, /<svg class="qr"[^>]*aria-label="QR code[^>]*><rect[^>]*\/><path fill="#000" d="M4 4h7v1H4z/)
  const address = /href="(otpauth:[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const told = URI.parse(address)
  assert.deepEqual([told.issuer, told.label, told.secret.base32], ['Wireroom', 'Kim  Osei', shared])

  const code = codeAt(world, shared)
  const wrong = code === '000000' ? '111111' : '000000'
  const refused = await world.post('/account/authenticator', { sealed, code: wrong }, session)
  assert.equal(refused.status, 422)
  const again = await refused.text()
  assert.match(again, /not what it should show now/)
  assert.equal(read(again).shared, shared)

  const on = await world.post('/account/authenticator', { sealed: read(again).sealed, code: ` ${code} ` }, session)
  assert.equal(on.status, 200)
  assert.equal(on.headers.get('cache-control'), 'private, no-store')
  assert.equal(codesOf(await on.text()).length, 10)
  const account = await (await world.get('/account', session)).text()
  assert.match(account, /Since <time[^>]*>24 November 2026<\/time> a password.*10 recovery codes are left/)
})

test('what was not confirmed asks for nothing; what another session began confirms nothing', async () => {
  await using world = await newsroom()
  const id = await world.account()
  const session = await world.signedIn(id)
  const { shared, sealed } = read(await (await world.get('/account/authenticator', session)).text())
  assert.equal((await world.post('/sign-in', kim)).headers.get('location'), '/')
  const elsewhere = await world.signedIn(id)
  for (const given of [sealed, '', 'A'.repeat(120)]) {
    const answer = await world.post('/account/authenticator', { sealed: given, code: codeAt(world, shared) }, elsewhere)
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, /Here is a new square/)
    assert.notEqual(read(page).shared, shared)
  }
})

test('after the password, and after a link, the code is owed: until then nothing opens', async () => {
  await using world = await newsroom()
  const { shared } = await withAuthenticator(world)
  const half = await world.post('/sign-in', { ...kim, to: '/account?x=1' })
  assert.equal(half.headers.get('location'), '/sign-in/code?to=%2Faccount%3Fx%3D1')
  assert.equal((await world.get('/account', brought(half))).headers.get('location'), '/sign-in?to=%2Faccount')
  assert.match(await (await world.get('/sign-in/code?to=%2Faccount')).text(), /name="to" value="\/account"/)

  const whole = await world.post('/sign-in/code', { code: codeAt(world, shared), to: '/account' }, brought(half))
  assert.deepEqual([whole.status, whole.headers.get('location')], [303, '/account'])
  assert.notEqual(brought(whole).cookie, brought(half).cookie)
  assert.match(await (await world.get('/account', brought(whole))).text(), /<b>With a password<\/b>/)
  // What opened the second door opens nothing any more.
  assert.equal((await world.post('/sign-in/code', { code: codeAt(world, shared, 30) }, brought(half))).status, 422)

  await world.post('/sign-in/link', { address: kim.mail })
  await world.work()
  const [link = ''] = (await world.letters()).find(({ subject }) => subject === 'Your link')?.links ?? []
  const key = new URL(link).searchParams.get('key') ?? ''
  const linked = await world.post('/sign-in/link/use', { key })
  assert.equal(linked.headers.get('location'), '/sign-in/code')
  assert.equal((await world.get('/account', brought(linked))).status, 303)
  world.clock.advance(30)
  const open = await world.post('/sign-in/code', { code: codeAt(world, shared) }, brought(linked))
  assert.equal((await world.get('/account', brought(open))).status, 200)
})

test('a passkey is enough: no code after it', async () => {
  await using world = await newsroom()
  const { session } = await withAuthenticator(world)
  const device = newDevice('https://wire.example')
  const answer = device.create(await question(world, '/account/passkeys', session))
  await world.post('/account/passkeys', { answer }, session)
  const signedIn = await world.post('/sign-in/passkey', { answer: device.get(await question(world, '/sign-in')) })
  assert.equal((await world.get('/account', brought(signedIn))).status, 200)
})

test('the code of the step before and after is taken, each once and none after a later one', async () => {
  await using world = await newsroom()
  const { shared } = await withAuthenticator(world)
  world.clock.advance(600)
  const show = async (seconds: number) => {
    const half = brought(await world.post('/sign-in', kim))
    return (await world.post('/sign-in/code', { code: codeAt(world, shared, seconds) }, half)).status
  }
  assert.equal(await show(-60), 422)
  assert.equal(await show(60), 422)
  assert.equal(await show(-30), 303)
  assert.equal(await show(-30), 422)
  assert.equal(await show(30), 303)
  assert.equal(await show(0), 422)
})

test('the code that set it up signs nobody in', async () => {
  await using world = await newsroom()
  const { code } = await withAuthenticator(world)
  const half = brought(await world.post('/sign-in', kim))
  assert.equal((await world.post('/sign-in/code', { code }, half)).status, 422)
})

test('after ten wrong codes in an hour only recovery codes and passkeys go on, and the password again helps nobody', async () => {
  await using world = await newsroom()
  const { shared, codes } = await withAuthenticator(world)
  world.clock.advance(60)
  const half = async () => brought(await world.post('/sign-in', kim))
  const guesser = await half()
  const wrong = codeAt(world, shared) === '000000' ? '111111' : '000000'
  // At once, as somebody would who hopes that none is counted.
  const tries = await Promise.all(
    Array.from({ length: 12 }, () => world.post('/sign-in/code', { code: wrong }, guesser)),
  )
  const pages = await Promise.all(tries.map((answer) => answer.text()))
  assert.equal(pages.filter((page) => /not the code of this moment/.test(page)).length, 10)
  const closed = await world.post('/sign-in/code', { code: codeAt(world, shared) }, await half())
  assert.equal(closed.status, 422)
  assert.match(await closed.text(), /For an hour only a passkey or one of your recovery codes/)
  assert.equal((await world.post('/sign-in/code', { recovery: codes[0] ?? '' }, await half())).status, 303)
  // Who came in has shown who they are: the door is open again.
  assert.equal((await world.post('/sign-in/code', { code: codeAt(world, shared) }, await half())).status, 303)
})

test('the hour is over after an hour', async () => {
  await using world = await newsroom()
  const { shared } = await withAuthenticator(world)
  const guesser = brought(await world.post('/sign-in', kim))
  for (let tries = 0; tries < 10; tries += 1) await world.post('/sign-in/code', { code: '12345' }, guesser)
  world.clock.advance(3_600)
  const half = brought(await world.post('/sign-in', kim))
  assert.equal((await world.post('/sign-in/code', { code: codeAt(world, shared) }, half)).status, 303)
})

test('wrong passwords, which anybody can give, close no code’s door', async () => {
  await using world = await newsroom()
  const { shared } = await withAuthenticator(world)
  const half = brought(await world.post('/sign-in', kim))
  for (let tries = 0; tries < 10; tries += 1) await world.post('/sign-in', { ...kim, password: 'wrong' })
  world.clock.advance(30)
  assert.equal((await world.post('/sign-in/code', { code: codeAt(world, shared) }, half)).status, 303)
})

test('whoever took no first step takes no second, and after ten minutes it must be taken again', async () => {
  await using world = await newsroom()
  const { shared, codes, session } = await withAuthenticator(world)
  world.clock.advance(60)
  const code = codeAt(world, shared)
  for (const form of [{ code }, { recovery: codes[0] ?? '' }] as Record<string, string>[]) {
    const answer = await world.post('/sign-in/code', { ...form, to: '/topics' })
    assert.deepEqual([answer.status, cookieOf(answer)], [422, ''])
    assert.match(await answer.text(), /begin again[\s\S]*name="to" value="\/topics"/)
  }
  const half = brought(await world.post('/sign-in', kim))
  world.clock.advance(600)
  assert.equal((await world.post('/sign-in/code', { code: codeAt(world, shared) }, half)).status, 422)
  // Who is in already is in.
  assert.equal((await world.post('/sign-in/code', { code, to: '/topics' }, session)).headers.get('location'), '/topics')
})

test('a recovery code signs in once, however it is typed, and a letter tells', async () => {
  await using world = await newsroom()
  const { codes, session } = await withAuthenticator(world)
  const [first = '', second = ''] = codes
  assert.match(first, /^[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}$/)
  const use = async (recovery: string) =>
    await world.post('/sign-in/code', { recovery }, brought(await world.post('/sign-in', kim)))
  const used = await use(first)
  assert.equal(used.status, 303)
  assert.match(await (await world.get('/account', brought(used))).text(), /<b>With a recovery code<\/b>/)
  const again = await use(first)
  assert.equal(again.status, 422)
  assert.match(await again.text(), new RegExp(`value="${first}"[\\s\\S]*none of your recovery codes`))
  const typed = ` ${second.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')}`
  assert.equal((await use(typed)).status, 303)
  assert.match(await (await world.get('/account', session)).text(), /8 recovery codes are left/)
  await world.work()
  const told = (await world.letters()).map(({ text }) => /with a recovery code\. (.*)/.exec(text)?.[1]).filter(Boolean)
  assert.deepEqual(told.toSorted(), ['8 are left.', '9 are left.'])
})

test('the recovery codes of another account are none', async () => {
  await using world = await newsroom()
  const { codes } = await withAuthenticator(world)
  const sam = { mail: 'sam@harbour.example', password: testPassword }
  await withAuthenticator(world, await world.account({ mail: sam.mail, name: 'Sam' }))
  const half = brought(await world.post('/sign-in', sam))
  assert.equal((await world.post('/sign-in/code', { recovery: codes[0] ?? '' }, half)).status, 422)
})

test('new recovery codes end the old; they are shown once, and go into a file that names nobody', async () => {
  await using world = await newsroom()
  const { codes, session } = await withAuthenticator(world)
  const made = await world.post('/account/recovery-codes', {}, session)
  const fresh = codesOf(await made.text())
  assert.equal(fresh.length, 10)
  const half = async () => brought(await world.post('/sign-in', kim))
  assert.equal((await world.post('/sign-in/code', { recovery: codes[0] ?? '' }, await half())).status, 422)
  assert.equal((await world.post('/sign-in/code', { recovery: fresh[0] ?? '' }, await half())).status, 303)
  const status = await (await world.get('/account/authenticator', session)).text()
  for (const code of fresh) assert.ok(!status.includes(code))

  const sent = { codes: [...fresh, 'anything', '<b>else</b>'].join(' ') }
  const file = await world.post('/account/recovery-codes/file', sent, session)
  assert.equal(file.headers.get('content-disposition'), 'attachment; filename="recovery-codes.txt"')
  assert.equal(file.headers.get('content-type'), 'text/plain; charset=utf-8')
  assert.equal(file.headers.get('cache-control'), 'private, no-store')
  const text = await file.text()
  // The one that was used is not among them.
  assert.equal(text, ['Recovery codes', '', ...fresh.slice(1), '', 'Each works once.', ''].join('\n'))
  assert.equal((await world.post('/account/recovery-codes/file', { codes: 'anything' }, session)).status, 303)
})

test('removing it asks for no code any more, and voids the recovery codes', async () => {
  await using world = await newsroom()
  const { session, codes } = await withAuthenticator(world)
  const off = await world.post('/account/authenticator/remove', {}, session)
  assert.equal(off.headers.get('location'), '/account/authenticator?done=off')
  assert.match(
    await (await world.get('/account/authenticator?done=off', session)).text(),
    /Your authenticator is removed/,
  )
  assert.equal((await world.post('/sign-in', kim)).headers.get('location'), '/')
  assert.equal((await world.post('/account/recovery-codes', {}, session)).status, 303)
  assert.equal((await world.post('/account/recovery-codes/file', { codes: codes.join(' ') }, session)).status, 303)
  assert.equal((await world.db.selectFrom('recoveryCodes').selectAll().execute()).length, 0)
})

test('all of it needs a proof of a quarter of an hour', async () => {
  await using world = await newsroom()
  const { session } = await withAuthenticator(world)
  world.clock.advance(15 * 60)
  const door = '/sign-in?to=%2Faccount%2Fauthenticator'
  assert.equal((await world.get('/account/authenticator', session)).headers.get('location'), door)
  for (const path of ['', '/remove'])
    assert.equal((await world.post(`/account/authenticator${path}`, {}, session)).headers.get('location'), door)
  assert.equal((await world.post('/account/recovery-codes', {}, session)).headers.get('location'), door)
  assert.match(await (await world.get('/account', session)).text(), /10 recovery codes are left/)
})

test('letters tell when it was set up, removed, and when codes were made anew', async () => {
  await using world = await newsroom()
  const { session } = await withAuthenticator(world)
  await world.post('/account/recovery-codes', {}, session)
  await world.post('/account/authenticator/remove', {}, session)
  await world.work()
  const letters = await world.letters()
  assert.deepEqual(letters.map(({ text }) => text.split('\n')[0]).toSorted(), [
    'An authenticator was set up',
    'New recovery codes were made',
    'The authenticator was removed',
  ])
  assert.ok(letters.every(({ subject }) => subject === 'A change in your account'))
})

test('neither the shared secret nor a recovery code can be read in the tables', async () => {
  await using world = await newsroom()
  const { shared, codes } = await withAuthenticator(world)
  const [account] = await world.db.selectFrom('accounts').select('totp').execute()
  const hashes = await world.db.selectFrom('recoveryCodes').select('codeHash').execute()
  assert.equal(hashes.length, 10)
  const told = [account?.totp, ...hashes.map(({ codeHash }) => codeHash)]
    .map((bytes) => bytes?.toString('latin1'))
    .join()
  for (const word of [shared, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
    assert.ok(!told.includes(word))
})

/** Somebody whose authenticator was set up just now. */
async function withAuthenticator(world: World, id?: AccountId) {
  const session = await world.signedIn(id ?? (await world.account()))
  const { shared, sealed } = read(await (await world.get('/account/authenticator', session)).text())
  const code = codeAt(world, shared)
  const codes = codesOf(await (await world.post('/account/authenticator', { sealed, code }, session)).text())
  // The step whose code was taken is over.
  world.clock.advance(30)
  return { session, shared, codes, code }
}

function read(page: string): { shared: string; sealed: string } {
  return {
    shared: (/<code class="shared"[^>]*>([^<]*)</.exec(page)?.[1] ?? '').replaceAll(' ', ''),
    sealed: /name="sealed" value="([^"]*)"/.exec(page)?.[1] ?? '',
  }
}

function codesOf(page: string): string[] {
  return [...page.matchAll(/<li><code>([^<]*)<\/code>/g)].map(([, code = '']) => code)
}

async function question(world: World, path: string, session: Record<string, string> = {}): Promise<string> {
  const page = await (await world.get(path, session)).text()
  return (/data-question="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"')
}
