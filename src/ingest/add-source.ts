/** Adds a source: the address of a feed, or of a site whose feeds are found and told. */
import type { Agent } from '../core/agent.ts'
import { Conflict, Invalid, NotFound } from '../core/errors.ts'
import { readDocument } from '../core/formats/read.ts'
import type { SourceId } from '../core/id.ts'
import type { Member, MemberKind } from '../core/member/member.ts'
import { firstInterval } from '../core/polling.ts'
import type { Genre, Grant } from '../core/story/gate.ts'
import { findMember, listMembers } from '../db/members.ts'
import { insertSource } from '../db/sources.ts'
import type { Fetcher } from '../net/fetch.ts'
import { isFeed, typeOf } from './take-in.ts'
import { feedTypes, type IngestContext } from './visit.ts'

/** Where sites answer with a feed that they do not link, beside the page or at the top of the site. */
const usualPlaces = ['feed', 'rss.xml', 'atom.xml', 'feed.xml', 'feed.json', 'index.xml', 'rss', '?feed=rss2']
/** Of the feeds that a page links. */
const mostTried = 5

export type Added = {
  readonly id: SourceId
  readonly url: string
  readonly title: string
  readonly member: string
  readonly items: number
}

export type SourceWords = {
  readonly url: string
  readonly member?: string | undefined
  readonly grant: Grant
  /** As whom it is visited, this time too. */
  readonly agent?: Agent
  /** The address is the feed itself, so that robots.txt is not asked; else it must look like one. */
  readonly feed?: boolean
}

/**
 * Looks at the address, finds the feed, adds the source (due at once). Without `member`, it is that of the member on
 * whose site it is. Throws Invalid when nothing there is a feed, NotFound for an unknown member or where it cannot be
 * told whose it is, Conflict when the source exists.
 */
export async function addSource(context: IngestContext, words: SourceWords, by: string): Promise<Added> {
  const { agent = 'named' } = words
  const address = addressOf(words.url)
  const named = words.member === undefined ? undefined : await findMember(context.db, words.member)
  if (words.member !== undefined && !named)
    throw new NotFound(`There is no member "${words.member}": "wireroom member list" shows them.`)
  const visitor: Visitor = { fetcher: context.fetcher, agent }
  const found = await findFeed(visitor, address, words.feed ?? looksLikeFeed(address))
  const member = named ?? ownerOf(await listMembers(context.db), [found.siteUrl ?? address, found.url])
  if (!member) throw new NotFound(`It cannot be told whose source ${found.url} is: say so with --member SLUG.`)
  const now = context.clock()
  const id = await context.db.transaction().execute((tx) =>
    insertSource(
      tx,
      {
        memberId: member.id,
        url: found.url,
        siteUrl: found.siteUrl ?? null,
        title: found.title,
        language: found.language ?? null,
        grant: words.grant,
        agent,
        genre: usualGenre(member.kind),
        intervalSeconds: firstInterval(context.minPollSeconds),
      },
      now,
      by,
    ),
  )
  if (!id) throw new Conflict(`${found.url} is a source already.`)
  return { id, url: found.url, title: found.title, member: member.slug, items: found.items }
}

/** What organisations and press offices publish are their releases, not reports about themselves. */
function usualGenre(kind: MemberKind): Genre {
  return kind === 'organisation' || kind === 'press-office' ? 'release' : 'report'
}

type ReadFeed = {
  url: string
  title: string
  siteUrl?: string | undefined
  language?: string | undefined
  items: number
}

type Visitor = { readonly fetcher: Fetcher; readonly agent: Agent }

async function findFeed(visitor: Visitor, address: string, feed: boolean): Promise<ReadFeed> {
  const first = await read(visitor, address, feed)
  if (first.kind === 'feed') return first.feed
  if (first.kind === 'failed')
    throw new Invalid(
      `${address} could not be read: ${first.reason}${first.unwelcome ? " Give the feed's own address, with --feed if it does not look like one." : ''}`,
    )

  const linked = new Set(first.linked.slice(0, mostTried))
  // What is linked as a feed is one; what is only guessed may be anything, so robots.txt is asked.
  for (const candidate of new Set([...linked, ...guesses(first.url)])) {
    const answer = await read(visitor, candidate, linked.has(candidate))
    if (answer.kind === 'feed') return answer.feed
  }
  if (first.own) return first.own
  throw new Invalid(
    `There is no feed at ${address}: it links none that can be read, and none answers at ${usualPlaces.slice(0, 4).join(', ')}. Give the feed's own address.`,
  )
}

/** Whether an address is most likely that of a feed. */
function looksLikeFeed(address: string): boolean {
  const { pathname, search } = new URL(address)
  return /(feed|rss|atom|rdf)|\.(xml|json)$/i.test(pathname) || /[?&](feed|format)=/i.test(search)
}

function guesses(page: string): string[] {
  const folders = new Set([new URL('.', page).href, new URL('/', page).href])
  return [...folders].flatMap((folder) => usualPlaces.map((place) => new URL(place, folder).href))
}

type Reading =
  | { kind: 'feed'; feed: ReadFeed }
  /** `own`: the page holds entries and can be read as a feed itself. */
  | { kind: 'page'; url: string; linked: string[]; own?: ReadFeed }
  | { kind: 'failed'; reason: string; unwelcome: boolean }

async function read({ fetcher, agent }: Visitor, address: string, asFeed: boolean): Promise<Reading> {
  const fetched = await fetcher.fetch(address, { feed: asFeed, agent, accept: feedTypes })
  if (fetched.kind === 'not-modified') throw new Error('Nobody asked whether it was modified.')
  if (fetched.kind !== 'fetched')
    return { kind: 'failed', reason: fetched.reason, unwelcome: fetched.kind === 'unwelcome' }
  const document = readDocument(fetched.body, { base: fetched.finalUrl, ...typeOf(fetched.headers) })
  const { title = '', link: siteUrl, language } = document.feed
  // Only what moved for good is remembered by its new address; else the address given is the one to come back to.
  const url = fetched.movedTo ?? address
  const feed = { url, title, siteUrl, language, items: document.items.length }
  if (document.ok && isFeed(document) && document.format !== 'h-feed') return { kind: 'feed', feed }
  const linked = (document.feeds ?? []).map((found) => found.url)
  return { kind: 'page', url: fetched.finalUrl, linked, ...(document.format === 'h-feed' ? { own: feed } : {}) }
}

/**
 * The member on whose site one of the addresses is. Several may share a host, each with a path of its own: the closest
 * one is taken, and none where two are as close. Credit is not guessed.
 */
function ownerOf(members: readonly Member[], addresses: readonly string[]): Member | undefined {
  for (const address of addresses) {
    const place = placeOf(address)
    const near = members
      .map((member) => ({ member, site: placeOf(member.siteUrl) }))
      .filter(({ site }) => site !== '' && place.startsWith(site))
      .sort((a, b) => b.site.length - a.site.length)
    const [closest, next] = near
    if (closest && closest.site !== next?.site) return closest.member
  }
  return undefined
}

/** Host and folder of an address, without `www.` and with a slash at the end: `medium.example/harbour/`. */
function placeOf(address: string | null): string {
  const url = URL.parse(address ?? '')
  if (!url) return ''
  const folder = url.pathname.replace(/[^/]*\.[^/]*$/, '').replace(/\/?$/, '/')
  return url.host.replace(/^www\./, '') + folder
}

function addressOf(text: string): string {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  if (!url || !/^https?:$/.test(url.protocol)) throw new Invalid(`"${text}" is no web address.`)
  url.hash = ''
  return url.href
}
