/**
 * Sanitising HTML against sanitize-html with the same elements, attributes and schemes allowed: MB/s, in one run, in
 * turn; each round is a pair. Ours also makes addresses absolute, frees them of trackers, turns embeds into links and
 * drops hidden text, which the library is not asked for.
 *
 *   npm run bench:sanitise [-- --rounds 9] [--corpus DIR]
 *
 * Without a corpus, bodies of the usual shapes are made up; with one, its feeds are read for theirs.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sanitizeHtml from 'sanitize-html'
import { readDocument } from '../src/core/formats/read.ts'
import { allowed, globalAttributes } from '../src/core/html/allowed.ts'
import { sanitise } from '../src/core/html/sanitise.ts'
import { readStraight } from '../src/core/html/straight.ts'
import { machine, median } from './machine.ts'
import { madeBodies } from './made-bodies.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' }, corpus: { type: 'string' } } })
const bodies = values.corpus ? bodiesOf(values.corpus) : madeBodies()
if (bodies.length === 0) throw new Error('There is no HTML in it.')
const bytes = bodies.reduce((sum, html) => sum + Buffer.byteLength(html), 0)
const repeats = Math.max(1, Math.ceil(4_000_000 / bytes))

const same = {
  allowedTags: [...allowed.keys()],
  allowedAttributes: {
    '*': [...globalAttributes],
    ...Object.fromEntries([...allowed].map(([name, attributes]) => [name, [...attributes]])),
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
}
const cleaners: Record<string, (html: string) => string> = {
  wireroom: (html) => sanitise(html, { base: 'https://paper.example/' }),
  'sanitize-html': (html) => sanitizeHtml(html, same),
}
const rates = new Map<string, number[]>(Object.keys(cleaners).map((name) => [name, []]))
// The first round warms up.
for (let round = 0; round <= Number(values.rounds); round += 1)
  for (const [name, clean] of Object.entries(cleaners)) {
    const began = performance.now()
    for (let n = 0; n < repeats; n += 1) for (const html of bodies) clean(html)
    if (round > 0) rates.get(name)?.push((bytes * repeats) / 1e6 / ((performance.now() - began) / 1000))
  }

const ours = rates.get('wireroom') ?? []
const theirs = rates.get('sanitize-html') ?? []
const ratios = ours.map((rate, round) => rate / (theirs[round] ?? Number.NaN))
const deaf = { open() {}, text() {}, close() {}, mark() {}, rewind() {} }
const straight = bodies
  .map((html) => html.replace(/\r\n?/g, '\n'))
  .filter((html) => readStraight(html, deaf) === html.length)
console.log(machine())
console.log(
  `${bodies.length} bodies, ${(bytes / 1024 / 1024).toFixed(2)} MB, cleaned ${repeats} times a round; ${straight.length} need no repair`,
)
for (const [name, list] of rates) console.log(`${name.padEnd(14)} ${median(list).toFixed(1).padStart(7)} MB/s`)
console.log(
  `wireroom is ${median(ratios).toFixed(2)} × as fast (${ratios.length} pairs: ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
)

function bodiesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && /\.(xml|rss|atom|rdf|json)$/.test(path))
    .flatMap((path) => readDocument(readFileSync(path), { base: 'https://wire.example/' }).items)
    .flatMap(({ summary, content }) => [summary, content].filter((html) => html !== undefined && html !== ''))
}
