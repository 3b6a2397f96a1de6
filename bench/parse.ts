/**
 * Reading feeds, from bytes to items, sanitising apart, against libraries that do the same: MB/s, all in one run, in turn.
 *
 *   npm run bench:parse [-- --rounds 7] [--corpus DIR]
 *
 * Without a corpus, feeds of the usual shapes are made up: RSS with content:encoded in CDATA, RSS with escaped
 * descriptions, Atom with HTML content; 30 items of about 5 KB in several languages.
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

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, corpus: { type: 'string' } } })
const feeds = values.corpus ? files(values.corpus) : madeFeeds()
const rss = new RssParser()
const readers: Record<string, (bytes: Uint8Array, text: string) => unknown> = {
  wireroom: (bytes) => readDocument(bytes, { base: 'https://wire.example/' }),
  feedsmith: (_bytes, text) => parseFeed(text),
  'rss-parser': (_bytes, text) => rss.parseString(text),
  '@rowanmanning/feed-parser': (_bytes, text) => feedParser.parseFeed(text),
}

// Only what every reader takes counts: none gains by giving up early.
const taken: { bytes: Uint8Array; text: string }[] = []
for (const bytes of feeds) {
  const text = new TextDecoder().decode(bytes)
  let all = true
  for (const read of Object.values(readers))
    try {
      await read(bytes, text)
    } catch {
      all = false
    }
  if (all) taken.push({ bytes, text })
}
if (taken.length === 0) throw new Error('There is no feed that every reader takes.')
const size = taken.reduce((sum, { bytes }) => sum + bytes.length, 0)
const repeats = Math.max(1, Math.ceil(4_000_000 / size))
console.log(machine())
console.log(
  `${taken.length} of ${feeds.length} feeds, ${(size / 1024 / 1024).toFixed(2)} MB, read ${repeats} times a round`,
)

const seen = new Map<string, number[]>(Object.keys(readers).map((name) => [name, []]))
for (let round = 0; round < Number(values.rounds) + 1; round += 1)
  for (const [name, read] of Object.entries(readers)) {
    const began = performance.now()
    for (let n = 0; n < repeats; n += 1) for (const { bytes, text } of taken) await read(bytes, text)
    // The first round warms up.
    if (round > 0) seen.get(name)?.push((size * repeats) / 1e6 / ((performance.now() - began) / 1000))
  }
const own = median(seen.get('wireroom') ?? [])
for (const [name, rates] of seen) {
  const rate = median(rates)
  console.log(
    `${name.padEnd(26)} ${rate.toFixed(1).padStart(7)} MB/s${name === 'wireroom' ? '' : `   wireroom is ${(own / rate).toFixed(1)} × as fast`}`,
  )
}

function files(folder: string): Uint8Array[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && /\.(xml|rss|atom|rdf)$/.test(path))
    .map((path) => readFileSync(path))
}
