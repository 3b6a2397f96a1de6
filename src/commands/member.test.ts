import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call } from '../../test/support/commands.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { Invalid, Usage } from '../core/errors.ts'
import { listMembers } from '../db/members.ts'
import { forgetPastDoors } from '../db/past-doors.ts'
import { command } from './member.ts'

const words = { name: 'Harbour Times', kind: 'newspaper', site: 'harbour.example' }

test('a member is added with its site, languages and country as the world writes them', async () => {
  await using world = await newsroom()
  const { printed, noted } = await call(
    command,
    ['add'],
    { ...words, languages: 'en, pt_br', country: 'uk' },
    world.config,
  )
  assert.deepEqual(printed, ['Added the member "harbour-times".'])
  assert.deepEqual(noted, ['Next: wireroom source add https://harbour.example/ --member harbour-times'])
  const [member] = await listMembers(world.db)
  assert.deepEqual([member?.languages, member?.country], [['en', 'pt-BR'], 'GB'])
})

test('what cannot be used is told in a sentence, and nobody is added', async () => {
  await using world = await newsroom()
  const table: [Record<string, string>, RegExp][] = [
    [{ site: 'nonsense' }, /"nonsense" is no address of a site/],
    [{ site: 'ftp://harbour.example' }, /no address of a site/],
    [{ languages: 'en,english' }, /"english" is no language/],
    [{ country: 'ZZ' }, /"ZZ" is no country/],
    [{ country: 'XQ' }, /"XQ" is no country/],
    [{ kind: 'blog' }, /"blog" is no kind of member/],
    [{ logo: '/nowhere/logo.png' }, /\/nowhere\/logo\.png could not be read: there is no such file\./],
    [{ logo: '/' }, /it is a directory\./],
  ]
  for (const [wrong, told] of table)
    await assert.rejects(call(command, ['add'], { ...words, ...wrong }, world.config), (error) => {
      assert.ok(error instanceof Invalid, String(error))
      assert.match(error.message, told)
      return true
    })
  assert.deepEqual(await listMembers(world.db), [])
})

test('a call without its words is wrong before any database is asked', async () => {
  await assert.rejects(call(command, ['add']), (error) => {
    assert.ok(error instanceof Usage)
    assert.equal(error.message, 'Missing: --name, --kind, --site.')
    return true
  })
  await assert.rejects(call(command, ['ad']), /did you mean "add"/)
  await assert.rejects(call(command, []), /Say what to do: add, list, owner\./)
  await assert.rejects(call(command, ['toString']), Usage)
})

test('whose member it is sits there from the beginning, and is not forgotten as an account nobody uses', async () => {
  await using world = await newsroom()
  await call(command, ['add'], { ...words, owner: 'Kim@harbour.example' }, world.config)
  const { printed } = await call(command, ['list'], {}, world.config)
  assert.deepEqual(printed, ['harbour-times  Harbour Times (newspaper), 0 sources, 0 stories, 1 seats'])
  world.clock.advance(30 * 86_400)
  await forgetPastDoors(world.db, world.clock())
  const [seat] = await world.db.selectFrom('seats').selectAll().execute()
  assert.deepEqual([seat?.role, seat?.givenBy], ['owner', 'operator'])
})

test('another owner is asked for by command, and waits where somebody sits', async () => {
  await using world = await newsroom()
  await call(command, ['add'], { ...words, owner: 'kim@harbour.example' }, world.config)
  await assert.rejects(call(command, ['owner', 'harbour-times', 'sam@harbour.example'], {}, world.config), /Say --why/)
  const why = 'Kim died; Sam has the papers.'
  await call(command, ['owner', 'harbour-times', 'sam@harbour.example'], { why }, world.config)
  const change = await world.db.selectFrom('ownerChanges').selectAll().executeTakeFirstOrThrow()
  assert.equal(change.dueAt.getTime() - change.askedAt.getTime(), 14 * 86_400_000)
  assert.deepEqual(await world.db.selectFrom('seatInvitations').selectAll().execute(), [])
  await assert.rejects(
    call(command, ['owner', 'nobody', 'sam@harbour.example'], { why }, world.config),
    /There is no member/,
  )
})
