/** A publication, organisation or person belonging to the network. */
import type { MemberId } from '../id.ts'

export const memberKinds = [
  'newspaper',
  'magazine',
  'journal',
  'website',
  'directory',
  'radio',
  'television',
  'podcast',
  'agency',
  'organisation',
  'press-office',
  'freelance',
] as const
export type MemberKind = (typeof memberKinds)[number]

export type Member = {
  readonly id: MemberId
  readonly slug: string
  readonly name: string
  readonly kind: MemberKind
  readonly siteUrl: string | null
  readonly about: string
  readonly languages: readonly string[]
  /** ISO 3166-1 alpha-2; null unless the member chose to show it. */
  readonly country: string | null
  /** Hash of a picture in the media store. */
  readonly logo: string | null
  /** What it shows, and who made it: said where it stands for more than the name beside it. */
  readonly logoAlt: string
  readonly logoCredit: string
  /** Since when it is none any more; its page tells that, and no list has it. */
  readonly leftAt: Date | null
}
