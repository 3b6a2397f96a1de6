import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call } from '../../test/support/commands.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { NotFound, Usage } from '../core/errors.ts'
import { findAddress } from '../db/published.ts'
import { command } from './release.ts'

test('a story is named by its address, its id or its guid', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'The ferry is late' })
  const at = await findAddress(world.db, id)
  const path = `/${at?.day.replaceAll('-', '/')}/${at?.slug}`
  for (const name of [
    `https://wire.example${path}`,
    `${path.toUpperCase()}/?utm_source=x#top`,
    id,
    `tag:a,2026:story/${id}`,
  ]) {
    assert.deepEqual((await call(command, ['hold', name], { why: 'We check a name.', json: '' }, world.config)).json, {
      id,
      done: 'hold',
    })
    assert.equal((await world.get(path)).status, 404)
    assert.deepEqual((await call(command, ['unhold', name], {}, world.config)).printed, ['Let out again.'])
    assert.equal((await world.get(path)).status, 200)
  }
})

test('what names no story is told, and a reason is asked for', async () => {
  await using world = await newsroom()
  const no = (words: string[], options: Record<string, string> = { why: 'x' }) =>
    call(command, words, options, world.config)
  await assert.rejects(no(['hold', 'nonsense']), NotFound)
  await assert.rejects(no(['hold', '/2026/02/30/a-story']), NotFound)
  await assert.rejects(no(['hold', '/2026/02/20/a-story']), /No story has the address/)
  await assert.rejects(no(['hold', '/2026/02/20/a-story'], {}), Usage)
  await assert.rejects(no(['hold']), Usage)
  await assert.rejects(no(['constructor', 'x']), Usage)
})
