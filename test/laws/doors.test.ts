/** Every address with a guard is asked by those who may not enter, and every form by a page that is not ours. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Right, rights } from '../../src/core/account/rights.ts'
import { type Route, routes } from '../../src/routes.ts'
import { newsroom } from '../support/newsroom.ts'

const all = Object.entries<Route>(routes)

/** Any address of a route: a guard speaks before anybody looks whether there is such a thing. */
function addressOf({ pattern }: Route, named: Readonly<Record<string, string>> = names): string {
  return pattern.replace(/:(\w+)(?:\{[^/]*\})?/g, (_all, name: string) => named[name] ?? names[name] ?? 'x')
}
const names: Readonly<Record<string, string>> = {
  id: '01a0b0c0-0000-7000-8000-000000000000',
  number: '0000-0000-0000',
  passkey: '0123456789abcdef',
  act: 'pause',
  draft: '01a0b0c0-0000-7000-8000-000000000001',
  story: '01a0b0c0-0000-7000-8000-000000000002',
  part: 'words',
  hash: 'f'.repeat(64),
  token: 'abcdefghijklmnopqrstuv',
}

test('whoever is not signed in is led to the door, and back to the page they wanted', async () => {
  await using world = await newsroom()
  for (const [name, route] of all.filter(([, { guard }]) => guard !== 'anyone' && guard !== 'operator')) {
    const address = addressOf(route)
    const answer = route.method === 'POST' ? await world.post(address, {}) : await world.get(address)
    const door = route.method === 'POST' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(address)}`
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, door], name)
  }
})

test('each right opens its own pages and no others; an account alone opens none of them', async () => {
  await using world = await newsroom()
  const sessions = new Map<Right | 'none', { cookie: string }>()
  for (const right of ['none', ...rights] as const) {
    const mine = right === 'none' ? [] : [right]
    sessions.set(right, await world.signedIn(await world.account({ mail: `${right}@harbour.example`, rights: mine })))
  }
  for (const [name, route] of all.filter(([, { guard }]) => rights.includes(guard as Right)))
    for (const [right, session] of sessions) {
      if (right === route.guard) continue
      const address = addressOf(route)
      const answer =
        route.method === 'POST' ? await world.post(address, {}, session) : await world.get(address, session)
      assert.equal(answer.status, 403, `${name} answers who has ${right}`)
      assert.equal(answer.headers.get('cache-control'), 'private, no-store', name)
    }
})

/** All that people of a suspended member may still do: go. */
const whileSuspended = ['seatLeft', 'memberLeaveSent', 'memberLeaveTakenBack']

test("a seat opens its own member's pages and no other's; a suspended member's people may go, and change nothing", async () => {
  await using world = await newsroom()
  const harbour = await world.member({ name: 'Harbour Post' })
  const lantern = await world.member({ name: 'Lantern' })
  const kim = await world.account()
  await world.seat(kim, lantern.id)
  const stranger = await world.signedIn(await world.account({ mail: 'sam@harbour.example', rights: [...rights] }))
  const neighbour = await world.signedIn(kim)
  const own = all.filter(([, { guard }]) => guard.startsWith('seat of '))
  const ask = (route: Route, member: string, session: { cookie: string }) => {
    const address = addressOf(route, { member })
    return route.method === 'POST' ? world.post(address, {}, session) : world.get(address, session)
  }
  for (const [name, route] of own) {
    assert.equal((await ask(route, harbour.slug, stranger)).status, 403, `${name} answers a stranger`)
    if (route.pattern.includes(':member'))
      assert.equal((await ask(route, harbour.slug, neighbour)).status, 403, `${name} answers people of another member`)
  }
  await world.suspend(lantern.id)
  for (const [name, route] of own.filter(([, { method }]) => method === 'POST')) {
    const { status } = await ask(route, lantern.slug, neighbour)
    assert.equal(status !== 403, whileSuspended.includes(name), `${name} answers ${status} for a suspended member`)
  }
})

test('no form is taken from a page elsewhere, nor with a session from where nothing speaks for it', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(await world.account({ rights: [...rights] }))
  const forms = all.filter(([, { method }]) => method === 'POST')
  assert.ok(forms.length > 8)
  for (const [name, route] of forms)
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'https://wire.example.evil.example' },
      { origin: 'https://wire.example', 'sec-fetch-site': 'same-site' },
      { origin: '' },
    ]) {
      const answer = await world.post(addressOf(route), {}, { ...session, ...headers })
      assert.equal(answer.status, 403, `${name} takes a form with ${JSON.stringify(headers)}`)
    }
})

test('no page of somebody who is signed in is kept by anybody in between', async () => {
  await using world = await newsroom()
  const session = await world.signedIn(await world.account({ rights: [...rights] }))
  const { port } = await world.web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
  for (const [name, route] of all.filter(([, { method, pattern }]) => method === 'GET' && !pattern.includes(':'))) {
    const answer = await fetch(`http://127.0.0.1:${port}${addressOf(route)}`, { headers: session, redirect: 'manual' })
    assert.equal(answer.headers.get('cache-control'), 'private, no-store', name)
    assert.equal(answer.headers.get('cache-tag'), null, name)
    await answer.body?.cancel()
  }
})
