/** How a feed reader finds the feeds of a page. */
import type { Feed } from '../web/head.ts'

/** The feeds of a list; `href` gives each its address by the last word of it. */
export function feedsOf(title: string, href: (args: { feed: string }) => string): Feed[] {
  return [
    { type: 'application/rss+xml', title, href: href({ feed: 'feed' }) },
    { type: 'application/atom+xml', title, href: href({ feed: 'feed.atom' }) },
    { type: 'application/feed+json', title, href: href({ feed: 'feed.json' }) },
  ]
}
