/** A story as readers may meet it: the one shape that pages, feeds and formats are made from. */
import type { MemberId, StoryId } from '../id.ts'
import type { BackMatter } from './back-matter.ts'
import type { Canonical } from './canonical.ts'
import type { Extent, Genre, Licence, PictureUse } from './gate.ts'

export type Picture = {
  readonly url: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
  readonly licence: Licence
  /** The terms of its licence, where that has an address. */
  readonly licenceUrl?: string
  readonly width?: number
  readonly height?: number
  /** `#7a1f6b`, seen while it loads. */
  readonly colour?: string
  /** The same picture written anew at several widths, the smallest first. */
  readonly renditions?: readonly Rendition[]
}

/** A picture written anew at one width and in one format; its address is by its hash. */
export type Rendition = {
  readonly hash: string
  /** `image/avif`, `image/webp` or `image/jpeg` */
  readonly type: string
  readonly width: number
  readonly height: number
}

/** Who published it first, where, when, under which terms, and the hands it went through. */
export type Origin = {
  readonly publisher: string
  readonly publisherUrl: string | null
  readonly url: string | null
  readonly publishedAt: Date
  readonly licence: Licence
  readonly licenceUrl: string | null
  readonly usageTerms: string
}

export type Hop = { readonly name: string; readonly url: string | null; readonly at: Date | null }

/** What the public pages and feeds know of the member a story came through. */
export type Carrier = {
  readonly id: MemberId
  readonly slug: string
  readonly name: string
  readonly logo: string | null
}

/** A story in a list: a line on the wire. */
export type StoryLine = {
  readonly id: StoryId
  readonly genre: Genre
  readonly sponsored: boolean
  /** How much of it an anonymous reader may see, by the gate's stored answer. Never `nothing` here. */
  readonly shows: Extent
  readonly pictureUse: PictureUse
  readonly headline: string
  readonly standfirst: string
  /** Plain text; empty when only the headline may be shown. */
  readonly excerpt: string
  readonly byline: string
  /** A number for whoever is meant by the byline, which tells nobody who that is; null where nobody signed it here. */
  readonly authorId?: string | null
  readonly language: string
  readonly located: string
  readonly keywords: readonly string[]
  readonly pictures: readonly Picture[]
  readonly version: number
  readonly origin: Origin
  readonly member: Carrier
  /** Its address: day `2013-09-02` in the network's time zone, and slug. */
  readonly day: string
  readonly slug: string
  readonly publishedAt: Date
  readonly updatedAt: Date
  /** What kind of change a mark tells: the newest repair, which no later update hides, or else the newest version's. */
  readonly change: VersionKind
  /** Who else carries it, the first to publish it first; where that was asked. */
  readonly copies?: readonly Copy[]
}

/** A story that carries the same text as another one. */
export type Copy = {
  readonly id: StoryId
  readonly cluster: string
  readonly headline: string
  readonly language: string
  readonly day: string
  readonly slug: string
  readonly publisher: string
  readonly firstPublishedAt: Date
  readonly member: { readonly slug: string; readonly name: string }
}

/** A story whole. `body` is sanitised HTML, empty unless the gate shows it in full. */
export type Story = StoryLine & {
  readonly body: string
  /** What stands beside a release's text; null where there is nothing, and unless the gate shows it in full. */
  readonly backMatter: BackMatter | null
  readonly hops: readonly Hop[]
  readonly versions: readonly Change[]
  readonly reason: string
  /** `here` where its member would rather have search engines lead to our page; absent: to the original. */
  readonly canonical?: Canonical
  /** The same text in other languages, as far as readers may see it. */
  readonly translations?: readonly Translation[]
}

/** A story that says in another language what one says. */
export type Translation = {
  readonly id: StoryId
  readonly language: string
  readonly headline: string
  readonly day: string
  readonly slug: string
}

export const versionKinds = ['first', 'update', 'correction', 'clarification', 'note'] as const
export type VersionKind = (typeof versionKinds)[number]
/** What readers are told of a version. */
export type Change = { readonly number: number; readonly kind: VersionKind; readonly note: string; readonly at: Date }

/** What may be said of an advisory whose event is over. */
export type Expired = {
  readonly id: StoryId
  readonly at: Date
  readonly member: { readonly name: string; readonly slug: string }
}

/** What may be said of a story that was recalled. */
export type Withdrawn = {
  readonly id: StoryId
  readonly kind: 'withdrawal' | 'kill'
  readonly at: Date
  readonly member: { readonly name: string; readonly slug: string }
}

/** The place after which a list goes on: the last line's moment and id (keyset paging; never an offset). */
export type Cursor = { readonly at: Date; readonly id: StoryId }
