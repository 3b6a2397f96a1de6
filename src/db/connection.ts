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
export function openPool(
  reach: Reach,
  options: {
    name: string
    size: number
    /** For who says the same again and again: the server reads and plans each statement once for a connection. */
    prepares?: boolean
    /** For who asks anything at all: what takes longer is stopped. Milliseconds. */
    patience?: number
    onLost?: (error: Error) => void
  },
): Pool {
  const pool = new pg.Pool({
    ...connectionOptions(reach, options.name),
    max: options.size,
    idleTimeoutMillis: 30_000,
    // Times are moments; each query says which zone it means where it matters. What must be quick is not
    // compiled first, is planned for the very words it asks for even where its statement was read before, and is
    // looked up by an index even where the planner takes reading everything for cheaper.
    options: `-c timezone=UTC${options.patience === undefined ? '' : ` -c statement_timeout=${options.patience} -c jit=off -c enable_seqscan=off -c plan_cache_mode=force_custom_plan`}`,
  })
  pool.on('error', (error) => options.onLost?.(error))
  // A connection may also break while it is in use: whoever uses it hears of it, and nobody else need fall.
  const names = options.prepares ? namesForStatements() : () => undefined
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    refineQueries(client, names)
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
function refineQueries(client: pg.PoolClient, nameOf: (statement: string) => string | undefined): void {
  const query = client.query.bind(client) as (...words: readonly unknown[]) => unknown
  client.query = ((...words: readonly unknown[]) => {
    const [text, values, ...rest] = words.map(withoutNul)
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
    return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest)
  }) as typeof client.query
}

/** Statements that are prepared, at most: each is kept by every connection. */
const mostPrepared = 300
/** A longer one has many rows, and is hardly ever said again with as many. Characters. */
const longestPrepared = 6_000

/** Names statements that will be said again. `select *` may answer otherwise once a migration has been. */
function namesForStatements(): (statement: string) => string | undefined {
  const names = new Map<string, string>()
  return (statement) => {
    const known = names.get(statement)
    if (known !== undefined) return known
    const once =
      names.size >= mostPrepared || statement.length > longestPrepared || /(?:select|returning|\.) ?\*/.test(statement)
    if (once) return undefined
    const name = `s${names.size}`
    names.set(statement, name)
    return name
  }
}

function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value
  return Array.isArray(value) ? value.map(withoutNul) : value
}
