/** The database the program works on: the operator's own, or the embedded one. */
import pg from 'pg'
import type { Config } from '../config.ts'
import { Unavailable } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import { connectionOptions, type Reach } from '../db/connection.ts'
import { type Role, useEmbedded } from './embedded.ts'

export type Database = {
  readonly reach: Reach
  /** A direct connection for LISTEN, where a pooler stands before the other. */
  readonly listenReach: Reach
  release(): Promise<void>
}

const oldest = 15

/** Throws Unavailable when it cannot be reached or is too old. */
export async function openDatabase(
  config: Pick<Config, 'data' | 'databaseUrl' | 'databaseListenUrl'>,
  { role, log }: { role: Role; log?: Log },
): Promise<Database> {
  if (config.databaseUrl === undefined) {
    const { reach, release } = await useEmbedded(config.data, role, log)
    return { reach, listenReach: reach, release }
  }
  const reach: Reach = { url: config.databaseUrl }
  await checkVersion(reach)
  return { reach, listenReach: { url: config.databaseListenUrl ?? config.databaseUrl }, release: async () => undefined }
}

async function checkVersion(reach: Reach): Promise<void> {
  const client = new pg.Client(connectionOptions(reach, 'wireroom'))
  try {
    await client.connect()
    const { rows } = await client.query<{ number: string; words: string }>(
      "select current_setting('server_version_num') as number, current_setting('server_version') as words",
    )
    if (Number(rows[0]?.number) < oldest * 10_000)
      throw new Unavailable(
        `The database behind DATABASE_URL is PostgreSQL ${rows[0]?.words}: version ${oldest} or newer is needed.`,
      )
  } catch (error) {
    if (error instanceof Unavailable) throw error
    throw new Unavailable(`The database behind DATABASE_URL cannot be reached: ${reasonOf(error)}`, { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Of what the system says by a code alone; a name with several addresses even fails without any words. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing takes connections there, is it running?',
  ENOENT: 'there is no socket in that folder, is it running?',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'its name cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to that machine',
}

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  const told = reasons[code] ?? (message || code)
  return /[.?]$/.test(told) ? told : `${told}.`
}
