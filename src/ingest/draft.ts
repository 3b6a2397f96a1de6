/** What an item becomes: a draft of a story, or a reason why it becomes none. Pure: the rules of the road in. */
import type { DocumentItem, FeedFacts } from '../core/formats/document.ts'
import { webTarget } from '../core/html/links.ts'
import { plainText } from '../core/html/text.ts'
import { canonicalLanguage } from '../core/language.ts'
import { guessLanguage } from '../core/language-guess.ts'
import { comparable } from '../core/spaces.ts'
import { agencyOf } from '../core/story/agencies.ts'
import { creditName } from '../core/story/credit-name.ts'
import { embargoMark } from '../core/story/embargo.ts'
import { picturesOf } from '../core/story/feed-pictures.ts'
import type { Grant } from '../core/story/gate.ts'
import { datelineOf, placeNamed } from '../core/story/places.ts'
import { type Claims, type Hand, readOrigin } from '../core/story/read-origin.ts'
import { type Topic, type TopicIndex, topicsOf } from '../core/story/topics.ts'
import type { Source } from '../db/sources.ts'
import type { PlaceRow } from '../db/stories.ts'
import type { Draft } from '../wire/publish.ts'
import { type Credits, readTexts } from './texts.ts'

/** A body longer than this is cut nowhere: it is refused, because no reader's page could hold it. */
const longestBody = 1_000_000
/** So much of a text tells it from others, and in which language it is. Characters. */
const telling = 1_000
/** A guess at a text this long goes before what its feed declares: feeds in many languages declare one of them. */
const tellingLength = 400

export type Drafted =
  | {
      readonly kind: 'draft'
      readonly draft: Draft
      /** The topics it is found by, which the network may not have had before. */
      readonly topics: readonly Topic[]
      /** Its headline and how its text begins, plain: enough to know it again. */
      readonly words: string
      /** Where its credit line leads. */
      readonly creditUrl: string | undefined
    }
  | { readonly kind: 'refused'; readonly why: string; readonly creditUrl?: undefined }

/** What of a source its drafts tell; it need not be one yet. */
export type SourceFacts = Pick<
  Source,
  | 'id'
  | 'memberId'
  | 'memberSlug'
  | 'memberName'
  | 'memberSiteUrl'
  | 'url'
  | 'siteUrl'
  | 'title'
  | 'genre'
  | 'licence'
  | 'language'
> & { readonly grant: Pick<Grant, 'pictures'> }

/** What all drafts of a document share. */
export type From = {
  readonly source: SourceFacts
  readonly feed: FeedFacts
  readonly now: Date
  readonly fallbackLanguage: string
  readonly topics: TopicIndex
  /** In JSON Feed an address elsewhere is what an item is about, not where it comes from. */
  readonly linksElsewhere: boolean
  /** How the source words its own credit lines. */
  readonly credits: Credits
}

export function draftOf(item: DocumentItem, from: From): Drafted {
  const said = readTexts(item, from)
  if (said.body.length > longestBody) return refused('Its text is longer than a million characters.')
  if (!said.headline) return refused('It has neither a title nor a text.')
  const { source, now } = from
  const { headline, text, credit, byline, categories } = said
  const title = comparable(headline)
  const opening = text.slice(0, 400)
  const start = `${title}\n${text.slice(0, telling)}`
  const agency = agencyFor(source, { byline, opening, closing: text.slice(-300), named: namedBy(item, credit) })
  const dateline = datelineOf(opening)
  const mark = embargoMark({ headline: title, text })
  const publishedAt = notAfter(now, [item.published, item.updated].map(moment).find((at) => at !== undefined) ?? now)
  const topics = topicsOf(item.categories ?? [], from.topics)
  const origin = readOrigin(
    claimsOf(item, { credit, readMore: said.readMore, agency }, from),
    handOf(source, from.feed),
    publishedAt,
  )
  const draft: Draft = {
    story: {
      memberId: source.memberId,
      sourceId: source.id,
      genre: said.genre,
      sponsored: false,
      agency: agency !== undefined,
      agencyName: agency ?? '',
    },
    memberSlug: source.memberSlug,
    text: {
      headline,
      standfirst: '',
      excerpt: said.excerpt,
      body: said.body,
      byline,
      language: languageOf(item, start, from),
      located: dateline?.located ?? '',
      urgency: null,
      edNote: said.edNote,
      keywords: [...new Set(categories)].slice(0, 30),
      pictures: picturesOf(item, {
        grant: source.grant.pictures,
        own: [source.memberName, source.title, from.feed.title ?? '', byline],
        elsewhere: origin.hops.length > 0,
      }),
    },
    ...origin,
    topics: topics.map(({ slug }) => slug),
    places: placesOf(item, categories, dateline),
    publishedAt,
    hold: mark && `It is marked “${mark}”.`,
  }
  return { kind: 'draft', draft, topics, words: start, creditUrl: credit?.original ?? credit?.url }
}

function claimsOf(
  item: DocumentItem,
  { credit, readMore, agency }: Pick<Claims, 'credit' | 'readMore' | 'agency'>,
  { linksElsewhere }: From,
): Claims {
  return {
    url: webTarget(item.url, undefined),
    originalUrl: webTarget(item.originalUrl, undefined),
    via: webTarget(item.via, undefined),
    credit,
    readMore,
    source: linksElsewhere && !item.source?.title ? undefined : item.source,
    publisher: item.publisher,
    agency,
    licence: item.licence,
    rights: item.rights ? comparable(plainText(item.rights)) : '',
  }
}

/** Everybody whom an item names as a publisher. */
function namedBy(item: DocumentItem, credit: Claims['credit']): string[] {
  return [credit?.publisher, item.source?.title, item.publisher].flatMap((name) => creditName(name) ?? [])
}

/** The agency whose text it is; an agency's own feed carries its own text. */
function agencyFor(source: SourceFacts, signature: Parameters<typeof agencyOf>[0]): string | undefined {
  const agency = agencyOf(signature)
  const own = agencyOf({ byline: '', opening: '', closing: '', named: [source.memberName] })
  return agency === own ? undefined : agency
}

function handOf(source: SourceFacts, feed: FeedFacts): Hand {
  return {
    name: source.memberName,
    siteUrl: source.memberSiteUrl ?? source.siteUrl,
    titles: [source.title, feed.title ?? ''],
    addresses: [source.memberSiteUrl, source.siteUrl, source.url, feed.link ?? null],
    licence: source.licence,
  }
}

function languageOf(item: DocumentItem, words: string, { feed, source, fallbackLanguage }: From): string {
  const own = canonicalLanguage(item.language)
  const whole = canonicalLanguage(feed.language)
  // What an item only inherits from its feed is the feed's word.
  if (own && own !== whole) return own
  const guessed = guessLanguage(words)
  if (guessed && words.length > tellingLength) return whole && sameLanguage(whole, guessed) ? whole : guessed
  return whole ?? canonicalLanguage(source.language) ?? guessed ?? fallbackLanguage
}

/** `pt-BR` is Portuguese; Norwegian is written in two ways that are declared more finely than guessed. */
function sameLanguage(declared: string, guessed: string): boolean {
  const [base = ''] = declared.split('-')
  return base === guessed || (guessed === 'no' && (base === 'nb' || base === 'nn'))
}

/** Where it happened: what the feed marks, the places among its categories, and the dateline. */
function placesOf(
  item: DocumentItem,
  categories: readonly string[],
  dateline: ReturnType<typeof datelineOf>,
): PlaceRow[] {
  const found = new Map<string, PlaceRow>()
  const add = (place: PlaceRow) => {
    const key = `${place.country ?? ''} ${place.name.toLowerCase()}`
    if (!found.has(key)) found.set(key, place)
  }
  const { place } = item
  if (place) {
    const within = (n: number | undefined, most: number) => (n !== undefined && Math.abs(n) <= most ? n : null)
    const name = place.name?.trim().slice(0, 200) ?? ''
    const country = placeNamed(name)?.country ?? placeNamed(name.split(',').at(-1) ?? '')?.country ?? null
    add({ country, name, latitude: within(place.lat, 90), longitude: within(place.lon, 180) })
  }
  const none = { latitude: null, longitude: null }
  if (dateline) add({ country: dateline.country ?? null, name: dateline.located, ...none })
  for (const category of categories) {
    const located = placeNamed(category)
    if (located) add({ country: located.country, name: located.city ? located.name : '', ...none })
  }
  return [...found.values()].slice(0, 10)
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
