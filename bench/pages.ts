/**
 * Pages as they are made: stories nobody has asked for yet, rendered from the database (compression apart) by as many web
 * processes as the machine has cores, which share a port as they do in earnest; and how long a publication takes to stand on the front page of every web process. Needs wrk on the machine.
 *
 *   npm run bench:pages [-- --rounds 5 --stories 20000 --publications 50 --processes 2]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
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
import { cpuOf, cpuOfDatabase, machine, median } from './machine.ts'
import { startWeb, type Web } from './start-web.ts'
import { needs, wrk } from './wrk.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    stories: { type: 'string', default: '20000' },
    publications: { type: 'string', default: '50' },
    processes: { type: 'string', default: '2' },
  },
})
const [rounds, stories, publications, processes] = [
  values.rounds,
  values.stories,
  values.publications,
  values.processes,
].map(Number) as [number, number, number, number]
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
  const [warm, fresh] = [join(data, 'warm'), join(data, 'fresh')]
  const warming = Math.ceil(paths.length / 5)
  writeFileSync(warm, paths.slice(0, warming).join('\n'))
  writeFileSync(fresh, paths.slice(warming).join('\n'))
  const rates: number[] = []
  const p99s: number[] = []
  const costs: number[][] = []
  for (let round = 0; round < rounds; round += 1) {
    const port = 20_000 + (process.pid % 10_000) + round
    const webs = await Promise.all(Array.from({ length: processes }, () => startWeb(env, port)))
    const [{ url }] = webs as [Web]
    // The code is warm, no edition of these is.
    wrk(url, { connections: 16, seconds: 2, paths: warm })
    const used = () => [webs.reduce((sum, { pid }) => sum + cpuOf(pid), 0), cpuOfDatabase(data)]
    const before = used()
    const { requests, rate, p99, failed } = wrk(url, { connections: 64, seconds: 2, paths: fresh })
    const spent = used().map((cpu, at) => ((cpu - (before[at] ?? 0)) * 1000) / requests)
    costs.push(spent)
    for (const web of webs) await web.end()
    if (failed > 0) throw new Error(`${failed} of ${requests} pages failed.`)
    if (requests > paths.length - warming) throw new Error(`It asked for more than ${paths.length} stories: give more.`)
    rates.push(rate)
    p99s.push(p99)
  }
  console.log(
    `cold story pages, ${processes} processes: ${Math.round(median(rates))} pages/s (rounds ${rates.map(Math.round).join(' ')})`,
  )
  console.log(`  the slowest of a hundred, 64 at a time: ${median(p99s).toFixed(1)} ms`)
  const [web = 0, database = 0] = [0, 1].map((at) => median(costs.map((cost) => cost[at] ?? 0)))
  console.log(`  processor time of a page: web ${web.toFixed(3)} ms, database ${database.toFixed(3)} ms`)
}

/** From the commit to the front pages of two processes that had kept theirs. */
async function visible(db: Db): Promise<void> {
  const webs = [await startWeb(env), await startWeb(env)]
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
