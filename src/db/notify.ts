/**
 * How one process tells the others, at commit, which editions are stale: PostgreSQL's LISTEN and NOTIFY. The payload
 * is the tags with spaces between; `all` means every edition, a tag with `~` before it may wait a moment (core/patience.ts).
 */
import { sql } from 'kysely'
import pg from 'pg'
import { connectionOptions, type Reach, type Tx } from './connection.ts'

export const editionsChannel = 'wireroom_editions'

/** PostgreSQL refuses payloads of 8,000 bytes and more (NOTIFY, "Notes"). */
const payloadLimit = 7_900

/** Drops, when the transaction commits, every edition that carries one of the tags, on every process. */
export async function dropEditions(tx: Tx, tags: readonly string[]): Promise<void> {
  const payloads = payloadsOf(tags)
  if (payloads.length === 0) return
  await sql`select pg_notify(${editionsChannel}, payload) from unnest(${payloads}::text[]) payload`.execute(tx)
}

/** Tags as payloads that PostgreSQL takes. Throws on a tag that would be read as two. */
export function payloadsOf(tags: readonly string[]): string[] {
  const payloads: string[] = []
  let payload = ''
  for (const tag of new Set(tags)) {
    if (!/^[^\s,]+$/.test(tag) || Buffer.byteLength(tag) > payloadLimit)
      throw new TypeError(`Not a tag of an edition: "${tag}"`)
    const longer = payload === '' ? tag : `${payload} ${tag}`
    if (Buffer.byteLength(longer) <= payloadLimit) payload = longer
    else {
      payloads.push(payload)
      payload = tag
    }
  }
  if (payload !== '') payloads.push(payload)
  return payloads
}

export type Listening = {
  onNotify(payload: string): void
  /** The connection is gone: from now on notifications may be missed. */
  onLost(error: Error): void
  /** Listening (again): every notification committed from now on arrives. */
  onRestored(): void
}

/** First and longest wait before another try, in milliseconds. */
const backOff = { first: 100, longest: 10_000 }
/** A silent connection is asked for a sign of life this often, and given up when none comes in time, in milliseconds. */
const heartbeat = { every: 10_000, within: 5_000 }

/**
 * Keeps one connection listening until it is closed: it is opened again, with growing waits, whenever it is lost. Never
 * throws; the first connection, too, is told by `onRestored`.
 */
export function listen(
  reach: Reach,
  channel: string,
  listening: Listening,
  beat: { readonly every: number; readonly within: number } = heartbeat,
): { close(): Promise<void> } {
  let closed = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let failures = 0

  const lost = (from: pg.Client, error: Error): void => {
    // A failure is told by an error, an end, or both; and a closed connection has nothing left to say.
    if (closed || client !== from) return
    client = undefined
    clearTimeout(timer)
    from.end().catch(() => undefined)
    listening.onLost(error)
    const wait = Math.min(backOff.longest, backOff.first * 2 ** failures)
    failures += 1
    timer = setTimeout(connect, wait)
    timer.unref()
  }

  const connect = async (): Promise<void> => {
    const attempt = new pg.Client({
      ...connectionOptions(reach, `wireroom listen ${channel}`),
      keepAlive: true,
      query_timeout: beat.within,
    })
    client = attempt
    attempt.on('error', (error) => lost(attempt, error))
    attempt.on('end', () => lost(attempt, new Error('The database ended the connection that listens.')))
    attempt.on('notification', (message) => listening.onNotify(message.payload ?? ''))
    try {
      await attempt.connect()
      await attempt.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      lost(attempt, error instanceof Error ? error : new Error(String(error)))
      return
    }
    if (closed || client !== attempt) return
    failures = 0
    listening.onRestored()
    watch(attempt)
  }

  // A network that swallows packets raises no error for minutes; a question without an answer does.
  const watch = (alive: pg.Client): void => {
    timer = setTimeout(() => {
      alive.query('select 1').then(
        () => client === alive && !closed && watch(alive),
        (error: Error) => lost(alive, error),
      )
    }, beat.every)
    timer.unref()
  }

  void connect()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
