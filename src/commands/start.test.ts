import assert from 'node:assert/strict'
import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { getPriority } from 'node:os'
import process from 'node:process'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { aRoom, main } from '../../test/support/room.ts'
import { connectionOptions } from '../db/connection.ts'
import { migrate } from '../db/migrate.ts'
import { useEmbedded } from '../host/embedded.ts'

test('start says where it is and, while there is nobody, what to do next and who may look after it', async () => {
  await using room = await aRoom()
  const started = room.run([process.execPath, main, 'start'])
  await started.says(/Next: {2}npx wireroom member add/)
  assert.match(started.said(), new RegExp(`running at http://localhost:${room.port}\n`))
  const link = new RegExp(
    `Nobody looks after this network yet[^\n]*\n {2}http://localhost:${room.port}/set-up\\?key=[\\w-]{43}\n`,
  )
  assert.match(started.said(), link)
  started.tell('SIGTERM')
  assert.equal(await started.ended, 0)

  await room.run([process.execPath, main, 'staff', 'add', 'kim@harbour.example', '--right', 'administrator']).ended
  await room.run([process.execPath, main, 'member', 'add', '--name', 'A', '--kind', 'website', '--site', 'a.example'])
    .ended
  const again = room.run([process.execPath, main, 'start'])
  await again.says(/Its data is in/)
  again.tell('SIGTERM')
  assert.equal(await again.ended, 0)
  assert.doesNotMatch(again.said(), /Next:|set-up/)
})

test('who waits for a page comes before what is done later, and the database before both', {
  timeout: 30_000,
}, async () => {
  await using room = await aRoom()
  const started = room.run([process.execPath, main, 'start'])
  await started.says(/running at/)
  const jobs = await partOf(started.pid, 'work')
  // It gives way once it has the database.
  while (getPriority(jobs) === 0) await sleep(10)
  const others = [await partOf(started.pid, 'serve'), await room.server()]
  assert.deepEqual([jobs, ...others].map(getPriority), [10, 0, 0])
  started.tell('SIGTERM')
  await started.ended
})

test('one wish told twice, as by a terminal and by npm, stops everything cleanly', async () => {
  await using room = await aRoom()
  const started = room.run([process.execPath, main, 'start'])
  await started.says(/running at/)
  started.tell('SIGINT')
  started.tell('SIGTERM')
  assert.equal(await started.ended, 0)
  assert.equal(await room.server(), undefined)
})

test('a terminal that goes away stops everything too', async () => {
  await using room = await aRoom()
  const started = room.run([process.execPath, main, 'start'])
  await started.says(/running at/)
  process.kill(-(started.pid ?? 0), 'SIGHUP')
  assert.equal(await started.ended, 0)
  assert.equal(await room.server(), undefined)
})

test('who is asked to stop while starting leaves nothing running', async () => {
  await using room = await aRoom()
  const started = room.run([process.execPath, main, 'start'])
  while ((await room.server()) === undefined) await sleep(10)
  started.tell('SIGTERM')
  assert.equal(await started.ended, 0)
  assert.equal(await room.server(), undefined)
})

test('npm start and npx hand on the wish to stop', { timeout: 60_000 }, async () => {
  await using room = await aRoom()
  for (const words of [
    ['npm', 'start'],
    ['npx', '--no-install', 'wireroom', 'start'],
  ]) {
    const started = room.run(words)
    await started.says(/running at/)
    started.tell('SIGTERM')
    await started.ended
    while ((await room.server()) !== undefined) await sleep(20)
  }
})

test('a command that is interrupted gives the database back', async () => {
  await using room = await aRoom()
  const silent = createServer()
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  const adding = room.run([process.execPath, main, 'source', 'add', `http://127.0.0.1:${port}/feed`])
  await once(silent, 'connection')
  adding.tell('SIGINT')
  assert.equal(await adding.ended, 130)
  assert.equal(adding.said(), '')
  assert.equal(await room.server(), undefined)
  silent.close()
})

test('a part that may not go on with the database gives it back and ends', async () => {
  await using room = await aRoom()
  const used = await useEmbedded(room.data, 'command')
  await migrate(used.reach, { url: 'http://localhost', clock: () => new Date() })
  const client = new pg.Client(connectionOptions(used.reach, 'test'))
  await client.connect()
  await client.query("insert into migrations values ('0998_x.sql', 'x', now()), ('0999_x.sql', 'x', now())")
  await client.end()
  await used.release()
  for (const command of ['start', 'serve', 'work']) {
    const started = room.run([process.execPath, main, command])
    assert.equal(await started.ended, 1)
    assert.match(started.said(), /^wireroom: This database was written by a newer program/)
    assert.equal(await room.server(), undefined)
  }
})

test('a part that cannot start tells the log why and ends, so that its supervisor hears of it', async () => {
  await using room = await aRoom({ HOST: '192.0.2.7' })
  const part = fork(main, ['serve'], { env: room.env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] })
  let said = ''
  part.stderr?.on('data', (words) => (said += words))
  assert.deepEqual(await once(part, 'close'), [1, null])
  const { level, message } = JSON.parse(said.trim().split('\n').at(-1) ?? '') as { level: string; message: string }
  assert.equal(level, 'error')
  assert.match(message, /^HOST is 192\.0\.2\.7, which is no address of this machine/)
})

test('an address that is not of this machine is told as such', async () => {
  await using room = await aRoom({ HOST: '192.0.2.7' })
  for (const command of ['start', 'serve']) {
    const started = room.run([process.execPath, main, command])
    assert.equal(await started.ended, 1)
    assert.match(started.said(), /^wireroom: HOST is 192\.0\.2\.7, which is no address of this machine/)
    assert.equal(await room.server(), undefined)
  }
})

/** The process id of a part that a supervisor runs. */
async function partOf(supervisor: number | undefined, name: string): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args='])
  const parts = stdout.split('\n').map((line) => /^ *(\d+) +(\d+) .*main\.ts (\w+)$/.exec(line))
  const found = parts.find((part) => Number(part?.[2]) === supervisor && part?.[3] === name)
  return Number(found?.[1])
}
