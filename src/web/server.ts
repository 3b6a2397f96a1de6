/**
 * The way in: node's own server, editions first, the router after them. Limits keep slow and greedy clients from taking
 * what others need.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as FromWeb } from 'node:stream/web'
import type { Log } from '../core/log.ts'
import type { Route } from '../routes.ts'
import { type Arrival, cacheControl, isFlowing, tagHeader } from './answer.ts'
import type { ClientAddress } from './client-address.ts'
import { encodingFor, isUnchanged } from './conditional.ts'
import type { Edition, Variant } from './edition.ts'
import type { Editions } from './editions.ts'
import { splitLanguage, wordsAt } from './language-path.ts'
import { type Range, rangeOf } from './range.ts'
import { largeFormAt } from './route-at.ts'
import { tooLargeAlone } from './too-large.ts'

export type Web = {
  listen(at: { host: string; port: number; reusePort: boolean }): Promise<{ port: number }>
  close(): Promise<void>
}

const usualBody = 1024 * 1024

/** Whoever is signed in has it; their pages are nobody else's. */
const sessionCookie = /(?:^|;\s*)(?:__Host-)?wireroom=/

export function createWebServer(parts: {
  editions: Editions
  /** The router. Must not throw: what goes wrong is answered there. */
  handle(request: Request, arrival: Arrival): Promise<Response>
  /** Whether a route lets in whoever brings these headers: asked before a large body is taken. */
  admits(route: Route, headers: Headers): Promise<boolean>
  /** The name an answer is kept under: the address without what makes no difference; undefined when none is kept. */
  keyOf(url: string): string | undefined
  /** Headers every answer has. */
  headers: Readonly<Record<string, string>>
  client: ClientAddress
  log: Log
  /** Told of every answer that was not ready. */
  observe?: (seen: { status: number; seconds: number }) => void
}): Web {
  const { editions, handle, keyOf, client, log } = parts
  const common = Object.entries(parts.headers).flat()

  /** The name of the edition a request may have; undefined where what is answered is for this request alone. */
  function keyFor(request: IncomingMessage): string | undefined {
    if (!isReading(request) || isKnown(request)) return undefined
    return keyOf(request.url ?? '/')
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    key: string | undefined,
    found: Edition | undefined,
  ): Promise<void> {
    const arrival = arrivalOf(request)
    response.setHeader('x-request-id', arrival.requestId)
    if (key !== undefined) {
      const edition = found ?? (await editions.render(key, () => handle(forAll(request), arrival)))
      const variant = await editions.variant(edition, encodingFor(request.headers['accept-encoding']))
      return send(request, response, edition, variant)
    }
    const body = isReading(request) ? undefined : await bodyOf(request, await mostBytesFor(request))
    if (body === 'too big') return tooBig(request, response)
    // What HEAD tells is what GET would tell, the length too.
    const made = await handle(toRequest(request, isReading(request) ? 'GET' : (request.method ?? 'GET'), body), arrival)
    await pass(made, request, response, isKnown(request))
  }

  /** Hardly anything takes more than a megabyte, and that only from who may enter: a cookie alone may be made up. */
  async function mostBytesFor(request: IncomingMessage): Promise<number> {
    const form = largeFormAt(pathOf(request))
    return form && isKnown(request) && (await parts.admits(form, headersOf(request))) ? form.mostBytes : usualBody
  }

  /** Nobody waits for it: the outdated edition answers meanwhile. */
  function renew(key: string, request: IncomingMessage): void {
    const make = () => handle(forAll(request), arrivalOf(request))
    editions.renew(key, make).catch((error: unknown) => {
      log.error('An outdated page could not be made anew.', { path: urlOf(request).pathname, error })
    })
  }

  function arrivalOf(request: IncomingMessage): Arrival {
    return {
      requestId: randomUUID(),
      client: client(request.socket.remoteAddress, header(request, 'x-forwarded-for')),
    }
  }

  function send(request: IncomingMessage, response: ServerResponse, edition: Edition, variant: Variant): void {
    if (edition.status === 200 && isUnchanged(request.headers, edition)) {
      response.writeHead(304, headOf(variant.unchanged, response)).end()
      return
    }
    if (request.headers.range !== undefined && request.method === 'GET' && edition.inParts) {
      const range = rangeOf(request.headers, variant)
      if (range) {
        sendPart(response, variant, range)
        return
      }
    }
    response.writeHead(edition.status, headOf(variant.head, response))
    if (request.method === 'HEAD') response.end()
    else response.end(variant.body)
  }

  function sendPart(response: ServerResponse, { head, body }: Variant, range: Range | 'none of it'): void {
    const none = range === 'none of it'
    const part = none ? body.subarray(0, 0) : body.subarray(range.first, range.last + 1)
    const own = ['content-length', String(part.length)]
    own.push('content-range', `bytes ${none ? '*' : `${range.first}-${range.last}`}/${body.length}`)
    const others = none ? ['cache-control', cacheControl.none] : without(head, 'content-length')
    response.writeHead(none ? 416 : 206, [...headOf(others, response), ...own]).end(part)
  }

  /** Whole heads, made once a variant: node reads the list while it is called and keeps nothing of it. */
  const heads = new WeakMap<readonly string[], string[]>()

  function headOf(own: readonly string[], response: ServerResponse): string[] {
    let head = heads.get(own)
    if (!head) {
      head = ['x-request-id', '', ...common, ...own]
      heads.set(own, head)
    }
    head[1] = String(response.getHeader('x-request-id') ?? randomUUID())
    return head
  }

  /** What nobody keeps goes out as the router made it. */
  async function pass(
    from: Response,
    request: IncomingMessage,
    response: ServerResponse,
    known: boolean,
  ): Promise<void> {
    const head = [...common, 'x-request-id', String(response.getHeader('x-request-id'))]
    // The page of somebody we know is nobody else's, whatever the handler thought of it.
    if (known) head.push('cache-control', cacheControl.private)
    for (const [name, value] of from.headers)
      if (!known || (name !== 'cache-control' && name !== tagHeader)) head.push(name, value)
    if (isFlowing(from)) {
      response.writeHead(from.status, head)
      if (request.method !== 'HEAD') return await pipeline(Readable.fromWeb(from.body as FromWeb), response)
      await from.body?.cancel()
      return void response.end()
    }
    const body = Buffer.from(await from.arrayBuffer())
    if (!from.headers.has('content-length')) head.push('content-length', String(body.length))
    response.writeHead(from.status, head)
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  async function tooBig(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const whole = toRequest(request, 'GET')
    const page = await handle(whole, { ...arrivalOf(request), tooLarge: true }).catch(() => undefined)
    response.writeHead(413, [...common, 'content-type', 'text/html; charset=utf-8', 'connection', 'close'])
    response.end(page?.status === 413 ? await page.text() : tooLargeAlone(request.url ?? ''))
  }

  function broke(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    // Who left in the middle of what they sent needs no answer, and it is no failure of ours.
    if (!request.complete && request.destroyed) return void response.destroy()
    const id = String(response.getHeader('x-request-id'))
    // Its path alone: a key may stand behind it.
    log.error('A request could not be answered.', { path: urlOf(request).pathname, request: id, error })
    if (response.headersSent) return void response.destroy()
    const t = wordsAt(request.url ?? '')
    response
      .writeHead(500, [...common, 'x-request-id', id, 'content-type', 'text/plain; charset=utf-8'])
      .end(`${t('failed.text')} ${t('failed.id', { id })}\n`)
  }

  const server: Server = createServer(
    { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 10_000 },
    (request, response) => {
      const key = keyFor(request)
      const found = key === undefined ? undefined : editions.get(key)
      const ready = found && editions.ready(found, encodingFor(request.headers['accept-encoding']))
      if (key !== undefined && found?.outdated !== undefined) renew(key, request)
      // Most requests end here, in one go.
      if (found && ready) return send(request, response, found, ready)
      const started = performance.now()
      const most = largeFormAt(pathOf(request))?.mostBytes ?? usualBody
      if (Number(request.headers['content-length'] ?? 0) > most) return void tooBig(request, response)
      // The web platform refuses to make such a request, and nothing here answers one.
      if (request.method === 'TRACE') {
        response.writeHead(405, [...common, 'allow', 'GET, HEAD', 'connection', 'close']).end()
        return
      }
      answer(request, response, key, found)
        .catch((error: unknown) => broke(request, response, error))
        .finally(() => parts.observe?.({ status: response.statusCode, seconds: (performance.now() - started) / 1000 }))
    },
  )
  server.maxHeadersCount = 100
  // Whoever takes nothing of an answer for this long has left.
  server.setTimeout(120_000)
  server.maxRequestsPerSocket = 10_000
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
  })

  return {
    listen: ({ host, port, reusePort }) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen({ host, port, reusePort }, () => {
          server.off('error', reject)
          resolve({ port: (server.address() as AddressInfo).port })
        })
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 1_500).unref()
      }),
  }
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

function isKnown({ headers }: IncomingMessage): boolean {
  return headers.authorization !== undefined || (headers.cookie !== undefined && sessionCookie.test(headers.cookie))
}

/** The request as the web platform has it. The host is whatever was asked for: addresses are made from the settings. */
function toRequest(request: IncomingMessage, method: string, body?: Uint8Array<ArrayBuffer>): Request {
  const headers = headersOf(request)
  const url = urlOf(request)
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  return new Request(url, { method, headers, ...(body && body.length > 0 ? { body } : {}) })
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
    const name = request.rawHeaders[i] ?? ''
    if (!name.startsWith(':')) headers.append(name, request.rawHeaders[i + 1] ?? '')
  }
  return headers
}

function without(head: readonly string[], name: string): string[] {
  return head.filter((_, at) => head[at - (at % 2)] !== name)
}

/** Without its headers: what everybody gets alike may not look at them. */
function forAll(request: IncomingMessage): Request {
  return new Request(urlOf(request))
}

function urlOf(request: IncomingMessage): URL {
  return new URL(safePath(request.url ?? '/'), 'http://wireroom.invalid')
}

/** Without its language, as routes know it. */
function pathOf(request: IncomingMessage): string {
  return splitLanguage(urlOf(request).pathname).path
}

/** The body, whole; what says no length is counted as it comes. */
async function bodyOf(request: IncomingMessage, largestBody: number): Promise<Uint8Array<ArrayBuffer> | 'too big'> {
  const chunks: Buffer[] = []
  let length = 0
  // Not destroyed when left early: the answer goes out on the same socket.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > largestBody) return 'too big'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A path that begins with two slashes is a path, not another host; an absolute form names this host. */
function safePath(target: string): string {
  if (target.startsWith('/')) return target.replace(/^[/\\]+/, '/')
  const url = URL.parse(target)
  return url ? url.pathname + url.search : '/'
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}
