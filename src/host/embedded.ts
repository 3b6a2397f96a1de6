/**
 * Using the embedded database. Every process that does holds a shared lock on it; on leaving it tries to have the lock
 * alone, and who gets it is the last and turns off the light. A program that was killed holds nothing, so the next one
 * simply goes on with what it finds running.
 */

import { stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Conflict, Unavailable } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import { connectionOptions, type Reach } from '../db/connection.ts'
import { refuseStrangers, superuser } from './postgres/cluster.ts'
import { placeOf, startServer, stopServer } from './postgres/server.ts'

export type Embedded = { readonly reach: Reach; release(): Promise<void> }

/** `start` is exclusive: one supervisor to a data directory. */
export type Role = 'start' | 'serve' | 'work' | 'command'

const using = 7_766_901
const starting = 7_766_902
const patience = 30_000
/** A server inherits the priority of who starts it; the jobs process gives way, and others are there. Milliseconds. */
const headStart = 1_000

/** Throws Conflict when another `start` has the data directory, Unavailable when the database cannot be had. */
export async function useEmbedded(data: string, role: Role, log?: Log): Promise<Embedded> {
  const place = placeOf(data)
  const reach: Reach = { socketDirectory: place.socket, user: superuser, database: 'postgres' }
  let released = false
  let held = await hold(0)

  /** `started`: when the server was started last, or is taken to have been. */
  async function hold(started: number): Promise<pg.Client> {
    const deadline = Date.now() + patience
    for (;;) {
      await refuseStrangers(place.socket, data, await ownerOf(place.cluster))
      const client = new pg.Client({ ...connectionOptions(reach, `wireroom ${role}`), connectionTimeoutMillis: 5_000 })
      client.on('error', () => undefined)
      try {
        await client.connect()
        await client.query('select pg_advisory_lock_shared($1)', [using])
        if (role === 'start') await startAlone(client)
        client.on('end', () => void again(client))
        return client
      } catch (error) {
        await client.end().catch(() => undefined)
        if (error instanceof Conflict) throw error
        if (isForbidden(error)) throw await notOurs(place.socket, data, error)
        const kind = trouble(error)
        if (kind === 'unknown')
          throw new Unavailable(`The embedded database cannot be used: ${(error as Error).message}.`, { cause: error })
        if (Date.now() > deadline)
          throw new Unavailable(`The embedded database does not answer: ${place.logs} tells why.`, { cause: error })
        if (kind === 'absent' && Date.now() - started > headStart) {
          started = Date.now()
          await startServer(place)
        }
        await sleep(40)
      }
    }
  }

  /** The session is gone: the server fell, or was stopped under us. It is needed, so it is brought back. */
  async function again(lost: pg.Client): Promise<void> {
    if (released || held !== lost) return
    log?.warning('The embedded database went away; it is being started again.')
    try {
      held = await hold(role === 'work' ? Date.now() : 0)
      if (released) await leave(held)
    } catch (error) {
      log?.error('The embedded database could not be started again; another try follows.', { error })
      await sleep(2_000, undefined, { ref: false })
      await again(lost)
    }
  }

  async function leave(client: pg.Client): Promise<void> {
    try {
      await client.query('select pg_advisory_unlock_shared($1)', [using])
      const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [using])
      if (rows[0]?.last) await stopServer(place, 3_000)
    } catch {
      // It is gone already, and with it the lock.
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  return {
    reach,
    async release() {
      if (released) return
      released = true
      await leave(held)
    },
  }
}

/** The user whose files these are; where there are none yet, nobody else's are waited for. */
async function ownerOf(cluster: string): Promise<number> {
  const found = await stat(cluster).catch(() => undefined)
  return found?.uid ?? -1
}

/** A supervisor that was killed a moment ago may still look alive: a short while is given for it to go. */
async function startAlone(client: pg.Client): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [starting])
    if (rows[0]?.alone) return
    await sleep(100)
  }
  throw new Conflict(
    'Another "wireroom start" is running on this data directory: stop it first, or set WIREROOM_DATA to another folder.',
  )
}

function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
}

/** Somebody else runs the program on these data, and a command was called as the wrong user. */
async function notOurs(socket: string, data: string, cause: unknown): Promise<Unavailable> {
  const { uid } = await stat(socket).catch(() => stat(data))
  return new Unavailable(
    `${data} belongs to user ${uid}, and this is user ${process.geteuid?.()}: run it as that user (or as root), or set WIREROOM_DATA to a folder of yours.`,
    { cause },
  )
}

function trouble(error: unknown): 'absent' | 'passing' | 'unknown' {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTDIR') return 'absent'
  // Starting up, shutting down, stopped by its administrator, crashed; or the socket broke off in the middle.
  if (['57P03', '57P01', '57P02', 'ECONNRESET', 'EPIPE'].includes(code ?? '')) return 'passing'
  if (/terminated|timeout|Connection ended|not queryable/i.test(message ?? '')) return 'passing'
  return 'unknown'
}
