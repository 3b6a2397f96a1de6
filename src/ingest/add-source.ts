/** Adds a source: the address of a feed, or of a site whose feeds are found and told. */
import type { Agent } from '../core/agent.ts'
import { Conflict, Invalid, NotFound } from '../core/errors.ts'
import type { SourceId } from '../core/id.ts'
import type { Member, MemberKind } from '../core/member/member.ts'
import { firstInterval } from '../core/polling.ts'
import type { Genre, Grant } from '../core/story/gate.ts'
import type { Tx } from '../db/connection.ts'
import { findMember, listMembers } from '../db/members.ts'
import { insertSource } from '../db/sources.ts'
import { addressOf, type FoundFeed, findFeed, type Looker, looksLikeFeed, usualPlaces } from './find-feed.ts'
import { ownersAmong } from './owner.ts'
import type { IngestContext } from './visit.ts'

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
  const { agent = 'named', grant } = words
  const address = addressOf(words.url)
  if (!address) throw new Invalid(`"${words.url}" is no web address.`)
  const named = words.member === undefined ? undefined : await findMember(context.db, words.member)
  if (words.member !== undefined && (!named || named.leftAt))
    throw new NotFound(`There is no member "${words.member}": "wireroom member list" shows them.`)
  const feed = await feedAt({ fetcher: context.fetcher, agent }, address, words.feed ?? looksLikeFeed(address))
  const member = named ?? ownersAmong(await listMembers(context.db)).of([feed.siteUrl ?? address, feed.url])
  if (!member) throw new NotFound(`It cannot be told whose source ${feed.url} is: say so with --member SLUG.`)
  const terms = { grant, agent, genre: usualGenre(member.kind) }
  const id = await context.db
    .transaction()
    .execute((tx) => insertFound(tx, { ...feed, member }, terms, { ...context, now: context.clock(), by }))
  if (!id) throw new Conflict(`${feed.url} is a source already.`)
  return { id, url: feed.url, title: feed.title, member: member.slug, items: feed.document.items.length }
}

/** Undefined when its address is that of a source already. It is due at once. */
export async function insertFound(
  tx: Tx,
  feed: Pick<FoundFeed, 'url' | 'title' | 'siteUrl' | 'language'> & { readonly member: Pick<Member, 'id'> },
  terms: { readonly grant: Grant; readonly agent: Agent; readonly genre: Genre },
  on: { readonly minPollSeconds: number; readonly now: Date; readonly by: string },
): Promise<SourceId | undefined> {
  const { url, siteUrl, title, language, member } = feed
  const told = { siteUrl: siteUrl?.slice(0, 2000) ?? null, title: title.slice(0, 300), language: language ?? null }
  const intervalSeconds = firstInterval(on.minPollSeconds)
  return await insertSource(tx, { memberId: member.id, url, ...told, ...terms, intervalSeconds }, on.now, on.by)
}

/** What organisations and press offices publish are their releases, not reports about themselves. */
export function usualGenre(kind: MemberKind): Genre {
  return kind === 'organisation' || kind === 'press-office' ? 'release' : 'report'
}

async function feedAt(looker: Looker, address: string, asFeed: boolean): Promise<FoundFeed> {
  const found = await findFeed(looker, address, asFeed)
  switch (found.kind) {
    case 'feed':
      return found.feed
    case 'unread': {
      const hint =
        found.why === 'unwelcome' ? " Give the feed's own address, with --feed if it does not look like one." : ''
      throw new Invalid(`${address} could not be read: ${found.reason}${hint}`)
    }
    case 'none':
      throw new Invalid(
        `There is no feed at ${address}: it links none that can be read, and none answers at ${usualPlaces.slice(0, 4).join(', ')}. Give the feed's own address.`,
      )
  }
}
