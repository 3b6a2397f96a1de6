/** Finds the feed at an address: the document itself, one the page links, one at a usual place, or the page's own entries. */
import type { Agent } from '../core/agent.ts'
import type { ParsedDocument } from '../core/formats/document.ts'
import { readDocument } from '../core/formats/read.ts'
import type { Fetched, Fetcher } from '../net/fetch.ts'
import { isFeed, typeOf } from './take-in.ts'
import { feedTypes } from './visit.ts'

/** Where sites answer with a feed that they do not link, beside the page or at the top of the site. */
export const usualPlaces = ['feed', 'rss.xml', 'atom.xml', 'feed.xml', 'feed.json', 'index.xml', 'rss', '?feed=rss2']
/** Of the feeds that a page links. */
const mostTried = 5

export type Looker = {
  readonly fetcher: Fetcher
  readonly agent: Agent
  /** Ends the search, however many addresses are left to try. */
  readonly signal?: AbortSignal | undefined
}

export type FoundFeed = {
  readonly url: string
  readonly title: string
  readonly siteUrl: string | undefined
  readonly language: string | undefined
  readonly document: ParsedDocument
  /** Other feeds the page links, untried. */
  readonly others: readonly string[]
}

export type Unread = {
  readonly kind: 'unread'
  readonly why: Exclude<Fetched['kind'], 'fetched' | 'not-modified'>
  readonly status: number | undefined
  readonly reason: string
}

export type Find = { readonly kind: 'feed'; readonly feed: FoundFeed } | Unread | { readonly kind: 'none' }

/** `asFeed`: the address is the feed itself, so that robots.txt is not asked. */
export async function findFeed(looker: Looker, address: string, asFeed: boolean): Promise<Find> {
  const first = await read(looker, address, asFeed)
  if (first.kind !== 'page') return first
  const linked = [...new Set(first.linked)]
  const tried = new Set(linked.slice(0, mostTried))
  // What is linked as a feed is one; what is only guessed may be anything, so robots.txt is asked.
  for (const candidate of new Set([...tried, ...guesses(first.url)])) {
    if (looker.signal?.aborted) return tooSlow
    const answer = await read(looker, candidate, tried.has(candidate))
    if (answer.kind !== 'feed') continue
    const others = linked.filter((url) => url !== candidate).slice(0, 2 * mostTried)
    return { kind: 'feed', feed: { ...answer.feed, others } }
  }
  if (looker.signal?.aborted) return tooSlow
  return first.own ? { kind: 'feed', feed: first.own } : { kind: 'none' }
}

const tooSlow: Unread = {
  kind: 'unread',
  why: 'timeout',
  status: undefined,
  reason: 'Looking for its feeds took too long.',
}

/** Whether an address is most likely that of a feed. */
export function looksLikeFeed(address: string): boolean {
  const { pathname, search } = new URL(address)
  return /(feed|rss|atom|rdf)|\.(xml|json)$/i.test(pathname) || /[?&](feed|format)=/i.test(search)
}

/** A web address as somebody types it; undefined for what is none. */
export function addressOf(text: string): string | undefined {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  url.hash = ''
  return url.href
}

function guesses(page: string): string[] {
  const folders = new Set([new URL('.', page).href, new URL('/', page).href])
  return [...folders].flatMap((folder) => usualPlaces.map((place) => new URL(place, folder).href))
}

type Reading =
  | { kind: 'feed'; feed: FoundFeed }
  /** `own`: the page holds entries and can be read as a feed itself. */
  | { kind: 'page'; url: string; linked: string[]; own: FoundFeed | undefined }
  | Unread

async function read({ fetcher, agent, signal }: Looker, address: string, asFeed: boolean): Promise<Reading> {
  const fetched = await fetcher.fetch(address, {
    feed: asFeed,
    agent,
    accept: feedTypes,
    ...(signal ? { signal } : {}),
  })
  if (fetched.kind === 'not-modified') throw new Error('Nobody asked whether it was modified.')
  if (fetched.kind !== 'fetched')
    return { kind: 'unread', why: fetched.kind, status: fetched.status, reason: fetched.reason }
  const document = readDocument(fetched.body, { base: fetched.finalUrl, ...typeOf(fetched.headers) })
  const { title = '', link: siteUrl, language } = document.feed
  // Only what moved for good is remembered by its new address; else the address given is the one to come back to.
  const url = fetched.movedTo ?? address
  const feed: FoundFeed = { url, title, siteUrl, language, document, others: [] }
  if (document.ok && isFeed(document) && document.format !== 'h-feed') return { kind: 'feed', feed }
  const linked = (document.feeds ?? []).map((found) => found.url)
  return { kind: 'page', url: fetched.finalUrl, linked, own: document.format === 'h-feed' ? feed : undefined }
}
