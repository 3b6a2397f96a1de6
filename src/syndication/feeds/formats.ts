/** The formats a list goes out in, by the last word of its address. */
import type { FeedOut } from '../../core/formats/feed-out.ts'
import { writeAtom } from '../../core/formats/write-atom.ts'
import { writeJsonFeed } from '../../core/formats/write-json-feed.ts'
import { writeNinjsFeed } from '../../core/formats/write-ninjs.ts'
import { writeRss } from '../../core/formats/write-rss.ts'

export type Format = { readonly type: string; write(feed: FeedOut): string }

const formats: ReadonlyMap<string, Format> = new Map([
  ['feed', { type: 'application/rss+xml; charset=utf-8', write: writeRss }],
  ['feed.atom', { type: 'application/atom+xml; charset=utf-8', write: writeAtom }],
  ['feed.json', { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed }],
  ['feed.ninjs', { type: 'application/json; charset=utf-8', write: writeNinjsFeed }],
])

export function formatAt(name: string | undefined): Format | undefined {
  return formats.get(name ?? '')
}
