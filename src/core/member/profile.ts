/** What a member tells of itself beside its name, kind and site. All of it is its own choice. */
import type { Id } from '../id.ts'

/** Its name in another script or language. */
export type OtherName = { readonly language: string; readonly name: string }
export type AboutWords = { readonly language: string; readonly words: string }

export type HomeId = Id<'home'>
/** A site or account elsewhere. `verifiedAt`: when a link back was found there; lapsed when it was not there any more. */
export type Home = {
  readonly url: string
  readonly name: string
  readonly verifiedAt: Date | null
  readonly lapsedAt: Date | null
}

export const contactPurposes = ['press', 'syndication', 'advertising'] as const
export type ContactPurpose = (typeof contactPurposes)[number]

/** Who may read a contact: everybody, people who sit with a member, or the network's staff alone. */
export const visibilities = ['public', 'members', 'staff'] as const
export type Visibility = (typeof visibilities)[number]

export type MemberContactId = Id<'member contact'>
export type MemberContact = {
  readonly purpose: ContactPurpose
  readonly visibility: Visibility
  /** A mail address, a number, an address of a form: as the member writes it. */
  readonly words: string
}

export type Profile = {
  readonly names: readonly OtherName[]
  readonly abouts: readonly AboutWords[]
  /** Slugs of topics. */
  readonly topics: readonly string[]
  /** Countries it reports from, ISO 3166-1 alpha-2. */
  readonly covers: readonly string[]
  readonly founded: number | null
  readonly audience: string
  readonly place: string
  readonly placeShown: boolean
  /** Hash of a picture in the media store. */
  readonly banner: string | null
  readonly bannerAlt: string
}

export const emptyProfile: Profile = {
  names: [],
  abouts: [],
  topics: [],
  covers: [],
  founded: null,
  audience: '',
  place: '',
  placeShown: false,
  banner: null,
  bannerAlt: '',
}

/** The words about a member for who reads `language`: in it, in a variety of it, else in the member's own. */
export function aboutFor(abouts: readonly AboutWords[], language: string): AboutWords | undefined {
  const base = language.split('-')[0]
  return (
    abouts.find((about) => about.language === language) ??
    abouts.find((about) => about.language.split('-')[0] === base) ??
    abouts[0]
  )
}

/** Where a contact's words lead: mail, telephone or a page; undefined where they are words alone. */
export function contactHref(words: string): string | undefined {
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/.]{2,}$/u.test(words)) return `mailto:${words}`
  if (/^https?:\/\/\S+$/i.test(words)) return words
  const digits = words.replace(/[\s().-]/g, '')
  return /^\+\d{6,15}$/.test(digits) ? `tel:${digits}` : undefined
}
