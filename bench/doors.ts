/**
 * An attacker's day at the door, and what it does to everybody else: stolen addresses and passwords tried from as many
 * connections as are given, each from an address of its own; meanwhile people sign in and read. Then, at a quiet moment,
 * whether the time of an answer tells who has an account.
 *
 *   npm run bench:doors [-- --seconds 20 --connections 50 --accounts 300]
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { readConfig } from '../src/config.ts'
import { openPool } from '../src/db/connection.ts'
import { migrate } from '../src/db/migrate.ts'
import { openDatabase } from '../src/host/database.ts'
import { makeAccount, testPassword } from '../test/support/accounts.ts'
import type { Attack, Felled } from './doors-attack.ts'
import { machine, median } from './machine.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    connections: { type: 'string', default: '50' },
    accounts: { type: 'string', default: '300' },
  },
})
const [seconds, connections, accounts] = [values.seconds, values.connections, values.accounts].map(Number) as [
  number,
  number,
  number,
]

const data = mkdtempSync(join(tmpdir(), 'wireroom-doors-'))
const env = { WIREROOM_DATA: data, WIREROOM_SECRET: 'a secret of benches alone, 32 characters' }
const database = await openDatabase(readConfig(env), { role: 'command' })
const pool = openPool(database.reach, { name: 'bench', size: 2 })
const mailOf = (n: number) => `member${n}@harbour.example`
try {
  await migrate(database.reach, { url: 'http://localhost:3000', clock: () => new Date() })
  for (let n = 0; n < accounts; n += 1)
    await makeAccount(
      pool.db,
      { mail: mailOf(n), name: '', rights: [] },
      { now: new Date(), secret: env.WIREROOM_SECRET },
    )
  console.log(machine())
  const web = await startWeb()
  await underAttack(web.url)
  await byTime(web.url)
  await web.end()
} finally {
  await pool.close()
  await database.release()
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
}

/** Half the accounts are attacked; the other half belongs to people who sign in meanwhile, each once. */
async function underAttack(url: string): Promise<void> {
  const stuffing = new Worker(new URL('./doors-attack.ts', import.meta.url), {
    workerData: {
      url,
      seconds,
      connections,
      mails: Array.from({ length: accounts / 2 }, (_, n) => mailOf(n)),
    } satisfies Attack,
  })
  const felled = new Promise<Felled>((resolve, reject) => stuffing.once('message', resolve).once('error', reject))
  await sleep(1_000)
  const signIns: number[] = []
  const pages: number[] = []
  let refused = 0
  const until = performance.now() + (seconds - 2) * 1_000
  const going: Promise<void>[] = []
  for (let n = accounts / 2, ticks = 0; performance.now() < until; ticks += 1) {
    if (ticks % 10 === 0 && n < accounts) {
      const mail = mailOf(n++)
      going.push(
        tried(url, mail, testPassword).then(({ status, ms }) => {
          signIns.push(ms)
          if (status !== 303) refused += 1
        }),
      )
    }
    going.push(timed(`${url}/sign-in?to=/${ticks}`).then(({ ms }) => void pages.push(ms)))
    await sleep(20)
  }
  await Promise.all(going)
  const { answers, opened } = await felled
  const total = Object.values(answers).reduce((sum, count) => sum + count, 0)
  console.log(
    `stolen passwords: ${total} tries in ${seconds} s from as many addresses, ${opened} opened anything (${Object.entries(
      answers,
    )
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ')})`,
  )
  console.log(`people signing in meanwhile: ${told(signIns)}; ${refused} of ${signIns.length} had to try again`)
  console.log(`pages made for one person meanwhile: ${told(pages)}`)
}

/** The share of pairs in which the one with an account answers later: a half, if time tells nothing. */
async function byTime(url: string): Promise<void> {
  const known: number[] = []
  const unknown: number[] = []
  for (let n = 0; n < Math.min(100, accounts / 2); n += 1) {
    const mine = async () => known.push((await tried(url, mailOf(accounts / 2 + n), 'not the password')).ms)
    const nobodys = async () => unknown.push((await tried(url, `nobody${n}@harbour.example`, 'not the password')).ms)
    // Now the one first, now the other.
    for (const ask of n % 2 === 0 ? [mine, nobodys] : [nobodys, mine]) await ask()
  }
  const later = known.flatMap((a) => unknown.map((b) => (a > b ? 1 : a === b ? 0.5 : 0))) as number[]
  const share = later.reduce((sum, one) => sum + one, 0) / later.length
  console.log(
    `with an account ${median(known).toFixed(1)} ms, without ${median(unknown).toFixed(1)} ms (medians of ${known.length}); with one later in ${(share * 100).toFixed(0)} of 100 pairs`,
  )
}

async function tried(url: string, mail: string, password: string): Promise<{ status: number; ms: number }> {
  return await timed(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ mail, password }),
    headers: {
      origin: url,
      'x-forwarded-for': `198.18.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`,
    },
  })
}

async function timed(url: string, init: RequestInit = {}): Promise<{ status: number; ms: number }> {
  const started = performance.now()
  const answer = await fetch(url, { redirect: 'manual', ...init })
  await answer.arrayBuffer()
  return { status: answer.status, ms: performance.now() - started }
}

function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return `half within ${median(sorted).toFixed(0)} ms, 99 of 100 within ${(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0).toFixed(0)} ms`
}

async function startWeb(): Promise<{ url: string; end(): Promise<void> }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./pages-web.ts', import.meta.url)), '0'], {
    env: { ...process.env, ...env, WIREROOM_TRUSTED_PROXIES: '127.0.0.1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { value: port } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  return {
    url: `http://127.0.0.1:${port}`,
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.stdin.end()
      }),
  }
}
