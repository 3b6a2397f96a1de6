import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testPassword } from '../../test/support/accounts.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { forgetPastDoors } from '../db/past-doors.ts'

const kim = { mail: 'kim@harbour.example', password: testPassword }

const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0] ?? ''
/** The page without its question for a passkey, which is another one every time. */
const textOf = async (answer: Response) => (await answer.text()).replace(/data-question="[^"]*"/g, '')
const brought = (answer: Response) => ({ cookie: cookieOf(answer).split(';')[0] ?? '' })

test('address and password open the account; the cookie is kept to this host and away from scripts', async () => {
  await using world = await newsroom()
  await world.account({ name: 'Kim Osei' })
  const answer = await world.post('/sign-in', { ...kim, mail: ' Kim@Harbour.example', to: '/topics?a=1' })
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), '/topics?a=1')
  assert.match(
    cookieOf(answer),
    /^__Host-wireroom=[\w-]{43}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax; Secure$/,
  )

  const page = await world.get('/account', brought(answer))
  assert.equal(page.status, 200)
  assert.equal(page.headers.get('cache-control'), 'private, no-store')
  const text = await page.text()
  assert.match(text, /<bdi>Kim Osei<\/bdi>/)
  assert.match(text, /kim@harbour\.example/)
})

test('what is wrong is told alike for everybody, and what was typed stays', async () => {
  await using world = await newsroom()
  await world.account()
  const wrong = await world.post('/sign-in', { ...kim, password: 'not her password' })
  const nobody = await world.post('/sign-in', { mail: 'sam@harbour.example', password: 'not her password' })
  assert.deepEqual([wrong.status, nobody.status], [422, 422])
  const told = await textOf(wrong)
  assert.match(told, /do not belong together/)
  assert.match(told, /value="kim@harbour\.example"/)
  assert.doesNotMatch(told, /not her password/)
  assert.equal(told.replaceAll('kim@', 'sam@'), await textOf(nobody))
  assert.match(await (await world.post('/sign-in', { ...kim, mail: 'kim' })).text(), /Give the mail address/)
  assert.match(await (await world.post('/sign-in', { ...kim, password: '' })).text(), /Give your password/)
})

test('tries at once are answered alike whether or not the address is somebody’s, and each is counted', async () => {
  await using world = await newsroom()
  await world.account()
  // The first answer of a process takes its measure of the machine.
  await world.post('/sign-in', { mail: 'lee@harbour.example', password: 'wrong' })
  const told: Record<string, number[]> = {}
  for (const mail of ['kim@harbour.example', 'sam@harbour.example']) {
    const atOnce = () =>
      Promise.all(Array.from({ length: 6 }, () => world.post('/sign-in', { mail, password: 'wrong' })))
    const answers = [...(await atOnce()), ...(await atOnce())]
    told[mail] = answers.map(({ status }) => status).toSorted()
  }
  assert.deepEqual(told['kim@harbour.example'], told['sam@harbour.example'])
  const failures = await world.db.selectFrom('failedSignIns').selectAll().execute()
  assert.equal(
    failures.length,
    1 +
      Object.values(told)
        .flat()
        .filter((status) => status === 422).length,
  )

  // Nor does one address tell of another that is tried at the same moment.
  await world.account({ mail: 'ada@harbour.example' })
  await world.post('/sign-in', { mail: 'ada@harbour.example', password: 'wrong' })
  for (const mail of ['kim@harbour.example', 'sam@harbour.example']) {
    const pair = await Promise.all(
      [mail, 'ada@harbour.example'].map((tried) => world.post('/sign-in', { mail: tried, password: 'wrong' })),
    )
    assert.deepEqual(pair.map(({ status }) => status).toSorted(), [422, 503], mail)
  }
})

test('after ten wrong passwords in an hour an address takes links alone, somebody’s or not', async () => {
  await using world = await newsroom()
  await world.account()
  const told: Record<string, string[]> = { 'kim@harbour.example': [], 'sam@harbour.example': [] }
  for (const mail of Object.keys(told))
    for (let tries = 0; tries < 11; tries += 1)
      told[mail]?.push((await textOf(await world.post('/sign-in', { mail, password: 'wrong' }))).replaceAll(mail, ''))
  assert.deepEqual(told['kim@harbour.example'], told['sam@harbour.example'])
  assert.match(told['kim@harbour.example']?.at(-1) ?? '', /For an hour only a passkey or a link/)
  assert.equal((await world.post('/sign-in', kim)).status, 422)

  // The link opens the account, and the password with it.
  const key = await linkFor(world, kim.mail)
  assert.equal((await world.post('/sign-in/link/use', { key })).status, 303)
  assert.equal((await world.post('/sign-in', kim)).status, 303)
})

test('one connection may try thirty times in ten minutes', async () => {
  await using world = await newsroom()
  for (let tries = 0; tries < 30; tries += 1)
    assert.equal((await world.post('/sign-in', { mail: `p${tries}@harbour.example`, password: 'wrong' })).status, 422)
  const refused = await world.post('/sign-in', kim)
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get('retry-after'), '600')
  world.clock.advance(601)
  assert.equal((await world.post('/sign-in', kim)).status, 422)
})

test('whoever wanted a page comes back to it, and never to another site', async () => {
  await using world = await newsroom()
  await world.account()
  const turned = await world.get('/account?x=1')
  assert.deepEqual([turned.status, turned.headers.get('location')], [303, '/sign-in?to=%2Faccount%3Fx%3D1'])
  for (const to of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/\t/evil.example',
    '/.//evil.example',
    '',
  ])
    assert.equal((await world.post('/sign-in', { ...kim, to })).headers.get('location'), '/', to)
})

test('a session that was there before is over: none can be planted', async () => {
  await using world = await newsroom()
  const id = await world.account()
  const before = await world.signedIn(id)
  const after = await world.post('/sign-in', kim, before)
  assert.notEqual(brought(after).cookie, before.cookie)
  assert.equal((await world.get('/account', before)).status, 303)
  assert.equal((await world.get('/account', brought(after))).status, 200)
  for (const cookie of ['__Host-wireroom=', `__Host-wireroom=${'a'.repeat(43)}`, `wireroom=${'a'.repeat(43)}`])
    assert.equal((await world.get('/account', { cookie })).status, 303, cookie)
})

test('signing out ends the session and takes the cookie', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(await world.account())
  const out = await world.post('/sign-out', {}, session)
  assert.match(cookieOf(out), /^__Host-wireroom=; Path=\/; Max-Age=0/)
  assert.equal((await world.get('/account', session)).status, 303)
})

test('a session unused for thirty days is over, however often it was used one after 180', async () => {
  await using world = await newsroom()
  const id = await world.account()
  const idle = await world.signedIn(id)
  const used = await world.signedIn(id)
  for (let days = 0; days < 6; days += 1) {
    world.clock.advance(29 * 86_400)
    assert.equal((await world.get('/account', used)).status, 200)
  }
  assert.equal((await world.get('/account', idle)).status, 303)
  world.clock.advance(7 * 86_400)
  assert.equal((await world.get('/account', used)).status, 303)
})

test('a form that brings a session must come from a page of ours', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(await world.account())
  const send = (headers: Record<string, string>) =>
    world.web.fetch(
      new Request('http://wire.example/sign-out', { method: 'POST', headers: { ...session, ...headers } }),
    )
  assert.equal((await send({})).status, 403)
  assert.equal((await send({ origin: 'https://evil.example' })).status, 403)
  assert.equal((await send({ origin: 'null' })).status, 403)
  assert.equal((await send({ 'sec-fetch-site': 'cross-site', origin: 'https://wire.example' })).status, 403)
  assert.equal((await send({ origin: 'https://wire.example' })).status, 303)
})

test('a link by mail signs in once, within an hour; looking at it uses nothing up', async () => {
  await using world = await newsroom()
  await world.account({ name: 'Kim Osei' })
  const asked = await world.post('/sign-in/link', { address: 'KIM@harbour.example', to: '/account' })
  const nobody = await world.post('/sign-in/link', { address: 'sam@harbour.example', to: '/account' })
  assert.equal(await asked.text(), await nobody.text())
  assert.deepEqual((await world.work()).toSorted(), ['mail', 'sign-in-link', 'sign-in-link'])
  const [letter, ...more] = await world.letters()
  assert.deepEqual([letter?.to, letter?.subject, more.length], ['kim@harbour.example', 'Your link', 0])

  const [address = ''] = letter?.links ?? []
  assert.match(address, /^https:\/\/wire\.example\/sign-in\/link\?key=[\w-]{43}&to=%2Faccount$/)
  for (let looks = 0; looks < 2; looks += 1) assert.equal((await world.get(address)).status, 200)
  const key = new URL(address).searchParams.get('key') ?? ''
  const used = await world.post('/sign-in/link/use', { key, to: '/account' })
  assert.equal(used.headers.get('location'), '/account')
  assert.equal((await world.get('/account', brought(used))).status, 200)
  const over = await world.post('/sign-in/link/use', { key })
  assert.equal(over.status, 410)
  assert.match(await over.text(), /<ul class="points"><li><a href="\/sign-in">.*<a href="\/join">/)
  const here = await world.post('/sign-in/link/use', { key }, brought(used))
  assert.match(await here.text(), /<a href="\/account">You are signed in on this device/)

  const late = await linkFor(world, kim.mail)
  world.clock.advance(3_600)
  assert.equal((await world.post('/sign-in/link/use', { key: late })).status, 410)
})

test('three links an hour and no more, so that one that works stays in the inbox', async () => {
  await using world = await newsroom()
  await world.account()
  for (let asked = 0; asked < 5; asked += 1) await world.post('/sign-in/link', { address: kim.mail })
  await world.work()
  assert.equal((await world.letters()).length, 3)
})

test('neither the tables nor the queue hold an address or a name that can be read', async () => {
  await using world = await newsroom()
  await world.account({ name: 'Kim Osei' })
  await world.post('/sign-in/link', { address: kim.mail })
  await world.post('/sign-in', { ...kim, password: 'wrong' })
  const told = await everything(world)
  assert.match(told, /argon2id/)
  // Longer than chance writes: three letters stand in sealed bytes now and then.
  assert.doesNotMatch(told, /kim@|kim osei|harbour\.example/i)
})

async function linkFor(world: World, mail: string): Promise<string> {
  await world.post('/sign-in/link', { address: mail })
  await world.work()
  const [address = ''] = (await world.letters()).at(-1)?.links ?? []
  return new URL(address).searchParams.get('key') ?? ''
}

test('what is past its time is forgotten: sessions, links, wrong passwords', async () => {
  await using world = await newsroom()
  await world.signedIn(await world.account())
  await world.post('/sign-in', { ...kim, password: 'wrong' })
  await linkFor(world, kim.mail)
  const left = async () =>
    await Promise.all(
      (['sessions', 'links', 'failedSignIns'] as const).map(
        async (table) => (await world.db.selectFrom(table).selectAll().execute()).length,
      ),
    )
  assert.equal(await forgetPastDoors(world.db, world.clock()), 0)
  assert.deepEqual(await left(), [1, 1, 1])
  world.clock.advance(3_601)
  assert.equal(await forgetPastDoors(world.db, world.clock()), 2)
  assert.deepEqual(await left(), [1, 0, 0])
  world.clock.advance(30 * 86_400)
  assert.equal(await forgetPastDoors(world.db, world.clock()), 1)
})

/** All that stands in any table, as a copy of the database would tell it. */
async function everything(world: World): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(world.db)
  const dumps = await Promise.all(
    tables.map(({ name }) => sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(world.db)),
  )
  // Bytes are told as hexadecimals: read as text, too.
  const told = dumps.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n')
  const bytes = [...told.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
  return told + bytes.join('\n')
}
