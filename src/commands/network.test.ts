import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call } from '../../test/support/commands.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { Conflict, Usage } from '../core/errors.ts'
import { readNetwork } from '../db/network.ts'
import { command } from './network.ts'

test('the time zone is fixed once a story is published, and that is said', async () => {
  await using world = await newsroom()
  await call(command, ['set', 'time-zone', 'Europe/Berlin'], {}, world.config)
  await world.story()
  await assert.rejects(call(command, ['set', 'time-zone', 'UTC'], {}, world.config), (error) => {
    assert.ok(error instanceof Conflict)
    assert.match(error.message, /time zone is fixed once a story is published/)
    return true
  })
  await call(command, ['set', 'time-zone', 'Europe/Berlin'], {}, world.config)
  assert.equal((await readNetwork(world.db)).timeZone, 'Europe/Berlin')
})

test('a fact there is not is told with those there are', async () => {
  await assert.rejects(call(command, ['set', 'toString', 'x']), (error) => {
    assert.ok(error instanceof Usage)
    assert.match(error.message, /Say which fact to set: name, tagline/)
    return true
  })
  await assert.rejects(call(command, ['show', 'name']), /"name" is one word too many/)
})

test('the languages of the pages are those there are words for; others are refused, and nothing is changed', async () => {
  await using world = await newsroom()
  const set = (tags: string) => call(command, ['set', 'languages', tags], {}, world.config)
  await assert.rejects(set('en,sw'), /The pages have no words in sw yet: choose among en, .*\bar\b/)
  await assert.rejects(set('english'), /"english" is no language/)
  assert.deepEqual((await readNetwork(world.db)).languages, ['en'])
  await set('ar, es-mx')
  assert.deepEqual((await readNetwork(world.db)).languages, ['ar', 'es-MX'])
  assert.match(await (await world.get('/')).text(), /<html lang="ar" dir="rtl">/)
  assert.match(await (await world.get('/es-mx')).text(), /<html lang="es-MX" dir="ltr">/)
})
