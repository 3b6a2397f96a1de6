/**
 * Brings the database up to this program: plain SQL files, forward only, each in a transaction, all under one lock, so
 * that many nodes may start at once. What was applied is recorded with its checksum.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { Clock } from '../core/clock.ts'
import { Conflict } from '../core/errors.ts'
import { connectionOptions, type Reach } from './connection.ts'

export type Migration = { readonly name: string; readonly text: string; readonly checksum: string }
export type Migrated = { readonly applied: readonly string[]; readonly ahead: readonly string[] }

const lock = 7_766_903

/** How many migrations a database may be ahead of a program that starts: the others are being upgraded right now. */
const mayBeAhead = 1

/**
 * Throws Conflict when a migration that was applied has been edited since, or when the database is more than one
 * migration ahead of this program.
 */
export async function migrate(
  reach: Reach,
  setUp: { url: string; clock: Clock; migrations?: readonly Migration[] },
): Promise<Migrated> {
  const ours = setUp.migrations ?? (await readMigrations())
  const client = new pg.Client(connectionOptions(reach, 'wireroom migrate'))
  client.on('error', () => undefined)
  await client.connect()
  try {
    if (await upToDate(client, ours)) return { applied: [], ahead: [] }
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(
      'create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null)',
    )
    const done = await appliedTo(client)
    const ahead = compare(ours, done)
    const applied: string[] = []
    for (const migration of ours) {
      if (done.has(migration.name)) continue
      await apply(client, migration, setUp.clock())
      applied.push(migration.name)
    }
    await queueTables(reach)
    await firstNetwork(client, setUp)
    return { applied, ahead }
  } finally {
    await client.end()
  }
}

/** The program's migrations, in the order of their names. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = new URL('../../migrations/', import.meta.url)
  const names = (await readdir(fileURLToPath(folder))).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** The usual start finds nothing to do, and needs no lock to see it. */
async function upToDate(client: pg.Client, ours: readonly Migration[]): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('migrations') is not null and to_regclass('network') is not null as there",
  )
  if (!rows[0]?.there) return false
  const done = await appliedTo(client)
  const { rowCount } = await client.query('select from network')
  return rowCount === 1 && done.size === ours.length && ours.every(({ name, checksum }) => done.get(name) === checksum)
}

async function appliedTo(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migrations')
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

/** The names of migrations the database has and this program does not know. */
function compare(ours: readonly Migration[], done: ReadonlyMap<string, string>): string[] {
  const known = new Map(ours.map((migration) => [migration.name, migration.checksum]))
  for (const [name, checksum] of done) {
    const own = known.get(name)
    if (own !== undefined && own !== checksum)
      throw new Conflict(
        `The migration ${name} is not the one this database was made with: put the file back as it was, and write what changes into a new one.`,
      )
  }
  const ahead = [...done.keys()].filter((name) => !known.has(name))
  if (ahead.length > mayBeAhead)
    throw new Conflict(
      `This database was written by a newer program (${ahead.join(', ')}): update this one, or restore a backup from before.`,
    )
  return ahead
}

async function apply(client: pg.Client, migration: Migration, at: Date): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.text)
    await client.query('insert into migrations (name, checksum, applied_at) values ($1, $2, $3)', [
      migration.name,
      migration.checksum,
      at,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** The queue's library keeps its tables in a schema of its own. */
async function queueTables(reach: Reach): Promise<void> {
  const pool = new pg.Pool({ ...connectionOptions(reach, 'wireroom migrate queue'), max: 1 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    await pool.end()
  }
}

/** The network's row, with an authority for its identifiers that is never changed again. */
async function firstNetwork(client: pg.Client, { url, clock }: { url: string; clock: Clock }): Promise<void> {
  const now = clock()
  const host = URL.parse(url)?.hostname ?? 'localhost'
  const public_ = host.includes('.') && !/^[\d.]+$/.test(host) && !host.startsWith('[')
  // Two networks that were both tried out on a localhost must not give the same identifiers.
  const authority = public_ ? host : `n-${randomBytes(4).toString('hex')}.localhost`
  await client.query(
    `insert into network (name, time_zone, tag_authority, languages, accent, created_at)
     values ($1, 'UTC', $2, '{en}', '#7a1f6b', $3) on conflict do nothing`,
    [public_ ? host.replace(/^www\./, '') : 'Wireroom', `${authority},${now.getUTCFullYear()}`, now],
  )
}
