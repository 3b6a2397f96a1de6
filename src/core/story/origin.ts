/**
 * The record of origin as every format must tell it: who published first, where, when, under which licence, of which
 * genre, in which language and version, and by which hands it came. One function, so that no format tells another tale.
 */
import type { Genre, Licence } from './gate.ts'
import type { Hop, Story } from './story.ts'

export type OriginRecord = {
  readonly publisher: string
  readonly publisherUrl: string | undefined
  readonly url: string | undefined
  readonly publishedAt: string
  readonly licence: Licence
  readonly licenceUrl: string | undefined
  /** The licence in a sentence. */
  readonly usageTerms: string
  readonly genre: Genre
  readonly language: string
  readonly version: number
  readonly hops: readonly Hop[]
}

export function originRecord(story: Story): OriginRecord {
  const { origin } = story
  return {
    publisher: origin.publisher,
    publisherUrl: webAddress(origin.publisherUrl),
    url: webAddress(origin.url),
    publishedAt: origin.publishedAt.toISOString(),
    licence: origin.licence,
    licenceUrl: webAddress(origin.licenceUrl),
    usageTerms: origin.usageTerms || termsOf(story),
    genre: story.genre,
    language: story.language,
    version: story.version,
    hops: story.hops.map((hop) => ({ ...hop, url: webAddress(hop.url) ?? null })),
  }
}

/** Whoever is meant by the byline, as programs tell people of one name apart (RFC 9562): it tells nobody who that is. */
export function authorUri({ byline, authorId }: Pick<Story, 'byline' | 'authorId'>): string | undefined {
  return byline && authorId ? `urn:uuid:${authorId}` : undefined
}

/** As the gate has it: what was sent out to be printed may be, where nobody said otherwise. */
function termsOf({ genre, origin }: Story): string {
  if (genre === 'release' && origin.licence === 'unknown') return 'Released for publication, with credit.'
  return terms[origin.licence](origin.publisher)
}

const terms: Readonly<Record<Licence, (publisher: string) => string>> = {
  free: () => 'Free to republish under its licence, with credit.',
  excerpt: () => 'An excerpt may be republished, with credit and a link to the original.',
  headline: () => 'Headline only, with credit and a link to the original.',
  unknown: (publisher) => `Rights are with ${publisher}: ask before republishing more than the headline.`,
}

function webAddress(address: string | null): string | undefined {
  const url = address ? URL.parse(address) : null
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
