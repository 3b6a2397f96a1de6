/**
 * What any inbound document comes down to: the one shape between the readers of the formats and everything after
 * them. Readers fill it with what the author meant; nothing in it is safe to show until `clean` has been over it.
 */
import type { Schedule } from './schedule.ts'

export type Format = 'rss' | 'atom' | 'rdf' | 'json' | 'opml' | 'html' | 'h-feed' | 'unknown'

export type Person = { name?: string; email?: string; url?: string }
export type Category = { term: string; label?: string; scheme?: string }
/** `length` in bytes, `duration` in seconds. */
export type Enclosure = { url: string; type?: string; length?: number; duration?: number }
export type MediaObject = {
  url: string
  type?: string
  medium?: string
  width?: number
  height?: number
  /** Seconds. */
  duration?: number
  title?: string
  description?: string
  credit?: string
  thumbnail?: string
}
export type Place = { lat?: number; lon?: number; name?: string }

export type FeedFacts = {
  id?: string
  title?: string
  subtitle?: string
  link?: string
  self?: string
  hub?: string
  /** Where older items are: the next page, or the archive before this one (RFC 5005). */
  next?: string
  /** These are all the items there are (RFC 5005, 2). */
  complete?: boolean
  /** This document will not change again (RFC 5005, 4). */
  archive?: boolean
  language?: string
  rights?: string
  generator?: string
  /** Minutes, as RSS says it. */
  ttl?: string
  schedule?: Schedule
  published?: string
  updated?: string
  authors?: Person[]
  contributors?: Person[]
  categories?: Category[]
  image?: { url?: string; title?: string; link?: string }
}

export type DocumentItem = {
  id?: string
  idIsPermalink?: boolean
  url?: string
  /** The page's own address where `url` leads through a tracker (FeedBurner's origLink) or to a copy (canonical). */
  originalUrl?: string
  /** Who published it, where the item says so itself (Dublin Core), and where it was taken from (`rel="via"`). */
  publisher?: string
  via?: string
  /** Plain text. */
  title?: string
  /** HTML. */
  summary?: string
  /** HTML. */
  content?: string
  /** RFC 3339, UTC. */
  published?: string
  updated?: string
  authors?: Person[]
  contributors?: Person[]
  categories?: Category[]
  language?: string
  /** Where it says the same in other languages (`rel="alternate"` with `hreflang`). */
  translations?: { language: string; url: string }[]
  rights?: string
  /** The licence's URL. */
  licence?: string
  commentsUrl?: string
  /** The feed of the comments. */
  commentsFeed?: string
  commentCount?: number
  /** What it answers (RFC 4685). */
  inReplyTo?: { id?: string; url?: string }
  enclosures?: Enclosure[]
  media?: MediaObject[]
  source?: { title?: string; url?: string; id?: string }
  place?: Place
  /** The address relative links in `summary` and `content` start from. */
  base?: string
  /** The item as its source gave it, decoded: the slice of XML, or JSON. What is kept as it came. */
  raw?: string
}

export type Tombstone = { id: string; when?: string; by?: string; comment?: string }

/** A feed that a page offers; `type` is the media type it gives, lower case. */
export type FoundFeed = { url: string; title?: string; type?: string }

export type ParsedDocument = {
  /** False: nothing usable; `problems` says why. */
  ok: boolean
  format?: Format
  version?: string
  /** Lower-case WHATWG name of the encoding the bytes were read in. */
  encoding?: string
  problems: string[]
  feed: FeedFacts
  items: DocumentItem[]
  tombstones: Tombstone[]
  /** The feeds a page offers, the likeliest first. Absent in what is no page. */
  feeds?: FoundFeed[]
}

/**
 * What came with the bytes. `contentType` is the HTTP header, `base` the address they were finally read from, `now` the
 * time of reading (dates that lie after it are not believed), `mostItems` how many items are wanted: the first ones.
 */
export type Hints = { base?: string; contentType?: string; now?: Date; mostItems?: number }

/** What is said of a document with more items than are wanted. */
export function tooMany(seen: number, { mostItems }: Hints): string[] {
  return mostItems === undefined || seen <= mostItems
    ? []
    : [`it has ${seen} items: only the first ${mostItems} are read`]
}
