/**
 * The one way out to other people's servers. Where it may lead is for the guard to say, anew for each redirect; what
 * comes back is bounded in time and bytes. No cookie is kept. Feeds are there for programs to read; for everything else
 * robots.txt is asked first.
 */
import { Agent as Connections, type Dispatcher, request } from 'undici'
import { type Agent, neutralUserAgent, productOf } from '../core/agent.ts'
import { type Body, type BodyLimits, encodings, readBody } from './body.ts'
import { FirstByteLate, failureOf } from './failures.ts'
import { type GuardSettings, pinned, refusal } from './guard.ts'
import { createRobotsCache, type RobotsCache, type Silence } from './robots.ts'

export type FetchSettings = GuardSettings & {
  /** How the named agent introduces itself (`namedUserAgent`). */
  readonly userAgent?: string
  readonly limits?: Partial<Limits>
}

export type Limits = BodyLimits & {
  /** Milliseconds until the first byte of an answer, and for all of it with its redirects. */
  readonly firstByteMs: number
  readonly totalMs: number
  readonly redirects: number
  /** Milliseconds for which a site's robots.txt is remembered. */
  readonly robotsMs: number
}

const usual: Limits = {
  firstByteMs: 10_000,
  totalMs: 30_000,
  bytes: 15 * 1024 * 1024,
  ratio: 100,
  large: 2 * 1024 * 1024,
  redirects: 5,
  robotsMs: 86_400_000,
}

/** A robots.txt is read up to here (RFC 9309, 2.5, asks for half of it at least). */
const robotsBytes = 1024 * 1024

export type Validators = {
  /** Exactly as the server gave them. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** The address that gave them: no other is asked with them. */
  readonly from: string
}

export type FetchOptions = {
  /** A feed, which its publisher means programs to read: robots.txt is not asked. */
  readonly feed?: boolean
  readonly agent?: Agent
  readonly validators?: Validators | undefined
  readonly accept?: string
  /** Asked when an answer grows large (`Limits.large`), and waited for: whoever holds many at once says when it may. */
  readonly room?: (signal: AbortSignal) => Promise<void>
  readonly signal?: AbortSignal
}

export type Hop = { readonly from: string; readonly to: string; readonly status: number }

export type Fetched = {
  readonly finalUrl: string
  readonly hops: readonly Hop[]
  /** Where the address has moved for good: the end of the permanent redirects it begins with, if it does. */
  readonly movedTo: string | undefined
  readonly ms: number
  /** Bytes of bodies that came, as they came. */
  readonly bytes: number
  readonly status?: number
  /** Of the last answer, names in lower case; empty when there was none. */
  readonly headers: Readonly<Record<string, string>>
} & (
  | { readonly kind: 'fetched'; readonly status: number; readonly body: Uint8Array }
  | { readonly kind: 'not-modified'; readonly status: 304 }
  | {
      /** Refused by our guard; unwelcome by the site's robots.txt. */
      readonly kind: 'refused' | 'unwelcome' | 'failed' | 'timeout' | 'too-big' | 'http-error'
      /** A sentence for people. */
      readonly reason: string
    }
)

export type Fetcher = {
  /** Never throws for what the network does. */
  fetch(url: string, options?: FetchOptions): Promise<Fetched>
  close(): Promise<void>
}

export function createFetcher(settings: FetchSettings): Fetcher {
  const limits = { ...usual, ...settings.limits }
  const connections = new Connections({
    connections: 1,
    pipelining: 1,
    // One question at a time to a host: what HTTP/2 is for is not wanted, and what it can do to us is not met.
    allowH2: false,
    keepAliveTimeout: 4_000,
    connect: { timeout: limits.firstByteMs, lookup: pinned(settings) },
    maxHeaderSize: 32 * 1024,
  })
  const way: Way = {
    settings,
    limits,
    connections,
    robots: createRobotsCache((address, product) => askRobots(way, address, product), limits.robotsMs),
  }
  return {
    fetch: (url, options = {}) => follow(way, url, options),
    close: () => connections.destroy(),
  }
}

type Way = { settings: FetchSettings; limits: Limits; connections: Connections; robots: RobotsCache }

/** What is known of a fetch on its way. */
type Trip = {
  at: string
  hops: Hop[]
  bytes: number
  status?: number
  headers: Readonly<Record<string, string>>
}

type Outcome =
  | { kind: 'fetched'; status: number; body: Uint8Array }
  | { kind: 'not-modified'; status: 304 }
  | { kind: 'refused' | 'unwelcome' | 'failed' | 'timeout' | 'too-big' | 'http-error'; reason: string }

async function follow(way: Way, url: string, options: FetchOptions): Promise<Fetched> {
  const started = performance.now()
  const trip: Trip = { at: url, hops: [], bytes: 0, headers: {} }
  const deadline = AbortSignal.timeout(way.limits.totalMs)
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline
  let outcome: Outcome | 'redirected'
  try {
    do outcome = await go(way, trip, options, signal)
    while (outcome === 'redirected')
  } catch (error) {
    outcome = failureOf(error, { late: deadline.aborted, ...way.limits })
  }
  const { at, hops, bytes, status, headers } = trip
  return {
    finalUrl: at,
    hops,
    movedTo: movedTo(hops),
    ms: Math.round(performance.now() - started),
    bytes,
    headers,
    ...(status === undefined ? {} : { status }),
    ...outcome,
  }
}

/** One question to one server. */
async function go(way: Way, trip: Trip, options: FetchOptions, signal: AbortSignal): Promise<Outcome | 'redirected'> {
  const { settings, limits } = way
  const { agent = 'named', validators } = options
  const wrong = refusal(settings, trip.at)
  if (wrong) return { kind: 'refused', reason: wrong }
  const allowed = options.feed || (await way.robots.allows(trip.at, productOf(agent)))
  if (!allowed) return { kind: 'unwelcome', reason: 'Its robots.txt asks programs not to visit this address.' }
  if (allowed !== true) return allowed
  const conditions = validators?.from === trip.at ? conditionsOf(validators) : {}
  const answer = await ask(way, trip.at, signal, {
    'user-agent': agent === 'named' ? (settings.userAgent ?? 'Wireroom/1') : neutralUserAgent,
    accept: options.accept ?? '*/*',
    'accept-encoding': encodings,
    ...conditions,
  })
  const status = answer.statusCode
  trip.status = status
  trip.headers = flat(answer.headers)
  const { location } = trip.headers
  if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) {
    await discard(answer.body)
    return redirected(trip, location, limits)
  }
  if (status >= 200 && status <= 299) {
    const read = await readBody(answer.body, trip.headers, limits, {
      count: (bytes) => {
        trip.bytes += bytes
      },
      room: async () => options.room?.(signal),
    })
    return read.kind === 'fetched' ? { ...read, status } : read
  }
  await discard(answer.body)
  if (status !== 304) return { kind: 'http-error', reason: `The server answered ${status}.` }
  return Object.keys(conditions).length > 0
    ? { kind: 'not-modified', status }
    : { kind: 'failed', reason: 'It answered that nothing is new since we know not when (304 to an open question).' }
}

/** Resolves when the headers of the answer are there, within the time for the first byte: name, connection and all. */
async function ask(way: Way, address: string, signal: AbortSignal, headers: Record<string, string>) {
  const { firstByteMs } = way.limits
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new FirstByteLate()), firstByteMs)
  try {
    return await request(address, {
      dispatcher: way.connections,
      method: 'GET',
      headers,
      signal: AbortSignal.any([signal, late.signal]),
      headersTimeout: 0,
      bodyTimeout: firstByteMs,
    })
  } finally {
    clearTimeout(timer)
  }
}

function redirected(trip: Trip, location: string, limits: Limits): Outcome | 'redirected' {
  const to = URL.parse(location, trip.at)
  if (!to) return { kind: 'failed', reason: 'It redirects to an address that is none.' }
  to.hash = ''
  trip.hops.push({ from: trip.at, to: to.href, status: trip.status ?? 0 })
  if (trip.hops.some((hop) => hop.from === to.href)) return { kind: 'failed', reason: 'It redirects in a circle.' }
  if (trip.hops.length > limits.redirects)
    return { kind: 'failed', reason: `It redirects more than ${limits.redirects} times.` }
  trip.at = to.href
  return 'redirected'
}

function movedTo(hops: readonly Hop[]): string | undefined {
  const first = hops.findIndex((hop) => hop.status !== 301 && hop.status !== 308)
  return hops.slice(0, first < 0 ? undefined : first).at(-1)?.to
}

/** A header cannot carry every character a server may have put into one of its own. */
const sendable = /^[\t\x20-\x7e\x80-\xff]{1,1000}$/

function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag && sendable.test(etag) ? { 'if-none-match': etag } : {}),
    ...(lastModified && sendable.test(lastModified) ? { 'if-modified-since': lastModified } : {}),
  }
}

/** What is said twice counts as it was said first, but for lists. */
function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const lists = new Set(['cache-control', 'content-encoding', 'link'])
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[name, Array.isArray(value) ? (lists.has(name) ? value.join(', ') : (value[0] ?? '')) : value]],
    ),
  )
}

async function discard(body: Body): Promise<void> {
  // A redirect or an error may carry a page: a little is read so that the connection can be used again.
  await body.dump({ limit: 64 * 1024 }).catch(() => undefined)
}

async function askRobots(way: Way, address: string, product: string) {
  const agent: Agent = product === productOf('neutral') ? 'neutral' : 'named'
  const limits = { ...way.limits, bytes: Math.min(way.limits.bytes, robotsBytes) }
  const answer = await follow({ ...way, limits }, address, { feed: true, agent, accept: 'text/plain, */*;q=0.1' })
  return {
    status: answer.kind === 'http-error' ? answer.status : undefined,
    text: answer.kind === 'fetched' ? new TextDecoder().decode(answer.body) : undefined,
    silence: isSilence(answer) ? { kind: answer.kind, reason: answer.reason } : undefined,
  }
}

function isSilence(answer: Fetched): answer is Fetched & Silence {
  return ['refused', 'failed', 'timeout'].includes(answer.kind)
}
