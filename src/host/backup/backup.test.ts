import assert from 'node:assert/strict'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { readConfig } from '../../config.ts'
import { Conflict, Invalid } from '../../core/errors.ts'
import { connectionOptions, type Reach } from '../../db/connection.ts'
import { useEmbedded } from '../embedded.ts'
import { placeOf, stopServer } from '../postgres/server.ts'
import { readSecret } from '../secret.ts'
import { putBack } from './put-back.ts'
import { takeBackup } from './take.ts'

const clock = () => new Date('2026-11-24T09:00:00Z')

test('a backup taken while others write brings back what was there, and keeps what it replaces', async () => {
  await using place = await room()
  const config = readConfig({ WIREROOM_DATA: place.data, WIREROOM_URL: 'https://wire.example' })
  const secret = await readSecret(config)
  await mkdir(join(place.data, 'media', 'ab'), { recursive: true })
  await writeFile(join(place.data, 'media', 'ab', 'picture'), 'a picture')

  const running = await useEmbedded(place.data, 'start')
  await ask(running.reach, "create table kept as select n, repeat('x', 500) as text from generate_series(1, 5000) n")
  let taking = true
  const writing = write(running.reach, () => taking)
  const taken = await takeBackup(place.file, config, running.reach, clock)
  taking = false
  await writing
  assert.deepEqual({ database: taken.database, media: taken.media }, { database: true, media: 1 })
  assert.equal((await stat(place.file)).mode & 0o777, 0o600, 'the secret is in it')
  assert.equal(await ask(running.reach, 'select count(*)::text from pg_replication_slots'), '0')

  await ask(running.reach, 'drop table kept')
  await assert.rejects(putBack(place.file, place.data, clock), Conflict)
  await running.release()
  await writeFile(join(place.data, 'secret'), 'another secret')
  await rm(join(place.data, 'media'), { recursive: true })

  const { manifest, keptIn, settings } = await putBack(place.file, place.data, clock)
  assert.equal(manifest.at, '2026-11-24T09:00:00.000Z')
  assert.match(settings, /WIREROOM_URL="https:\/\/wire\.example"/)
  assert.equal(await readSecret(config), secret)
  assert.equal(await readFile(join(place.data, 'media', 'ab', 'picture'), 'utf8'), 'a picture')
  assert.deepEqual((await readdir(keptIn)).sort(), ['postgres', 'secret'])
  const restored = await useEmbedded(place.data, 'command')
  assert.equal(await ask(restored.reach, 'select sum(n)::text from kept where n <= 5000'), '12502500')
  await restored.release()
})

test('a broken archive changes nothing', async () => {
  await using place = await room()
  const config = readConfig({ WIREROOM_DATA: place.data })
  const running = await useEmbedded(place.data, 'command')
  await ask(running.reach, 'create table kept as select 42 as n')
  await takeBackup(place.file, config, running.reach, clock)
  await running.release()
  const before = (await readdir(place.data)).sort()

  await truncate(place.file, Math.floor((await stat(place.file)).size / 2))
  await assert.rejects(putBack(place.file, place.data, clock), Invalid)
  await writeFile(place.file, 'no archive at all')
  await assert.rejects(putBack(place.file, place.data, clock), Invalid)
  await assert.rejects(putBack(`${place.file}.missing`, place.data, clock), /There is no file/)

  assert.deepEqual((await readdir(place.data)).sort(), before)
  const after = await useEmbedded(place.data, 'command')
  assert.equal(await ask(after.reach, 'select n::text from kept'), '42')
  await after.release()
})

test('a place where no file can be is told before anything is copied', async () => {
  await using place = await room()
  const config = readConfig({ WIREROOM_DATA: place.data, DATABASE_URL: 'postgres://nowhere', WIREROOM_SECRET: secret })
  const nowhere: Reach = { url: 'postgres://nowhere' }
  const folder = dirname(place.file)
  const before = await readdir(folder)
  await assert.rejects(takeBackup(folder, config, nowhere, clock), /is a folder: say a file in it/)
  await assert.rejects(takeBackup(join(folder, 'none', 'b.tar.gz'), config, nowhere, clock), /There is no folder/)
  assert.deepEqual(await readdir(folder), before)
})

const secret = 'a secret of tests alone, 32 characters'

async function room() {
  const outer = await mkdtemp(join(tmpdir(), 'wr-'))
  await chmod(outer, 0o711)
  const data = join(outer, 'data')
  return {
    data,
    file: join(outer, 'backup.tar.gz'),
    async [Symbol.asyncDispose]() {
      await stopServer(placeOf(data), 1_000)
      await rm(outer, { recursive: true, force: true })
    },
  }
}

/** Adds rows and rewrites others for as long as it is told to. */
async function write(reach: Reach, on: () => boolean): Promise<void> {
  for (let n = 5001; on(); n += 1)
    await ask(
      reach,
      `insert into kept values (${n}, 'new'); update kept set text = text || '.' where n % 50 = ${n % 50}`,
    )
}

async function ask(reach: Reach, question: string): Promise<string> {
  const client = new pg.Client(connectionOptions(reach, 'test'))
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<string[]>({ text: question, rowMode: 'array' })
    return rows?.[0]?.[0] ?? ''
  } finally {
    const ended = once(client, 'end')
    await client.end()
    await ended
  }
}
