/** Looks at an address for somebody who waits: whether there is a feed, and whether it is a source already. */
import type { Agent } from '../core/agent.ts'
import type { SourceId } from '../core/id.ts'
import type { Db } from '../db/connection.ts'
import { findSourceAt } from '../db/sources.ts'
import { addressOf, type FoundFeed, findFeed, looksLikeFeed, type Unread } from './find-feed.ts'
import type { Outside } from './outside.ts'

/** Somebody waits: a site that answers slowly has so long in all, and a free place this long to come. */
const lookMs = 20_000
const waitMs = 5_000

export type LookFault =
  | { readonly kind: 'no address' | 'no feed' | 'busy' }
  | { readonly kind: 'there'; readonly id: SourceId }
  | { readonly kind: Exclude<Unread['why'], 'http-error'> }
  | { readonly kind: 'http-error'; readonly status: number }

/** `address`: as it was understood. `isFeed`: it was found by us, as that of a feed. */
export async function lookForSource(
  db: Db,
  outside: Outside,
  asked: { readonly url: string; readonly agent: Agent; readonly isFeed: boolean },
): Promise<{ readonly feed: FoundFeed; readonly address: string } | { readonly fault: LookFault }> {
  const address = addressOf(asked.url)
  if (asked.url === '' || !address) return { fault: { kind: 'no address' } }
  const known = await findSourceAt(db, address)
  if (known) return { fault: { kind: 'there', id: known } }
  const { agent, isFeed } = asked
  const found = await lookAt(outside, address, { agent, isFeed: isFeed || looksLikeFeed(address) })
  if (found === 'busy') return { fault: { kind: 'busy' } }
  if (found.kind === 'unread') return { fault: faultOf(found) }
  if (found.kind === 'none') return { fault: { kind: 'no feed' } }
  const there = await findSourceAt(db, found.feed.url)
  return there ? { fault: { kind: 'there', id: there } } : { feed: found.feed, address }
}

async function lookAt(outside: Outside, address: string, how: { agent: Agent; isFeed: boolean }) {
  const place = await outside.looks.take(AbortSignal.timeout(waitMs)).catch(() => undefined)
  if (!place) return 'busy'
  try {
    const looker = { fetcher: await outside.fetcher(), agent: how.agent, signal: AbortSignal.timeout(lookMs) }
    return await findFeed(looker, address, how.isFeed)
  } finally {
    place()
  }
}

function faultOf({ why, status }: Unread): LookFault {
  return why === 'http-error' ? { kind: 'http-error', status: status ?? 0 } : { kind: why }
}
