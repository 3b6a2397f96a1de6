/** A feed of ours before it is written in a format: what all three say. */
import { keepPictures } from '../html/keep-pictures.ts'
import type { SafeHtml } from '../html/sanitise.ts'
import { originalOf } from '../story/canonical.ts'
import { narrow, type PictureUse } from '../story/gate.ts'
import { authorUri, type OriginRecord, originRecord } from '../story/origin.ts'
import { handedOn, mediaPath } from '../story/pictures.ts'
import type { Story } from '../story/story.ts'
import { type BackMatterWords, wholeText } from './back-matter.ts'
import { xmlText } from './write-xml.ts'

export type FeedOut = {
  /** A `tag:` URI, for ever. */
  readonly id: string
  readonly title: string
  readonly subtitle: string
  /** The page it is the feed of. */
  readonly page: string
  readonly self: string
  /** Where older entries are (RFC 5005); absent at the end. */
  readonly next: string | undefined
  readonly icon: string
  readonly language: string
  readonly updated: Date
  readonly entries: readonly EntryOut[]
  /** Stories that were here and were taken back: whoever keeps them takes them out (RFC 6721). */
  readonly tombstones: readonly TombstoneOut[]
}

/** `id` is that of the entry that was. */
export type TombstoneOut = { readonly id: string; readonly at: Date }

export type EntryOut = {
  readonly id: string
  /** The story's address with us. */
  readonly url: string
  /** Where search engines should send readers: there, or to the original. */
  readonly canonical: string
  readonly title: string
  /** Plain text; empty when only the headline may go out. */
  readonly summary: string
  /** Safe HTML; empty unless the whole text may go out. */
  readonly content: string
  readonly published: Date
  readonly updated: Date
  readonly author: string
  /** A URN for whoever is meant by `author`, which tells nobody who that is. */
  readonly authorUri?: string | undefined
  /** The dateline's place; empty when it says none. */
  readonly located: string
  readonly keywords: readonly string[]
  readonly origin: OriginRecord
  /** The pictures that others may have, too, the lead picture first. */
  readonly pictures: readonly PictureOut[]
  /** The same text in other languages, as far as readers may see it. */
  readonly translations?: readonly TranslationOut[]
}

/** `id` and `url` as those of an entry. */
export type TranslationOut = {
  readonly id: string
  readonly url: string
  readonly language: string
  readonly title: string
}

/** A picture of ours on its way out: what a feed's reader loads, it loads from here. */
export type PictureOut = {
  readonly url: string
  readonly type: string
  readonly width: number | undefined
  readonly height: number | undefined
  readonly alt: string
  readonly caption: string
  readonly credit: string
  readonly licenceUrl: string | undefined
}

type EntryOptions = { readonly channel?: 'feed' | 'republish'; readonly translations?: readonly TranslationOut[] }

/** What may go out of a story that way. `words` head what stands beside a release's text, in the story's language. */
export function entryOf(
  story: Story,
  at: { id: string; url: string },
  words: BackMatterWords,
  { channel = 'feed', translations = [] }: EntryOptions = {},
): EntryOut {
  const { shows, pictures } = narrow({ ...story, licence: story.origin.licence }, channel)
  return {
    ...at,
    canonical: originalOf(story, at.url) ?? at.url,
    title: story.headline,
    summary: shows === 'headline' || shows === 'nothing' ? '' : story.standfirst || story.excerpt,
    content: shows === 'full' ? wholeText(withoutPictures(story.body), story.backMatter, words) : '',
    published: story.publishedAt,
    updated: story.updatedAt,
    author: story.byline,
    authorUri: authorUri(story),
    located: story.located,
    keywords: story.keywords,
    origin: originRecord(story),
    pictures: picturesOut(story, pictures, at.url),
    translations,
  }
}

/** Beside the gate a picture's own licence says whether others may have it. */
function picturesOut(story: Story, pictureUse: PictureUse, base: string): PictureOut[] {
  return handedOn({ ...story, pictureUse }).map(
    ({ url, width, height, alt, caption, credit, licenceUrl, renditions = [] }) => ({
      url: new URL(url, base).href,
      type: renditions.find(({ hash }) => url === mediaPath(hash))?.type ?? 'image/webp',
      ...{ width, height, alt, caption, licenceUrl, credit: credit || story.origin.publisher },
    }),
  )
}

/** A picture in a feed would be loaded from its publisher by everybody who reads it: words only. */
function withoutPictures(body: string): SafeHtml {
  // Bodies are stored as the sanitiser gave them; the row's type cannot say so.
  return keepPictures(body as SafeHtml, () => false)
}

/** As many entries as fit into so many bytes, in whichever of the formats they are written; at least one. */
export function fitting(entries: readonly EntryOut[], most: number): readonly EntryOut[] {
  let size = 0
  const end = entries.findIndex((entry) => {
    size += bytesOf(entry)
    return size > most
  })
  return end < 0 ? entries : entries.slice(0, Math.max(1, end))
}

/** Tags, addresses and credits around an entry's words, said twice in some formats. */
const around = 2_500

/** What an entry takes at most: its words escaped for JSON and XML at once. */
function bytesOf(entry: EntryOut): number {
  return around + new TextEncoder().encode(xmlText(JSON.stringify(entry))).length
}
