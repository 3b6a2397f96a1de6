/**
 * A spammer's day at /join: robots of eight kinds, most from a network of their own, as fast as the server answers.
 * Meanwhile people join, their browsers doing the sum, and readers ask for pages, fifty a second. Then it is counted who
 * is in, and who was written to. At last some of them read mail, come in, and try what can be tried from there.
 *
 *   npm run bench:joining [-- --robots 10000 --people 50 --mailboxes 70 --connections 50]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { readConfig } from '../src/config.ts'
import { type Db, openPool } from '../src/db/connection.ts'
import { migrate } from '../src/db/migrate.ts'
import { openDatabase } from '../src/host/database.ts'
import { challengeIn, solve } from '../test/support/joining.ts'
import { type Letter, readLetters } from '../test/support/letters.ts'
import { drained, fromInside } from './joining-inside.ts'
import { readPages, type Timed, timed, told } from './joining-pages.ts'
import type { Felled, Robots } from './joining-robots.ts'
import { machine } from './machine.ts'

const { values } = parseArgs({
  options: {
    robots: { type: 'string', default: '10000' },
    people: { type: 'string', default: '50' },
    mailboxes: { type: 'string', default: '70' },
    connections: { type: 'string', default: '50' },
  },
})
const [robots, people, mailboxes, connections] = [
  values.robots,
  values.people,
  values.mailboxes,
  values.connections,
].map(Number) as [number, number, number, number]

const data = mkdtempSync(join(tmpdir(), 'wireroom-joining-'))
const env = { WIREROOM_DATA: data, WIREROOM_SECRET: 'a secret of benches alone, 32 characters' }
const database = await openDatabase(readConfig(env), { role: 'command' })
const pool = openPool(database.reach, { name: 'bench', size: 2 })
try {
  await migrate(database.reach, { url: 'http://localhost:3000', clock: () => new Date() })
  console.log(machine())
  const jobs = start('../src/main.ts', ['work'])
  const web = start('./pages-web.ts', ['0'])
  const { value: port } = await createInterface({ input: web.stdout })[Symbol.asyncIterator]().next()
  const url = `http://127.0.0.1:${port}`
  await underAttack(url)
  await counted(url, pool.db)
  await withMailboxes(url, pool.db)
  await Promise.all([ended(web), ended(jobs)])
} finally {
  await pool.close()
  await database.release()
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
}

async function underAttack(url: string): Promise<void> {
  const began = performance.now()
  const workerData: Robots = { url, count: robots, connections }
  const attack = new Worker(new URL('./joining-robots.ts', import.meta.url), { workerData })
  let isOver = false
  const felled = new Promise<Felled>((resolve, reject) => attack.once('message', resolve).once('error', reject))
  void felled.finally(() => {
    isOver = true
  })
  await sleep(1_000)
  const joins: Timed[] = []
  const going: Promise<void>[] = []
  const pages = await readPages(
    url,
    () => isOver && joins.length >= people,
    (asked) => {
      if (asked % 12 === 0 && asked / 12 < people)
        going.push(comeIn(url, asked / 12).then((one) => void joins.push(one)))
    },
  )
  await Promise.all(going)
  const seconds = (performance.now() - began) / 1_000
  console.log(`robots: ${robots} in ${seconds.toFixed(0)} s`)
  tell(await felled)
  const refused = joins.filter(({ status }) => status !== 200).length
  console.log(
    `people who asked to join meanwhile: ${told(joins.map(({ ms }) => ms))}; ${refused} of ${joins.length} were refused`,
  )
  console.log(`pages meanwhile: ${told(pages)} (${pages.length})`)
}

/** Somebody with a browser: the page, the sum, three seconds, and the form. Answers how the form went. */
async function comeIn(url: string, n: number): Promise<Timed> {
  const from = { 'x-forwarded-for': `198.18.${n}.7` }
  const page = await fetch(`${url}/join`, { headers: from })
  const challenge = challengeIn(await page.text())
  const [solution] = await Promise.all([solve(challenge), sleep(3_000)])
  const body = new URLSearchParams({ mail: personal(n), challenge, solution })
  return await timed(`${url}/join`, { method: 'POST', body, headers: { ...from, origin: url } })
}

function personal(n: number): string {
  return `person${n}@people.example`
}

/** Who has a letter, who comes in by it, and what there is that should not be. */
async function counted(url: string, db: Db): Promise<void> {
  await drained(db)
  const letters = await readLetters(data)
  const to = (who: RegExp) => letters.filter((letter) => who.test(letter.to))
  const mine = to(/@people\.example$/)
  let came = 0
  for (const letter of mine) if (await arrives(url, letter)) came += 1
  const { accounts, worked, applications } = await kept(db)
  console.log(`letters to people: ${mine.length} of ${people}; came in by them: ${came}, the work noted of ${worked}`)
  console.log(`letters to robots: ${to(/@robots\.example$/).length}, to the one address: ${to(/^victim@/).length}`)
  console.log(`accounts: ${accounts}; applications: ${applications}`)
  if (came !== people || worked !== people || accounts !== people || applications > 0) process.exitCode = 1
}

async function arrives(url: string, letter: Letter): Promise<boolean> {
  const { searchParams } = new URL(letter.links[0] ?? '')
  const form = { key: searchParams.get('key') ?? '', to: searchParams.get('to') ?? '' }
  const used = await fetch(`${url}/sign-in/link/use`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: url },
    redirect: 'manual',
  })
  const cookie = used.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const there = await fetch(`${url}${used.headers.get('location')}`, { headers: { cookie }, redirect: 'manual' })
  return there.headers.get('location') === '/join/application'
}

async function kept(db: Db): Promise<{ accounts: number; worked: number; applications: number }> {
  const [accounts, worked, applications] = await Promise.all([
    db.selectFrom('accounts').select('id').execute(),
    db.selectFrom('arrivals').select('accountId').execute(),
    db.selectFrom('applications').select('id').execute(),
  ])
  return { accounts: accounts.length, worked: worked.length, applications: applications.length }
}

function tell(answers: Felled): void {
  for (const [kind, statuses] of Object.entries(answers))
    console.log(
      `  ${kind}: ${Object.entries(statuses)
        .map(([status, count]) => `${status}: ${count}`)
        .join(', ')}`,
    )
}

/** Some of them read mail. What they come to is counted: no member, no right, no more in the queue than a day takes. */
async function withMailboxes(url: string, db: Db): Promise<void> {
  let isOver = false
  const inside = fromInside(url, { db, data, count: mailboxes }).finally(() => {
    isOver = true
  })
  const pages = await readPages(url, () => isOver)
  const { cameIn, answers } = await inside
  console.log(`spammers with mailboxes: ${mailboxes}, came in: ${cameIn}`)
  tell(answers)
  console.log(`pages meanwhile: ${told(pages)} (${pages.length})`)
  const sent = await db
    .selectFrom('applications')
    .select(['standing', 'path', 'worked'])
    .where('submittedAt', 'is not', null)
    .execute()
  const of = (path: string) =>
    sent.filter((one) => one.path === path && one.standing === 'waiting' && !one.worked).length
  const [members, rights, shown] = await Promise.all([
    db.selectFrom('members').select('id').execute(),
    db.selectFrom('rights').select('id').execute(),
    fetch(`${url}/members`).then((answer) => answer.text()),
  ])
  console.log(`applications: ${sent.length}; wait in the queue: ${of('open')}, apart: ${of('flood')}`)
  console.log(`members: ${members.length}; rights: ${rights.length}`)
  const isHeld = of('open') + of('flood') === sent.length && of('open') <= 30
  if (!isHeld || members.length + rights.length > 0 || /Casino/.test(shown)) process.exitCode = 1
}

function start(file: string, words: readonly string[]) {
  return spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...words], {
    env: { ...process.env, ...env, WIREROOM_TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'error' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

async function ended(child: ChildProcess): Promise<void> {
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.stdin?.end()
  child.kill('SIGTERM')
  await over
}
