/**
 * Searching a large archive: stories in ten languages, made up, with their bodies; questions of one to three words that
 * stand in some story, rare ones and common ones. First what the database is asked for a page with its counts, then the
 * page itself, of a web process of its own.
 *
 *   npm run bench:search [-- --stories 100000 --requests 300]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.ts'
import { readSearch } from '../src/core/search-address.ts'
import { openPool } from '../src/db/connection.ts'
import { findStories } from '../src/db/find-stories.ts'
import { migrate } from '../src/db/migrate.ts'
import { listSearchLanguages, tookTooLong } from '../src/db/search.ts'
import { openDatabase } from '../src/host/database.ts'
import { machine, median } from './machine.ts'
import { fillArchive } from './made-archive.ts'
import { drawWord, madeLanguages, numbers, wordsOf } from './made-words.ts'
import { startWeb } from './start-web.ts'

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '100000' },
    requests: { type: 'string', default: '300' },
    data: { type: 'string' },
  },
})
const [stories, requests] = [Number(values.stories), Number(values.requests)]

// `--data DIR` keeps the archive, and uses the one that is there.
const data = values.data ?? mkdtempSync(join(tmpdir(), 'wireroom-search-'))
const env = { WIREROOM_DATA: data, WIREROOM_URL: 'http://localhost:3000', WIREROOM_TRUSTED_PROXIES: '127.0.0.1' }
const database = await openDatabase(readConfig(env), { role: 'command' })
const pool = openPool(database.reach, { name: 'bench', size: 2 })
const searching = openPool(database.reach, { name: 'bench search', size: 1, prepares: true, patience: 700 })
try {
  await migrate(database.reach, { url: env.WIREROOM_URL, clock: () => new Date() })
  console.log(machine())
  const began = performance.now()
  const made = await fillArchive(pool.db, stories)
  if (made) console.log(`${stories} stories made in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  const languages = await listSearchLanguages(pool.db)
  for (const words of [1, 2, 3]) {
    const asked = questions(words, requests + 30)
    await measure(`${words} word${words > 1 ? 's' : ''}, asked of the database with counts`, asked, async (q) => {
      const { question, sought: filters = {} } = readSearch({ q })
      const found = await inTime({
        ...{ question, filters, languages, language: 'en', now: new Date(), order: 'best', from: 0, limit: 20 },
        facets: true,
        oneEach: true,
        bodies: false,
      })
      if (!found) return 'too long'
      return found.withoutBodies
        ? 'without bodies'
        : found.more
          ? 'more than a thousand'
          : found.hits > 0
            ? 'some'
            : 'none'
    })
  }
  const web = await startWeb(env)
  for (const words of [1, 2, 3])
    await measure(`${words} word${words > 1 ? 's' : ''}, the page`, questions(words, requests + 30), async (q, n) => {
      // Each from an address of its own: nobody asks as often as this.
      const headers = { 'x-forwarded-for': `10.0.${n >> 8}.${n & 255}` }
      const answer = await fetch(`${web.url}/search?q=${encodeURIComponent(q)}`, { headers })
      if (answer.status !== 200) throw new Error(`"${q}" answered ${answer.status}.`)
      await answer.text()
      return 'answered'
    })
  await web.end()
} finally {
  await searching.close()
  await pool.close()
  await database.release()
  if (values.data === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 5 })
}

/** Undefined where it took longer than a reader's search may: the page says so then. */
async function inTime(asked: Parameters<typeof findStories>[1]) {
  try {
    return await findStories(searching.db, asked)
  } catch (error) {
    if (tookTooLong(error)) return undefined
    throw error
  }
}

/** Words of one language, the commonest twenty left out: nobody asks for "the" alone. */
function questions(length: number, count: number): string[] {
  const draw = numbers(7 + length)
  return Array.from({ length: count }, () => {
    const language = madeLanguages[Math.floor(draw() * madeLanguages.length)] ?? 'en'
    const common = new Set(wordsOf(language).slice(0, 20))
    const words: string[] = []
    while (words.length < length) {
      const word = drawWord(language, draw)
      if (!common.has(word)) words.push(word)
    }
    return words.join(' ')
  })
}

async function measure(
  what: string,
  asked: readonly string[],
  ask: (q: string, n: number) => Promise<string>,
): Promise<void> {
  const times: number[] = []
  const outcomes = new Map<string, number>()
  let slowest = { ms: 0, q: '' }
  for (const [n, q] of asked.entries()) {
    const started = performance.now()
    const outcome = await ask(q, n)
    const ms = performance.now() - started
    // The first ones warm the process.
    if (n < 30) continue
    times.push(ms)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (ms > slowest.ms) slowest = { ms, q }
  }
  const sorted = times.toSorted((a, b) => a - b)
  const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0
  const told = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ')
  console.log(
    `${what}: half within ${median(times).toFixed(1)} ms, 99 of 100 within ${p99.toFixed(1)} ms; ${told}; the slowest ${slowest.ms.toFixed(0)} ms`,
  )
}
