/** One request to an S3-compatible store, signed after AWS Signature Version 4, and what it answers. */
import { createHash, createHmac } from 'node:crypto'
import { request } from 'undici'
import type { S3 } from '../config.ts'
import { Unavailable } from '../core/errors.ts'

export type S3Call = {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  readonly key: string
  readonly bytes?: Uint8Array
  readonly type?: string
}

export type S3Answer = {
  readonly status: number
  readonly body: Uint8Array
  /** S3's own word for what is wrong, such as `NoSuchKey`; '' where it says none. */
  readonly code: string
}

/** A whole call takes this long at most, in milliseconds: somebody may be waiting for the picture. */
const longest = 30_000

/** Throws Unavailable where nothing, or nothing whole, is answered in time. */
export async function callS3(s3: S3, at: Date, call: S3Call, patience = longest): Promise<S3Answer> {
  const { method, key, bytes, type } = call
  const url = new URL(`${s3.endpoint.replace(/\/+$/, '')}/${s3.bucket}/${key}`)
  const payload = bytes ?? new Uint8Array()
  const headers = signS3(s3, { method, url, payload, at, ...(type ? { type } : {}) })
  try {
    const answer = await request(url, { method, headers, body: bytes ?? null, signal: AbortSignal.timeout(patience) })
    const body = new Uint8Array(await answer.body.arrayBuffer())
    return { status: answer.statusCode, body, code: answer.statusCode < 300 ? '' : codeIn(body) }
  } catch (error) {
    const why =
      (error as Error).name === 'TimeoutError' ? `said nothing for ${patience / 1_000} seconds` : reasonOf(error)
    throw new Unavailable(`The media store at ${url.host} does not answer (${why}): check S3_ENDPOINT and the store.`)
  }
}

/** What S3 said no with, and where to look. */
export function refusedBy({ status, code }: S3Answer): Unavailable {
  return new Unavailable(
    `The media store answered ${status}${code && ` (${code})`}: ${advice[code] ?? 'check the S3 settings.'}`,
  )
}

const advice: Readonly<Record<string, string>> = {
  NoSuchBucket: 'make the bucket, or check S3_BUCKET.',
  InvalidAccessKeyId: 'check S3_ACCESS_KEY_ID.',
  SignatureDoesNotMatch: 'check S3_SECRET_ACCESS_KEY.',
  AuthorizationHeaderMalformed: 'check S3_REGION.',
  PermanentRedirect: 'check S3_ENDPOINT and S3_REGION.',
  RequestTimeTooSkewed: 'set the clock of this machine.',
  AccessDenied: 'the key must be allowed to get, put and delete objects, and to list the bucket.',
  SlowDown: 'it is asked more than it likes; what was asked for is tried again.',
}

function codeIn(body: Uint8Array): string {
  return /<Code>(\w{1,60})<\/Code>/.exec(new TextDecoder().decode(body.subarray(0, 4_000)))?.[1] ?? ''
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}

/** The headers of a request, its payload signed in one piece. */
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
    canonicalPath(call.url.pathname),
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

/** Addresses leave signs as they are that a signature wants written out. */
function canonicalPath(path: string): string {
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(decodeURIComponent(part)).replace(
        /[!'()*]/g,
        (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/')
}
