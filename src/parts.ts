/** What every process of the program is made of, whatever it does (app.ts, work.ts). */
import type { Config } from './config.ts'
import { namedUserAgent } from './core/agent.ts'
import type { Clock } from './core/clock.ts'
import { Unavailable } from './core/errors.ts'
import type { Log } from './core/log.ts'
import type { Db, Reach } from './db/connection.ts'
import { readNetwork } from './db/network.ts'

export type Parts = {
  readonly config: Config
  readonly reach: Reach
  readonly listenReach: Reach
  readonly clock: Clock
  readonly log: Log
}

/** Sites are told who comes, and where to complain. */
export async function fetchSettings(config: Config, db: Db): Promise<Config & { userAgent: string }> {
  const { name } = await readNetwork(db)
  return { ...config, userAgent: namedUserAgent({ name, url: config.url, mail: config.mailFrom }) }
}

/** A connection that broke while nobody used it: the next use opens another. */
export function lost(log: Log): (error: Error) => void {
  return (error) =>
    log.debug('A connection to the database was lost.', { error: error instanceof Unavailable ? error.message : error })
}
