/**
 * Editions: answers every reader gets alike, rendered once, compressed once, served until something they were made of
 * changes. A class of bugs is kept out by one rule: an edition is stored only if none of its tags was dropped while it
 * was being rendered.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Clock } from '../core/clock.ts'
import { cacheControl, tagHeader } from './answer.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

/** Ready to be written: the head as node takes it, and the bytes. */
export type Variant = { readonly head: readonly string[]; readonly body: Buffer; readonly etag: string }

export type Edition = {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly plain: Buffer
  readonly tags: readonly string[]
  /** Of the content, whatever its encoding. */
  readonly hash: string
  /** Seconds since 1970, as conditional requests compare it. */
  readonly lastModified: number
  /** Milliseconds since 1970 from which on it is no longer true. */
  readonly until: number
  readonly kept: boolean
  readonly variants: Map<Encoding, Variant>
  hits: number
}

export type Editions = {
  get(key: string): Edition | undefined
  /** The edition for an address, rendered now unless somebody is rendering it already. */
  render(key: string, make: () => Promise<Response>): Promise<Edition>
  variant(edition: Edition, encoding: Encoding): Promise<Variant>
  drop(tags: readonly string[]): void
  /** Nothing is served or kept from here on, until `resume`, which begins with nothing. */
  suspend(): void
  resume(): void
  counts(): { editions: number; bytes: number; hits: number; misses: number }
}

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
/** What costs more to send than to compress; below it compression gains nothing. */
const worthCompressing = 600
const compressible = /^(text\/|application\/(?!octet)|image\/svg)/
/** Asked for this often, an edition is worth the fifty milliseconds of the best compression. */
const worthBest = 8

export function createEditions(options: { clock: Clock; maxBytes: number }): Editions {
  const { clock, maxBytes } = options
  const kept = new Map<string, Edition>()
  const byTag = new Map<string, Set<string>>()
  const rendering = new Map<string, Promise<Edition>>()
  /** When, in drops, each tag was dropped last; only while somebody renders. */
  const dropped = new Map<string, number>()
  let drops = 0
  let bytes = 0
  let suspended = false
  let hits = 0
  let misses = 0

  function forget(key: string): void {
    const edition = kept.get(key)
    if (!edition) return
    kept.delete(key)
    bytes -= sizeOf(edition)
    for (const tag of edition.tags) {
      const keys = byTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) byTag.delete(tag)
    }
  }

  function keep(key: string, edition: Edition): void {
    forget(key)
    kept.set(key, edition)
    bytes += sizeOf(edition)
    for (const tag of edition.tags) {
      const keys = byTag.get(tag)
      if (keys) keys.add(key)
      else byTag.set(tag, new Set([key]))
    }
    shrink()
  }

  /** The ones asked for longest ago go first: a map keeps the order, and a hit moves its edition to the end. */
  function shrink(): void {
    for (const key of kept.keys()) {
      if (bytes <= maxBytes) return
      forget(key)
    }
  }

  async function renderNow(key: string, make: () => Promise<Response>): Promise<Edition> {
    const began = drops
    const edition = await editionOf(await make(), clock)
    const stale = (dropped.get('all') ?? 0) > began || edition.tags.some((tag) => (dropped.get(tag) ?? 0) > began)
    if (edition.kept && !stale && !suspended) keep(key, edition)
    return edition
  }

  async function compress(edition: Edition, encoding: Encoding, best: boolean): Promise<Variant> {
    const variant = await variantOf(edition, encoding, best)
    const before = edition.variants.get(encoding)
    edition.variants.set(encoding, variant)
    // Only what is still kept counts; what was dropped meanwhile goes with its last reader.
    if (kept.get(keyOf(edition)) === edition) bytes += variant.body.length - (before?.body.length ?? 0)
    return variant
  }

  const keys = new WeakMap<Edition, string>()
  const keyOf = (edition: Edition) => keys.get(edition) ?? ''

  return {
    get(key) {
      if (suspended) return undefined
      const edition = kept.get(key)
      if (!edition || clock().getTime() >= edition.until) {
        misses += 1
        return undefined
      }
      hits += 1
      edition.hits += 1
      if (edition.hits % 16 === 1) {
        kept.delete(key)
        kept.set(key, edition)
      }
      return edition
    },

    render(key, make) {
      const running = rendering.get(key)
      if (running) return running
      const render = renderNow(key, make)
        .then((edition) => {
          keys.set(edition, key)
          return edition
        })
        .finally(() => {
          rendering.delete(key)
          if (rendering.size === 0) dropped.clear()
        })
      rendering.set(key, render)
      return render
    },

    async variant(edition, encoding) {
      const wanted = edition.plain.length < worthCompressing || !isCompressible(edition) ? 'identity' : encoding
      const ready = edition.variants.get(wanted)
      if (ready) {
        if (wanted === 'br' && edition.hits === worthBest) whenIdle(() => void compress(edition, 'br', true))
        return ready
      }
      return await compress(edition, wanted, false)
    },

    drop(tags) {
      drops += 1
      for (const tag of tags) {
        if (rendering.size > 0) dropped.set(tag, drops)
        if (tag === 'all') {
          kept.clear()
          byTag.clear()
          bytes = 0
        } else for (const key of [...(byTag.get(tag) ?? [])]) forget(key)
      }
      // Whoever asks from now on must not be given what was begun before.
      for (const key of rendering.keys()) rendering.delete(key)
    },

    suspend() {
      suspended = true
      kept.clear()
      byTag.clear()
      bytes = 0
    },

    resume() {
      // What is being rendered began before we could hear of drops: it must not be kept.
      drops += 1
      if (rendering.size > 0) dropped.set('all', drops)
      suspended = false
    },

    counts: () => ({ editions: kept.size, bytes, hits, misses }),
  }
}

async function editionOf(response: Response, clock: Clock): Promise<Edition> {
  const plain = Buffer.from(await response.arrayBuffer())
  const caching = response.headers.get('cache-control') ?? ''
  const tags = (response.headers.get(tagHeader) ?? '').split(',').filter(Boolean)
  const modified = Date.parse(response.headers.get('last-modified') ?? '')
  const until = Date.parse(response.headers.get('expires') ?? '')
  const headers = [...response.headers].filter(([name]) => name !== 'expires' && name !== 'last-modified')
  return {
    status: response.status,
    headers,
    plain,
    tags,
    hash: createHash('sha256').update(plain).update(String(response.status)).digest('base64url').slice(0, 20),
    lastModified: Math.floor((Number.isNaN(modified) ? clock().getTime() : modified) / 1000),
    until: Number.isNaN(until) ? Number.POSITIVE_INFINITY : until,
    kept: caching === cacheControl.edition || caching === cacheControl.immutable,
    variants: new Map(),
    hits: 0,
  }
}

async function variantOf(edition: Edition, encoding: Encoding, best: boolean): Promise<Variant> {
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
  if (isCompressible(edition)) head.push('vary', 'accept-encoding')
  if (encoding !== 'identity') head.push('content-encoding', encoding)
  head.push('content-length', String(body.length))
  if (edition.status === 200 || edition.kept)
    head.push('etag', etag, 'last-modified', new Date(edition.lastModified * 1000).toUTCString())
  return { head, body, etag }
}

function isCompressible(edition: Edition): boolean {
  return edition.headers.some(([name, value]) => name === 'content-type' && compressible.test(value))
}

function sizeOf(edition: Edition): number {
  let size = edition.plain.length + 512
  for (const [encoding, variant] of edition.variants) if (encoding !== 'identity') size += variant.body.length
  return size
}

/** Later, and only while the process has little to do. */
function whenIdle(act: () => void): void {
  const before = performance.eventLoopUtilization()
  const timer = setTimeout(() => {
    if (performance.eventLoopUtilization(before).utilization < 0.5) act()
  }, 500)
  timer.unref()
}
