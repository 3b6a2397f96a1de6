/** What most commands need at hand: the database, migrated, for as long as they run. */
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { type Db, openPool } from '../db/connection.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../host/database.ts'

export type AtHand = { readonly db: Db; readonly config: Config; readonly clock: Clock }

/** Who acts, when an operator types a command. */
export const operator = 'operator'

export async function withDatabase<T>(config: Config, act: (at: AtHand) => Promise<T>): Promise<T> {
  const clock = () => new Date()
  const database = await openDatabase(config, { role: 'command' })
  try {
    await migrate(database.reach, { url: config.url, clock })
    const pool = openPool(database.reach, { name: 'wireroom command', size: 4 })
    try {
      return await act({ db: pool.db, config, clock })
    } finally {
      await pool.close()
    }
  } finally {
    await database.release()
  }
}
