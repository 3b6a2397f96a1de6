/** Adds a source: the address of a feed, or of a site whose feeds are found and told. */

import { Conflict, Invalid, NotFound } from '../core/errors.ts'
import { findFeeds } from '../core/formats/autodiscovery.ts'
import { decodeBytes } from '../core/formats/encoding.ts'
import { readDocument } from '../core/formats/read.ts'
import type { SourceId } from '../core/id.ts'
import { firstInterval } from '../core/polling.ts'
import type { Grant } from '../core/story/gate.ts'
import { findMember, listMembers } from '../db/members.ts'
import { insertSource } from '../db/sources.ts'
import { feedTypes, type IngestContext, isFeed, typeOf } from './visit.ts'

/** Where sites answer with a feed that they do not link. */
const usualPlaces = ['/feed', '/rss.xml', '/atom.xml', '/feed.xml', '/feed.json', '/index.xml', '/rss', '/feed/']

export type Added = {
  readonly id: SourceId
  readonly url: string
  readonly title: string
  readonly member: string
  readonly items: number
}

/**
 * Looks at the address, finds the feed, adds the source (due at once). Without `member`, the member whose site has the
 * same host is taken. Throws Invalid when nothing there is a feed, NotFound for an unknown member, Conflict when the
 * source exists.
 */
export async function addSource(
  context: IngestContext,
  words: { url: string; member?: string | undefined; grant: Grant },
  by: string,
): Promise<Added> {
  const address = addressOf(words.url)
  const found = await findFeed(context, address)
  const member = words.member
    ? await findMember(context.db, words.member)
    : await memberOfHost(context, found.url, found.siteUrl ?? address)
  if (!member)
    throw new NotFound(
      words.member
        ? `There is no member "${words.member}": "wireroom member list" shows them.`
        : `No member has a site at ${URL.parse(found.url)?.host}: say whose source it is with --member SLUG.`,
    )
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
        intervalSeconds: firstInterval(context.minPollSeconds),
      },
      now,
      by,
    ),
  )
  if (!id) throw new Conflict(`${found.url} is a source already.`)
  return { id, url: found.url, title: found.title, member: member.slug, items: found.items }
}

type FoundFeed = {
  url: string
  title: string
  siteUrl?: string | undefined
  language?: string | undefined
  items: number
}

async function findFeed(context: IngestContext, address: string): Promise<FoundFeed> {
  const first = await read(context, address)
  if (first.kind === 'feed') return first.feed
  if (first.kind === 'failed') throw new Invalid(`${address} could not be read: ${first.reason}`)

  const linked = findFeeds(first.html, first.url).map((feed) => feed.url)
  const guesses = usualPlaces.map((place) => new URL(place, first.url).href)
  for (const candidate of linked.length > 0 ? linked.slice(0, 5) : guesses) {
    const answer = await read(context, candidate)
    if (answer.kind === 'feed') return answer.feed
  }
  throw new Invalid(
    `There is no feed at ${address}: it links none that can be read, and none answers at ${usualPlaces.slice(0, 4).join(', ')}. Give the feed's own address.`,
  )
}

type Reading =
  | { kind: 'feed'; feed: FoundFeed }
  | { kind: 'page'; html: string; url: string }
  | { kind: 'failed'; reason: string }

async function read(context: IngestContext, address: string): Promise<Reading> {
  const fetched = await context.fetcher.fetch(address, { accept: feedTypes })
  if (fetched.kind !== 'fetched')
    return {
      kind: 'failed',
      reason: fetched.kind === 'not-modified' ? 'it answered 304 to a first visit.' : fetched.reason,
    }
  const document = readDocument(fetched.body, { base: fetched.finalUrl, ...typeOf(fetched.headers) })
  // Only what moved for good is remembered by its new address; else the address given is the one to come back to.
  const url = fetched.permanent ? fetched.finalUrl : address
  if (document.ok && isFeed(document) && document.format !== 'h-feed')
    return {
      kind: 'feed',
      feed: {
        url,
        title: document.feed.title ?? '',
        siteUrl: document.feed.link,
        language: document.feed.language,
        items: document.items.length,
      },
    }
  return { kind: 'page', html: decodeBytes(fetched.body, fetched.headers['content-type']).text, url: fetched.finalUrl }
}

async function memberOfHost(context: IngestContext, ...addresses: string[]) {
  const hosts = new Set(addresses.map(bareHost))
  const members = await listMembers(context.db)
  return members.find((member) => member.siteUrl && hosts.has(bareHost(member.siteUrl)))
}

/** Host and port without `www.`. */
function bareHost(address: string): string {
  return URL.parse(address)?.host.replace(/^www\./, '') ?? ''
}

function addressOf(text: string): string {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  if (!url || !/^https?:$/.test(url.protocol)) throw new Invalid(`"${text}" is no web address.`)
  url.hash = ''
  return url.href
}
