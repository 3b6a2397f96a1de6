/**
 * Finding the copies of a story among those of a month: made-up texts of six languages and about 400 words, one in
 * twenty of them a copy (cut, or with a paragraph added) of one before it. Measures what a new story costs: our own work
 * (recognising its text, comparing what was found) and the database's one query, one story at a time and many at once.
 *
 *   npm run bench:clusters [-- --stories 300000 --new 2000]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { readConfig } from '../src/config.ts'
import type { StoryId } from '../src/core/id.ts'
import { isSameText } from '../src/core/story/cluster.ts'
import { addressKey, fingerprint, overlap } from '../src/core/story/fingerprint.ts'
import { findCandidates, insertPrints, type Print } from '../src/db/clusters.ts'
import { type Db, openPool } from '../src/db/connection.ts'
import { migrate } from '../src/db/migrate.ts'
import { openDatabase } from '../src/host/database.ts'
import { machine, median } from './machine.ts'

const { values } = parseArgs({
  options: { stories: { type: 'string', default: '300000' }, new: { type: 'string', default: '2000' } },
})
const [stories, fresh] = [Number(values.stories), Number(values.new)]
const now = new Date('2026-11-27T12:00:00Z')
const since = new Date(now.getTime() - 30 * 86_400_000)

const scripts = ['abcdefghilmnoprstuvw', 'абвгдежзиклмнопрстуя', 'ابتثجحدرسشعفقكلمنهوي', 'אבגדהוזחטיכלמנסעפצקר']
/** Words as common as in a language: the first come far more often than the last. */
const vocabularies = [0, 1, 2, 3, 0, 0].map((script, language) => {
  const next = numbers(language + 99)
  const letters = scripts[script] ?? ''
  const word = () =>
    Array.from({ length: 2 + Math.floor(next() * 7) }, () => letters[Math.floor(next() * letters.length)]).join('')
  return Array.from({ length: 8_000 }, word)
})
const boilerplates = Array.from({ length: 700 }, (_, n) => paragraphsOf(n + 7_000_000)[0] ?? '')

const data = mkdtempSync(join(tmpdir(), 'wireroom-clusters-'))
const env = { WIREROOM_DATA: data, WIREROOM_URL: 'http://localhost:3000' }
const database = await openDatabase(readConfig(env), { role: 'command' })
const pool = openPool(database.reach, { name: 'bench', size: 2 })
try {
  await migrate(database.reach, { url: env.WIREROOM_URL, clock: () => now })
  console.log(machine())
  await makeStories(pool.db)
  const began = performance.now()
  for (let at = 0; at < stories; at += 1000) await keep(pool.db, at, Math.min(1000, stories - at))
  await sql`vacuum analyze fingerprints`.execute(pool.db)
  const { rows } = await sql<{ mb: number }>`
    select pg_total_relation_size('fingerprints') / 1048576 as mb`.execute(pool.db)
  console.log(`${stories} stories kept in ${seconds(began)}, ${rows[0]?.mb} MB with the index`)
  for (const atOnce of [1, 100]) await measure(pool.db, atOnce)
} finally {
  await pool.close()
  await database.release()
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
}

async function measure(db: Db, atOnce: number): Promise<void> {
  const own: number[] = []
  const query: number[] = []
  let [found, copies, wrong, candidates] = [0, 0, 0, 0]
  for (let at = stories; at < stories + fresh; at += atOnce) {
    const texts = Array.from({ length: atOnce }, (_, n) => textOf(at + n))
    let began = performance.now()
    const prints = texts.map(({ text }, n) => printOf(at + n, text))
    const recognised = performance.now() - began
    began = performance.now()
    const seen = await db.transaction().execute((tx) => findCandidates(tx, prints, since))
    query.push((performance.now() - began) / atOnce)
    began = performance.now()
    const byStory = new Map(prints.map((print) => [print.story, print]))
    const same = seen.filter((candidate) => {
      const text = byStory.get(candidate.of)?.text
      return text && candidate.text && isSameText(overlap(text, candidate.text))
    })
    own.push((recognised + performance.now() - began) / atOnce)
    candidates += seen.length
    const originals = new Map(texts.map(({ of }, n) => [idOf(at + n), of === undefined ? undefined : idOf(of)]))
    copies += texts.filter(({ of }) => of !== undefined).length
    found += new Set(same.filter(({ of, story }) => originals.get(of) === story).map(({ of }) => of)).size
    const alone = new Set(texts.flatMap(({ isCopy }, n) => (isCopy ? [] : [idOf(at + n)])))
    wrong += same.filter(({ of }) => alone.has(of)).length
  }
  console.log(
    `${atOnce} at once: our own work ${inMs(own)}, the query ${inMs(query)} a story; ${(candidates / fresh).toFixed(1)} looked at; ${found} of ${copies} copies found, ${wrong} false`,
  )
}

function inMs(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  return `${median(values).toFixed(2)} ms (99 of 100: ${(sorted[Math.floor(sorted.length * 0.99)] ?? 0).toFixed(2)})`
}

async function makeStories(db: Db): Promise<void> {
  await sql`insert into members (id, slug, name, kind, created_at, created_by)
    values (${idOf(-1)}, 'paper', 'Paper', 'newspaper', ${now}, 'bench')`.execute(db)
  // No more of a story than what it is recognised by needs.
  await sql`alter table stories drop constraint stories_have_an_origin`.execute(db)
  await sql`insert into stories (id, member_id, genre, created_at)
    select (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid, ${idOf(-1)}, 'report', ${now}
    from generate_series(0, ${stories - 1}) n`.execute(db)
}

async function keep(db: Db, from: number, count: number): Promise<void> {
  const prints = Array.from({ length: count }, (_, n) => printOf(from + n, textOf(from + n).text))
  await db.transaction().execute((tx) => insertPrints(tx, prints, now))
}

function printOf(n: number, text: string): Print {
  const url = `https://paper-${n % 700}.example/2026/11/${n}`
  return { story: idOf(n), version: 1, text: fingerprint(text), addressKey: addressKey(url) }
}

function idOf(n: number): StoryId {
  return `${(n >>> 0).toString(16).padStart(8, '0')}-0000-7000-8000-000000000000` as StoryId
}

/** The text of a number, the same every time. Every publisher has a paragraph of its own below all it prints. */
function textOf(n: number): { text: string; of: number | undefined; isCopy: boolean } {
  const of = n > 1000 && n % 20 === 7 ? (Math.imul(n, 0x9e3779b1) >>> 0) % Math.min(n, stories) : undefined
  const source = of ?? n
  const original = of !== undefined && source % 20 === 7 ? undefined : of
  const paragraphs = paragraphsOf(source)
  if (of !== undefined) n % 40 === 7 ? paragraphs.splice(5) : paragraphs.splice(2, 0, paragraphsOf(n * 7 + 1)[0] ?? '')
  return {
    text: [...paragraphs, boilerplates[n % boilerplates.length]].join('\n\n'),
    of: original,
    isCopy: of !== undefined,
  }
}

function paragraphsOf(seed: number): string[] {
  const next = numbers(seed + 1)
  const words = vocabularies[seed % vocabularies.length] ?? []
  return Array.from({ length: 9 }, () =>
    Array.from({ length: 42 }, () => words[Math.floor(next() ** 2 * words.length)]).join(' '),
  )
}

/** Mulberry32: repeatable, and spread well enough. */
function numbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(0)} s`
}
