import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { DoorReason } from '../core/account/door-letter.ts'
import { updateNetwork } from '../db/network.ts'
import { postDoor } from '../host/post.ts'
import { readSecret } from '../host/secret.ts'

const mail = 'sam@harbour.example'

test('who asks to join has an account with the first step inside, and not before', async () => {
  await using world = await newsroom()
  await ask(world, { kind: 'join' })
  const [letter] = await world.letters()
  assert.equal(letter?.to, mail)
  assert.equal(await accounts(world), 0)
  const key = keyOf(letter?.links[0])
  assert.equal((await world.get(`/sign-in/link?key=${key}`)).status, 200)
  assert.equal(await accounts(world), 0, 'looking at a link is not coming in by it')

  const used = await world.post('/sign-in/link/use', { key, to: '/account' })
  assert.deepEqual([used.status, used.headers.get('location')], [303, '/account'])
  assert.equal(await accounts(world), 1)
  const cookie = used.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  assert.match(await (await world.get('/account', { cookie })).text(), /sam@harbour\.example/)
  assert.equal((await world.post('/sign-in/link/use', { key })).status, 410)
})

test('who has an account is sent a link to sign in with, in a letter that says no more than others do', async () => {
  await using world = await newsroom()
  await world.account({ mail })
  await ask(world, { kind: 'join' })
  const [letter] = await world.letters()
  assert.equal(letter?.subject, 'Your link')
  assert.equal((await world.post('/sign-in/link/use', { key: keyOf(letter?.links[0]) })).status, 303)
})

test('whom a member wants and who is here already comes in by their own doors', async () => {
  await using world = await newsroom()
  await world.account({ mail })
  await ask(world, { kind: 'seat', member: 'Harbour Post', role: 'editor' })
  const [letter] = await world.letters()
  assert.deepEqual([letter?.subject, letter?.links[0]], ['An invitation', 'https://wire.example/account'])
})

test('whoever asks in Arabic comes in to pages in Arabic, with an account or without', async () => {
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'ar'] }))
  await ask(world, { kind: 'join' }, 'ar')
  await world.account({ mail })
  await world.db.updateTable('accounts').set({ language: 'ar' }).execute()
  await ask(world, { kind: 'join' }, 'ar')
  const places = (await world.letters()).map(({ links: [link = ''] }) => new URL(link))
  assert.deepEqual(
    places.map(({ pathname, searchParams }) => [pathname, searchParams.get('to')]),
    [
      ['/ar/sign-in/link', '/ar/account'],
      ['/ar/sign-in/link', '/ar/account'],
    ],
  )
})

test('nobody’s inbox is filled: three letters a day to an address without an account', async () => {
  await using world = await newsroom()
  for (let i = 0; i < 5; i += 1) await ask(world, { kind: 'invited', member: 'Harbour Post' })
  assert.equal((await world.letters()).length, 3)
  world.clock.advance(24 * 3600 + 1)
  await ask(world, { kind: 'join' })
  assert.equal((await world.letters()).length, 4)
})

test('a link is over after its time, and two who open it at once are one account', async () => {
  await using world = await newsroom()
  await ask(world, { kind: 'join' })
  await ask(world, { kind: 'join' })
  const [one, two] = (await world.letters()).map(({ links }) => keyOf(links[0]))
  const used = await Promise.all([one, two].map((key) => world.post('/sign-in/link/use', { key: key ?? '' })))
  assert.deepEqual(
    used.map(({ status }) => status),
    [303, 303],
  )
  assert.equal(await accounts(world), 1)
})

async function ask(world: World, reason: DoorReason, language = 'en'): Promise<void> {
  const secret = await readSecret(world.config)
  await world.db
    .transaction()
    .execute((tx) => postDoor(tx, secret, { address: mail, language, to: '/account', reason }))
  await world.work()
}

function keyOf(link: string | undefined): string {
  return new URL(link ?? '').searchParams.get('key') ?? ''
}

async function accounts(world: World): Promise<number> {
  return (await world.db.selectFrom('accounts').select('id').execute()).length
}
