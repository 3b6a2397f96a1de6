/** What members tell of themselves beside what lists need: profile, homes, contacts. */
import { type Selectable, sql } from 'kysely'
import type { MemberId } from '../core/id.ts'
import type { MemberKind } from '../core/member/member.ts'
import {
  type ContactPurpose,
  emptyProfile,
  type Home,
  type HomeId,
  type MemberContactId,
  type Profile,
  type Visibility,
} from '../core/member/profile.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'
import type { MemberProfiles } from './schema.ts'

/** However often a profile is saved. */
const betweenLooksMs = 600_000

export async function findProfile(db: Db, member: MemberId): Promise<Profile> {
  const row = await db.selectFrom('memberProfiles').selectAll().where('memberId', '=', member).executeTakeFirst()
  return row ? toProfile(row) : emptyProfile
}

export async function keepProfile(tx: Tx, member: MemberId, profile: Profile, at: Date, by: string): Promise<void> {
  const { names, abouts, topics, covers, ...plain } = profile
  const row = {
    ...plain,
    names: JSON.stringify(names),
    abouts: JSON.stringify(abouts),
    topics: [...topics],
    covers: [...covers],
    changedAt: at,
    changedBy: by,
  }
  await tx
    .insertInto('memberProfiles')
    .values({ memberId: member, ...row })
    .onConflict((conflict) => conflict.column('memberId').doUpdateSet(row))
    .execute()
}

/** What lists and the profile both tell. */
export type MemberFacts = {
  readonly name: string
  readonly kind: MemberKind
  readonly siteUrl: string | null
  readonly about: string
  readonly languages: readonly string[]
  readonly country: string | null
  readonly countryShown: boolean
}

export async function updateMember(tx: Tx, member: MemberId, facts: MemberFacts): Promise<void> {
  await tx
    .updateTable('members')
    .set({ ...facts, languages: [...facts.languages] })
    .where('id', '=', member)
    .execute()
}

export async function setLogo(
  tx: Tx,
  member: MemberId,
  logo: { readonly logo: string | null; readonly logoAlt: string; readonly logoCredit: string },
): Promise<void> {
  await tx.updateTable('members').set(logo).where('id', '=', member).execute()
}

/** The member as its own people see it: its country too, where that is kept and not shown. */
export type OwnFacts = MemberFacts & {
  readonly logo: string | null
  readonly logoAlt: string
  readonly logoCredit: string
  readonly leftAt: Date | null
}

export async function findOwnFacts(db: Db, member: MemberId): Promise<OwnFacts | undefined> {
  const row = await db
    .selectFrom('members')
    .select(['name', 'kind', 'siteUrl', 'about', 'languages', 'country', 'countryShown'])
    .select(['logo', 'logoAlt', 'logoCredit', 'leftAt'])
    .where('id', '=', member)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as MemberKind }
}

export async function listHomes(db: Db, member: MemberId): Promise<(Home & { readonly id: HomeId })[]> {
  const rows = await db
    .selectFrom('memberHomes')
    .select(['id', 'url', 'name', 'verifiedAt', 'lapsedAt'])
    .where('memberId', '=', member)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as HomeId }))
}

/**
 * The homes in this order and no others. One that stays is as verified as it was; where one is not, a link back may be
 * there by now: it is looked for soon, and not again and again.
 */
export async function keepHomes(
  tx: Tx,
  member: MemberId,
  homes: readonly Pick<Home, 'url' | 'name'>[],
  at: Date,
): Promise<void> {
  const urls = homes.map(({ url }) => url)
  await sql`delete from member_homes where member_id = ${member} and not url = any(${urls}::text[])`.execute(tx)
  for (const [position, { url, name }] of homes.entries())
    await tx
      .insertInto('memberHomes')
      .values({ id: newId<HomeId>(at), memberId: member, position, url, name, nextCheckAt: at })
      .onConflict((conflict) => conflict.columns(['memberId', 'url']).doUpdateSet({ position, name }))
      .execute()
  await sql`
    update member_homes set next_check_at = least(next_check_at, ${at}) where member_id = ${member}
      and (verified_at is null or lapsed_at is not null)
      and (checked_at is null or checked_at < ${new Date(at.getTime() - betweenLooksMs)})`.execute(tx)
}

/** `words` of public ones; the others are sealed under their id. */
export type ContactRow = {
  readonly id: MemberContactId
  readonly purpose: ContactPurpose
  readonly visibility: Visibility
  readonly words: string | null
  readonly sealed: Buffer | null
}

export async function listContacts(
  db: Db,
  member: MemberId,
  visibilities: readonly Visibility[],
): Promise<ContactRow[]> {
  const rows = await db
    .selectFrom('memberContacts')
    .select(['id', 'purpose', 'visibility', 'words', 'sealed'])
    .where('memberId', '=', member)
    .where('visibility', 'in', visibilities)
    .orderBy('position')
    .execute()
  return rows as ContactRow[]
}

/** Whether there are contacts of a visibility. */
export async function hasContacts(db: Db, member: MemberId, visibility: Visibility): Promise<boolean> {
  const row = await db
    .selectFrom('memberContacts')
    .select('id')
    .where('memberId', '=', member)
    .where('visibility', '=', visibility)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function keepContacts(tx: Tx, member: MemberId, contacts: readonly ContactRow[]): Promise<void> {
  await tx.deleteFrom('memberContacts').where('memberId', '=', member).execute()
  if (contacts.length === 0) return
  await tx
    .insertInto('memberContacts')
    .values(contacts.map((contact, position) => ({ ...contact, memberId: member, position })))
    .execute()
}

function toProfile(row: Selectable<MemberProfiles>): Profile {
  return {
    names: row.names as unknown as Profile['names'],
    abouts: row.abouts as unknown as Profile['abouts'],
    topics: row.topics,
    covers: row.covers,
    founded: row.founded,
    audience: row.audience,
    place: row.place,
    placeShown: row.placeShown,
    banner: row.banner,
    bannerAlt: row.bannerAlt,
  }
}
