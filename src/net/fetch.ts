/**
 * The one way out to other people's servers. Only http and https, only allowed ports, no credentials in addresses;
 * every name is resolved once, every address it has is checked, and the connection goes to exactly what was checked;
 * each redirect starts again. What comes back is bounded in time and bytes, before and after decompression.
 */
import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { Agent, type Dispatcher, request } from 'undici'
import { isPublicAddress } from './addresses.ts'

export type FetchSettings = {
  readonly allowPrivateNetworks: boolean
  readonly allowedPorts: readonly number[]
  readonly userAgent?: string
  /** Resolves a name to all its addresses; the machine's own resolver unless a test brings one. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  readonly limits?: Partial<Limits>
}

export type Limits = {
  /** Milliseconds until the first byte of an answer, and for all of it with its redirects. */
  readonly firstByteMs: number
  readonly totalMs: number
  /** Bytes of a body, decompressed. */
  readonly bytes: number
  /** Times a body may grow by decompression, once it is over a megabyte. */
  readonly ratio: number
  readonly redirects: number
}

const usual: Limits = { firstByteMs: 10_000, totalMs: 30_000, bytes: 15 * 1024 * 1024, ratio: 100, redirects: 5 }

export type FetchOptions = {
  /** Validators exactly as the server gave them. */
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  readonly accept?: string
  readonly signal?: AbortSignal
}

export type Hop = { readonly from: string; readonly to: string; readonly status: number }

export type Fetched = {
  readonly finalUrl: string
  readonly hops: readonly Hop[]
  /** Whether every redirect on the way was permanent, and there was one. */
  readonly permanent: boolean
  readonly ms: number
  readonly status?: number
} & (
  | {
      readonly kind: 'fetched'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
      readonly bytesOnWire: number
    }
  | { readonly kind: 'not-modified'; readonly status: 304; readonly headers: Readonly<Record<string, string>> }
  | {
      readonly kind: 'refused' | 'failed' | 'timeout' | 'too-big' | 'http-error'
      /** A sentence for people. */
      readonly reason: string
      /** Seconds, when the server said when to come again. */
      readonly retryAfter?: number | undefined
    }
)

export type Fetcher = {
  /** Never throws for what the network does. */
  fetch(url: string, options?: FetchOptions): Promise<Fetched>
  close(): Promise<void>
}

export function createFetcher(settings: FetchSettings): Fetcher {
  const limits = { ...usual, ...settings.limits }
  const resolve = settings.resolve ?? resolveAll
  // One agent per fetcher: connections are kept and counted per host, never more than two to one.
  const agent = new Agent({
    connections: 2,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    connect: { timeout: limits.firstByteMs, lookup: pinned(settings, resolve) },
    maxHeaderSize: 32 * 1024,
  })
  return {
    fetch: (url, options = {}) => follow({ settings, limits, agent }, url, options),
    close: () => agent.destroy(),
  }
}

type Way = { settings: FetchSettings; limits: Limits; agent: Agent }

async function follow(way: Way, url: string, options: FetchOptions): Promise<Fetched> {
  const { limits, settings } = way
  const started = performance.now()
  const hops: Hop[] = []
  const deadline = AbortSignal.timeout(limits.totalMs)
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline
  let at = url
  const done = <T extends object>(rest: T) => ({
    finalUrl: at,
    hops,
    permanent: hops.length > 0 && hops.every((hop) => hop.status === 301 || hop.status === 308),
    ms: Math.round(performance.now() - started),
    ...rest,
  })
  try {
    for (;;) {
      const wrong = refusal(settings, at)
      if (wrong) return done({ kind: 'refused', reason: wrong })
      const answer = await request(at, {
        dispatcher: way.agent,
        method: 'GET',
        headers: headersFor(settings, options, hops.length === 0),
        signal,
        headersTimeout: limits.firstByteMs,
        bodyTimeout: limits.firstByteMs,
      })
      const status = answer.statusCode
      const headers = flat(answer.headers)
      if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined) {
        await discard(answer.body)
        const to = URL.parse(headers.location, at)
        if (!to) return done({ kind: 'failed', status, reason: 'It redirects to an address that is none.' })
        hops.push({ from: at, to: to.href, status })
        if (hops.length > limits.redirects || hops.some((hop) => hop.from === to.href))
          return done({ kind: 'failed', status, reason: 'It redirects in circles, or too often.' })
        at = to.href
        continue
      }
      if (status === 304) {
        await discard(answer.body)
        return done({ kind: 'not-modified', status: 304 as const, headers })
      }
      if (status < 200 || status > 299) {
        await discard(answer.body)
        return done({
          kind: 'http-error',
          status,
          reason: `The server answered ${status}.`,
          retryAfter: retryAfterSeconds(headers),
        })
      }
      const read = await readBody(answer.body, headers, limits)
      return done({ status, headers, ...read })
    }
  } catch (error) {
    return done(failureOf(error, deadline.aborted))
  }
}

/** Why an address may not even be tried; the rest is found out when its name is resolved. */
function refusal({ allowPrivateNetworks, allowedPorts }: FetchSettings, address: string): string | undefined {
  const url = URL.parse(address)
  if (!url) return 'This is no web address.'
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'Only http and https addresses are fetched.'
  if (url.username || url.password) return 'Addresses with a name and password in them are not fetched.'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!host) return 'This address names no server.'
  if (allowPrivateNetworks) return undefined
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  if (!allowedPorts.includes(port)) return `Port ${port} is not one that is fetched from (WIREROOM_ALLOWED_PORTS).`
  if (isIP(host) && !isPublicAddress(host)) return inside
  return undefined
}

const inside = 'This address is inside a private or reserved network, which is never fetched from.'

class Refused extends Error {}

/** Resolves once, checks everything found, and hands the socket exactly what was checked. */
function pinned(settings: FetchSettings, resolve: (host: string) => Promise<readonly string[]>): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        if (!settings.allowPrivateNetworks && !addresses.every(isPublicAddress)) {
          callback(new Refused(inside), '', 0)
          return
        }
        const found = addresses.map((address) => ({ address, family: isIP(address) }))
        const [first] = found
        if (!first) callback(new Error(`No address for ${hostname}.`), '', 0)
        else if (options.all) callback(null, found)
        else callback(null, first.address, first.family)
      },
      (error: Error) => callback(error, '', 0),
    )
  }
}

async function resolveAll(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true, verbatim: true })
  return found.map(({ address }) => address)
}

function headersFor(settings: FetchSettings, options: FetchOptions, first: boolean): Record<string, string> {
  return {
    'user-agent': settings.userAgent ?? 'Wireroom',
    accept: options.accept ?? '*/*',
    'accept-encoding': 'gzip, br, deflate',
    ...(first && options.etag ? { 'if-none-match': options.etag } : {}),
    ...(first && options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
  }
}

function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}

type Body = Dispatcher.ResponseData['body']
type ReadBody =
  | { kind: 'fetched'; body: Uint8Array; bytesOnWire: number }
  | { kind: 'too-big' | 'failed'; reason: string }

/** Reads and decompresses, counting on both sides of the decompression. */
async function readBody(body: Body, headers: Record<string, string>, limits: Limits): Promise<ReadBody> {
  let onWire = 0
  const tooBig = `It is larger than ${Math.round(limits.bytes / 1024 / 1024)} MB.`
  const counted = async function* () {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      onWire += chunk.length
      yield chunk
    }
  }
  const encodings = (headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name && name !== 'identity')
  if (encodings.length > 2) return { kind: 'failed', reason: 'It is compressed more often than anybody needs.' }
  let stream: Readable = Readable.from(counted())
  for (const encoding of encodings.reverse()) {
    const decoder = decoderFor(encoding)
    if (!decoder) return { kind: 'failed', reason: `It is compressed in a way that was not asked for: ${encoding}.` }
    const source = stream
    source.on('error', (error) => decoder.destroy(error))
    decoder.on('close', () => source.destroy())
    stream = source.pipe(decoder)
  }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limits.bytes) return { kind: 'too-big', reason: tooBig }
      if (size > 1024 * 1024 && size > onWire * limits.ratio)
        return { kind: 'too-big', reason: 'It grows without measure when decompressed.' }
      chunks.push(chunk)
    }
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code?.startsWith('Z_') ||
      (error as NodeJS.ErrnoException).code?.startsWith('ERR__ERROR')
    )
      return { kind: 'failed', reason: 'Its compression is broken.' }
    throw error
  } finally {
    stream.destroy()
    body.destroy()
  }
  return { kind: 'fetched', body: Buffer.concat(chunks), bytesOnWire: onWire }
}

function decoderFor(encoding: string): (Readable & NodeJS.WritableStream) | undefined {
  if (encoding === 'gzip' || encoding === 'x-gzip') return zlib.createGunzip()
  if (encoding === 'br') return zlib.createBrotliDecompress()
  if (encoding === 'deflate') return zlib.createInflate()
  return undefined
}

async function discard(body: Body): Promise<void> {
  // A redirect or an error may carry a page: a little is read so that the connection can be used again.
  await body.dump({ limit: 64 * 1024 }).catch(() => undefined)
}

function retryAfterSeconds(headers: Record<string, string>): number | undefined {
  const given = headers['retry-after']?.trim()
  if (given === undefined) return undefined
  if (/^\d{1,9}$/.test(given)) return Number(given)
  const at = Date.parse(given)
  const from = Date.parse(headers.date ?? '')
  return Number.isNaN(at) || Number.isNaN(from) ? undefined : Math.max(0, Math.round((at - from) / 1000))
}

function failureOf(error: unknown, late: boolean): { kind: 'refused' | 'failed' | 'timeout'; reason: string } {
  const code = (error as NodeJS.ErrnoException)?.code ?? ''
  const name = (error as Error)?.name ?? ''
  if (error instanceof Refused) return { kind: 'refused', reason: inside }
  if (late || /TIMEOUT|ETIMEDOUT/.test(code) || name === 'TimeoutError')
    return { kind: 'timeout', reason: 'The server took too long.' }
  if (name === 'AbortError') return { kind: 'failed', reason: 'It was given up.' }
  return { kind: 'failed', reason: reasons[code] ?? `The connection failed${code ? ` (${code})` : ''}.` }
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no server of that name.',
  EAI_AGAIN: 'The name of the server could not be looked up now.',
  ECONNREFUSED: 'The server refuses connections.',
  ECONNRESET: 'The server broke off the connection.',
  UND_ERR_SOCKET: 'The server broke off the connection.',
  EHOSTUNREACH: 'The server cannot be reached.',
  ENETUNREACH: 'The server cannot be reached.',
  CERT_HAS_EXPIRED: "The server's certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The server's certificate is signed by nobody.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The server's certificate is for another name.",
  UND_ERR_HEADERS_OVERFLOW: 'Its headers are too long.',
}
