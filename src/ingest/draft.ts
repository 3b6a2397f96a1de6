/** What an item becomes: a draft of a story, or a reason why it becomes none. Pure: the rules of the road in. */
import type { DocumentItem, FeedFacts } from '../core/formats/document.ts'
import { closingOf } from '../core/html/closing.ts'
import type { CreditLine } from '../core/html/credit-lines.ts'
import { type Debris, removeDebris } from '../core/html/debris.ts'
import { excerpt } from '../core/html/excerpt.ts'
import { repeatedCredits } from '../core/html/repeated-credits.ts'
import { sanitise, withoutPictures } from '../core/html/sanitise.ts'
import { plainText } from '../core/html/text.ts'
import { canonicalLanguage } from '../core/language.ts'
import { guessLanguage } from '../core/language-guess.ts'
import { slugOf } from '../core/story/address.ts'
import { genreOf } from '../core/story/genre.ts'
import { licenceOf } from '../core/story/licence.ts'
import type { Hop, Origin } from '../core/story/story.ts'
import type { Source } from '../db/sources.ts'
import type { VersionText } from '../db/stories.ts'
import type { Draft } from '../wire/publish.ts'

const excerptLength = 300
const longestHeadline = 300
/** A body longer than this is cut nowhere: it is refused, because no reader's page could hold it. */
const longestBody = 1_000_000

export type Drafted =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'refused'; readonly why: string }

export function draftOf(
  item: DocumentItem,
  from: { source: Source; feed: FeedFacts; now: Date; fallbackLanguage: string; credits: Credits },
): Drafted {
  const { source, feed, now } = from
  const clean = (html: string | undefined) =>
    cleaned(html, item.base ?? item.url ?? feed.link ?? source.url, from.credits(item.title ?? ''))
  const summary = clean(item.summary)
  const content = clean(item.content)
  const categories = (item.categories ?? []).map((category) => words(category.label ?? category.term)).filter(Boolean)
  const genre = genreOf({ title: words(item.title), categories }) ?? source.genre
  const { body, notes } = closingOf(
    content.html.length >= summary.html.length ? content.html : summary.html,
    genre === 'release' || genre === 'statement' || genre === 'advisory',
  )
  if (body.length > longestBody) return refused('Its text is longer than a million characters.')

  const text = plainText(body)
  const headline = cut(words(item.title) || firstWords(text), longestHeadline)
  if (!headline) return refused('It has neither a title nor a text.')

  const published = [item.published, item.updated].map(moment).find((at) => at !== undefined) ?? now
  const guessed = guessLanguage(`${headline}\n${text}`)
  const language =
    canonicalLanguage(item.language) ??
    // Feeds in many languages declare one of them, so a text long enough to tell goes before what its feed says.
    (text.length > 400 ? guessed : undefined) ??
    canonicalLanguage(feed.language) ??
    canonicalLanguage(source.language) ??
    guessed ??
    from.fallbackLanguage

  const draftText: VersionText = {
    headline,
    standfirst: '',
    excerpt: excerpt(summary.html || body, { most: excerptLength }),
    body,
    byline: bylineOf(item),
    language,
    located: '',
    urgency: null,
    edNote: plainText(notes),
    keywords: [...new Set(categories)].slice(0, 30),
    pictures: [],
  }
  const { origin, hops } = originOf(item, { ...summary, ...content }, source, notAfter(now, published))
  return {
    kind: 'draft',
    draft: {
      story: {
        memberId: source.memberId,
        sourceId: source.id,
        genre,
        sponsored: false,
        agency: false,
      },
      memberSlug: source.memberSlug,
      text: draftText,
      origin,
      hops,
      topics: [...new Set(categories.map((category) => slugOf(category)))],
      places: placesOf(item),
      publishedAt: notAfter(now, published),
    },
  }
}

type Credits = ReturnType<typeof repeatedCredits>

/** How a source words its own credit lines, told from the first items of a document: their ends are enough. */
export function creditsOf(items: readonly DocumentItem[]): Credits {
  const ends = (html: string) => {
    const end = html.slice(-3_000)
    return html.length < 4_000 ? html : end.slice(Math.max(0, end.indexOf('<')))
  }
  return repeatedCredits(
    items
      .slice(0, 8)
      .map(({ title = '', content, summary = '' }) => ({ title, html: sanitise(ends(content ?? summary)) })),
  )
}

/** Safe HTML without the debris of syndication; what the debris told about the origin is kept as a fact. */
function cleaned(html: string | undefined, base: string, credits: ReturnType<Credits>): Debris {
  const debris = removeDebris(sanitise(html ?? '', { base }), credits)
  return { ...debris, html: withoutPictures(debris.html) }
}

/**
 * Who published first. A feed that names another source says so (RSS `source`, `atom:source`); a credit line says so;
 * else it was the member itself. The member is then the hand it came through.
 */
function originOf(
  item: DocumentItem,
  { creditLine: credit, readMore }: { creditLine?: CreditLine; readMore?: string },
  source: Source,
  publishedAt: Date,
): { origin: Origin; hops: Hop[] } {
  const named = words(item.source?.title) || (isOther(credit?.publisher, source) ? words(credit?.publisher) : '')
  const elsewhere = named !== '' && named !== source.memberName
  const { licence, url: licenceUrl } = licenceOf(item.licence)
  return {
    origin: {
      publisher: elsewhere ? named : source.memberName,
      publisherUrl: (elsewhere ? (item.source?.url ?? credit?.url) : (source.memberSiteUrl ?? source.siteUrl)) ?? null,
      url: item.originalUrl ?? item.url ?? credit?.original ?? readMore ?? null,
      publishedAt,
      licence: licence === 'unknown' ? source.licence : licence,
      licenceUrl,
      usageTerms: item.rights ? plainText(item.rights).slice(0, 500) : '',
    },
    hops: elsewhere ? [{ name: source.memberName, url: source.memberSiteUrl, at: publishedAt }] : [],
  }
}

/** A credit line that names the member, its site or its feed credits nobody else. */
function isOther(publisher: string | undefined, source: Source): boolean {
  const name = publisher?.trim().toLowerCase()
  return Boolean(name) && name !== source.memberName.toLowerCase() && name !== source.title.trim().toLowerCase()
}

function bylineOf(item: DocumentItem): string {
  // A mail address is no name: it is never shown.
  const names = (item.authors ?? []).map((author) => words(author.name)).filter((name) => name && !name.includes('@'))
  return cut([...new Set(names)].join(', '), 200)
}

function placesOf(item: DocumentItem): Draft['places'] {
  const { place } = item
  if (!place) return []
  const within = (n: number | undefined, most: number) => (n !== undefined && Math.abs(n) <= most ? n : null)
  return [{ country: null, name: place.name ?? '', latitude: within(place.lat, 90), longitude: within(place.lon, 180) }]
}

/** A line of text as people see it: no control characters, no turned direction, and '' where nothing would be seen. */
function words(text: string | undefined): string {
  const line = (text ?? '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u202d\u202e]/g, '')
    .trim()
  return /[^\p{Cf}\p{Z}]/u.test(line) ? line : ''
}

function firstWords(text: string): string {
  const line = text.trim().split('\n')[0] ?? ''
  return line.length <= 80 ? line : `${line.slice(0, 80).replace(/\s+\S*$/, '')}…`
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function moment(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const at = new Date(text)
  // Before the web there were no feeds: an earlier date is a mistake of the clock, not a date.
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1990 ? undefined : at
}

function notAfter(now: Date, at: Date): Date {
  return at > now ? now : at
}

function refused(why: string): Drafted {
  return { kind: 'refused', why }
}
