/**
 * Pages as they are made: stories nobody has asked for yet, rendered one by one from the database (compression apart),
 * and how long a publication takes to stand on the front page of every web process. Needs wrk on the machine.
 *
 *   npm run bench:pages [-- --rounds 5 --stories 12000 --publications 50]
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { readConfig } from '../src/config.ts'
import { sanitise } from '../src/core/html/sanitise.ts'
import type { MemberId } from '../src/core/id.ts'
import { type Db, openPool } from '../src/db/connection.ts'
import { insertMember } from '../src/db/members.ts'
import { migrate } from '../src/db/migrate.ts'
import { newId } from '../src/db/new-id.ts'
import { openDatabase } from '../src/host/database.ts'
import { storyHref } from '../src/routes.ts'
import { publish } from '../src/wire/publish.ts'
import { draftFor } from '../test/support/drafts.ts'
import { machine, median } from './machine.ts'
import { needs, wrk } from './wrk.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    stories: { type: 'string', default: '12000' },
    publications: { type: 'string', default: '50' },
  },
})
const [rounds, stories, publications] = [values.rounds, values.stories, values.publications].map(Number) as [
  number,
  number,
  number,
]
needs('wrk')

const data = mkdtempSync(join(tmpdir(), 'wireroom-pages-'))
const env = { WIREROOM_DATA: data, WIREROOM_URL: 'https://wire.example' }
const database = await openDatabase(readConfig(env), { role: 'command' })
const pool = openPool(database.reach, { name: 'bench', size: 2 })
try {
  await migrate(database.reach, { url: env.WIREROOM_URL, clock: () => new Date() })
  const paths = await fill(pool.db)
  console.log(machine())
  await cold(paths)
  await visible(pool.db)
} finally {
  await pool.close()
  await database.release()
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
}

/** Every round a process that has kept nothing, and stories of which none is asked for twice. */
async function cold(paths: readonly string[]): Promise<void> {
  const list = join(data, 'paths')
  writeFileSync(list, paths.join('\n'))
  const rates: number[] = []
  const p99s: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const web = await startWeb()
    // The code is warm, no edition is.
    for (const path of paths.slice(0, 300)) await (await fetch(web.url + path)).arrayBuffer()
    const fresh = join(data, `fresh-${round}`)
    writeFileSync(fresh, paths.slice(300).join('\n'))
    const { requests, rate, p99, failed } = wrk(web.url, { connections: 64, seconds: 2, paths: fresh })
    await web.end()
    if (failed > 0) throw new Error(`${failed} of ${requests} pages failed.`)
    if (requests > paths.length - 300) throw new Error(`It asked for more than ${paths.length} stories: give more.`)
    rates.push(rate)
    p99s.push(p99)
  }
  console.log(`cold story pages: ${Math.round(median(rates))} pages/s (rounds ${rates.map(Math.round).join(' ')})`)
  console.log(`  the slowest of a hundred, 64 at a time: ${median(p99s).toFixed(1)} ms`)
}

/** From the commit to the front pages of two processes that had kept theirs. */
async function visible(db: Db): Promise<void> {
  const webs = [await startWeb(), await startWeb()]
  const member = await memberOf(db, 'late')
  const waits: number[] = []
  for (let n = 0; n < publications; n += 1) {
    for (const web of webs) await (await fetch(`${web.url}/`)).text()
    const headline = `Just published, number ${n}`
    await db.transaction().execute((tx) => publish(tx, context(), [draftFor(member, { headline }, new Date())]))
    const committed = performance.now()
    await Promise.all(
      webs.map(async (web) => {
        while (!(await (await fetch(`${web.url}/`)).text()).includes(headline)) await sleep(1)
      }),
    )
    waits.push(performance.now() - committed)
  }
  for (const web of webs) await web.end()
  console.log(
    `a publication stands on the front page of both processes after ${median(waits).toFixed(0)} ms (at most ${Math.max(...waits).toFixed(0)} ms)`,
  )
}

function context() {
  return { now: new Date(), by: 'bench', timeZone: 'UTC' }
}

async function memberOf(db: Db, slug: string): Promise<{ id: MemberId; slug: string }> {
  const id = newId<MemberId>(new Date())
  const about = { about: '', languages: [], country: null, countryShown: false, logo: null }
  const member = {
    id,
    slug,
    name: `Paper ${slug}`,
    kind: 'newspaper' as const,
    siteUrl: `https://${slug}.example`,
    ...about,
  }
  await db.transaction().execute((tx) => insertMember(tx, member, new Date(), 'bench'))
  return { id, slug }
}

/** Stories of 5 KB by fifty members; answers their addresses. */
async function fill(db: Db): Promise<string[]> {
  const paragraph = `<p>${'The reading room opened again, and the neighbours came in numbers nobody had hoped for. '.repeat(8)}</p>`
  const body = sanitise(paragraph.repeat(7))
  for (let n = 0; n < 50; n += 1) {
    const member = await memberOf(db, `paper-${n}`)
    const drafts = Array.from({ length: Math.ceil(stories / 50) }, (_, i) =>
      draftFor(
        member,
        { headline: `Story ${n} ${i} of the harbour`, body },
        new Date(Date.now() - (i * 50 + n) * 60_000),
      ),
    )
    await db.transaction().execute((tx) => publish(tx, context(), drafts))
  }
  // As the server does by itself a minute later.
  await sql`analyze`.execute(db)
  const rows = await db.selectFrom('publishedStories').select(['day', 'slug']).execute()
  return rows.map(({ day, slug }) => storyHref({ day: day ?? '', slug: slug ?? '' }))
}

async function startWeb() {
  const child = spawn(
    process.execPath,
    [
      ...(process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []),
      fileURLToPath(new URL('pages-web.ts', import.meta.url)),
    ],
    {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const reader = createInterface({ input: child.stdout })
  const port = await new Promise<string>((resolve) => reader.once('line', resolve))
  const url = `http://127.0.0.1:${port}`
  while ((await fetch(`${url}/readyz`)).status !== 200) await sleep(20)
  return {
    url,
    async end() {
      child.stdin.end()
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}
