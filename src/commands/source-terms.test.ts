/** Terms, records and topics by command, against a database. */
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { rss } from '../../test/support/feeds.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { listPublished } from '../db/published.ts'
import { republishHref, storyHref } from '../routes.ts'
import type { Command } from './command.ts'
import { command as source } from './source.ts'
import { command as story } from './story.ts'
import { command as topic } from './topic.ts'

/** Runs a command as the command line would; answers its JSON. */
async function run(
  world: World,
  command: Command,
  words: string[],
  options: Record<string, string> = {},
  flags: string[] = [],
) {
  const said: unknown[] = []
  const out = { print: () => undefined, json: (value: unknown) => void said.push(value), note: () => undefined }
  await command.run({ words, options, flags: new Set(flags), json: true }, out, world.config)
  // biome-ignore lint/suspicious/noExplicitAny: each command has a document of its own.
  return said[0] as any
}

async function withStory(text: string) {
  const world = await newsroom()
  const site = await world.net.site()
  site.serve('/feed', rss([{ id: '1', link: 'https://harbour.example/1', title: 'Archive opens', text }]))
  const id = await world.source(`${site.url}/feed`)
  await world.visit(id)
  return { world, id, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('grants and permissions are given by command, and stand on record with who gave them', async () => {
  await using house = await withStory('<p>LONDON (Reuters) - The archive opens.</p>')
  const { world, id } = house
  world.clock.advance(60)
  assert.equal((await run(world, source, ['permit', id, 'reuters'], { by: 'Jane Doe' })).changed, 1)
  await run(world, source, ['grant', id], { grant: 'headline', by: 'John Roe' })
  await run(world, source, ['set', id], { genre: 'release', language: 'pt-br' })
  const terms = await run(world, source, ['terms', id])
  assert.deepEqual([terms.genre, terms.language, terms.uniqueness], ['release', 'pt-BR', 'id'])
  assert.deepEqual([terms.grants[0].shows, terms.grants[0].grantedBy], ['headline', 'John Roe'])
  assert.deepEqual([terms.permissions[0].agency, terms.permissions[0].permittedBy], ['Reuters', 'Jane Doe'])
  await run(world, source, ['forbid', id, 'Reuters'])
  assert.deepEqual((await run(world, source, ['terms', id])).permissions, [])
  await assert.rejects(run(world, source, ['permit', id, 'The Daily Nobody']), /No news agency/)
  await assert.rejects(run(world, source, ['set', id], { genre: 'gossip' }), /--genre is report/)
})

test('a member may have search engines lead to its stories here, and the pages say so at once', async () => {
  await using house = await withStory('<p>The archive opens.</p>')
  const { world, id } = house
  const [line] = await listPublished(world.db, { limit: 1 })
  assert.ok(line)
  const page = async () => (await world.get(storyHref(line))).text()
  assert.match(await page(), /<link rel="canonical" href="https:\/\/harbour\.example\/1">/)
  assert.equal((await run(world, source, ['terms', id], { canonical: 'here' })).canonical, 'here')
  const here = new RegExp(`<link rel="canonical" href="https://wire\\.example${storyHref(line)}">`)
  assert.match(await page(), here)
  // Who copies it is told the same.
  assert.match(
    await (await world.get(republishHref(line))).text(),
    /id="canonical"[^>]* value="https:\/\/wire\.example\//,
  )
  assert.equal((await run(world, source, ['terms', id], { canonical: 'original' })).canonical, 'original')
  assert.match(await page(), /<link rel="canonical" href="https:\/\/harbour\.example\/1">/)
  await assert.rejects(run(world, source, ['terms', id], { canonical: 'both' }), /--canonical is original, here/)
})

test('what is held and what is known of a story is told by command', async () => {
  await using house = await withStory('<p>NOT FOR PUBLICATION</p><p>The archive opens.</p>')
  const { world } = house
  const [held] = await run(world, story, ['list'], {}, ['held'])
  assert.deepEqual([held.headline, held.shows, held.address], ['Archive opens', 'nothing', null])
  const record = await run(world, story, ['show', held.id])
  assert.deepEqual([record.origin.publisher, record.pickups], ['Harbour Times', []])
  assert.deepEqual(await run(world, story, ['list'], {}, ['doubted']), [])
  await assert.rejects(run(world, story, ['list']), /--held or --doubted/)
  await assert.rejects(run(world, story, ['show', 'nothing']), /neither the address/)
})

test('a network’s own topics come from a file, all of it or nothing', async () => {
  await using world = await newsroom()
  const file = join(world.config.data, 'topics.txt')
  await writeFile(file, '# ours\nPride season | pride, csd\n')
  assert.equal((await run(world, topic, ['import', file])).length, 1)
  assert.deepEqual(
    (await run(world, topic, ['list'])).map(({ slug, stories }: { slug: string; stories: number }) => [slug, stories]),
    [['pride-season', 0]],
  )
  await writeFile(file, 'Music | songs\nChoir\n|\n')
  await assert.rejects(
    run(world, topic, ['import', file]),
    /line 1: "Music" is a Media Topic[\s\S]*line 3: A topic has a name before the bar/,
  )
  assert.equal((await run(world, topic, ['list'])).length, 1)
  await assert.rejects(run(world, topic, ['import', `${file}.none`]), /could not be read/)
})
