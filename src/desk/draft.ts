/** What a release's file becomes: the text of a version, and what is said of the story beside it. */
import { excerpt } from '../core/html/excerpt.ts'
import type { StoryFacts } from '../db/releases.ts'
import type { VersionText } from '../db/stories.ts'
import type { Read } from './read-release.ts'

const excerptLength = 300

/** `otherwise`: what holds where the file does not say. */
export function textOf(
  read: Read,
  otherwise: { dated: string; about: string; language: string; authorId?: string | null },
): VersionText {
  const { headline, standfirst, byline, located, body, urgency, edNote, slugline, pictures, backMatter } = read
  return {
    headline,
    standfirst,
    excerpt: excerpt(body, { most: excerptLength }),
    body,
    byline,
    language: read.language ?? otherwise.language,
    located,
    urgency,
    edNote,
    slugline,
    keywords: [...new Set([...read.topics.map(({ name }) => name), ...read.keywords])],
    pictures,
    authorId: otherwise.authorId ?? null,
    backMatter: {
      ...backMatter,
      dated: backMatter.dated || otherwise.dated,
      boilerplate: backMatter.boilerplate.map(({ name, text }) => ({ name: name || otherwise.about, text })),
    },
  }
}

export function factsOf(read: Read): StoryFacts {
  const { genre, sponsored, licence, licenceUrl, usageTerms, topics, places, expires } = read
  return {
    genre,
    sponsored,
    licence,
    licenceUrl,
    usageTerms,
    topics: topics.map(({ slug }) => slug).sort(),
    places: places.map(({ name, country }) => ({ country, name, latitude: null, longitude: null })),
    expiresAt: expires === null ? null : new Date(expires),
  }
}
