import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { call } from '../../test/support/commands.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { photograph, releaseFile } from '../../test/support/releases.ts'
import { Invalid, NotFound, Usage } from '../core/errors.ts'
import { command } from './release.ts'

const say = async (world: World, words: readonly string[], options: Record<string, string | true> = {}) => {
  const { printed: lines, json } = await call(command, words, options, world.config)
  return { lines, json: json as Record<string, unknown> }
}

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'wireroom releases '))
  return {
    write: async (name: string, content: string | Uint8Array) => {
      await writeFile(join(path, name), content)
      return join(path, name)
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}

test('a release is tried, published, corrected, listed, shown and taken back by command', async () => {
  await using world = await newsroom()
  await using desk = await folder()
  const { slug } = await world.member()
  const file = await desk.write(
    'square.md',
    releaseFile(['edNote: Call first.', 'pictures: [{file: square.jpg, alt: A square., licence: free}]']),
  )
  await desk.write('square.jpg', await photograph())

  const tried = await say(world, ['publish', file], { member: slug, 'dry-run': true })
  assert.equal(tried.lines[0], 'Nothing was published. It would be this:')
  assert.ok(tried.lines.some((line) => line.includes('A square. (60 × 40)')))
  assert.ok(tried.lines.some((line) => line.includes('Call first. (not public)')))
  assert.deepEqual((await say(world, ['list'], { json: true })).json, [])

  const { json: published } = await say(world, ['publish', file], { member: slug, json: true })
  const id = String(published.id)
  assert.match(String(published.url), /^https:\/\/wire\.example\/\d{4}\/\d\d\/\d\d\/nine-groups/)

  await writeFile(file, releaseFile([], 'They ask for two things.'))
  const { lines } = await say(world, ['correct', id, file], { kind: 'correction', note: 'There are two.' })
  assert.match(lines[0] ?? '', /^Version 2 stands at https:/)

  const { json: shown } = await say(world, ['show', id], { json: true })
  assert.equal(shown.standing, 'published')
  assert.deepEqual(
    (shown.versions as { kind: string; note: string }[]).map(({ kind, note }) => [kind, note]),
    [
      ['first', ''],
      ['correction', 'There are two.'],
    ],
  )
  await say(world, ['hold', id], { why: 'We check.' })
  await say(world, ['unhold', id])
  await say(world, ['withdraw', id], { why: 'Asked to.' })
  const told = await say(world, ['show', id])
  assert.ok(told.lines.some((line) => /^withdrawn, .*, by operator: Asked to\.$/.test(line)))
  assert.match((await say(world, ['list'])).lines[1] ?? '', /release, withdrawn, version 2/)
})

test('a call that lacks something says what', async () => {
  await using world = await newsroom()
  await using desk = await folder()
  const file = await desk.write('a.md', releaseFile())
  const some = '0199bbbb-0000-7000-8000-000000000001'
  const wrong: readonly (readonly [words: readonly string[], options: Record<string, string>, says: RegExp])[] = [
    [['publish'], { member: 'x' }, /Say one file/],
    [['publish', file], {}, /with --member/],
    [['correct'], {}, /Say which story/],
    [['correct', some, file], { note: 'x' }, /with --kind: correction, clarification, update, note/],
    [['correct', some, file], { kind: 'edit', note: 'x' }, /with --kind/],
    [['correct', some, file], { kind: 'update' }, /with --note/],
    [['correct', some], { kind: 'update', note: 'x' }, /Say the file/],
    [['list', 'all'], {}, /one word too many/],
    [['list'], { limit: 'many' }, /--limit is a number/],
    [['show'], {}, /Say which one story/],
  ]
  for (const [words, options, says] of wrong)
    await assert.rejects(say(world, words, options), (error) => {
      assert.ok(error instanceof Usage, String(error))
      assert.match(error.message, says)
      return true
    })
  await assert.rejects(say(world, ['publish', `${file}x`], { member: 'x' }), NotFound)
  await assert.rejects(say(world, ['publish', tmpdir()], { member: 'x' }), Invalid)
  await assert.rejects(say(world, ['show', 'x']), NotFound)
})
