/** Reads an answer's body, decompressed, counting on both sides of the decompression. */
import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import type { Dispatcher } from 'undici'

export type BodyLimits = {
  /** Bytes of a body, as it comes and decompressed. */
  readonly bytes: number
  /** Times a body may grow by decompression, once it is over a megabyte. */
  readonly ratio: number
  /** Bytes from which on a body is large, and its reader is asked for room. */
  readonly large: number
}

export type BodyReader = {
  /** Hears of every byte that came. */
  count(bytes: number): void
  /** Awaited before a body grows large. */
  room(): Promise<void>
}

export type Body = Dispatcher.ResponseData['body']

export type ReadBody =
  | { readonly kind: 'fetched'; readonly body: Uint8Array }
  | { readonly kind: 'too-big' | 'failed'; readonly reason: string }

/** What `accept-encoding` asks for. Deflate is understood, but means two things to servers: it is not asked for. */
export const encodings = 'gzip, br, zstd'

/** Throws what the network does, and what the reader's `room` throws. */
export async function readBody(
  body: Body,
  headers: Readonly<Record<string, string>>,
  limits: BodyLimits,
  reader: BodyReader,
): Promise<ReadBody> {
  const tooBig = { kind: 'too-big', reason: `It is larger than ${inWords(limits.bytes)}.` } as const
  if (Number(headers['content-length']) > limits.bytes) return unread(body, tooBig)
  const packed = (headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name && name !== 'identity')
  const unknown = packed.find((name) => !decoders[name])
  if (packed.length > 2)
    return unread(body, { kind: 'failed', reason: 'It is compressed more often than anybody needs.' })
  if (unknown !== undefined)
    return unread(body, { kind: 'failed', reason: `It is compressed in a way that was not asked for: ${unknown}.` })
  let came = 0
  const counted = async function* () {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      came += chunk.length
      reader.count(chunk.length)
      // Compressed nothing, repeated, is never large when it is unpacked.
      if (came > limits.bytes) throw new TooBig()
      yield chunk
    }
  }
  const stream = packed.toReversed().reduce<Readable>(unpacked, Readable.from(counted()))
  try {
    return await collect(stream, limits, () => came, reader)
  } catch (error) {
    if (error instanceof TooBig) return tooBig
    if (isBroken(error)) return { kind: 'failed', reason: 'Its compression is broken.' }
    throw error
  } finally {
    stream.destroy()
    body.destroy()
  }
}

/** Leaves a body unread, and the connection it would come by. */
function unread(body: Body, why: ReadBody): ReadBody {
  // That it was broken off is no news to whoever breaks it off.
  body.on('error', () => undefined).destroy()
  return why
}

class TooBig extends Error {}

async function collect(
  stream: Readable,
  limits: BodyLimits,
  came: () => number,
  reader: BodyReader,
): Promise<ReadBody> {
  const chunks: Buffer[] = []
  let size = 0
  let large = false
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limits.bytes) throw new TooBig()
    if (size > 1024 * 1024 && size > came() * limits.ratio)
      return { kind: 'too-big', reason: 'It grows without measure when decompressed.' }
    chunks.push(chunk)
    if (large || size <= limits.large) continue
    large = true
    await reader.room()
  }
  return { kind: 'fetched', body: Buffer.concat(chunks) }
}

type Decoder = Readable & NodeJS.WritableStream

/** A window larger than this is refused (RFC 9659 allows 8 MB): it would be held whole. */
const zstdWindow = { params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } }

const decoders: Readonly<Record<string, (() => Decoder) | undefined>> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  br: () => zlib.createBrotliDecompress(),
  zstd: () => zlib.createZstdDecompress(zstdWindow),
  deflate: () => zlib.createInflate(),
}

function unpacked(source: Readable, encoding: string): Readable {
  const decoder = decoders[encoding]?.()
  if (!decoder) return source
  source.on('error', (error) => decoder.destroy(error))
  decoder.on('close', () => source.destroy())
  return source.pipe(decoder)
}

function isBroken(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return /^(Z_|ZSTD_|ERR__ERROR)/.test(code)
}

function inWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${Math.round(bytes / 1024)} KB`
}
