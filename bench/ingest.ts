/**
 * The whole way in: local feeds over HTTP, read, cleaned, and kept in the embedded PostgreSQL with their stories public
 * and their titles and summaries searchable. Jobs processes as they run in earnest, by default one for each core; the
 * feeds and the database are processes of their own on the same machine.
 *
 *   npm run bench:ingest [-- --rounds 5 --feeds 500 --items 30 --bytes 5000 --again 3 --readers 0 --workers 2]
 *
 * Each round begins on fresh data, with workers that have read some other feeds, as those have that are up: all feeds
 * new, then `--again` times all feeds changed (a new build date) and no item.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { readConfig } from '../src/config.ts'
import type { MemberId, SourceId } from '../src/core/id.ts'
import { connectionOptions, openPool, type Reach } from '../src/db/connection.ts'
import { insertMember } from '../src/db/members.ts'
import { migrate } from '../src/db/migrate.ts'
import { newId } from '../src/db/new-id.ts'
import { insertSource } from '../src/db/sources.ts'
import { openDatabase } from '../src/host/database.ts'
import { jobsFlags } from '../src/host/supervise.ts'
import { cpuOf, cpuOfDatabase, machine, median } from './machine.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    feeds: { type: 'string', default: '500' },
    items: { type: 'string', default: '30' },
    bytes: { type: 'string', default: '5000' },
    again: { type: 'string', default: '3' },
    workers: { type: 'string', default: String(cpus().length) },
    readers: { type: 'string', default: '0' },
  },
})
const [rounds = 0, feeds = 0, items = 0, bytes = 0, again = 0, workers = 0, readers = 0] = [
  ...[values.rounds, values.feeds, values.items, values.bytes, values.again, values.workers, values.readers].map(
    Number,
  ),
]

const compiled = fileURLToPath(new URL('../node_modules/.cache/wireroom', import.meta.url))

/** Other feeds that are read first: a program that is up was compiled where it is busy. */
const others = 60

console.log(machine())
console.log(`${feeds} feeds of ${items} items of ${bytes} bytes, ${workers} workers`)
const seen = { fresh: [] as number[], same: [] as number[], most: [] as number[] }
for (let round = 0; round < rounds; round += 1) {
  const { fresh, same, memory, cpu } = await measure()
  seen.fresh.push(fresh)
  seen.same.push(...same)
  seen.most.push(Math.max(...memory))
  const unchanged = again > 0 ? `, unchanged ${same.map(Math.round).join(' ')} items/s` : ''
  console.log(`round ${round + 1}: new ${Math.round(fresh)} stories/s${unchanged}`)
  console.log(`  a worker at most ${memory.map(Math.round).join(', ')} MB in each pass`)
  const costs = again > 0 ? `; of an unchanged item: ${inWords(cpu.same)}` : ''
  console.log(`  processor time of a new story: ${inWords(cpu.fresh)}${costs}`)
}
const unchanged = again > 0 ? `, unchanged ${Math.round(median(seen.same))} items/s` : ''
console.log(
  `median: new ${Math.round(median(seen.fresh))} stories/s${unchanged}; a worker at most ${Math.round(Math.max(...seen.most))} MB`,
)

async function measure() {
  const data = mkdtempSync(join(tmpdir(), 'wireroom-ingest-'))
  const env = { WIREROOM_DATA: data, WIREROOM_ALLOW_PRIVATE_NETWORKS: 'on', WIREROOM_URL: 'https://wire.example' }
  const database = await openDatabase(readConfig(env), { role: 'command' })
  const sites = start('ingest-sites.ts', [feeds + others, items, bytes].map(String))
  const client = new pg.Client(connectionOptions(database.reach, 'bench'))
  const jobs: ReturnType<typeof start>[] = []
  try {
    await migrate(database.reach, { url: env.WIREROOM_URL, clock: () => new Date() })
    const read = await fill(database.reach, Number(await sites.line()))
    await client.connect()
    await client.query('update sources set next_visit_at = $2 where not id = any($1)', [read, 'infinity'])
    let mb: number[] = []
    const memory: number[] = []
    for (let n = 0; n < workers; n += 1) {
      const worker = start('ingest-worker.ts', [], env)
      worker.lines((line) => mb.push(Number(line)))
      jobs.push(worker)
    }
    await pass(client, others * items)
    // As the server does by itself a minute later.
    await client.query('analyze')
    const reading = readers > 0 ? await readAt(readers, env, client) : undefined
    await client.query('update sources set next_visit_at = case when id = any($1) then $2 else now() end', [
      read,
      'infinity',
    ])
    const spent = meter({ jobs: jobs.map(({ pid }) => pid), sites: sites.pid, data })
    const fresh = await pass(client, feeds * items, () => void spent(1))
    await reading?.end()
    const cpu = { fresh: spent(feeds * items), same: [0, 0, 0] }
    memory.push(Math.max(...mb))
    await check(client)
    const same: number[] = []
    for (let n = 0; n < again; n += 1) {
      mb = []
      sites.say('again')
      await client.query('update sources set next_visit_at = now() where next_visit_at < $1', ['infinity'])
      same.push(await pass(client, feeds * items))
      memory.push(Math.max(...mb))
    }
    cpu.same = spent(feeds * items * again)
    return { fresh, same, memory, cpu }
  } finally {
    await Promise.all(jobs.map((worker) => worker.end()))
    await sites.end()
    await client.end()
    await database.release()
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Asks a web process of its own for so many pages a second, of every kind that stories change, and tells how long they took. */
async function readAt(rate: number, env: Record<string, string>, client: pg.Client) {
  const web = start('pages-web.ts', ['0'], env)
  const home = `http://127.0.0.1:${await web.line()}`
  while ((await fetch(`${home}/readyz`)).status !== 200) await sleep(20)
  const newest = async () =>
    [...(await (await fetch(`${home}/feed.json`)).text()).matchAll(/"url": "https:\/\/wire\.example(\/20[^"]*)"/g)].map(
      ([, path = '']) => path,
    )
  const lists = ['/', '/feed', '/feed.atom', '/members/paper-7', '/archive', '/members/paper-9/feed']
  let stories = await newest()
  const asking: Promise<{ path: string; ms: number }>[] = []
  const ask = async (path: string) => {
    const began = performance.now()
    const answer = await fetch(home + path)
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
    return { path, ms: performance.now() - began }
  }
  // A process that is up was compiled where it is busy.
  for (let turn = 0; turn < 600; turn += 1) {
    await ask(turn % 2 === 0 ? `${lists[(turn / 2) % lists.length]}` : (stories[turn % stories.length] ?? '/'))
    if (turn % 20 === 0) await client.query("select pg_notify('wireroom_editions', 'all')")
  }
  const timer = setInterval(() => {
    const turn = asking.length
    if (turn % 50 === 0) void newest().then((found) => (stories = found))
    const path = turn % 2 === 0 ? lists[(turn / 2) % lists.length] : stories[turn % stories.length]
    asking.push(ask(path ?? '/'))
  }, 1_000 / rate)
  return {
    async end() {
      clearInterval(timer)
      const took = await Promise.all(asking)
      console.log(`  ${took.length} pages meanwhile, ${rate} a second: ${within(took)}`)
      for (const list of lists) console.log(`    ${list}: ${within(took.filter(({ path }) => path === list))}`)
      console.log(`    stories: ${within(took.filter(({ path }) => !lists.includes(path)))}`)
      await web.end()
    },
  }
}

function within(took: readonly { readonly ms: number }[]): string {
  const sorted = took.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)
  return `half within ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms`
}

/** Milliseconds of processor time for one of `count` since the last asking: of the workers, the database, the feeds. */
function meter(of: { jobs: readonly number[]; sites: number; data: string }): (count: number) => number[] {
  const now = () => [of.jobs.reduce((sum, pid) => sum + cpuOf(pid), 0), cpuOfDatabase(of.data), cpuOf(of.sites)]
  let before = now()
  return (count) => {
    const after = now()
    const spent = after.map((cpu, i) => ((cpu - (before[i] ?? 0)) * 1000) / count)
    before = after
    return spent
  }
}

function inWords([worker = 0, database = 0, sites = 0]: readonly number[]): string {
  return `workers ${worker.toFixed(3)} ms, database ${database.toFixed(3)} ms, feeds ${sites.toFixed(3)} ms`
}

/** Waits until every source was visited; answers items per second from the first claim on, which `begun` hears of. */
async function pass(client: pg.Client, count: number, begun = () => {}): Promise<number> {
  const left = async (which: string) => {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from sources where ${which}`)
    return rows[0]?.n ?? 0
  }
  while ((await left('claimed_until is not null')) === 0) await sleep(5)
  const began = performance.now()
  begun()
  while ((await left('next_visit_at <= now() or claimed_until is not null')) > 0) await sleep(50)
  return count / ((performance.now() - began) / 1000)
}

/** Every item is a story that is shown, and that can be found. */
async function check(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ stories: number; found: number }>(
    `select count(*)::int as stories, count(*) filter (where search <> '')::int as found from published_stories`,
  )
  const [{ stories, found } = { stories: 0, found: 0 }] = rows
  const all = (feeds + others) * items
  if (stories !== all || found !== stories)
    throw new Error(`${stories} stories, of which ${found} can be found, instead of ${all}.`)
}

/** Answers the other sources. */
async function fill(reach: Reach, port: number): Promise<SourceId[]> {
  const ids: SourceId[] = []
  const pool = openPool(reach, { name: 'bench', size: 1 })
  const now = new Date()
  await pool.db.transaction().execute(async (tx) => {
    for (let n = 0; n < feeds + others; n += 1) {
      const id = newId<MemberId>(now)
      const site = `https://paper-${n}.example`
      const about = { about: '', languages: [], country: null, countryShown: false, logo: null }
      await insertMember(
        tx,
        { id, slug: `paper-${n}`, name: `Paper ${n}`, kind: 'newspaper', siteUrl: site, ...about },
        now,
        'bench',
      )
      const source = await insertSource(
        tx,
        {
          memberId: id,
          url: `http://127.0.${Math.floor(n / 250)}.${(n % 250) + 1}:${port}/feed`,
          siteUrl: site,
          title: `Paper ${n}`,
          language: null,
          grant: { shows: 'full', pictures: 'none' },
          intervalSeconds: 1800,
        },
        now,
        'bench',
      )
      if (source && n >= feeds) ids.push(source)
    }
  })
  await pool.close()
  return ids
}

function start(file: string, words: readonly string[], env: Record<string, string> = {}) {
  const profile =
    process.env.BENCH_PROFILE && file !== 'ingest-sites.ts'
      ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
      : []
  const child: ChildProcess = spawn(
    process.execPath,
    [
      ...(file === 'ingest-worker.ts' ? jobsFlags : []),
      ...profile,
      fileURLToPath(new URL(file, import.meta.url)),
      ...words,
    ],
    // What was compiled once is found again, as the program's own processes find it (bin/wireroom.mjs).
    { env: { NODE_COMPILE_CACHE: compiled, ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const reader = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  return {
    pid: child.pid ?? 0,
    line: () => new Promise<string>((resolve) => reader.once('line', resolve)),
    lines: (hear: (line: string) => void) => void reader.on('line', hear),
    say: (line: string) => void child.stdin?.write(`${line}\n`),
    async end() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.stdin?.end()
      await gone
    },
  }
}
