/** A web process, where its parts are joined: config and database in, a server that listens and stops out. */
import type { Hono } from 'hono'
import { recognise } from './accounts/session.ts'
import type { Config } from './config.ts'
import { admission } from './core/account/rights.ts'
import type { Visitor } from './core/account/visitor.ts'
import type { Clock } from './core/clock.ts'
import type { Log } from './core/log.ts'
import { type Db, openPool, type Pool } from './db/connection.ts'
import { findShownMedia } from './db/media.ts'
import { readNetwork } from './db/network.ts'
import { readStats } from './db/stats.ts'
import { countTasks } from './db/tasks.ts'
import { draftMedia } from './desk/draft-media.ts'
import { formsOf, pagesOf } from './handlers.ts'
import { type Means, meansOf } from './means.ts'
import { createFetcher, type Fetcher } from './net/fetch.ts'
import { createMediaStore } from './net/media-store.ts'
import { fetchSettings, lost, type Parts } from './parts.ts'
import * as reader from './reader/pages.ts'
import { routes } from './routes.ts'
import { type Arrival, respond } from './web/answer.ts'
import { calm } from './web/calm.ts'
import { clientAddress } from './web/client-address.ts'
import { editionKey } from './web/edition-key.ts'
import { createEditions, type Editions } from './web/editions.ts'
import { createHealth } from './web/health.ts'
import { createKept, everyone, type Kept } from './web/kept.ts'
import { listenForDrops } from './web/listen.ts'
import { createRouter } from './web/router.ts'
import { securityHeaders } from './web/security-headers.ts'
import { createWebServer, type Web } from './web/server.ts'
import { readSessionCookie } from './web/session-cookie.ts'
import { createAssets } from './web/static.ts'

/** The bytes of editions one process keeps at most. */
const editionBytes = 64 * 1024 * 1024
/** Members whose newest stories one process keeps at hand, and a few things more. */
const mostKept = 1_000

/** Searches a process has under way: they have connections of their own, so that no page waits behind them. */
const searchesAtOnce = 3
/** Whatever is asked, a statement of a search ends by then. */
const searchPatienceMs = 700

export type WebApp = Web & {
  /** The router without a socket: what tests ask. */
  fetch(request: Request, arrival?: Partial<Arrival>): Promise<Response>
  readonly editions: Editions
}

export function createWeb({ config, reach, listenReach, clock, log }: Parts): WebApp {
  const pool = openPool(reach, { name: 'wireroom web', size: config.databasePool, prepares: true, onLost: lost(log) })
  const seeking = openPool(reach, {
    name: 'wireroom search',
    size: searchesAtOnce,
    prepares: true,
    patience: searchPatienceMs,
    onLost: lost(log),
  })
  const editions = createEditions({ clock, maxBytes: editionBytes })
  const kept = createKept(mostKept)
  const stale = calm(everyone(kept, editions))
  const listener = listenForDrops(listenReach, stale, log)
  const health = createHealth({
    check: async () => void (await countTasks(pool.db)),
    listening: listener.listening,
    editions,
    pool: pool.pg,
    count: () => numbers(pool.db, clock()),
    token: config.metricsToken,
  })
  const outside = whenNeeded(async () => createFetcher(await fetchSettings(config, pool.db)))
  const means = meansOf({ config, clock, log, db: pool.db, seeking }, outside.get)
  const visitor = async (headers: Headers) => {
    const token = readSessionCookie(headers, means.https)
    return token === undefined ? undefined : await recognise(pool.db, await means.secret(), token, clock())
  }
  const router = routerOf({ config, pool, kept, clock, log, health, means, visitor })
  const client = clientAddress(config.trustedProxies)
  const handle = async (request: Request, arrival: Arrival) => router.fetch(request, arrival)
  const web = createWebServer({
    editions,
    handle,
    admits: async ({ guard }, headers) => admission(guard, await visitor(headers), { changes: true }) === 'enter',
    keyOf: editionKey,
    headers: securityHeaders(config.url.startsWith('https:')),
    client,
    log,
    observe: health.observe,
  })
  return {
    ...web,
    editions,
    fetch: (request, arrival = {}) => {
      // No edition is asked, so nothing that was kept may answer.
      kept.drop(['all'])
      return handle(request, { requestId: 'test', client: '127.0.0.1', ...arrival })
    },
    async close() {
      await web.close()
      await listener.close()
      stale.close()
      await outside.close()
      await seeking.close()
      await pool.close()
    },
  }
}

type Bindings = { Bindings: Arrival }

function routerOf(parts: {
  config: Config
  pool: Pool
  kept: Kept
  clock: Clock
  log: Log
  health: ReturnType<typeof createHealth>
  means: Means
  visitor: (headers: Headers) => Promise<Visitor | undefined>
}): Hono<Bindings> {
  const { config, pool, kept, clock, log, health, means, visitor } = parts
  const assets = createAssets(means.faces)
  const media = createMediaStore(config, clock)
  const { db } = pool
  const router = createRouter({
    pages: pagesOf(means).map(([route, page]) => [route, (asked) => page({ ...asked, db, kept })]),
    forms: formsOf(means).map(([route, send]) => [route, (sent) => send({ ...sent, db, kept })]),
    network: () => kept.get('network', () => readNetwork(db)),
    visitor,
    now: clock,
    url: config.url,
    asset: assets.href,
    log,
    missing: reader.notFound,
    refused: reader.refused,
    tooLarge: reader.tooLarge,
    turnedAway: reader.turnedAway,
    failed: reader.failed,
  })
  router.get(routes.healthz.pattern, () => respond(health.healthz()))
  router.get(routes.readyz.pattern, async () => respond(await health.readyz()))
  router.get(routes.metrics.pattern, async (c) =>
    respond(
      await health.metrics({
        client: c.env.client,
        authorization: c.req.header('authorization'),
        isForwarded: c.req.header('x-forwarded-for') !== undefined,
      }),
    ),
  )
  router.get(routes.asset.pattern, async (c) => {
    const answer = await assets.answer(c.req.param('file'))
    return answer ? respond(answer) : c.notFound()
  })
  router.get(routes.media.pattern, async (c) => {
    const hash = c.req.param('hash')
    const shown = await findShownMedia(db, hash)
    if (!shown) {
      const own = await draftMedia({ db, media }, hash, await visitor(c.req.raw.headers))
      return own ? respond(own) : c.notFound()
    }
    const bytes = await media.get(hash)
    if (!bytes) return c.notFound()
    const { type, createdAt: lastModified, stories } = shown
    const tags = stories.map((id) => `story:${id}`)
    const headers = { 'accept-ranges': 'bytes' }
    const cache = stories.length > 0 ? 'picture' : 'immutable'
    return respond({ status: 200, type, body: bytes, cache, tags, lastModified, headers })
  })
  return router
}

/** Hardly any web process goes out: the way is made when somebody wants it. */
function whenNeeded(make: () => Promise<Fetcher>): { get(): Promise<Fetcher>; close(): Promise<void> } {
  let made: Promise<Fetcher> | undefined
  return {
    get() {
      made ??= make().catch((error: unknown) => {
        made = undefined
        throw error
      })
      return made
    },
    close: async () => void (await (await made)?.close()),
  }
}

async function numbers(db: Db, now: Date): Promise<Record<string, number>> {
  const stats = await readStats(db, now)
  return {
    members: stats.members,
    sources: stats.sources.all,
    sources_failing: stats.sources.failing,
    sources_due: stats.sources.due,
    stories_published: stats.stories.published,
    events: stats.events,
    notices_open: stats.notices.open,
    notices_overdue: stats.notices.overdue,
    applications_waiting: stats.applications.waiting,
    members_suspended: stats.suspended,
    sources_quarantined: stats.quarantines,
    drafts_sent: stats.drafts.sent,
    jobs_waiting: stats.jobs.waiting,
    jobs_running: stats.jobs.running,
    jobs_failed: stats.jobs.failed,
  }
}
