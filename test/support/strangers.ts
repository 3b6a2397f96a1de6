/** A local fake internet: sites of strangers, each on a port of its own, that do as a test says. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Reply =
  | string
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
  | ((request: IncomingMessage, response: ServerResponse) => void)

export type Stranger = {
  /** Its address without a slash at the end. */
  readonly url: string
  /** Every request so far, oldest first. */
  readonly requests: readonly { path: string; headers: IncomingMessage['headers'] }[]
  /** What it answers at a path from now on. */
  serve(path: string, reply: Reply): void
}

export type Strangers = { site(): Promise<Stranger> } & AsyncDisposable

export async function strangers(): Promise<Strangers> {
  const close: (() => void)[] = []
  return {
    async site() {
      const replies = new Map<string, Reply>()
      const requests: { path: string; headers: IncomingMessage['headers'] }[] = []
      const server = createServer((request, response) => {
        const path = request.url ?? '/'
        requests.push({ path, headers: request.headers })
        answer(replies.get(path), request, response)
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      close.push(() => {
        server.close()
        server.closeAllConnections()
      })
      return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        requests,
        serve: (path, reply) => void replies.set(path, reply),
      }
    },
    async [Symbol.asyncDispose]() {
      for (const end of close) end()
    },
  }
}

function answer(reply: Reply | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (reply === undefined) {
    response.statusCode = 404
    response.end('nothing here')
  } else if (typeof reply === 'function') reply(request, response)
  else if (typeof reply === 'string') {
    response.setHeader(
      'content-type',
      /^\s*\{/.test(reply)
        ? 'application/feed+json'
        : /<html/i.test(reply)
          ? 'text/html; charset=utf-8'
          : 'application/xml',
    )
    response.end(reply)
  } else {
    response.writeHead(reply.status ?? 200, reply.headers)
    response.end(reply.body ?? '')
  }
}
