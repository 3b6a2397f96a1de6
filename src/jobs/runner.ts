/**
 * Runs the queue's tasks, and the rounds: work that comes back every few seconds, such as going to the sources that
 * are due. Each worker's heart beats in the database; whoever finds a dead one gives back what it had claimed.
 */
import { EventEmitter } from 'node:events'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Log } from '../core/log.ts'
import type { Pool } from '../db/connection.ts'
import { beat, bury, findDead } from '../db/workers.ts'
import type { TaskName, Tasks } from './tasks.ts'

export type Handlers = { readonly [Name in TaskName]: (payload: Tasks[Name]) => Promise<void> }

/** `run` answers whether there was work, in which case the next round follows at once. */
export type Round = { readonly name: string; readonly everyMs: number; run(signal: AbortSignal): Promise<boolean> }

export type Jobs = {
  /** Resolves when stopped; rejects when the queue cannot go on. */
  readonly done: Promise<void>
  stop(): Promise<void>
}

const beatMs = 5_000
/** How long a round that fails again and again may stay away. */
const longestWaitMs = 15_000
const deadAfterSeconds = 30

export async function runJobs(options: {
  pool: Pool
  /** Names this process among the workers, e.g. host and process id with something random. */
  id: string
  handlers: Handlers
  rounds: readonly Round[]
  crontab: string
  log: Log
  concurrency?: number
}): Promise<Jobs> {
  const { pool, id, handlers, log } = options
  const names = new Set([id])
  const stopping = new AbortController()
  await beat(pool.db, names)
  const runner = await run({
    pgPool: pool.pg,
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    events: namesFrom(names),
    taskList: taskList(handlers, log),
    crontab: options.crontab,
    preset: { worker: { localQueue: { size: 20, ttl: 60_000 }, gracefulShutdownAbortTimeout: 2_000 } },
    logger: new Logger(() => (level, message, meta) => {
      // Failed tasks are logged with their reason in taskList; the rest is the library's own chatter.
      if (level === 'error' && !message.includes('Failed task'))
        log.warning(message, { library: 'graphile-worker', ...meta })
    }),
  })
  const beating = again(stopping.signal, async () => {
    try {
      await beat(pool.db, names)
      const dead = await findDead(pool.db, deadAfterSeconds)
      if (dead.length > 0) log.warning('Took back what dead workers had claimed.', { workers: dead })
      await bury(pool.db, dead)
    } catch (error) {
      log.warning('The heartbeat was missed.', { error })
    }
    return beatMs
  })
  const rounds = options.rounds.map((round) => {
    let failures = 0
    return again(stopping.signal, async (signal) => {
      try {
        const more = await round.run(signal)
        failures = 0
        return more ? 0 : round.everyMs
      } catch (error) {
        failures += 1
        // What is broken for hours (a database that is away) need not be told every second.
        const wait = Math.min(longestWaitMs, round.everyMs * 2 ** failures)
        log.error(`The round "${round.name}" failed; it comes again.`, { wait, error })
        return wait
      }
    })
  })

  const stop = once(async () => {
    stopping.abort()
    await Promise.allSettled([...rounds, beating])
    await runner.stop().catch(() => undefined)
    await bury(pool.db, [...names]).catch((error) => log.warning('Could not say goodbye.', { error }))
  })
  return { done: runner.promise, stop }
}

/** Task handlers as the library wants them, each failure logged once. */
function taskList(handlers: Handlers, log: Log): TaskList {
  const list: TaskList = {}
  for (const [name, handle] of Object.entries(handlers) as [TaskName, (payload: unknown) => Promise<void>][])
    list[name] = async (payload, { job }) => {
      try {
        await handle(payload)
      } catch (error) {
        log.error(`The task "${name}" failed on try ${job.attempts} of ${job.max_attempts}.`, {
          task: name,
          job: job.id,
          error,
        })
        throw error
      }
    }
  return list
}

/** The library locks jobs in the names of its pools and workers: they must all be known to have a heartbeat. */
function namesFrom(names: Set<string>): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => names.add(workerPool.id))
  events.on('worker:create', ({ worker }) => names.add(worker.workerId))
  return events
}

/** Acts until stopped; each time tells after how many ms the next follows. */
async function again(signal: AbortSignal, act: (signal: AbortSignal) => Promise<number>): Promise<void> {
  while (!signal.aborted) {
    const ms = await act(signal)
    if (ms > 0 && !signal.aborted) await pause(ms, signal)
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}

function once(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= act()
    return running
  }
}
