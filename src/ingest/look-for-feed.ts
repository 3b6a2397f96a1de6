/** The feed of a site that somebody names in an application: looked for once, briefly, and without saying who looks. */
import { findFeed, looksLikeFeed } from './find-feed.ts'
import type { Outside } from './outside.ts'

/** Somebody waits, who came for something else: a place must be free soon, and a site must be quick. */
const waitMs = 1_000
const lookMs = 8_000

export type Looked = {
  readonly outcome: 'feed' | 'none' | 'unread'
  readonly title: string
  readonly feedUrl: string | undefined
}

/** Undefined while there is no place free. */
export async function lookForFeed(outside: Outside, address: string): Promise<Looked | undefined> {
  const place = await outside.looks.take(AbortSignal.timeout(waitMs)).catch(() => undefined)
  if (!place) return undefined
  try {
    const looker = { fetcher: await outside.fetcher(), agent: 'neutral', signal: AbortSignal.timeout(lookMs) } as const
    const found = await findFeed(looker, address, looksLikeFeed(address))
    if (found.kind === 'feed') return { outcome: 'feed', title: found.feed.title, feedUrl: found.feed.url }
    return { outcome: found.kind, title: '', feedUrl: undefined }
  } finally {
    place()
  }
}
