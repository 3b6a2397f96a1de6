/** The feed of a site that somebody names in an application: looked for once, briefly, and without saying who looks. */
import type { ParsedDocument } from '../core/formats/document.ts'
import { plainText } from '../core/html/text.ts'
import type { SiteItems } from '../db/applications.ts'
import { findFeed, looksLikeFeed } from './find-feed.ts'
import type { Outside } from './outside.ts'

/** Somebody waits, who came for something else: a place must be free soon, and a site must be quick. */
const waitMs = 1_000
const lookMs = 8_000

export type Looked = {
  readonly outcome: 'feed' | 'none' | 'unread'
  readonly title: string
  readonly feedUrl: string | undefined
  readonly items?: SiteItems
}

/** Undefined while there is no place free. */
export async function lookForFeed(outside: Outside, address: string): Promise<Looked | undefined> {
  const place = await outside.looks.take(AbortSignal.timeout(waitMs)).catch(() => undefined)
  if (!place) return undefined
  try {
    const looker = { fetcher: await outside.fetcher(), agent: 'neutral', signal: AbortSignal.timeout(lookMs) } as const
    const found = await findFeed(looker, address, looksLikeFeed(address))
    if (found.kind === 'feed') {
      const { title, url, document } = found.feed
      return { outcome: 'feed', title, feedUrl: url, items: itemsOf(document) }
    }
    return { outcome: found.kind, title: '', feedUrl: undefined }
  } finally {
    place()
  }
}

/** Titles a moderator is shown. */
const mostTitles = 8
/** A text shorter than this is an excerpt, whatever the feed calls it. Characters. */
const shortestText = 600

function itemsOf({ items }: ParsedDocument): SiteItems {
  return {
    count: items.length,
    whole: items.filter(({ content }) => content !== undefined && plainText(content).length >= shortestText).length,
    first: items.slice(0, mostTitles).map(({ title, published, updated }) => ({
      title: (title ?? '').slice(0, 160),
      at: published ?? updated ?? null,
    })),
  }
}
