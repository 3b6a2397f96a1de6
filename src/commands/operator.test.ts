/** Commands against a database, called as the command line calls them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { Conflict, Usage } from '../core/errors.ts'
import type { Command } from './command.ts'
import { command as network } from './network.ts'
import { command as source } from './source.ts'

async function call(world: World, command: Command, words: string[], options: Record<string, string> = {}) {
  const said: string[] = []
  const out = {
    print: (line: string) => void said.push(line),
    note: (line: string) => void said.push(line),
    json: (value: unknown) => void said.push(JSON.stringify(value)),
  }
  await command.run({ words, options, flags: new Set(), json: false }, out, world.config)
  return said.join('\n')
}

test('a grant that is changed changes what is there; what is not said stays', async () => {
  await using world = await newsroom()
  await world.story({ grant: { shows: 'full', pictures: 'credit' } })
  const [row] = await world.db.selectFrom('sources').select('id').execute()
  const id = row?.id ?? ''
  await assert.rejects(call(world, source, ['grant', id]), Usage)
  assert.match(
    await call(world, source, ['grant', id], { grant: 'headline' }),
    /headline, pictures: credit\. 1 stories/,
  )
  assert.match(await call(world, source, ['list']), /grant: headline, pictures: credit/)
  const page = await world.get('/2026/11/24/court-lets-a-community-archive-keep-its-name')
  assert.doesNotMatch(await page.text(), /Judges ruled/)
})

test('once a story is published, the time zone is fixed, and the operator is told why', async () => {
  await using world = await newsroom()
  await call(world, network, ['set', 'time-zone', 'Africa/Nairobi'])
  await world.story()
  await call(world, network, ['set', 'time-zone', 'Africa/Nairobi'])
  await assert.rejects(call(world, network, ['set', 'time-zone', 'Europe/Berlin']), (error) => {
    assert.ok(error instanceof Conflict, String(error))
    assert.match(error.message, /^The time zone is fixed once a story is published/)
    return true
  })
})
