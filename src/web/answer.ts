/**
 * What a handler answers with: a value that knows nothing of the router or the socket. `respond` turns it into the
 * `Response` that router, tests and server pass on; the server keeps it as an edition when it says it may.
 */

/**
 * Who may keep an answer, and for how long.
 * - `edition`: the same for every reader until one of its tags is dropped; kept here and, briefly, by a CDN.
 * - `immutable`: the same for ever at this address (its name holds a hash).
 * - `picture`: the same for ever at this address, but only while a story shows it: a recall has to reach every cache.
 * - `private`: made for one person; nobody keeps it.
 * - `none`: public, but nobody keeps it (errors, health).
 */
export type Caching = 'edition' | 'immutable' | 'picture' | 'private' | 'none'

export type Answer = {
  readonly status: number
  /** The whole content type, with its charset. */
  readonly type: string
  /** A stream goes out as it comes: only what nobody keeps may be one. */
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>
  readonly cache: Caching
  /** What it was made of: `story:ID`, `member:SLUG`, `front`, `archive:2026-11`. Neither spaces nor commas in them. */
  readonly tags: readonly string[]
  /** When what it says last changed. An edition tells the moment it was made instead. */
  readonly lastModified?: Date | undefined
  /** The edition is not served from this moment on, e.g. the midnight that changes the date in the header. */
  readonly until?: Date | undefined
  /** Further headers; they win over the server's own of the same name. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly cookies?: readonly string[] | undefined
}

/** What the server knows of a request beside the request itself; the router's environment. */
export type Arrival = {
  readonly requestId: string
  /** The client's address as far as trusted proxies tell it. */
  readonly client: string
  /** Set where what it brings is more than is taken: it is told so, and nothing of it is read. */
  readonly tooLarge?: boolean
}

export const html = 'text/html; charset=utf-8'
export const plain = 'text/plain; charset=utf-8'

/** How long a shared cache may serve an edition unasked. Short: a recall reaches caches that nobody purges. */
const shared = 'public, max-age=0, s-maxage=15, stale-while-revalidate=30'

/** The same for what is not kept here: there are endlessly many of it, and each is asked for seldom. */
export const briefly = 'public, max-age=0, s-maxage=15'

export const cacheControl: Readonly<Record<Caching, string>> = {
  edition: shared,
  immutable: 'public, max-age=31536000, immutable',
  // A reader's own copy may be an hour old, a shared one is asked about as often as a page.
  picture: 'public, max-age=3600, s-maxage=15, stale-while-revalidate=30',
  private: 'private, no-store',
  none: 'no-store',
}

/** The lists of tags are written as a CDN reads them: with commas. */
export const tagHeader = 'cache-tag'

export type Made = {
  readonly tags: readonly string[]
  readonly lastModified?: Date | undefined
  readonly until?: Date | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** A page every reader sees alike. `status` is for what is gone (410) but is still told. */
export function page(body: string, made: Made & { readonly status?: number }): Answer {
  return { status: 200, type: html, body, cache: 'edition', ...made }
}

/** Any other document every reader gets alike: a feed, a sitemap, the text of a story. */
export function document(body: string | Uint8Array, type: string, made: Made): Answer {
  return { status: 200, type, body, cache: 'edition', ...made }
}

/** The answer to an address that is not the one in use: `301` for ever, `302` for now, `303` after a form. */
export function redirect(to: string, status: 301 | 302 | 303 = 301): Answer {
  return { status, type: plain, body: `${to}\n`, cache: 'none', tags: [], headers: { location: to } }
}

/** A page made for one person: kept by nobody, in no search engine. */
export function privatePage(
  body: string,
  made: Pick<Answer, 'cookies' | 'headers'> & { status?: number } = {},
): Answer {
  return { status: 200, type: html, body, cache: 'private', tags: [], ...made }
}

/** Nothing but words, kept by nobody. */
export function text(body: string, status = 200): Answer {
  return { status, type: plain, body, cache: 'none', tags: [] }
}

/** A file made for one person while it is read. */
export function flowing(body: ReadableStream<Uint8Array>, name: string): Answer {
  const headers = { 'content-disposition': `attachment; filename="${name}"` }
  return { status: 200, type: 'application/gzip', body, cache: 'private', tags: [], headers }
}

/** The answer as the web platform's own shape. */
export function respond(answer: Answer): Response {
  const headers = new Headers({ 'content-type': answer.type, 'cache-control': cacheControl[answer.cache] })
  if (answer.tags.length > 0) headers.set(tagHeader, answer.tags.join(','))
  if (answer.lastModified) headers.set('last-modified', answer.lastModified.toUTCString())
  if (answer.until) headers.set('expires', answer.until.toUTCString())
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers.set(name, value)
  for (const cookie of answer.cookies ?? []) headers.append('set-cookie', cookie)
  const { body } = answer
  if (body instanceof ReadableStream) {
    const flow = new Response(body, { status: answer.status, headers })
    flows.add(flow)
    return flow
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body)
  const response = new Response(bytes, { status: answer.status, headers })
  wholes.set(response, bytes)
  return response
}

const flows = new WeakSet<Response>()

/** Whether it goes out as it comes, and nobody knows how long it will be. */
export function isFlowing(response: Response): boolean {
  return flows.has(response)
}

const wholes = new WeakMap<Response, Buffer>()

/** The bytes of an answer of ours, without reading the stream around them; undefined for what somebody else made. */
export function bytesOf(response: Response): Buffer | undefined {
  return wholes.get(response)
}
