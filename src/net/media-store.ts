/** Where pictures are kept, by the hash of their bytes: files in the data directory, or an S3-compatible store. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { request } from 'undici'
import type { Config, S3 } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { Unavailable } from '../core/errors.ts'

export type MediaStore = {
  /** Keeps bytes and answers their hash; the same bytes again change nothing. */
  put(bytes: Uint8Array, type: string): Promise<string>
  get(hash: string): Promise<Uint8Array | undefined>
  remove(hash: string): Promise<void>
}

export function createMediaStore(config: Pick<Config, 'data' | 's3'>, clock: Clock): MediaStore {
  return config.s3 ? s3Store(config.s3, clock) : fileStore(join(config.data, 'media'))
}

const hashShape = /^[0-9a-f]{64}$/

/** The name bytes are kept under. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function fileStore(folder: string): MediaStore {
  const path = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2))
  return {
    async put(bytes) {
      const hash = hashOf(bytes)
      const to = path(hash)
      await mkdir(dirname(to), { recursive: true })
      // Written beside and renamed: a reader never sees half a picture, a crash leaves none.
      const part = `${to}.${randomBytes(4).toString('hex')}.part`
      const file = await open(part, 'w', 0o644)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, to)
      return hash
    },
    async get(hash) {
      if (!hashShape.test(hash)) return undefined
      try {
        return await readFile(path(hash))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    async remove(hash) {
      if (hashShape.test(hash)) await rm(path(hash), { force: true })
    },
  }
}

function s3Store(s3: S3, clock: Clock): MediaStore {
  const call = async (method: 'GET' | 'PUT' | 'DELETE', hash: string, bytes?: Uint8Array, type?: string) => {
    const url = new URL(`${s3.endpoint.replace(/\/+$/, '')}/${s3.bucket}/${hash}`)
    const headers = signS3(s3, {
      method,
      url,
      payload: bytes ?? new Uint8Array(),
      at: clock(),
      ...(type ? { type } : {}),
    })
    const answer = await request(url, {
      method,
      headers,
      body: bytes ?? null,
      headersTimeout: 10_000,
      bodyTimeout: 30_000,
    })
    const body = new Uint8Array(await answer.body.arrayBuffer())
    return { status: answer.statusCode, body }
  }
  const refuse = (status: number): never => {
    throw new Unavailable(`The media store answered ${status}: check the S3 settings.`)
  }
  return {
    async put(bytes, type) {
      const hash = hashOf(bytes)
      const { status } = await call('PUT', hash, bytes, type)
      return status < 300 ? hash : refuse(status)
    },
    async get(hash) {
      if (!hashShape.test(hash)) return undefined
      const { status, body } = await call('GET', hash)
      if (status === 404) return undefined
      return status === 200 ? body : refuse(status)
    },
    async remove(hash) {
      if (!hashShape.test(hash)) return
      const { status } = await call('DELETE', hash)
      if (status >= 300 && status !== 404) refuse(status)
    },
  }
}

/** Headers of a request signed after AWS Signature Version 4, payload signed, for a single chunk. */
export function signS3(
  s3: S3,
  call: { method: string; url: URL; payload: Uint8Array; at: Date; type?: string },
): Record<string, string> {
  const stamp = call.at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = stamp.slice(0, 8)
  const payloadHash = createHash('sha256').update(call.payload).digest('hex')
  const headers: Record<string, string> = {
    ...(call.type ? { 'content-type': call.type } : {}),
    host: call.url.host,
    'x-amz-content-sha256': payloadHash,
    'x-amz-date': stamp,
  }
  const names = Object.keys(headers).sort()
  const canonical = [
    call.method,
    call.url.pathname,
    call.url.searchParams.toString(),
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    payloadHash,
  ].join('\n')
  const scope = `${day}/${s3.region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const key = hmac(hmac(hmac(hmac(`AWS4${s3.secretAccessKey}`, day), s3.region), 's3'), 'aws4_request')
  const signature = createHmac('sha256', key).update(toSign).digest('hex')
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${s3.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  }
}
