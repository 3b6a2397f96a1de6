import assert from 'node:assert/strict'
import process from 'node:process'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { itemsTitled, rss } from '../../test/support/rss.ts'
import { Conflict, NotFound, Usage } from '../core/errors.ts'
import { command } from './source.ts'

type Said = { printed: string[]; noted: string[]; json: unknown }

/** Runs `wireroom source …` in a world. */
async function source(world: World, ...argv: readonly string[]): Promise<Said> {
  const said: Said = { printed: [], noted: [], json: undefined }
  const options: Record<string, string> = {}
  const flags = new Set<string>()
  const words: string[] = []
  for (const word of argv) {
    const [, name = '', value] = /^--([^=]+)(?:=(.*))?$/.exec(word) ?? []
    if (name === '') words.push(word)
    else if (value === undefined) flags.add(name)
    else options[name] = value
  }
  const out = {
    print: (line: string) => void said.printed.push(line),
    note: (line: string) => void said.noted.push(line),
    json: (value: unknown) => {
      said.json = JSON.parse(JSON.stringify(value))
    },
  }
  await command.run({ words, options, flags, json: flags.has('json') }, out, world.config)
  return said
}

async function withFeed() {
  const world = await newsroom({ WIREROOM_MAIL_FROM: 'desk@wire.example', WIREROOM_MIN_POLL_SECONDS: '1' })
  const site = await world.net.site()
  site.serve('/feed', (request, response) => {
    response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200, { etag: '"1"' })
    response.end(request.headers['if-none-match'] === '"1"' ? '' : rss(itemsTitled('Ferry sails again')))
  })
  const id = await world.source(`${site.url}/feed`)
  return { world, site, id, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('the list tells how each source does, in words and in JSON', async () => {
  await using at = await withFeed()
  for (let i = 0; i < 4; i += 1) await source(at.world, 'poll', at.id)
  const { printed } = await source(at.world, 'list')
  assert.equal(printed[0], `${at.id}  harbour-times  ${at.site.url}/feed`)
  assert.match(printed[1] ?? '', /^ {2}well, last read \d{4}-\d\d-\d\d \d\d:\d\d UTC; next \d{4}-/)
  assert.match(
    printed[2] ?? '',
    /^ {2}last 4 visits: 0 failed, 75 % not modified \(304\), \d+ bytes, \d+ ms on average, 1 new items$/,
  )
  assert.equal(printed[3], '  grant: full, pictures: none')
  const [row] = (await source(at.world, 'list', '--json')).json as [Record<string, Record<string, unknown>>]
  assert.equal(row.health?.state, 'well')
  assert.deepEqual(
    { ...row.ledger, bytes: 0, ms: 0 },
    { sourceId: at.id, visits: 4, failed: 0, notModified: 3, bytes: 0, ms: 0, itemsNew: 1 },
  )
})

test('the list says where a source has moved, until it is followed for good', async () => {
  await using at = await withFeed()
  const moved = `${at.site.url}/new-feed`
  at.site.serve('/new-feed', rss(itemsTitled('Ferry sails again')))
  at.site.serve('/feed', { status: 301, headers: { location: '/new-feed' } })
  await source(at.world, 'poll', at.id)
  await source(at.world, 'poll', at.id)
  const list = (await source(at.world, 'list')).printed
  assert.match(list[2] ?? '', /^ {2}has moved to \S+: seen 2 times since \d{4}-.* over a day$/)
  assert.ok((list[2] ?? '').includes(`has moved to ${moved}:`), list.join())
  at.site.serve('/feed', rss(itemsTitled('Ferry sails again')))
  await source(at.world, 'poll', at.id)
  assert.doesNotMatch((await source(at.world, 'list')).printed.join('\n'), /has moved/)
})

test('the ledger tells each visit, the last one first', async () => {
  await using at = await withFeed()
  await source(at.world, 'poll', at.id)
  at.site.serve('/feed', { status: 500 })
  await source(at.world, 'poll', at.id)
  assert.equal(process.exitCode, 1)
  process.exitCode = 0
  const { printed } = await source(at.world, 'ledger', at.id)
  assert.match(printed[0] ?? '', /UTC {2}failed {2}500 {2}0 bytes {2}\d+ ms {2}The server answered 500\.$/)
  assert.match(printed[1] ?? '', /UTC {2}fetched {2}200 {2}\d+ bytes {2}\d+ ms {2}1 items, 1 new, 0 changed$/)
  assert.match((await source(at.world, 'list')).printed[1] ?? '', /failed once: The server answered 500; next/)
})

test('a source is visited in the network’s name, or in nobody’s', async () => {
  await using at = await withFeed()
  await source(at.world, 'poll', at.id)
  assert.match(
    at.site.requests.at(-1)?.headers['user-agent'] ?? '',
    /^Wireroom\/1 \(.*; \+https:\/\/wire\.example\/about; desk@wire\.example\)$/,
  )
  await source(at.world, 'agent', at.id, 'neutral')
  await source(at.world, 'poll', at.id)
  assert.equal(at.site.requests.at(-1)?.headers['user-agent'], 'FeedReader/1.0')
  assert.match((await source(at.world, 'list')).printed.join('\n'), /visited without our name/)
  await assert.rejects(source(at.world, 'agent', at.id, 'nobody'), Usage)
})

test('a source is read again, paused and resumed', async () => {
  await using at = await withFeed()
  await source(at.world, 'poll', at.id)
  assert.deepEqual((await source(at.world, 'reread', at.id)).printed, ['Read 1 items again: 0 new stories, 0 changed.'])
  await source(at.world, 'pause', at.id, '--why=On holiday.')
  assert.match((await source(at.world, 'list')).printed[1] ?? '', /^ {2}paused: On holiday\.$/)
  await assert.rejects(source(at.world, 'pause', at.id), Conflict)
  await source(at.world, 'resume', at.id)
  await assert.rejects(source(at.world, 'resume', at.id), Conflict)
})

test('what is wrong with a call is said', async () => {
  await using at = await withFeed()
  await assert.rejects(source(at.world, 'feed'), Usage)
  await assert.rejects(source(at.world, 'ledger'), Usage)
  await assert.rejects(source(at.world, 'ledger', 'nonsense'), NotFound)
  await assert.rejects(source(at.world, 'poll'), Usage)
  await assert.rejects(source(at.world, 'add', `${at.site.url}/feed`, '--agent=nobody'), Usage)
  await assert.rejects(source(at.world, 'add', `${at.site.url}/feed`, '--member=harbour-times'), Conflict)
})
