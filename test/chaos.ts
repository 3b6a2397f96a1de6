/**
 * Kills the program again and again while sources feed in, and shows that nothing is lost and nothing doubled:
 *
 *   npm run chaos -- [--kills 200] [--sources 50]
 *
 * Each source is a local site whose feed grows while the killing goes on. Every kill takes a random process of the
 * running program: supervisor, web, jobs, the database's postmaster or one of its backends. In the end every item ever
 * put out must be exactly one published story with exactly one event, a reader with a cursor must have seen every event
 * once and in order, and the program must still be running with nobody's help.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { withDatabase } from '../src/commands/with-database.ts'
import { readConfig } from '../src/config.ts'
import type { Seq } from '../src/core/id.ts'
import { type Db, openPool } from '../src/db/connection.ts'
import { readEvents } from '../src/db/events.ts'
import { openDatabase } from '../src/host/database.ts'
import { addSource } from '../src/ingest/add-source.ts'
import { addMember } from '../src/membership/add-member.ts'
import { createFetcher } from '../src/net/fetch.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, sources: { type: 'string', default: '50' } },
})
const kills = Number(values.kills)
const many = Number(values.sources)
const mostItems = 150

const data = await mkdtemp(join(tmpdir(), 'wireroom chaos '))
const env = {
  ...process.env,
  WIREROOM_DATA: data,
  PORT: String(20_000 + (process.pid % 10_000)),
  WIREROOM_ALLOW_PRIVATE_NETWORKS: 'on',
  WIREROOM_MIN_POLL_SECONDS: '1',
  LOG_LEVEL: 'warning',
}
const config = readConfig(env)
const sites = await Promise.all(Array.from({ length: many }, (_, i) => growingSite(i)))

await withDatabase(config, async ({ db, clock }) => {
  const member = await addMember(
    db,
    { name: 'Chaos Gazette', kind: 'website', site: 'http://gazette.example' },
    { now: clock(), by: 'chaos' },
  )
  const fetcher = createFetcher(config)
  for (const site of sites)
    await addSource(
      { db, fetcher, clock, minPollSeconds: 1, url: config.url },
      { url: site.url, member: member.slug, grant: { shows: 'full', pictures: 'none' } },
      'chaos',
    )
  await fetcher.close()
})

let program = start()
const reading = new AbortController()
const seen = followLog(reading.signal)
await untilReady()
const growing = setInterval(() => {
  for (const site of sites) if (Math.random() < 0.3) site.grow()
}, 200)

const tally = new Map<string, number>()
for (let done = 0; done < kills; ) {
  await sleep(50 + Math.random() * 700)
  if (program.exitCode !== null || program.signalCode !== null) program = start()
  const tree = await processTree()
  // Every role is as likely as another, however many processes it has.
  const roles = [...new Set(tree.map((process) => process.role))]
  const role = roles[Math.floor(Math.random() * roles.length)]
  const ofRole = tree.filter((process) => process.role === role)
  const victim = ofRole[Math.floor(Math.random() * ofRole.length)]
  if (!victim) continue
  try {
    process.kill(victim.pid, 'SIGKILL')
  } catch {
    continue
  }
  done += 1
  tally.set(victim.role, (tally.get(victim.role) ?? 0) + 1)
  if (done % 20 === 0) console.log(`${done} killed, ${sites.reduce((sum, site) => sum + site.count(), 0)} items out`)
}
clearInterval(growing)
if (program.exitCode !== null || program.signalCode !== null) program = start()
console.log(`killed: ${[...tally].map(([role, count]) => `${count} ${role}`).join(', ')}`)

const emitted = sites.flatMap((site) => site.guids())
let verdict = await settle()
reading.abort()
const read = await seen
verdict = verdict.concat(await compareLog(read))
program.kill('SIGTERM')
const stopped = await Promise.race([
  new Promise((resolve) => program.once('exit', resolve)),
  sleep(8_000).then(() => 'late'),
])
if (stopped === 'late') verdict.push('The program did not stop within 8 seconds of SIGTERM.')
for (const site of sites) site.server.close()
if (verdict.length > 0) {
  console.error(verdict.join('\n'))
  console.error(`The data is left in ${data}.`)
  process.exit(1)
}
await rm(data, { recursive: true, force: true })
console.log(`${kills} kills, ${emitted.length} items, ${read.length} events: nothing lost, nothing doubled, no repair.`)
process.exit(0)

function start(): ChildProcess {
  const child = spawn(process.execPath, ['bin/wireroom.mjs', 'start'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  return child
}

async function untilReady(): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${config.port}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    if (Date.now() > deadline) throw new Error('The program did not become ready within a minute.')
    await sleep(100)
  }
}

/** Waits until every item is a story, or nothing moves any more, and says what is wrong then. */
async function settle(): Promise<string[]> {
  const deadline = Date.now() + 180_000
  for (;;) {
    await sleep(2_000)
    if (program.exitCode !== null || program.signalCode !== null) program = start()
    const wrong = await look((db) => compareStories(db)).catch((error: Error) => [
      `The database cannot be asked: ${error.message}`,
    ])
    if (wrong.length === 0 || Date.now() > deadline) return wrong
  }
}

async function compareStories(db: Db): Promise<string[]> {
  const { rows } = await sql<{ guid: string; stories: number; events: number }>`
    select i.guid, count(distinct i.story_id)::int as stories,
      (select count(*)::int from events e where e.story_id = any(array_agg(i.story_id)) and e.kind = 'published') as events
    from items i group by i.guid`.execute(db)
  const kept = new Map(rows.map((row) => [row.guid, row]))
  const lost = emitted.filter((guid) => kept.get(guid)?.stories !== 1)
  const doubled = rows.filter((row) => row.stories > 1 || row.events !== 1)
  const { rows: counts } = await sql<{ stories: number; published: number; waiting: number; stuck: number }>`
    select (select count(*)::int from stories) as stories, (select count(*)::int from publications) as published,
      (select count(*)::int from graphile_worker.jobs) as waiting,
      (select count(*)::int from sources where failures > 20) as stuck`.execute(db)
  const wrong: string[] = []
  if (lost.length > 0) wrong.push(`${lost.length} items are no story, e.g. ${lost[0]}.`)
  if (doubled.length > 0)
    wrong.push(`${doubled.length} items are not exactly one story and event, e.g. ${doubled[0]?.guid}.`)
  const [count] = counts
  if (count?.stories !== emitted.length) wrong.push(`${count?.stories} stories for ${emitted.length} items.`)
  if (count?.published !== emitted.length) wrong.push(`${count?.published} publications for ${emitted.length} items.`)
  if (count?.stuck) wrong.push(`${count.stuck} sources are stuck.`)
  return wrong
}

/** Follows the log with a cursor through every crash, as a client of the wire would. */
async function followLog(signal: AbortSignal): Promise<string[]> {
  const read: string[] = []
  let after: Seq | '0' = '0'
  let idle = 0
  while (!signal.aborted || idle < 2) {
    try {
      await look(async (db) => {
        for (;;) {
          const events = await readEvents(db, after, 200)
          for (const event of events) read.push(event.seq)
          after = events.at(-1)?.seq ?? after
          idle = events.length === 0 ? idle + 1 : 0
          if (events.length === 0 && signal.aborted) return
          if (events.length === 0) await sleep(30)
        }
      })
    } catch {
      await sleep(100)
    }
  }
  return read
}

async function compareLog(read: readonly string[]): Promise<string[]> {
  const all = await look(async (db) => {
    const { rows } = await sql<{ seq: string }>`select seq::text as seq from events order by events.seq`.execute(db)
    return rows.map((row) => row.seq)
  })
  if (JSON.stringify(all) === JSON.stringify(read)) return []
  const got = new Set(read)
  const missed = all.filter((seq) => !got.has(seq))
  return [`The cursor read ${read.length} events of ${all.length}: ${missed.length} missed, e.g. ${missed[0]}.`]
}

async function look<T>(act: (db: Db) => Promise<T>): Promise<T> {
  const database = await openDatabase(config, { role: 'command' })
  const pool = openPool(database.reach, { name: 'chaos', size: 1 })
  try {
    return await act(pool.db)
  } finally {
    await pool.close().catch(() => undefined)
    await database.release().catch(() => undefined)
  }
}

/** The running program's processes with what they are: found by their command lines under this data directory. */
async function processTree(): Promise<{ pid: number; role: string }[]> {
  const found: { pid: number; parent: number; line: string }[] = []
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const [stat, line] = await Promise.all([
        readFile(`/proc/${entry}/stat`, 'utf8'),
        readFile(`/proc/${entry}/cmdline`, 'utf8'),
      ])
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      found.push({ pid: Number(entry), parent, line: line.replaceAll('\0', ' ').trim() })
    } catch {
      // It ended while we looked.
    }
  }
  const postmaster = found.find((p) => p.line.includes('postgres') && p.line.includes(join(data, 'postgres')))
  return found.flatMap(({ pid, parent, line }) => {
    if (pid === program.pid) return [{ pid, role: 'supervisor' }]
    if (parent === program.pid && line.includes('serve')) return [{ pid, role: 'web' }]
    if (parent === program.pid && line.includes('work')) return [{ pid, role: 'jobs' }]
    if (pid === postmaster?.pid) return [{ pid, role: 'postmaster' }]
    // Backends of the program, not the one this script follows the log with.
    if (postmaster && parent === postmaster.pid && line.includes('wireroom')) return [{ pid, role: 'backend' }]
    return []
  })
}

type GrowingSite = { url: string; server: Server; grow(): void; count(): number; guids(): string[] }

async function growingSite(index: number): Promise<GrowingSite> {
  const times = [new Date()]
  const guid = (n: number) => `http://site-${index}.example/${n}`
  const server = createServer((_request, response) => {
    const items = times.map(
      (at, n) =>
        `<item><guid>${guid(n)}</guid><link>${guid(n)}</link><title>Site ${index}, story ${n}</title><pubDate>${at.toUTCString()}</pubDate><description>&lt;p&gt;It happened at place ${n}.&lt;/p&gt;</description></item>`,
    )
    response.setHeader('content-type', 'application/rss+xml')
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Site ${index}</title><link>http://site-${index}.example/</link><description>d</description>${items.reverse().join('')}</channel></rss>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/feed`,
    server,
    grow: () => {
      if (times.length < mostItems) times.push(new Date())
    },
    count: () => times.length,
    guids: () => times.map((_, n) => guid(n)),
  }
}
