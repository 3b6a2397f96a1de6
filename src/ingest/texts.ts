/** What an item says: its texts cleaned for readers, and what the debris in them told. Pure. */
import type { DocumentItem, FeedFacts } from '../core/formats/document.ts'
import { closingOf } from '../core/html/closing.ts'
import type { CreditLine } from '../core/html/credit-lines.ts'
import { type Debris, removeDebris } from '../core/html/debris.ts'
import { excerpt, openEnded } from '../core/html/excerpt.ts'
import { repeatedCredits } from '../core/html/repeated-credits.ts'
import { type SafeHtml, sanitise, withoutPictures } from '../core/html/sanitise.ts'
import { textOfSafe } from '../core/html/text.ts'
import { comparable, evenSpaces } from '../core/spaces.ts'
import { creditName } from '../core/story/credit-name.ts'
import type { Genre } from '../core/story/gate.ts'
import { genreOf } from '../core/story/genre.ts'
import type { Source } from '../db/sources.ts'

const excerptLength = 300
const longestHeadline = 300
/** So much of a text shows of which genre it is. Characters. */
const openingLength = 400

export type Texts = {
  readonly body: SafeHtml
  /** The body, plain, for reading facts from it: its spaces are ordinary ones. */
  readonly text: string
  /** Empty where there is nothing to make one of. */
  readonly headline: string
  readonly excerpt: string
  readonly byline: string
  readonly categories: readonly string[]
  readonly genre: Genre
  readonly edNote: string
  readonly credit: CreditLine | undefined
  readonly readMore: string | undefined
}

export type Credits = ReturnType<typeof repeatedCredits>

/** How a source words its own credit lines, told from the first items of a document: their ends are enough. */
export function creditsOf(items: readonly DocumentItem[]): Credits {
  const ends = (html: string) => {
    const end = html.slice(-3_000)
    return html.length < 4_000 ? html : end.slice(Math.max(0, end.indexOf('<')))
  }
  return repeatedCredits(() =>
    items.slice(0, 8).map(({ title = '', content, summary = '' }) => ({
      title: comparable(title),
      html: sanitise(ends(content ?? summary)),
    })),
  )
}

export function readTexts(
  item: DocumentItem,
  {
    source,
    feed,
    credits,
  }: { readonly source: Pick<Source, 'url' | 'genre'>; readonly feed: FeedFacts; readonly credits: Credits },
): Texts {
  const clean = (html: string | undefined) =>
    cleaned(html, item.base ?? item.url ?? feed.link ?? source.url, credits(comparable(item.title ?? '')))
  const [summary, content] = [clean(item.summary), clean(item.content)]
  const whole = content.html.length >= summary.html.length ? content.html : summary.html
  const all = textOfSafe(whole)
  const title = words(item.title)
  const categories = (item.categories ?? []).map(({ label, term }) => comparable(words(label ?? term))).filter(Boolean)
  const genre =
    genreOf({ title: comparable(title), categories, opening: comparable(all.slice(0, openingLength)) }) ?? source.genre
  const { body, notes } = closingOf(whole, genre === 'release' || genre === 'statement' || genre === 'advisory')
  const text = body === whole ? all : textOfSafe(body)
  return {
    body,
    text: comparable(text),
    headline: cut(title || firstWords(text), longestHeadline),
    excerpt: excerpt(summary.html || body, { most: excerptLength }),
    byline: bylineOf(item),
    categories,
    genre,
    edNote: textOfSafe(notes),
    credit: content.creditLine ?? summary.creditLine,
    readMore: content.readMore ?? summary.readMore,
  }
}

/** Safe HTML without the debris of syndication; what the debris told about the origin is kept as a fact. */
function cleaned(html: string | undefined, base: string, credits: ReturnType<Credits>): Debris {
  const debris = removeDebris(sanitise(html ?? '', { base }), credits)
  return { ...debris, html: withoutPictures(debris.html) }
}

function bylineOf(item: DocumentItem): string {
  // A mail address is no name: it is never shown.
  const names = (item.authors ?? []).flatMap(({ name }) => (name?.includes('@') ? [] : (creditName(name) ?? [])))
  return cut([...new Set(names)].join(', '), 200)
}

/** A line of text as people see it: no control characters, no turned direction, and '' where nothing would be seen. */
function words(text: string | undefined): string {
  const line = evenSpaces((text ?? '').replace(/\p{Cc}/gu, ' ').replace(/[\u202d\u202e]/g, ''))
  return /[^\p{Cf}\p{Z}]/u.test(line) ? line : ''
}

function firstWords(text: string): string {
  const line = text.trim().split('\n')[0] ?? ''
  return line.length <= 80 ? line : openEnded(`${line.slice(0, 80).replace(/\s+\S*$/, '')}…`)
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
