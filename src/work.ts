/** A jobs process: the queue's tasks and the rounds. It knows no page, so that it stays small. */
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import process from 'node:process'
import { openPool } from './db/connection.ts'
import { picturesRound } from './ingest/bring-pictures.ts'
import { clusterRound } from './ingest/cluster.ts'
import { pollRound } from './ingest/poll.ts'
import { lookRound } from './ingest/taken-back.ts'
import { type Jobs, runJobs } from './jobs/runner.ts'
import { createFetcher } from './net/fetch.ts'
import { createMediaStore } from './net/media-store.ts'
import { fetchSettings, lost, type Parts } from './parts.ts'
import { wordsRound } from './search/keep-words.ts'
import { crontab, taskHandlers } from './tasks.ts'

/** Runs the queue's tasks and the rounds until stopped. */
export async function createJobs({ config, reach, clock, log }: Parts): Promise<Jobs> {
  const pool = openPool(reach, {
    name: 'wireroom jobs',
    size: config.databasePool,
    prepares: true,
    onLost: lost(log),
  })
  const fetcher = createFetcher(await fetchSettings(config, pool.db))
  const worker = `${hostname()} ${process.pid} ${randomBytes(4).toString('hex')}`
  const context = { db: pool.db, fetcher, clock, minPollSeconds: config.minPollSeconds, url: config.url, worker, log }
  const jobs = await runJobs({
    pool,
    id: worker,
    handlers: taskHandlers(config, pool.db, clock, log, fetcher),
    rounds: [
      pollRound(context),
      lookRound(context),
      clusterRound(context),
      wordsRound(pool.db),
      picturesRound({ ...context, media: createMediaStore(config, clock) }),
    ],
    crontab,
    log,
  })
  return {
    done: jobs.done,
    async stop() {
      await jobs.stop()
      await fetcher.close()
      await pool.close()
    },
  }
}
