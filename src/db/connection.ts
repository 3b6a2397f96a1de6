/**
 * The connection every function of this folder takes first. A reader takes a `Db`; what writes takes a `Tx`, so that
 * the type says which is which.
 */
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

export type Db = Kysely<DB>
export type Tx = Transaction<DB>

// A date is a day in the network's time zone, not a moment: it stays the text it is. Counts fit a number.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

/** How to reach a PostgreSQL: a connection string, or the socket directory of the embedded one. */
export type Reach =
  | { readonly url: string }
  | { readonly socketDirectory: string; readonly user: string; readonly database: string }

/** What `pg` needs to know to reach it. `name` shows in the server's list of who is connected. */
export function connectionOptions(reach: Reach, name: string): pg.ClientConfig {
  const common = { application_name: name, types, connectionTimeoutMillis: 10_000 }
  if ('url' in reach) return { ...common, connectionString: reach.url }
  return { ...common, host: reach.socketDirectory, user: reach.user, database: reach.database }
}

export type Pool = { readonly db: Db; readonly pg: pg.Pool; close(): Promise<void> }

/**
 * A pool of at most `size` connections. Idle connections that the server ends (a restart, a crash) are replaced on the
 * next use; `onLost` hears of each.
 */
export function openPool(reach: Reach, options: { name: string; size: number; onLost?: (error: Error) => void }): Pool {
  const pool = new pg.Pool({
    ...connectionOptions(reach, options.name),
    max: options.size,
    idleTimeoutMillis: 30_000,
    // Times are moments; each query says which zone it means where it matters.
    options: '-c timezone=UTC',
  })
  pool.on('error', (error) => options.onLost?.(error))
  // A connection may also break while it is in use: whoever uses it hears of it, and nobody else need fall.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    leaveOutNul(client)
  })
  const db: Db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { db, pg: pool, close: () => db.destroy() }
}

/**
 * PostgreSQL keeps no NUL in a text and fails the statement that brings one. Text from outside may hold anything, so no
 * statement brings it: what it says is kept without, and an address that holds one names nothing.
 */
function leaveOutNul(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...words: readonly unknown[]) => unknown
  client.query = ((...words: readonly unknown[]) => query(...words.map(withoutNul))) as typeof client.query
}

function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value
  return Array.isArray(value) ? value.map(withoutNul) : value
}
