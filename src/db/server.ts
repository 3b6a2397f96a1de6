/** What the database server says of itself. */
import { sql } from 'kysely'
import type { Db } from './connection.ts'

export async function describeServer(db: Db): Promise<{ version: string; megabytes: number; now: Date }> {
  const { rows } = await sql<{ version: string; megabytes: number; now: Date }>`
    select current_setting('server_version') as version,
      (pg_database_size(current_database()) / 1024 / 1024)::int as megabytes, clock_timestamp() as now`.execute(db)
  const [row] = rows
  if (!row) throw new TypeError('The database said nothing of itself.')
  return row
}
