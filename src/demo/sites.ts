/** The outlets' sites, each a server of its own on this machine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'
import type { Run } from './printed.ts'
import { answerOf, type Site } from './site.ts'

export type Sites = {
  /** In the order of the run's outlets. */
  readonly all: readonly Site[]
  close(): Promise<void>
}

/** Only this machine reaches them. */
export const sitesHost = '127.0.0.1'

/** `ports` has one for each outlet. `slowMs` is how long a slow site takes. Throws the system's error where one is taken. */
export async function openSites(
  run: Run,
  ports: readonly number[],
  parts: { clock: Clock; log: Log; slowMs: number },
): Promise<Sites> {
  const servers: Server[] = []
  const close = async () => {
    await Promise.all(
      servers.map(
        (server) =>
          new Promise<void>((resolve) => {
            server.close(() => resolve())
            server.closeAllConnections()
          }),
      ),
    )
  }
  const all = run.outlets.map((outlet, i): Site => ({ run, outlet, url: `http://${sitesHost}:${ports[i]}` }))
  try {
    for (const [i, site] of all.entries()) {
      const server = createServer((request, response) => {
        serve(site, parts, request, response).catch((error) => {
          parts.log.error('A site of the demo failed.', { outlet: site.outlet.slug, error })
          response.destroy()
        })
      })
      servers.push(server)
      await listen(server, ports[i] ?? 0)
    }
  } catch (error) {
    await close()
    throw error
  }
  return { all, close }
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, sitesHost, resolve)
  })
}

async function serve(
  site: Site,
  { clock, slowMs }: { clock: Clock; slowMs: number },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await answerOf(site, new URL(request.url ?? '/', site.url).pathname, clock())
  const { etag } = answer.headers
  const known = etag !== undefined && request.headers['if-none-match'] === etag
  if (site.outlet.fault === 'slow') await sleep(slowMs)
  response.writeHead(known ? 304 : answer.status, answer.headers)
  response.end(known || request.method === 'HEAD' ? undefined : answer.body)
}
