/** Drafts of stories, whole but for the words a test cares about. */
import type { MemberId, SourceId } from '../../src/core/id.ts'
import type { Genre } from '../../src/core/story/gate.ts'
import type { Origin } from '../../src/core/story/story.ts'
import type { VersionText } from '../../src/db/stories.ts'
import type { Draft } from '../../src/wire/publish.ts'

export type DraftWords = Partial<VersionText> & {
  readonly genre?: Genre
  readonly agency?: boolean
  /** The source it came from; none: it was written at our desk. */
  readonly source?: SourceId
  readonly origin?: Partial<Origin>
  /** Slugs of topics the network has. */
  readonly topics?: readonly string[]
  /** The countries it is about. */
  readonly countries?: readonly string[]
  readonly publishedAt?: Date
}

export function draftFor(member: { id: MemberId; slug: string }, words: DraftWords, now: Date): Draft {
  const {
    genre = 'report',
    agency = false,
    source = null,
    origin,
    topics = [],
    countries = [],
    publishedAt = now,
    ...text
  } = words
  return {
    story: { memberId: member.id, sourceId: source, genre, sponsored: false, agency, agencyName: agency ? 'AFP' : '' },
    memberSlug: member.slug,
    text: {
      headline: 'Court lets a community archive keep its name',
      standfirst: '',
      excerpt: 'Judges ruled that the collection may be registered.',
      body: '<p>Judges ruled that the collection may be registered.</p>',
      byline: '',
      language: 'en',
      located: '',
      urgency: null,
      edNote: '',
      keywords: [],
      pictures: [],
      ...text,
    },
    origin: {
      publisher: 'Harbour Times',
      publisherUrl: 'https://harbour.example/',
      url: 'https://harbour.example/archive-keeps-its-name',
      publishedAt,
      licence: 'unknown',
      licenceUrl: null,
      usageTerms: '',
      ...origin,
    },
    hops: [],
    topics,
    places: countries.map((country) => ({ country, name: '', latitude: null, longitude: null })),
    publishedAt,
  }
}
