/** Two programs around one database, the newer one migration ahead, as while an upgrade goes from machine to machine. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type TestDatabase, testDatabase } from '../support/databases.ts'

const tables = [
  'network',
  'members',
  'sources',
  'grants',
  'visits',
  'stories',
  'versions',
  'origins',
  'items',
  'publications',
]

test('old and new run at once for one migration: both take stories in, show them, and hear of each other', async () => {
  await using database = await testDatabase()
  await using old = program(process.cwd(), database)
  await using next = program(await newerProgram(), database)
  await using feed = await growingFeed()

  const oldWeb = await old.serve()
  const oldWork = await old.work()
  await old.run(['member', 'add', '--name', 'Harbour Times', '--kind', 'newspaper', '--site', feed.url])
  await old.run(['source', 'add', `${feed.url}/feed`, '--grant', 'full'])
  feed.grow('First story')
  await shows(oldWeb, 'First story')

  const newWeb = await next.serve()
  assert.deepEqual((await migrationsOf(database)).at(-1), '9001_next.sql')
  await shows(newWeb, 'First story')
  feed.grow('Second story')
  await shows(newWeb, 'Second story')
  await shows(oldWeb, 'Second story')

  await oldWork.stop()
  await next.work()
  feed.grow('Third story')
  await shows(oldWeb, 'Third story')
  await shows(newWeb, 'Third story')

  await oldWeb.stop()
  const again = await old.serve()
  await shows(again, 'Third story')
  const [id] = await idsOf(database, 'Third story')
  await old.run(['release', 'withdraw', id ?? '', '--why', 'Asked to.'])
  await shows(newWeb, 'Third story', false)
  await shows(again, 'Third story', false)
})

/** This program with one migration more: a column for every table, as an expanding migration adds them. */
async function newerProgram(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'wireroom next '))
  for (const part of ['src', 'migrations', 'package.json']) await cp(part, join(home, part), { recursive: true })
  await symlink(resolve('node_modules'), join(home, 'node_modules'))
  const statements = tables.map((table) => `alter table ${table} add column next text not null default 'x';\n`)
  await writeFile(join(home, 'migrations', '9001_next.sql'), statements.join(''))
  return home
}

type Running = { readonly port: number; stop(): Promise<void> }

function program(home: string, database: TestDatabase) {
  const running: ChildProcess[] = []
  const folders: string[] = home === process.cwd() ? [] : [home]
  const start = async (words: readonly string[], settings: Record<string, string> = {}): Promise<ChildProcess> => {
    const data = await mkdtemp(join(tmpdir(), 'wireroom data '))
    folders.push(data)
    const env = {
      ...process.env,
      WIREROOM_DATA: data,
      DATABASE_URL: database.url,
      WIREROOM_SECRET: 'a secret of tests alone, 32 characters',
      WIREROOM_ALLOW_PRIVATE_NETWORKS: 'on',
      WIREROOM_MIN_POLL_SECONDS: '1',
      ...settings,
    }
    const child = spawn(process.execPath, [join(home, 'src', 'main.ts'), ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.push(child)
    return child
  }
  const part = async (words: readonly string[], port: number): Promise<Running> => {
    const child = await start(words, { PORT: String(port) })
    const said = collect(child)
    const stop = async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    while (!/Serving|Working/.test(said())) {
      assert.equal(child.exitCode, null, said())
      await sleep(20)
    }
    return { port, stop }
  }
  return {
    serve: async () => part(['serve'], await freePort()),
    work: () => part(['work'], 3000),
    async run(words: readonly string[]): Promise<void> {
      const child = await start(words)
      const said = collect(child)
      const [status] = await once(child, 'exit')
      assert.equal(status, 0, said())
    },
    async [Symbol.asyncDispose]() {
      for (const child of running) child.kill('SIGKILL')
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
    },
  }
}

function collect(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += String(chunk)
    })
  return () => said
}

/** Until the front page shows the words, or no longer does. */
async function shows({ port }: Running, words: string, wanted = true): Promise<void> {
  for (;;) {
    const page = await fetch(`http://127.0.0.1:${port}/`)
    const text = await page.text()
    assert.equal(page.status, 200, text)
    if (text.includes(words) === wanted) return
    await sleep(50)
  }
}

async function growingFeed() {
  const items: object[] = []
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/feed+json')
    response.end(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Harbour', items }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    grow: (title: string) => void items.unshift({ id: title, title, content_text: `${title} in full.` }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createSocketServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

async function migrationsOf(database: TestDatabase): Promise<string[]> {
  return (await ask<{ name: string }>(database, 'select name from migrations order by name')).map(({ name }) => name)
}

async function idsOf(database: TestDatabase, headline: string): Promise<string[]> {
  const rows = await ask<{ id: string }>(database, `select story_id as id from versions where headline = '${headline}'`)
  return rows.map(({ id }) => id)
}

async function ask<Row extends object>(database: TestDatabase, question: string): Promise<Row[]> {
  const client = new pg.Client(database.url)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(question)).rows
  } finally {
    await client.end()
  }
}
