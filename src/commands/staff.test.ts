import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call } from '../../test/support/commands.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { Conflict, Invalid, NotFound, Usage } from '../core/errors.ts'
import { listActs } from '../db/rights.ts'
import { command } from './staff.ts'

const mail = 'kim@harbour.example'

test('staff add makes an account with a right, and prints a link that signs in once', async () => {
  await using world = await newsroom()
  const { printed } = await run(world, ['add', 'Kim@harbour.example'], { right: 'administrator' })
  assert.match(printed[0] ?? '', /is an administrator/)
  const link = new URL(printed[1]?.trim() ?? '')
  assert.equal(link.origin, world.config.url)

  const used = await world.post('/sign-in/link/use', { key: link.searchParams.get('key') ?? '' })
  const cookie = used.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  assert.equal((await world.get('/settings', { cookie })).status, 200)
  assert.equal((await world.post('/sign-in/link/use', { key: link.searchParams.get('key') ?? '' })).status, 410)

  const [act] = await listActs(world.db, 5)
  assert.deepEqual([act?.actedBy, act?.act], ['operator', 'grant right'])
  assert.match(act?.about ?? '', /^administrator, account [0-9a-f-]{36}$/)
})

test('staff add for an account there is gives the right, and says when it had it', async () => {
  await using world = await newsroom()
  const id = await world.account()
  const first = (await run(world, ['add', mail], { right: 'editor', json: true })).json as Record<string, unknown>
  assert.deepEqual([first.account, first.right, first.granted], [id, 'editor', true])
  assert.match((await run(world, ['add', mail], { right: 'editor' })).printed[0] ?? '', /was already an editor/)
  assert.equal((await listActs(world.db, 5)).length, 1)
})

test('staff list tells who has which right, by name and address', async () => {
  await using world = await newsroom()
  assert.match((await run(world, ['list'])).noted[0] ?? '', /Nobody has a right yet/)
  await world.account({ rights: ['administrator', 'moderator'] })
  assert.deepEqual((await run(world, ['list'])).printed, [
    'administrator  kim@harbour.example (Kim Osei), since 2026-11-24',
    'moderator      kim@harbour.example (Kim Osei), since 2026-11-24',
  ])
  const [line] = (await run(world, ['list'], { json: true })).json as Record<string, unknown>[]
  assert.deepEqual(
    [line?.mail, line?.name, line?.right, line?.grantedBy],
    [mail, 'Kim Osei', 'administrator', 'operator'],
  )
})

test('staff remove takes a right away with its reason, but never the last administrator’s', async () => {
  await using world = await newsroom()
  await world.account({ rights: ['administrator', 'editor'] })
  await run(world, ['remove', mail], { right: 'editor', why: 'Moved on' })
  const [act] = await listActs(world.db, 5)
  assert.deepEqual([act?.act, act?.why], ['revoke right', 'Moved on'])
  await assert.rejects(run(world, ['remove', mail], { right: 'editor' }), NotFound)
  await assert.rejects(run(world, ['remove', 'sam@harbour.example'], { right: 'editor' }), NotFound)
  await assert.rejects(run(world, ['remove', mail], { right: 'administrator' }), (error) => {
    assert.ok(error instanceof Conflict)
    return /only administrator: add another one first/.test(error.message)
  })
})

test('what is wrong with a call is told before anything is opened', async () => {
  await assert.rejects(call(command, ['add'], { right: 'editor' }), Usage)
  await assert.rejects(call(command, ['add', 'kim'], { right: 'editor' }), Invalid)
  await assert.rejects(call(command, ['add', mail]), /Say which right, with --right: administrator, editor, moderator/)
  await assert.rejects(call(command, ['add', mail], { right: 'editr' }), /did you mean "editor"/)
  await assert.rejects(call(command, ['list', mail]), /one word too many/)
})

function run(world: World, words: string[], options: Record<string, string | true> = {}) {
  return call(command, words, options, world.config)
}
