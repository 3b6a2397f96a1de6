/** One edition: an answer as every reader gets it, with the heads and bytes of each encoding ready to be written. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Clock } from '../core/clock.ts'
import { bytesOf, cacheControl, tagHeader } from './answer.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

/** Ready to be written: the head as node takes it, the same for a 304, and the bytes. */
export type Variant = {
  readonly head: readonly string[]
  readonly unchanged: readonly string[]
  readonly body: Buffer
  readonly etag: string
}

export type Edition = {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly plain: Buffer
  readonly tags: readonly string[]
  /** Whether compression gains anything. */
  readonly compressible: boolean
  /** Of the content, whatever its encoding. */
  readonly hash: string
  /** Seconds since 1970, as conditional requests compare it; undefined where nobody can tell. */
  readonly lastModified: number | undefined
  /** Milliseconds since 1970 from which on it is no longer true. */
  readonly until: number
  readonly kept: boolean
  /** Whether a reader may ask for a part of it: its handler says so. */
  readonly inParts: boolean
  readonly variants: Map<Encoding, Variant>
  hits: number
  /** How many editions had been kept when it was last put at the end of the line. */
  movedAt: number
  /** Milliseconds since 1970: since when there has been something new that it does not have yet. */
  outdated: number | undefined
}

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
/** What costs more to send than to compress; below it compression gains nothing. */
const worthCompressing = 600
const compressible = /^(text\/|application\/(?!octet)|image\/svg)/
const keepable = new Set([cacheControl.edition, cacheControl.immutable, cacheControl.picture])

export async function editionOf(response: Response, clock: Clock): Promise<Edition> {
  const plain = bytesOf(response) ?? Buffer.from(await response.arrayBuffer())
  const caching = response.headers.get('cache-control') ?? ''
  const tags = (response.headers.get(tagHeader) ?? '').split(',').filter(Boolean)
  const until = Date.parse(response.headers.get('expires') ?? '')
  const headers = [...response.headers].filter(([name]) => name !== 'expires' && name !== 'last-modified')
  // Without a tag nothing could drop it again (pictures are read anew each time).
  const kept = keepable.has(caching) && tags.length > 0
  const changed = Date.parse(response.headers.get('last-modified') ?? '')
  return {
    status: response.status,
    headers,
    plain,
    tags,
    compressible: plain.length >= worthCompressing && varies(headers),
    hash: createHash('sha256').update(plain).update(String(response.status)).digest('base64url').slice(0, 20),
    // The moment it was made, not that of its newest story: a list that lost a story has changed, too, and a reader that
    // asks by date alone must hear of it. What is made anew each time cannot tell, unless its handler does.
    lastModified: kept ? Math.floor(clock().getTime() / 1000) : Number.isNaN(changed) ? undefined : changed / 1000,
    until: Number.isNaN(until) ? Number.POSITIVE_INFINITY : until,
    kept,
    inParts: response.headers.get('accept-ranges') === 'bytes',
    variants: new Map(),
    hits: 0,
    movedAt: 0,
    outdated: undefined,
  }
}

/** The same, for nobody to keep: it may be old already. */
export function unkept(edition: Edition): Edition {
  const headers = edition.headers.filter(([name]) => name !== 'cache-control')
  return { ...edition, kept: false, headers: [...headers, ['cache-control', cacheControl.none]] }
}

export async function variantOf(edition: Edition, encoding: Encoding, best: boolean): Promise<Variant> {
  const { plain } = edition
  const quality = best ? zlib.constants.BROTLI_MAX_QUALITY : 4
  const body =
    encoding === 'br'
      ? await brotli(plain, {
          params: {
            [zlib.constants.BROTLI_PARAM_QUALITY]: quality,
            [zlib.constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
          },
        })
      : encoding === 'gzip'
        ? await gzip(plain, { level: 6 })
        : plain
  const etag = `"${edition.hash}-${encoding === 'br' ? `br${quality}` : encoding}"`
  const head = edition.headers.flat()
  if (varies(edition.headers)) head.push('vary', 'accept-encoding')
  if (encoding !== 'identity') head.push('content-encoding', encoding)
  head.push('content-length', String(body.length))
  if (edition.status === 200) head.push('etag', etag)
  if (edition.status === 200 && edition.lastModified !== undefined)
    head.push('last-modified', new Date(edition.lastModified * 1000).toUTCString())
  const unchanged = head.filter((_, at) => !/^content-(length|encoding|type)$/.test(head[at - (at % 2)] ?? ''))
  return { head, unchanged, body, etag }
}

/** Whether other readers may be given it in another encoding. */
function varies(headers: Edition['headers']): boolean {
  return headers.some(([name, value]) => name === 'content-type' && compressible.test(value))
}

/** The form in which it goes out to a reader who takes this encoding. */
export function wanted(edition: Edition, encoding: Encoding): Encoding {
  return edition.compressible ? encoding : 'identity'
}

export function sizeOf(edition: Edition): number {
  let size = edition.plain.length + 512
  for (const [encoding, variant] of edition.variants) if (encoding !== 'identity') size += variant.body.length
  return size
}
