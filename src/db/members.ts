/** Members: the publications, organisations and people of the network. */
import { type Selectable, sql } from 'kysely'
import type { MemberId } from '../core/id.ts'
import type { Member, MemberKind } from '../core/member/member.ts'
import type { Db, Tx } from './connection.ts'
import type { Members } from './schema.ts'
import { isThere } from './sources.ts'

/**
 * Every member, or those asked for, by name; none that left. The country is there only where the member chose to show it.
 */
export async function listMembers(db: Db, slugs?: readonly string[]): Promise<Member[]> {
  let select = db.selectFrom('members').selectAll().where('leftAt', 'is', null).orderBy('name').orderBy('id')
  if (slugs) select = select.where(sql<boolean>`slug = any(${slugs}::text[])`)
  const rows = await select.execute()
  return rows.map(toMember)
}

export async function findMember(db: Db, slug: string): Promise<Member | undefined> {
  const row = await db.selectFrom('members').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && toMember(row)
}

export async function findMemberById(db: Db, id: MemberId): Promise<Member | undefined> {
  const row = await db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toMember(row)
}

/** Members by the first part of their slug or name, in any case; one whose whole slug or name it is comes first. */
export async function findMembersNamed(db: Db, text: string, most: number): Promise<Member[]> {
  const start = text.toLowerCase()
  const like = `${start.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('leftAt', 'is', null)
    .where(({ or, eb, fn }) => or([eb('slug', 'like', like), eb(fn('lower', ['name']), 'like', like)]))
    .orderBy(sql`lower(name) = ${start} or slug = ${start}`, 'desc')
    .orderBy('name')
    .limit(most)
    .execute()
  return rows.map(toMember)
}

export async function countMembers(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('members')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('leftAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Members by the host of their site, without `www.`. */
export async function findMembersByHost(
  db: Db,
  hosts: readonly string[],
): Promise<Map<string, { name: string; siteUrl: string }>> {
  if (hosts.length === 0) return new Map()
  const { rows } = await sql<{ host: string; name: string; siteUrl: string }>`
    select distinct on (host) host, name, site_url from (
      select substring(lower(site_url) from '^https?://(?:www\\.)?([^/?#]+)') as host, name, site_url, id from members
      where left_at is null) m
    where host = any(${[...hosts]}::text[]) order by host, id`.execute(db)
  return new Map(rows.map(({ host, ...member }) => [host, member]))
}

export type NewMember = Omit<Member, 'country' | 'leftAt'> & { country: string | null; countryShown: boolean }

/** False when the slug is taken. */
export async function insertMember(tx: Tx, member: NewMember, at: Date, by: string): Promise<boolean> {
  const result = await tx
    .insertInto('members')
    .values({ ...member, languages: [...member.languages], createdAt: at, createdBy: by })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Stories readers may see of each member, by slug, of all or of those asked for. */
export async function countByMember(db: Db, slugs?: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ slug: string; stories: number }>`
    select m.slug, p.stories from members m join lateral (
      select count(*)::int as stories from publications p where p.member_id = m.id and p.shows <> 'nothing') p on p.stories > 0
    where m.left_at is null ${slugs ? sql`and m.slug = any(${slugs}::text[])` : sql``}`.execute(db)
  return new Map(rows.map(({ slug, stories }) => [slug, stories]))
}

/** What each member brings: sources it has, and stories readers may see. */
export async function countPerMember(db: Db): Promise<Map<MemberId, { sources: number; stories: number }>> {
  const sources = await db
    .selectFrom('sources as s')
    .select(['memberId', (e) => e.fn.countAll<string>().as('count')])
    .where(isThere())
    .groupBy('memberId')
    .execute()
  const stories = await db
    .selectFrom('publications')
    .select(['memberId', (e) => e.fn.countAll<string>().as('count')])
    .where('shows', '<>', 'nothing')
    .groupBy('memberId')
    .execute()
  const counts = new Map<MemberId, { sources: number; stories: number }>()
  const at = (id: string) => {
    const found = counts.get(id as MemberId) ?? { sources: 0, stories: 0 }
    counts.set(id as MemberId, found)
    return found
  }
  for (const row of sources) at(row.memberId).sources = Number(row.count)
  for (const row of stories) at(row.memberId).stories = Number(row.count)
  return counts
}

function toMember(row: Selectable<Members>): Member {
  return {
    id: row.id as MemberId,
    slug: row.slug,
    name: row.name,
    kind: row.kind as MemberKind,
    siteUrl: row.siteUrl,
    about: row.about,
    languages: row.languages,
    country: row.countryShown ? row.country : null,
    logo: row.logo,
    logoAlt: row.logoAlt,
    logoCredit: row.logoCredit,
    leftAt: row.leftAt,
  }
}
