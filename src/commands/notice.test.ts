import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call as callCommand } from '../../test/support/commands.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { Usage } from '../core/errors.ts'
import { command } from './notice.ts'

test('an operator lists what waits, reads it whole, and closes it with a reason', async () => {
  await using world = await newsroom()
  world.clock.set(new Date().toISOString())
  assert.deepEqual((await call(world, ['list'])).noted, ['No notice waits.'])
  const story = await world.story()
  const first = await send(world, { reason: 'mine', words: 'That picture is mine.\nPlease add my name.', story })
  world.clock.advance(-3 * 86_400)
  const older = await send(world, { reason: 'danger', words: 'It names me.', contact: 'by post' })

  const list = (await call(world, ['list'])).printed
  assert.match(list[0] ?? '', new RegExp(`^${older} {2}danger {3}OVERDUE +It names me\\.$`))
  assert.match(list[1] ?? '', new RegExp(`^${first} {2}mine {5}by 20.*That picture is mine\\. Please add my name\\.$`))

  const shown = (await call(world, ['show', first.replaceAll('-', ' ')])).printed.join('\n')
  assert.match(shown, /story +https:\/\/wire\.example\/20.*court-lets-a-community-archive-keep-its-name/)
  assert.match(shown, /\n\nThat picture is mine\.\nPlease add my name\.$/)
  const told = (await call(world, ['show', older], { json: '' })).json as Record<string, unknown>
  assert.deepEqual([told.contact, told.words, told.closed], ['by post', 'It names me.', null])

  await assert.rejects(call(world, ['close', older]), Usage)
  await call(world, ['close', older], { why: 'The name is out.' })
  assert.equal((await call(world, ['list'])).printed.length, 1)
  assert.match((await call(world, ['list'], { all: true })).printed.join('\n'), new RegExp(`${older} .*closed`))
  assert.match((await call(world, ['show', older])).printed.join('\n'), /closed +20.* by operator: The name is out\./)
})

test('a wrong call is told what to write, a notice that is not there is not found', async () => {
  await using world = await newsroom()
  await assert.rejects(call(world, []), /Say what to do: list, show, close/)
  await assert.rejects(call(world, ['show']), /Say which notice/)
  await assert.rejects(call(world, ['show', '12']), /"12" is no notice’s number, such as 4127-0093-5518/)
  await assert.rejects(call(world, ['show', '4127-0093-5518', 'x']), /one word too many/)
  await assert.rejects(call(world, ['show', '4127-0093-5518']), /There is no notice 4127-0093-5518/)
})

async function send(world: World, form: Record<string, string>): Promise<string> {
  const response = await world.post('/notice', form)
  return response.headers.get('location')?.split('/').at(-1) ?? ''
}

async function call(world: World, words: readonly string[], options: Record<string, string | true> = {}) {
  return await callCommand(command, words, options, world.config)
}
