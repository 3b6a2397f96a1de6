import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { openPool } from '../db/connection.ts'
import { addTasks } from '../db/tasks.ts'
import { type Handlers, type Round, runJobs } from './runner.ts'
import type { Tasks } from './tasks.ts'

const tags = ['front']

/** Runs jobs until the test ends; `did` resolves with the tags of the first purge that ran. */
async function working(world: World, rounds: readonly Round[] = [], purge: () => void = () => undefined) {
  const pool = openPool(world.database.reach, { name: 'jobs', size: 4 })
  const { promise: did, resolve } = Promise.withResolvers<readonly string[]>()
  // The tasks this file never queues are left out.
  const handlers = {
    'purge-cdn': async (payload: Tasks['purge-cdn']) => {
      purge()
      resolve(payload.tags)
    },
  } as unknown as Handlers
  const log = {
    debug() {},
    info() {},
    warning: (message: string) => void world.logged.push({ level: 'warning', message, fields: {} }),
    error: (message: string, fields: unknown) => void world.logged.push({ level: 'error', message, fields }),
  }
  const jobs = await runJobs({ pool, id: 'living', handlers, rounds, crontab: '', log })
  return {
    did,
    jobs,
    async [Symbol.asyncDispose]() {
      await jobs.stop()
      await pool.close()
    },
  }
}

test('what a dead worker had claimed, a job and a source, is taken back', async () => {
  await using world = await newsroom()
  await world.granted({ shows: 'full', pictures: 'none' })
  await addTasks(world.db, [{ name: 'purge-cdn', payload: { tags } }])
  await sql`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now()`.execute(world.db)
  await sql`update sources set claimed_by = 'dead', claimed_until = 'infinity'`.execute(world.db)
  await sql`
    insert into workers (id, started_at, beat_at) values
      ('dead', now() - interval '1 hour', now() - interval '31 seconds'),
      ('slow', now() - interval '1 hour', now() - interval '6 seconds')`.execute(world.db)
  await using work = await working(world)
  assert.deepEqual(await work.did, tags)
  // Its jobs are taken back first: they may be done before its sources are free.
  const claim = () => world.db.selectFrom('sources').select('claimedBy').executeTakeFirstOrThrow()
  while ((await claim()).claimedBy !== null) await sleep(10)
  const workers = (await world.db.selectFrom('workers').select('id').execute()).map(({ id }) => id)
  assert.ok(workers.includes('slow') && workers.includes('living') && !workers.includes('dead'))
})

test('a worker that was killed before its heart beat once blocks no job either', async () => {
  await using world = await newsroom()
  await addTasks(world.db, [{ name: 'purge-cdn', payload: { tags } }])
  await sql`update graphile_worker._private_jobs set locked_by = 'unheard of', locked_at = now() - interval '1 minute'`.execute(
    world.db,
  )
  await using work = await working(world)
  assert.deepEqual(await work.did, tags)
})

test('a worker that stops gives its names back, and waits for the round it is in', async () => {
  await using world = await newsroom()
  const began = Promise.withResolvers<void>()
  let ended = false
  const round: Round = {
    name: 'slow',
    everyMs: 1,
    async run(signal) {
      began.resolve()
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      await sql`select pg_sleep(0.3)`.execute(world.db)
      ended = true
      return true
    },
  }
  await using work = await working(world, [round])
  await began.promise
  await work.jobs.stop()
  assert.equal(ended, true)
  assert.deepEqual(await world.db.selectFrom('workers').selectAll().execute(), [])
})

test('a round that fails is told once each time, and comes again, later each time until it went well', async () => {
  await using world = await newsroom()
  const again = Promise.withResolvers<void>()
  let times = 0
  const round: Round = {
    name: 'broken',
    everyMs: 1,
    async run() {
      times += 1
      if (times === 5) again.resolve()
      if (times !== 4) throw new Error('not today')
      return false
    },
  }
  await using work = await working(world, [round])
  await again.promise
  await work.jobs.stop()
  const told = world.logged.filter(({ message }) => message === 'The round "broken" failed; it comes again.')
  assert.deepEqual(
    told.map(({ fields }) => (fields as { wait: number }).wait),
    [2, 4, 8, 2],
  )
})

test('a task that fails is told with its name and try, and stays queued', async () => {
  await using world = await newsroom()
  await addTasks(world.db, [{ name: 'purge-cdn', payload: { tags } }])
  const failed = Promise.withResolvers<void>()
  await using work = await working(world, [], () => {
    failed.resolve()
    throw new Error('The hook is away.')
  })
  await failed.promise
  await work.jobs.stop()
  assert.deepEqual(
    world.logged.map(({ message }) => message),
    ['The task "purge-cdn" failed on try 1 of 25.'],
  )
  const { rows } = await sql<{ lockedBy: string | null; attempts: number }>`
    select locked_by, attempts from graphile_worker.jobs`.execute(world.db)
  assert.deepEqual(rows, [{ lockedBy: null, attempts: 1 }])
  await sql`delete from graphile_worker._private_jobs`.execute(world.db)
})
