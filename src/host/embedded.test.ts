import assert from 'node:assert/strict'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { quickFolder } from '../../test/support/cluster.ts'
import { Conflict, Unavailable } from '../core/errors.ts'
import { connectionOptions, type Reach } from '../db/connection.ts'
import { useEmbedded } from './embedded.ts'
import { placeOf, postmasterPid, stopServer } from './postgres/server.ts'

test('several come at once, share one server, and the last one out stops it', async () => {
  await using place = await room()
  const [first, second, third] = await Promise.all([
    useEmbedded(place.data, 'serve'),
    useEmbedded(place.data, 'work'),
    useEmbedded(place.data, 'command'),
  ])
  assert.equal(await ask(first.reach, 'show listen_addresses'), '', 'it is not on the network')
  const server = await postmasterPid(placeOf(place.data))
  await third.release()
  await first.release()
  assert.equal(await ask(second.reach, 'select 1::text'), '1', 'one still uses it')
  await second.release()
  assert.equal(await postmasterPid(placeOf(place.data)), undefined, 'nobody is left')
  assert.ok(server !== undefined && !alive(server))
})

test('what was written is there the next time, also under a private folder with spaces in its name', async () => {
  await using place = await room('a  folder', 0o700)
  const before = await useEmbedded(place.data, 'command')
  await ask(before.reach, 'create table kept as select 42 as n')
  await before.release()
  const after = await useEmbedded(place.data, 'command')
  assert.equal(await ask(after.reach, 'select n::text from kept'), '42')
  await after.release()
})

test('root gives the server to a user without rights, where the folders let it in', { skip: !isRoot() }, async () => {
  await using place = await room('open', 0o755)
  const used = await useEmbedded(place.data, 'command')
  const pid = await postmasterPid(placeOf(place.data))
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  assert.match(status, /^Uid:\s+65534\s/m)
  await used.release()
})

test('a path too long for a socket gets a private one elsewhere', async () => {
  await using place = await room('x'.repeat(120))
  const used = await useEmbedded(place.data, 'command')
  assert.match('socketDirectory' in used.reach ? used.reach.socketDirectory : '', /^\/tmp\/wireroom-/)
  assert.equal(await ask(used.reach, 'select 1::text'), '1')
  await used.release()
  await rm(placeOf(place.data).socket, { recursive: true, force: true })
})

test('a socket folder that somebody else put there is refused', { skip: !isRoot() }, async () => {
  await using place = await room('y'.repeat(120))
  const { socket } = placeOf(place.data)
  await mkdir(socket, { mode: 0o755 })
  await chown(socket, 12_345, 12_345)
  try {
    await assert.rejects(useEmbedded(place.data, 'command'), /belongs to somebody else/)
  } finally {
    await rm(socket, { recursive: true })
  }
})

test('a second start on the same data is refused; the first goes on', async () => {
  await using place = await room()
  const first = await useEmbedded(place.data, 'start')
  await assert.rejects(useEmbedded(place.data, 'start'), (error) => {
    assert.ok(error instanceof Conflict)
    assert.match(error.message, /stop it first, or set WIREROOM_DATA/)
    return true
  })
  assert.equal(await ask(first.reach, 'select 1::text'), '1')
  await first.release()
})

test('a server that was killed is brought back by who uses it, with all that was committed', async () => {
  await using place = await room()
  const used = await useEmbedded(place.data, 'work')
  await ask(used.reach, 'create table kept as select 42 as n')
  const killed = (await postmasterPid(placeOf(place.data))) ?? 0
  process.kill(killed, 'SIGKILL')
  const back = await until(async () => {
    const now = await postmasterPid(placeOf(place.data))
    return now !== undefined && now !== killed ? await ask(used.reach, 'select n::text from kept') : undefined
  })
  assert.equal(back, '42')
  await until(async () => ((await ask(used.reach, holders)) === '1' ? true : undefined))
  await used.release()
  assert.equal(await postmasterPid(placeOf(place.data)), undefined)
})

test('after a power cut, a lock that names another program, or nothing, stands in nobody’s way', async () => {
  await using place = await room()
  const before = await useEmbedded(place.data, 'command')
  const { cluster, socket } = placeOf(place.data)
  const lock = await readFile(join(cluster, 'postmaster.pid'), 'utf8')
  await before.release()
  const [, ...rest] = lock.split('\n')
  for (const left of [[process.pid, ...rest].join('\n'), '', 'gib']) {
    await writeFile(join(cluster, 'postmaster.pid'), left, { mode: 0o644 })
    await writeFile(join(socket, '.s.PGSQL.5432.lock'), left, { mode: 0o644 })
    const after = await useEmbedded(place.data, 'command')
    assert.equal(await ask(after.reach, 'select 1::text'), '1')
    await after.release()
  }
})

test('data of another PostgreSQL is refused with what to do, and left alone', async () => {
  await using place = await room()
  await mkdir(join(place.data, 'postgres'), { recursive: true })
  await writeFile(join(place.data, 'postgres', 'PG_VERSION'), '17\n')
  await assert.rejects(useEmbedded(place.data, 'command'), (error) => {
    assert.ok(error instanceof Unavailable)
    assert.match(error.message, /PostgreSQL 17.*brings PostgreSQL 18: go back/)
    return true
  })
  assert.equal(await readFile(join(place.data, 'postgres', 'PG_VERSION'), 'utf8'), '17\n')
})

test('a place that cannot hold a database is told as what it is', async () => {
  await using place = await room()
  await mkdir(join(place.data, 'postgres'), { recursive: true })
  await writeFile(join(place.data, 'postgres', 'letter'), 'Dear reader')
  await assert.rejects(useEmbedded(place.data, 'command'), /postgres holds something that is no database: move it away/)
  assert.equal(await readFile(join(place.data, 'postgres', 'letter'), 'utf8'), 'Dear reader')
  for (const name of ['letter', 'letter/data'])
    await assert.rejects(useEmbedded(join(place.data, 'postgres', name), 'command'), (error) => {
      assert.ok(error instanceof Unavailable)
      assert.match(error.message, /cannot be a folder, a file stands in its place: set WIREROOM_DATA/)
      return true
    })
})

test('data that somebody else uses are told as theirs', { skip: !isRoot() }, async () => {
  await using place = await room()
  const used = await useEmbedded(place.data, 'command')
  process.seteuid?.(12_345)
  try {
    await assert.rejects(useEmbedded(place.data, 'command'), /belongs to user 65534, and this is user 12345: run it as/)
  } finally {
    process.seteuid?.(0)
    await used.release()
  }
})

const holders = "select count(*)::text from pg_locks where locktype = 'advisory' and mode = 'ShareLock'"

/** A data directory of the test's own, in a folder of that name and mode. */
async function room(name = 'data', mode = 0o711) {
  const outer = await mkdtemp(join(await quickFolder(), 'wr-'))
  await chmod(outer, mode)
  const data = join(outer, name)
  return {
    data,
    async [Symbol.asyncDispose]() {
      await stopServer(placeOf(data), 1_000)
      await rm(outer, { recursive: true, force: true })
    },
  }
}

async function ask(reach: Reach, question: string): Promise<string> {
  const client = new pg.Client(connectionOptions(reach, 'test'))
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<string[]>({ text: question, rowMode: 'array' })
    return rows[0]?.[0] ?? ''
  } finally {
    const ended = once(client, 'end')
    await client.end()
    await ended
  }
}

/** Asks until there is an answer; an error is none yet. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look().catch(() => undefined)
    if (found !== undefined) return found
    await sleep(50)
  }
  throw new Error('It did not come about.')
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function isRoot(): boolean {
  return process.geteuid?.() === 0
}
