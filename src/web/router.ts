/**
 * From a request to the handler of its route: the language before the path, what counts in the query, who may send a
 * form; and the one place where what goes wrong becomes a page.
 */
import { Hono, type Context as HonoContext } from 'hono'
import { getPath } from 'hono/utils/url'
import { admission } from '../core/account/rights.ts'
import type { Visitor } from '../core/account/visitor.ts'
import { Invalid, WireroomError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Network } from '../core/network.ts'
import { type Route, routes } from '../routes.ts'
import { type Answer, type Arrival, redirect, respond, text } from './answer.ts'
import { canonicalPath } from './canonical-path.ts'
import type { Surroundings } from './context.ts'
import { isFromElsewhere } from './forgery.ts'
import { inLanguage, languageAt, splitLanguage, wordsAt } from './language-path.ts'
import { routeAt } from './route-at.ts'

/** What a page is asked; `client` is the address it is asked from. */
export type Asked = Surroundings & {
  readonly params: Readonly<Record<string, string>>
  readonly client: string
}
/** What a form brings besides. */
export type Sent = Asked & {
  readonly form: URLSearchParams
  /** Files chosen in the form, by field; a field left empty brings none. */
  readonly files: ReadonlyMap<string, File>
  readonly headers: Headers
}

export type RouterParts = {
  readonly pages: readonly (readonly [Route, (asked: Asked) => Promise<Answer>])[]
  readonly forms: readonly (readonly [Route, (sent: Sent) => Promise<Answer>])[]
  readonly network: () => Promise<Network>
  /** Whose session a request brings. */
  readonly visitor: (headers: Headers) => Promise<Visitor | undefined>
  readonly now: () => Date
  readonly url: string
  readonly asset: (name: string) => string
  readonly log: Log
  /** What is answered where nothing is, where a form came from elsewhere, and where something broke. */
  missing(around: Surroundings): Promise<Answer>
  refused(around: Surroundings): Answer
  /** What is answered to somebody who is signed in and has not the right that is needed. */
  turnedAway(around: Surroundings): Answer
  failed(around: Surroundings, status: number, requestId: string): Answer
  /** What is answered to who sends more than is taken. */
  tooLarge(around: Surroundings): Answer
}

type Asking = HonoContext<{ Bindings: Arrival }>

export function createRouter(parts: RouterParts): Hono<{ Bindings: Arrival }> {
  const { pages, forms, log } = parts
  const router = new Hono<{ Bindings: Arrival }>({ strict: true, getPath: (request) => pathOf(getPath(request)) })
  /** As it was read last: the page that says the database is away needs a name at its top. */
  let known: Network | undefined

  function around(c: Asking, network: Network, names: readonly string[], visitor?: Visitor): Surroundings {
    const path = new URL(c.req.url).pathname
    const { language } = languageAt(network, path)
    const query = Object.fromEntries(names.map((name) => [name, c.req.query(name)]))
    const { now, url, asset } = parts
    return { network, now: now(), url, path, query, language, asset, visitor }
  }

  async function surroundings(c: Asking, names: readonly string[] = ['text']): Promise<Surroundings> {
    const [network, visitor] = await Promise.all([parts.network(), parts.visitor(c.req.raw.headers)])
    known = network
    return around(c, network, names, visitor)
  }

  /** The answer to who may not enter. Whoever is led to sign in comes back to the page they wanted. */
  function barred(c: Asking, here: Surroundings, route: Route): Answer | undefined {
    const wanted = { member: c.req.param('member'), changes: route.method === 'POST' }
    const admitted = admission(route.guard, here.visitor, wanted)
    if (admitted === 'enter') return undefined
    if (admitted === 'turned away') return parts.turnedAway(here)
    const page = route.method === 'GET' ? here.path + new URL(c.req.url).search : ''
    const door = inLanguage(here.network, here.language, routes.signIn.href({}))
    return redirect(page ? `${door}?to=${encodeURIComponent(page)}` : door, 303)
  }

  function methodsOf(path: string): string[] {
    // One handler looks at every request (`tooLarge`).
    const known = ['GET', 'POST'].filter((method) => router.router.match(method, path)[0].length > 1)
    return known.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  }

  router.use(async (c, next) => {
    if (c.env.tooLarge) return respond(parts.tooLarge(await surroundings(c)))
    // A page under each of its endless names would be made, and kept, for each.
    const { pathname, search } = new URL(c.req.url)
    const canonical = /^(?:GET|HEAD)$/.test(c.req.method) ? canonicalPath(pathname) : undefined
    return canonical === undefined ? next() : respond(redirect(canonical + search))
  })
  for (const [route, send] of forms)
    router.post(route.pattern, async (c) => {
      const here = await surroundings(c, route.query)
      const { headers } = c.req.raw
      if (isFromElsewhere(headers, parts.url, here.visitor !== undefined)) return respond(parts.refused(here))
      const bar = barred(c, here, route)
      if (bar) return respond(bar)
      const { form, files } = await readForm(c.req.raw)
      return respond(await send({ ...here, params: c.req.param(), form, files, client: c.env.client, headers }))
    })
  for (const [route, show] of pages)
    router.get(route.pattern, async (c) => {
      const here = await surroundings(c, route.query)
      const { written } = languageAt(here.network, here.path)
      if (written === 'unknown') return respond(await parts.missing(here))
      if (written === 'bare') return respond(redirect(splitLanguage(here.path).path + new URL(c.req.url).search))
      const bar = barred(c, here, route)
      if (bar) return respond(bar)
      return respond(await show({ ...here, params: c.req.param(), client: c.env.client }))
    })
  router.notFound(async (c) => {
    const { pathname, search } = new URL(c.req.url)
    const allowed = methodsOf(pathOf(canonicalPath(pathname) ?? pathname))
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && allowed.length > 0) {
      const t = wordsAt(pathname)
      return respond({ ...text(`${t('method.text')}\n`, 405), headers: { allow: allowed.join(', ') } })
    }
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

/** What a form holds: fields as they come, or in parts where it brings files. Throws Invalid for what is neither. */
async function readForm(request: Request): Promise<{ form: URLSearchParams; files: Map<string, File> }> {
  const files = new Map<string, File>()
  if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? ''))
    return { form: new URLSearchParams(await request.text()), files }
  const form = new URLSearchParams()
  const parts = await request.formData().catch(() => {
    throw new Invalid('The form did not arrive whole.')
  })
  for (const [name, value] of parts)
    if (typeof value === 'string') form.append(name, value)
    else if (value.size > 0) files.set(name, value)
  return { form, files }
}
