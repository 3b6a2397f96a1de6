import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { call } from '../../test/support/commands.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { issue, releaseFile } from '../../test/support/releases.ts'
import { Invalid, Usage } from '../core/errors.ts'
import { defaultSections } from '../core/front-sections.ts'
import { command } from './front.ts'

async function say(world: World, ...words: string[]) {
  const { printed, noted: notes } = await call(command, words, {}, world.config)
  return { text: printed.join('\n'), notes }
}

test('the front page holds what its file says, in its order, until it is reset', async () => {
  await using world = await newsroom()
  const folder = await mkdtemp(join(tmpdir(), 'wireroom front '))
  const file = join(folder, 'front.txt')
  try {
    await world.db.insertInto('topics').values({ slug: 'law', name: 'Law' }).execute()
    await issue(world, releaseFile(['headline: A ruling', 'topics: [Law]', 'places: [KE]', 'language: en']))
    await issue(world, releaseFile(['headline: Una plaza', 'language: es'], 'La plaza es de todos.'))
    const front = async () => await (await world.get('/')).text()
    assert.equal((await say(world, 'show')).text, defaultSections.trimEnd())
    assert.match(await front(), /<h2 lang="es" dir="ltr"><a href="\/languages\/es"><bdi>Español<\/bdi><\/a><\/h2>/)
    assert.match(await front(), /<h2 id="releases">/)

    const ours = 'country KE | From Nairobi\ntopic law 2\ntopic weather\nmember harbour-times\n'
    await writeFile(file, ours)
    const taken = await say(world, 'import', file)
    assert.match(taken.text, /4 sections/)
    assert.deepEqual(taken.notes, ['line 3: there is no topic "weather" yet; its section is not shown until there is.'])
    const headings = [...(await front()).matchAll(/<div><h2><a href="([^"]+)"><bdi>([^<]+)<\/bdi><\/a><\/h2>/g)]
    assert.deepEqual(
      headings.map(([, list, name]) => `${name}: ${list}`),
      ['From Nairobi: /places/ke', 'Law: /topics/law', 'Harbour Times: /members/harbour-times'],
      'each leads to the list of all such stories',
    )
    assert.doesNotMatch(await front(), /id="releases"|Español/)
    assert.equal((await say(world, 'show')).text, ours.trimEnd())

    await writeFile(file, 'topic law\nlanguges 4\n')
    await assert.rejects(say(world, 'import', file), (error) => {
      assert.ok(error instanceof Invalid)
      assert.match(error.message, /line 2: "languges" is no section: did you mean "languages"\?/)
      return true
    })
    assert.equal((await say(world, 'show')).text, ours.trimEnd(), 'a file with a mistake changes nothing')
    await say(world, 'reset')
    assert.match(await front(), /Español/)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('a call that lacks something says what', async () => {
  await using world = await newsroom()
  await assert.rejects(say(world), Usage)
  await assert.rejects(say(world, 'import'), Usage)
  await assert.rejects(say(world, 'show', 'all'), Usage)
  await assert.rejects(say(world, 'import', '/nowhere/front.txt'), Invalid)
})
