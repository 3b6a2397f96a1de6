/** Adds a member by an operator's word. (Joining by application is another road.) */
import { Conflict, Invalid } from '../core/errors.ts'
import type { MemberId } from '../core/id.ts'
import { canonicalLanguage, readLanguages } from '../core/language.ts'
import { type MemberKind, memberKinds } from '../core/member/member.ts'
import { memberSlug } from '../core/story/address.ts'
import type { Db, Tx } from '../db/connection.ts'
import { insertMedia, type Media } from '../db/media.ts'
import { insertMember, type NewMember } from '../db/members.ts'
import { newId } from '../db/new-id.ts'
import { dropEditions } from '../db/notify.ts'
import { siteAddress } from './site-address.ts'

export type MemberWords = {
  readonly name: string
  readonly kind: string
  readonly site: string
  readonly about?: string | undefined
  readonly languages?: readonly string[] | undefined
  readonly country?: string | undefined
  /** A picture already in the media store. */
  readonly logo?: Media | undefined
}

type Words = 'name' | 'kind' | 'site' | 'languages' | 'country'
export type MemberFault = { readonly field: Words; readonly what: 'missing' | 'long' | 'unusable' | 'taken' }

export type AddedMember = { readonly id: MemberId; readonly slug: string; readonly siteUrl: string }

export const longestName = 120

/** Answers the new member's id, slug and site. Throws Invalid for words that cannot be used, Conflict when it exists. */
export async function addMember(db: Db, words: MemberWords, context: { now: Date; by: string }): Promise<AddedMember> {
  return await db.transaction().execute((tx) => addMemberIn(tx, words, context))
}

/** The same within a transaction of its caller's. */
export async function addMemberIn(
  tx: Tx,
  words: MemberWords,
  context: { now: Date; by: string },
): Promise<AddedMember> {
  const member = readMember(words, context.now)
  if (words.logo) await insertMedia(tx, words.logo, context.now)
  if (!(await insertMember(tx, member, context.now, context.by)))
    throw new Conflict(`There is a member "${member.slug}" already.`)
  await dropEditions(tx, ['members', 'network', `member:${member.slug}`])
  return { id: member.id, slug: member.slug, siteUrl: member.siteUrl }
}

/** What cannot be used of the words, each with its field. */
export function memberFaults(words: MemberWords): MemberFault[] {
  const faults: MemberFault[] = []
  const name = nameOf(words)
  if (!name) faults.push({ field: 'name', what: 'missing' })
  else if (name.length > longestName) faults.push({ field: 'name', what: 'long' })
  if (!kindOf(words)) faults.push({ field: 'kind', what: 'missing' })
  if (words.site.trim() === '') faults.push({ field: 'site', what: 'missing' })
  else if (!siteAddress(words.site)) faults.push({ field: 'site', what: 'unusable' })
  if (words.languages?.some((tag) => !canonicalLanguage(tag))) faults.push({ field: 'languages', what: 'unusable' })
  if (words.country !== undefined && !countryCode(words.country)) faults.push({ field: 'country', what: 'unusable' })
  return faults
}

function readMember(words: MemberWords, now: Date): NewMember & { siteUrl: string } {
  const name = nameOf(words)
  if (!name || name.length > longestName) throw new Invalid('A member needs a name of at most 120 characters.')
  const kind = kindOf(words)
  if (!kind) throw new Invalid(`"${words.kind}" is no kind of member: say one of ${memberKinds.join(', ')}.`)
  const siteUrl = siteAddress(words.site)
  if (!siteUrl) throw new Invalid(`"${words.site}" is no address of a site: it should look like https://example.org.`)
  const country = words.country === undefined ? null : countryCode(words.country)
  if (country === undefined)
    throw new Invalid(`"${words.country}" is no country: give its two letters, as in ISO 3166.`)
  return {
    id: newId<MemberId>(now),
    slug: memberSlug(name, new URL(siteUrl).hostname),
    name,
    kind,
    siteUrl,
    about: words.about?.trim() ?? '',
    languages: readLanguages(words.languages ?? []),
    country,
    countryShown: words.country !== undefined,
    logo: words.logo?.hash ?? null,
    logoAlt: '',
    logoCredit: '',
  }
}

function nameOf(words: MemberWords): string {
  return words.name.replace(/\s+/g, ' ').trim()
}

function kindOf(words: MemberWords): MemberKind | undefined {
  return memberKinds.find((known) => known === words.kind)
}

export function countryCode(country: string): string | undefined {
  // UK becomes GB; what has no name in any language is no country.
  const code = /^[a-z]{2}$/i.test(country) ? new Intl.Locale(`und-${country}`).region : undefined
  const name = code && new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code)
  return code && name && code !== 'ZZ' ? code : undefined
}
