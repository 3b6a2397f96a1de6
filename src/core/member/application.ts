/** A request to join, as whoever makes it fills it in. */
import type { MemberKind } from './member.ts'

export const applicationStandings = [
  'draft',
  'waiting',
  'returned',
  'held',
  'approved',
  'refused',
  'withdrawn',
  'expired',
] as const
/**
 * `draft` until it is sent, `waiting` for people, `returned` with a question, `held` until they know more; then decided,
 * taken back, or forgotten about.
 */
export type ApplicationStanding = (typeof applicationStandings)[number]

/** Whether it can still be changed by whoever made it. */
export function isOpen(standing: ApplicationStanding): boolean {
  return standing === 'draft' || standing === 'waiting' || standing === 'returned' || standing === 'held'
}

export const applicationSteps = ['who', 'mark', 'site', 'shown', 'words', 'send'] as const
export type ApplicationStep = (typeof applicationSteps)[number]

/** What it says of who wants to join, without what staff alone may read. */
export type ApplicationFacts = {
  readonly kind: MemberKind | null
  readonly name: string
  readonly languages: readonly string[]
  /** ISO 3166-1 alpha-2; readers see it only where `countryShown`. */
  readonly country: string | null
  readonly countryShown: boolean
  /** A place in words. */
  readonly place: string
  readonly placeShown: boolean
  readonly siteUrl: string | null
  readonly feedUrl: string | null
  readonly withoutSite: boolean
  readonly about: string
  /** Hash of a picture in the media store. */
  readonly logo: string | null
  /** What it shows, for people who do not see it. */
  readonly logoAlt: string
  readonly logoCredit: string
}
