/** A member made of an application that people have approved. */
import type { AccountId, MemberId } from '../core/id.ts'
import type { MemberKind } from '../core/member/member.ts'
import { emptyProfile } from '../core/member/profile.ts'
import { memberSlug } from '../core/story/address.ts'
import type { ApplicationId } from '../db/applications.ts'
import type { Tx } from '../db/connection.ts'
import { insertMember } from '../db/members.ts'
import { newId } from '../db/new-id.ts'
import { dropEditions } from '../db/notify.ts'
import { keepProfile } from '../db/profiles.ts'
import { recordAct } from '../db/rights.ts'
import { insertSeat } from '../db/seats.ts'
import { giveProofs } from './proof.ts'

export type Applied = {
  readonly id: ApplicationId
  readonly account: AccountId
  readonly name: string
  readonly kind: MemberKind | null
  readonly siteUrl: string | null
  readonly about: string
  readonly languages: readonly string[]
  readonly country: string | null
  readonly countryShown: boolean
  readonly logo: string | null
  readonly logoAlt: string
  readonly logoCredit: string
  readonly place: string
  readonly placeShown: boolean
}

/** The applicant sits with it as its owner. Of two of one name the second has a number in its address. */
export async function admit(
  tx: Tx,
  applied: Applied,
  { now, by }: { readonly now: Date; readonly by: string },
): Promise<{ readonly id: MemberId; readonly slug: string }> {
  const { account, name, kind, siteUrl, about, languages, country, countryShown } = applied
  const { logo, logoAlt, logoCredit } = applied
  if (!kind) throw new TypeError('An application without a kind was approved.')
  const id = newId<MemberId>(now)
  // What is not to be shown is not kept with the member: nothing can come to show it by mistake.
  const shown = { country: countryShown ? country : null, countryShown: countryShown && country !== null }
  const member = { id, name, kind, siteUrl, about, languages, logo, logoAlt, logoCredit, ...shown }
  const slug = await insertWithSlug(tx, member, now, by)
  if (applied.placeShown && applied.place)
    await keepProfile(tx, id, { ...emptyProfile, place: applied.place, placeShown: true }, now, by)
  await giveProofs(tx, applied.id, id)
  await insertSeat(tx, { member: id, account, role: 'owner' }, now, by)
  await recordAct(tx, { actedAt: now, actedBy: by, act: 'admit member', about: slug })
  await dropEditions(tx, ['members', 'network', `member:${slug}`])
  return { id, slug }
}

async function insertWithSlug(
  tx: Tx,
  member: Omit<Parameters<typeof insertMember>[1], 'slug'>,
  now: Date,
  by: string,
): Promise<string> {
  const base = memberSlug(member.name, URL.parse(member.siteUrl ?? '')?.hostname ?? '')
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (await insertMember(tx, { ...member, slug }, now, by)) return slug
  }
}
