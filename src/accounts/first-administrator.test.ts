import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { listActs, listHolders } from '../db/rights.ts'
import { makeSetUpLink } from './first-administrator.ts'

const who = { name: 'Kim Osei', mail: 'kim@harbour.example', password: 'a lamp above the harbour' }

test('the link makes the first administrator, signs them in and leads on to the steps; then the address is gone', async () => {
  await using world = await newsroom()
  const key = await linkOf(world)
  const page = await world.get(`/set-up?key=${key}`)
  assert.deepEqual([page.status, page.headers.get('cache-control')], [200, 'private, no-store'])

  const made = await world.post('/set-up', { key, ...who })
  assert.deepEqual([made.status, made.headers.get('location')], [303, '/set-up/facts'])
  const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  assert.match(await (await world.get('/set-up/facts', { cookie })).text(), /<bdi>Kim Osei<\/bdi>/)
  assert.deepEqual(
    (await listHolders(world.db)).map(({ right }) => right),
    ['administrator'],
  )
  assert.deepEqual(
    (await listActs(world.db, 5)).map(({ act }) => act),
    ['grant right'],
  )
  assert.deepEqual(await world.db.selectFrom('links').select('purpose').execute(), [])
  // The password is theirs from now on.
  assert.equal((await world.post('/sign-in', who)).status, 303)

  for (const asked of [`/set-up?key=${key}`, '/set-up']) {
    assert.equal((await world.get(asked)).status, 404)
    const again = await world.get(asked, { cookie })
    assert.deepEqual([again.status, again.headers.get('location')], [303, '/set-up/ready'])
  }
  const step = await world.get('/set-up/ready', { cookie })
  assert.deepEqual([step.status, step.headers.get('location')], [303, '/set-up/facts'])
  assert.equal((await world.post('/set-up', { key, ...who, mail: 'sam@harbour.example' })).status, 404)
  assert.equal(await world.db.transaction().execute((tx) => makeSetUpLink(tx, world.clock())), undefined)
})

test('a link that is none, is over, or was followed by a newer one makes nobody', async () => {
  await using world = await newsroom()
  const first = await linkOf(world)
  const second = await linkOf(world)
  for (const key of [first, 'none', '']) {
    assert.equal((await world.get(`/set-up?key=${key}`)).status, 410)
    assert.equal((await world.post('/set-up', { key, ...who })).status, 410)
  }
  world.clock.advance(7 * 86_400)
  assert.equal((await world.post('/set-up', { key: second, ...who })).status, 410)
  assert.deepEqual(await listHolders(world.db), [])
})

test('what is wrong is told beside its field, what was typed stays, and the link with it', async () => {
  await using world = await newsroom()
  const key = await linkOf(world)
  const wrong = await world.post('/set-up', { key, name: 'Kim', mail: 'kim', password: 'password1234' })
  assert.equal(wrong.status, 422)
  const told = await wrong.text()
  assert.match(told, /id="mail-fault"/)
  assert.match(told, /id="password-fault">This one is on lists/)
  assert.match(told, /value="Kim"/)
  assert.doesNotMatch(told, /password1234/)
  assert.equal((await world.get(`/set-up?key=${key}`)).status, 200)
})

test('without a password they come in by links; an address that is somebody’s is refused and uses nothing up', async () => {
  await using world = await newsroom()
  await world.account()
  const key = await linkOf(world)
  const taken = await world.post('/set-up', { key, ...who })
  assert.equal(taken.status, 422)
  assert.match(await taken.text(), /has an account already/)

  const made = await world.post('/set-up', { key, name: '', mail: 'sam@harbour.example', password: '' })
  assert.equal(made.headers.get('location'), '/account/passkeys')
  const cookie = { cookie: made.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  assert.match(await (await world.get('/account/passkeys', cookie)).text(), /href="\/set-up\/facts"/)
  assert.equal(made.status, 303)
  const row = await world.db.selectFrom('accounts').select('password').where('password', 'is', null).execute()
  assert.equal(row.length, 1)
})

test('of two who are first at once one is made', async () => {
  await using world = await newsroom()
  const key = await linkOf(world)
  const answers = await Promise.all(
    [1, 2, 3, 4].map((n) => world.post('/set-up', { key, name: '', mail: `p${n}@harbour.example`, password: '' })),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 404, 404, 404])
  assert.equal((await listHolders(world.db)).length, 1)
  assert.equal((await world.db.selectFrom('accounts').select('id').execute()).length, 1)
})

test('a form from elsewhere makes nobody', async () => {
  await using world = await newsroom()
  const key = await linkOf(world)
  const sent = await world.post('/set-up', { key, ...who }, { origin: 'https://evil.example' })
  assert.equal(sent.status, 403)
  assert.deepEqual(await listHolders(world.db), [])
})

async function linkOf(world: World): Promise<string> {
  return (await world.db.transaction().execute((tx) => makeSetUpLink(tx, world.clock()))) ?? ''
}
