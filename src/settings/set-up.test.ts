import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { readNetwork, readSetUp } from '../db/network.ts'

test('each step is saved, or left as it is, and the next one is reached; one cannot skip ahead by address', async () => {
  await using world = await newsroom()
  const { session, send, goesTo } = await administrator(world)
  assert.equal(await goesTo('/set-up/mail'), '/set-up/facts')
  const facts = { name: 'The Lambda Wire', tagline: '', founded: '2001-11-01', 'time-zone': 'Europe/Berlin' }
  assert.equal((await send('facts', facts)).headers.get('location'), '/set-up/looks')
  assert.equal((await send('looks', { do: 'skip', accent: '#ffffff' })).headers.get('location'), '/set-up/homes')
  const { name, foundedOn, timeZone, accent } = await readNetwork(world.db)
  assert.deepEqual([name, foundedOn, timeZone, accent], ['The Lambda Wire', '2001-11-01', 'Europe/Berlin', '#7a1f6b'])

  // Another day, another browser: it goes on where it was.
  assert.equal(await goesTo('/set-up/ready'), '/set-up/homes')
  assert.match(await (await world.get('/settings', session)).text(), /href="\/set-up\/homes"/)
  // Going back does not forget how far it came.
  assert.equal((await send('facts', { do: 'skip' })).headers.get('location'), '/set-up/looks')
  assert.equal((await world.get('/set-up/homes', session)).status, 200)
})

test('what is wrong with a step is told on it', async () => {
  await using world = await newsroom()
  const { send } = await administrator(world)
  const wrong = await send('facts', { name: '', 'was-name': 'x', tagline: 'A line' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /id="name-fault">A network needs a name[\s\S]*value="A line"/)
  assert.equal((await readSetUp(world.db)).step, null)
})

test('the mail step sends a letter to oneself and stays until one goes on', async () => {
  await using world = await newsroom()
  const { send } = await administrator(world)
  for (const step of ['facts', 'looks', 'homes']) await send(step, { do: 'skip' })
  const sent = await send('mail', { do: 'send' })
  assert.match(await sent.text(), /<code dir="ltr">[^<]*\.eml<\/code>/)
  assert.equal((await world.letters()).length, 1)
  assert.equal((await send('mail', { do: 'skip' })).headers.get('location'), '/set-up/sources')
})

test('the step of the first sources leads to where they are added', async () => {
  await using world = await newsroom()
  const { session, send } = await administrator(world)
  for (const step of ['facts', 'looks', 'homes', 'mail']) await send(step, { do: 'skip' })
  const page = await (await world.get('/set-up/sources', session)).text()
  for (const path of ['/settings/members/add', '/settings/sources/add', '/settings/sources/import']) {
    assert.ok(page.includes(`href="${path}"`), path)
    assert.equal((await world.get(path, session)).status, 200, path)
  }
})

test('finished, the steps lead to the settings, for good', async () => {
  await using world = await newsroom()
  const { session, send, goesTo } = await administrator(world)
  // None can be finished that was not reached.
  await send('ready', {})
  assert.equal((await readSetUp(world.db)).at, null)
  for (const step of ['facts', 'looks', 'homes', 'mail', 'sources']) await send(step, { do: 'skip' })
  assert.equal((await send('ready', {})).headers.get('location'), '/')
  for (const step of ['facts', 'mail', 'ready']) {
    assert.equal(await goesTo(`/set-up/${step}`), '/settings')
    assert.equal((await send(step, { name: 'Another' })).headers.get('location'), '/settings')
  }
  assert.equal((await readNetwork(world.db)).name, 'Wireroom')
  assert.doesNotMatch(await (await world.get('/settings', session)).text(), /set-up/)
})

test('a step there is not is not found', async () => {
  await using world = await newsroom()
  const { session } = await administrator(world)
  assert.equal((await world.get('/set-up/nowhere', session)).status, 404)
})

async function administrator(world: World) {
  const session = await world.signedIn(await world.account({ rights: ['administrator'] }))
  return {
    session,
    send: (step: string, form: Record<string, string>) => world.post(`/set-up/${step}`, form, session),
    goesTo: async (path: string) => (await world.get(path, session)).headers.get('location'),
  }
}
