/** Adds a member by an operator's word. (Joining by application is another road.) */
import { Conflict, Invalid } from '../core/errors.ts'
import type { MemberId } from '../core/id.ts'
import { readLanguages } from '../core/language.ts'
import { type MemberKind, memberKinds } from '../core/member/member.ts'
import { slugOf } from '../core/story/address.ts'
import type { Db } from '../db/connection.ts'
import { insertMedia, type Media } from '../db/media.ts'
import { insertMember } from '../db/members.ts'
import { newId } from '../db/new-id.ts'
import { dropEditions } from '../db/notify.ts'

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

/** Answers the new member's id, slug and site. Throws Invalid for words that cannot be used, Conflict when it exists. */
export async function addMember(
  db: Db,
  words: MemberWords,
  context: { now: Date; by: string },
): Promise<{ id: MemberId; slug: string; siteUrl: string }> {
  const name = words.name.replace(/\s+/g, ' ').trim()
  if (!name || name.length > 120) throw new Invalid('A member needs a name of at most 120 characters.')
  const kind = memberKinds.find((known) => known === words.kind)
  if (!kind) throw new Invalid(`"${words.kind}" is no kind of member: say one of ${memberKinds.join(', ')}.`)
  const member = {
    id: newId<MemberId>(context.now),
    slug: slugOf(name),
    name,
    kind: kind satisfies MemberKind,
    siteUrl: siteAddress(words.site),
    about: words.about?.trim() ?? '',
    languages: readLanguages(words.languages ?? []),
    country: countryCode(words.country),
    countryShown: words.country !== undefined,
    logo: words.logo?.hash ?? null,
  }
  await db.transaction().execute(async (tx) => {
    if (words.logo) await insertMedia(tx, words.logo, context.now)
    if (!(await insertMember(tx, member, context.now, context.by)))
      throw new Conflict(`There is a member "${member.slug}" already.`)
    await dropEditions(tx, ['members', 'network', `member:${member.slug}`])
  })
  return { id: member.id, slug: member.slug, siteUrl: member.siteUrl }
}

function siteAddress(site: string): string {
  const whole = site.includes('://')
  const url = URL.parse(whole ? site : `https://${site}`)
  // A word is taken for a host only where it is said to be one: "nonsense" is more often a slip than a machine's name.
  const meant = whole || url?.hostname.includes('.')
  if (!url || !meant || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new Invalid(`"${site}" is no address of a site: it should look like https://example.org.`)
  return url.href
}

function countryCode(country: string | undefined): string | null {
  if (country === undefined) return null
  // UK becomes GB; what has no name in any language is no country.
  const code = /^[a-z]{2}$/i.test(country) ? new Intl.Locale(`und-${country}`).region : undefined
  const name = code && new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code)
  if (!code || !name || code === 'ZZ')
    throw new Invalid(`"${country}" is no country: give its two letters, as in ISO 3166.`)
  return code
}
