/**
 * From a request to the handler of its route: the language before the path, what counts in the query, who may send a
 * form; and the one place where what goes wrong becomes a page.
 */
import { Hono, type Context as HonoContext } from 'hono'
import { getPath } from 'hono/utils/url'
import { WireroomError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Network } from '../core/network.ts'
import type { Route } from '../routes.ts'
import { type Answer, type Arrival, redirect, respond, text } from './answer.ts'
import { canonicalPath } from './canonical-path.ts'
import type { Surroundings } from './context.ts'
import { isFromElsewhere } from './forgery.ts'
import { languageAt, splitLanguage, wordsAt } from './language-path.ts'
import { routeAt } from './route-at.ts'

/** What a page is asked. */
export type Asked = Surroundings & { readonly params: Readonly<Record<string, string>> }
/** What a form brings besides; `client` is the address it came from. */
export type Sent = Asked & { readonly form: URLSearchParams; readonly client: string }

export type RouterParts = {
  readonly pages: readonly (readonly [Route, (asked: Asked) => Promise<Answer>])[]
  readonly forms: readonly (readonly [Route, (sent: Sent) => Promise<Answer>])[]
  readonly network: () => Promise<Network>
  readonly now: () => Date
  readonly url: string
  readonly asset: (name: string) => string
  readonly log: Log
  /** What is answered where nothing is, where a form came from elsewhere, and where something broke. */
  missing(around: Surroundings): Promise<Answer>
  refused(around: Surroundings): Answer
  failed(around: Surroundings, status: number, requestId: string): Answer
}

type Asking = HonoContext<{ Bindings: Arrival }>

export function createRouter(parts: RouterParts): Hono<{ Bindings: Arrival }> {
  const { pages, forms, log } = parts
  const router = new Hono<{ Bindings: Arrival }>({ strict: true, getPath: (request) => pathOf(getPath(request)) })
  /** As it was read last: the page that says the database is away needs a name at its top. */
  let known: Network | undefined

  function around(c: Asking, network: Network, names: readonly string[]): Surroundings {
    const path = new URL(c.req.url).pathname
    const { language } = languageAt(network, path)
    const query = Object.fromEntries(names.map((name) => [name, c.req.query(name)]))
    const { now, url, asset } = parts
    return { network, now: now(), url, path, query, language, asset }
  }

  async function surroundings(c: Asking, names: readonly string[] = ['text']): Promise<Surroundings> {
    known = await parts.network()
    return around(c, known, names)
  }

  function methodsOf(path: string): string[] {
    const known = ['GET', 'POST'].filter((method) => router.router.match(method, path)[0].length > 0)
    return known.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  }

  for (const [route, send] of forms)
    router.post(route.pattern, async (c) => {
      const here = await surroundings(c, route.query)
      if (isFromElsewhere(c.req.raw.headers, parts.url)) return respond(parts.refused(here))
      const form = new URLSearchParams(await c.req.text())
      return respond(await send({ ...here, params: c.req.param(), form, client: c.env.client }))
    })
  for (const [route, show] of pages)
    router.get(route.pattern, async (c) => {
      const here = await surroundings(c, route.query)
      const { written } = languageAt(here.network, here.path)
      if (written === 'unknown') return respond(await parts.missing(here))
      if (written === 'bare') return respond(redirect(splitLanguage(here.path).path + new URL(c.req.url).search))
      return respond(await show({ ...here, params: c.req.param() }))
    })
  router.notFound(async (c) => {
    const { pathname, search } = new URL(c.req.url)
    const canonical = canonicalPath(pathname)
    const allowed = methodsOf(pathOf(canonical ?? pathname))
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && allowed.length > 0) {
      const t = wordsAt(pathname)
      return respond({ ...text(`${t('method.text')}\n`, 405), headers: { allow: allowed.join(', ') } })
    }
    if (canonical !== undefined) return respond(redirect(canonical + search))
    const { language, path } = splitLanguage(pathname)
    // Feeds and the like speak to programs: they have one address, without a language.
    if (language !== undefined && routeAt(path)?.speaks === false) return respond(redirect(path + search))
    return respond(await parts.missing(await surroundings(c)))
  })
  router.onError(async (error, c) => {
    const status = error instanceof WireroomError ? error.status : 500
    const { requestId } = c.env
    if (status >= 500) log.error('A page failed.', { request: requestId, path: new URL(c.req.url).pathname, error })
    try {
      const here = await surroundings(c)
      return later(respond(status === 404 ? await parts.missing(here) : parts.failed(here, status, requestId)))
    } catch {
      // The database is away; the reason is in the log already.
      if (known) return later(respond(parts.failed(around(c, known, ['text']), 503, requestId)))
      const t = wordsAt(new URL(c.req.url).pathname)
      return later(respond(text(`${t('failed.text')} ${t('failed.id', { id: requestId })}\n`, 503)))
    }
  })
  return router
}

/** What fails for the moment says when to come again: readers' programs keep what they have until then. */
function later(response: Response): Response {
  if (response.status === 503) response.headers.set('retry-after', '30')
  return response
}

/** The path the routes know: without its language, where a page can be had in languages at all. */
function pathOf(asked: string): string {
  const { language, path } = splitLanguage(asked)
  return language !== undefined && routeAt(path)?.speaks ? path : asked
}
