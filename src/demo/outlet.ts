/** An outlet of the demo: an invented publication, what it has written, and how its site and feed behave. */
import type { MemberKind } from '../core/member/member.ts'

export const feedFormats = ['rss', 'atom', 'rdf', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** What is wrong with an outlet's feed, on purpose. */
export const faults = [
  'none',
  /** Bare ampersands, an unknown entity, a control character, an end that is missing. */
  'broken-xml',
  /** Says UTF-8 and is windows-1252. */
  'wrong-encoding',
  /** Excerpts whose markup is escaped twice and ends in a credit line that names nobody. */
  'escaped-twice',
  /** One story twice, two stories under one GUID, and all GUIDs new every few minutes. */
  'changing-guids',
  /** The beginning of each story and a link to the rest. */
  'partial',
  /** The address everybody knows redirects for good. */
  'moved',
  /** Every answer takes seconds. */
  'slow',
] as const
export type Fault = (typeof faults)[number]

export type Article = {
  readonly headline: string
  /** Paragraphs with an empty line between; `## ` begins a heading, `> ` a quotation, `- ` a list; `*words*` stand out. */
  readonly text: string
  /** Minutes before the demo began. */
  readonly ago: number
  readonly by: string
  readonly topics: readonly string[]
  readonly picture: { readonly scene: string; readonly alt: string } | undefined
  /** Minutes after the demo began at which the outlet takes it back. */
  readonly gone: number | undefined
  /** Minutes after the demo began at which a paragraph is added that puts something right. */
  readonly corrected: { readonly after: number; readonly text: string } | undefined
  /** The outlet it was taken over from, by its slug. */
  readonly from: string | undefined
  /** Minutes after the demo began until which editors are asked to wait. */
  readonly embargo: number | undefined
}

export type Outlet = {
  readonly slug: string
  readonly name: string
  readonly kind: MemberKind
  readonly language: string
  /** ISO 3166-1 alpha-2; undefined for an outlet that does not show where it is. */
  readonly country: string | undefined
  readonly about: string
  /** `#7a1f6b` */
  readonly colour: string
  /** Which of the marks its logo is (`marks.ts`). */
  readonly mark: string
  readonly format: FeedFormat
  /** The encoding its feed is in, and says it is in. */
  readonly encoding: string
  readonly fault: Fault
  readonly grant: 'full' | 'excerpt' | 'headline'
  /** Where its stories are, `/noticias/{n}-{slug}`. */
  readonly path: string
  /** What it had written when the demo began. */
  readonly articles: readonly Article[]
  /** What it writes from then on: articles with `{blanks}`. */
  readonly patterns: readonly Article[]
  /** What the blanks are filled with, by their names. */
  readonly fills: ReadonlyMap<string, readonly string[]>
}
