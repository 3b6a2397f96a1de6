/** Runs what is queued now and comes back: for tests, and for commands that must leave nothing undone. */
import { EventEmitter } from 'node:events'
import { Logger, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Pool } from '../db/connection.ts'
import type { Handlers } from './runner.ts'

/** Who called tells what there is to tell. */
const logger = new Logger(() => () => undefined)

/** Tasks without a handler stay where they are. Answers the names of those that ran, in order. Throws the first failure. */
export async function takeTasks(pool: Pool, handlers: Partial<Handlers>): Promise<string[]> {
  const ran: string[] = []
  const failed: unknown[] = []
  const events: WorkerEvents = new EventEmitter()
  events.on('job:success', ({ job }) => void ran.push(job.task_identifier))
  events.on('job:error', ({ error }) => void failed.push(error))
  await runOnce({
    pgPool: pool.pg,
    taskList: { ...handlers } as unknown as TaskList,
    noHandleSignals: true,
    events,
    logger,
  })
  if (failed.length > 0) throw failed[0]
  return ran
}
