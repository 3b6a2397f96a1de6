/**
 * Reading feeds, from bytes to items, sanitising apart, against libraries that do the same: MB/s, all in one run, in turn.
 *
 *   npm run bench:parse [-- --rounds 7] [--folder DIR]
 *
 * Without a folder of feeds, feeds of the usual shapes are made up (made-feeds.ts). Everybody begins with the bytes and
 * ends with values: @rowanmanning/feed-parser reads nothing but a tree of elements until it is asked, so it is asked; what
 * it does unasked is shown beside.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import feedParser from '@rowanmanning/feed-parser'
import { parseFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { readDocument } from '../src/core/formats/read.ts'
import { machine, median } from './machine.ts'
import { madeFeeds } from './made-feeds.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, folder: { type: 'string' } } })
const feeds = values.folder ? files(values.folder) : madeFeeds()
const rss = new RssParser()
const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const readers: Record<string, (bytes: Uint8Array) => unknown> = {
  wireroom: (bytes) => readDocument(bytes, { base: 'https://wire.example/' }),
  feedsmith: (bytes) => parseFeed(decoded(bytes)),
  'rss-parser': (bytes) => rss.parseString(decoded(bytes)),
  '@rowanmanning/feed-parser': (bytes) => feedParser.parseFeed(decoded(bytes)).toJSON(),
  '  the same, unasked': (bytes) => feedParser.parseFeed(decoded(bytes)),
}

// Only what every reader takes counts: none gains by giving up early.
const taken: Uint8Array[] = []
for (const bytes of feeds) {
  let all = true
  for (const read of Object.values(readers))
    try {
      await read(bytes)
    } catch {
      all = false
    }
  if (all) taken.push(bytes)
}
if (taken.length === 0) throw new Error('There is no feed that every reader takes.')
const size = taken.reduce((sum, { length }) => sum + length, 0)
const repeats = Math.max(1, Math.ceil(4_000_000 / size))
console.log(machine())
console.log(
  `${taken.length} of ${feeds.length} feeds, ${(size / 1024 / 1024).toFixed(2)} MB, read ${repeats} times a round`,
)

const warmUps = 2
const seen = new Map<string, number[]>(Object.keys(readers).map((name) => [name, []]))
for (let round = 0; round < Number(values.rounds) + warmUps; round += 1)
  for (const [name, read] of Object.entries(readers)) {
    const began = performance.now()
    for (let n = 0; n < repeats; n += 1) for (const bytes of taken) await read(bytes)
    if (round >= warmUps) seen.get(name)?.push((size * repeats) / 1e6 / ((performance.now() - began) / 1000))
  }
const own = seen.get('wireroom') ?? []
for (const [name, rates] of seen) {
  // Compared within each round: whatever else the machine does meanwhile slows both.
  const times = median(rates.map((rate, round) => (own[round] ?? 0) / rate))
  const comparison = name === 'wireroom' ? '' : `   wireroom is ${times.toFixed(1)} × as fast`
  console.log(`${name.padEnd(26)} ${median(rates).toFixed(1).padStart(7)} MB/s${comparison}`)
}

function files(folder: string): Uint8Array[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && /\.(xml|rss|atom|rdf)$/.test(path))
    .map((path) => readFileSync(path))
}
