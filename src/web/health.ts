/** What watches over the program asks: is it up, can it work, how is it doing. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type Answer, text } from './answer.ts'
import { isLoopback } from './client-address.ts'
import type { Editions } from './editions.ts'

export type Health = {
  healthz(): Answer
  readyz(): Promise<Answer>
  /** `isForwarded`: a proxy brings it, for whomever. */
  metrics(request: { client: string; authorization: string | undefined; isForwarded: boolean }): Promise<Answer>
  observe(seen: { status: number; seconds: number }): void
}

export function createHealth(parts: {
  /** Rejects when the database or the queue cannot be reached. */
  check(): Promise<void>
  listening(): boolean
  editions: Editions
  pool: { totalCount: number; idleCount: number; waitingCount: number }
  /** Numbers of the whole network, by metric. */
  count(): Promise<Readonly<Record<string, number>>>
  token: string | undefined
}): Health {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'wireroom_' })
  const registers = [registry]
  const seconds = new Histogram({
    name: 'wireroom_http_request_seconds',
    help: 'Time to answer a request that no edition answered.',
    labelNames: ['status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers,
  })
  const failures = new Counter({
    name: 'wireroom_http_failures_total',
    help: 'Answers with status 500 and above.',
    registers,
  })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge('wireroom_editions', 'Editions kept.', () => parts.editions.counts().editions)
  gauge('wireroom_editions_bytes', 'Bytes of the editions kept.', () => parts.editions.counts().bytes)
  gauge('wireroom_editions_hits', 'Requests answered from editions.', () => parts.editions.counts().hits)
  gauge('wireroom_editions_misses', 'Requests for which no edition was kept.', () => parts.editions.counts().misses)
  gauge('wireroom_database_connections', 'Connections of the pool.', () => parts.pool.totalCount)
  gauge('wireroom_database_connections_idle', 'Idle connections of the pool.', () => parts.pool.idleCount)
  gauge('wireroom_database_waiting', 'Requests waiting for a connection.', () => parts.pool.waitingCount)

  return {
    healthz: () => text('ok\n'),
    async readyz() {
      try {
        await parts.check()
      } catch {
        // Why not is for the log and the doctor: who asks here may be anybody.
        return text('The database cannot be reached.\n', 503)
      }
      return parts.listening() ? text('ready\n') : text('Not listening to the database yet.\n', 503)
    },
    async metrics({ client, authorization, isForwarded }) {
      const allowed =
        (isLoopback(client) && !isForwarded) ||
        (parts.token !== undefined && isSame(authorization, `Bearer ${parts.token}`))
      if (!allowed) return text('Metrics are for this machine, or with WIREROOM_METRICS_TOKEN.\n', 403)
      const numbers = await parts.count().catch(() => ({}))
      const lines = Object.entries(numbers).map(
        ([name, value]) => `# TYPE wireroom_${name} gauge\nwireroom_${name} ${value}\n`,
      )
      return { ...text((await registry.metrics()) + lines.join('')), type: registry.contentType }
    },
    observe({ status, seconds: took }) {
      seconds.observe({ status: `${Math.floor(status / 100)}xx` }, took)
      if (status >= 500) failures.inc()
    },
  }
}

/** How long it takes tells nothing of the token. */
function isSame(given: string | undefined, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given ?? ''), hash(wanted))
}
