/** What most commands need at hand: the database, migrated, for as long as they run. */
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { Unavailable } from '../core/errors.ts'
import { type Db, openPool, type Reach } from '../db/connection.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../host/database.ts'
import { interruptible } from '../host/ending.ts'

export type AtHand = { readonly db: Db; readonly config: Config; readonly clock: Clock }

/** Who acts, when an operator types a command. */
export const operator = 'operator'

export async function withDatabase<T>(config: Config, act: (at: AtHand) => Promise<T>): Promise<T> {
  const clock = () => new Date()
  return await withServer(config, async (reach) => {
    await migrate(reach, { url: config.url, clock })
    const pool = openPool(reach, { name: 'wireroom command', size: 4 })
    try {
      return await act({ db: pool.db, config, clock })
    } finally {
      await pool.close()
    }
  })
}

/**
 * The database's server for as long as `act` runs, as it is. When the command is interrupted it is given back too, and
 * `undo` runs.
 */
export async function withServer<T>(
  config: Config,
  act: (reach: Reach) => Promise<T>,
  undo: () => Promise<void> = async () => undefined,
): Promise<T> {
  const database = await openDatabase(config, { role: 'command' })
  try {
    return await interruptible(
      () => act(database.reach),
      () => Promise.all([undo(), database.release()]).then(() => undefined),
    )
  } catch (error) {
    throw (error as { code?: string }).code === diskFull
      ? new Unavailable('The disk of the database is full: make room and try again, nothing of this was kept.', {
          cause: error,
        })
      : error
  } finally {
    await database.release()
  }
}

/** PostgreSQL's code for it (manual, appendix A). */
const diskFull = '53100'
