/** Members that leave: asked for, taken back or carried out, and what then becomes of their rows. */
import { sql } from 'kysely'
import type { Id, MemberId, SourceId, StoryId } from '../core/id.ts'
import type { LeavingStories } from '../core/member/leaving.ts'
import type { Db, Tx } from './connection.ts'

export type LeavingId = Id<'leaving'>

export type Leaving = {
  readonly id: LeavingId
  readonly memberId: MemberId
  readonly askedAt: Date
  readonly askedBy: string
  readonly dueAt: Date
  readonly stories: LeavingStories
  /** '' but for those that choose one. */
  readonly pseudonym: string
  readonly begunAt: Date | null
  /** Sealed under its id: what the member was called, until no story says so any more. */
  readonly names: Buffer | null
  readonly doneTo: StoryId | null
}

const columns = sql`id, member_id, asked_at, asked_by, due_at, stories, pseudonym, begun_at, names, done_to`

/** False when the member leaves already. */
export async function insertLeaving(tx: Tx, leaving: Omit<Leaving, 'begunAt' | 'names' | 'doneTo'>): Promise<boolean> {
  const result = await tx
    .insertInto('memberLeavings')
    .values(leaving)
    .onConflict((conflict) => conflict.column('memberId').where('takenBackAt', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** That of a member which nobody has taken back and which is not done. */
export async function findLeaving(db: Db, member: MemberId): Promise<Leaving | undefined> {
  const { rows } = await sql<Leaving>`
    select ${columns} from member_leavings where member_id = ${member} and taken_back_at is null and done_at is null`.execute(
    db,
  )
  return rows[0]
}

/** False once it is due: then nothing can be taken back. */
export async function takeBackLeaving(tx: Tx, member: MemberId, at: Date, by: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update member_leavings set taken_back_at = ${at}, taken_back_by = ${by}
    where member_id = ${member} and taken_back_at is null and begun_at is null and due_at > ${at}`.execute(tx)
  return numAffectedRows === 1n
}

/** Those whose time has come, the longest due first. */
export async function listDueLeavings(db: Db, now: Date, most: number): Promise<Leaving[]> {
  const { rows } = await sql<Leaving>`
    select ${columns} from member_leavings
    where due_at <= ${now} and taken_back_at is null and done_at is null order by due_at, id limit ${most}`.execute(db)
  return rows
}

/** Holds one still; undefined when it was taken back or carried out meanwhile. */
export async function lockLeaving(tx: Tx, id: LeavingId): Promise<Leaving | undefined> {
  const { rows } = await sql<Leaving>`
    select ${columns} from member_leavings where id = ${id} and taken_back_at is null and done_at is null for update`.execute(
    tx,
  )
  return rows[0]
}

export async function beginLeaving(tx: Tx, id: LeavingId, at: Date, names: Buffer): Promise<void> {
  await tx.updateTable('memberLeavings').set({ begunAt: at, names }).where('id', '=', id).execute()
}

export async function keepDoneTo(tx: Tx, id: LeavingId, doneTo: StoryId): Promise<void> {
  await tx.updateTable('memberLeavings').set({ doneTo }).where('id', '=', id).execute()
}

export async function finishLeaving(tx: Tx, id: LeavingId, at: Date): Promise<void> {
  await tx.updateTable('memberLeavings').set({ doneAt: at, names: null }).where('id', '=', id).execute()
}

/** After a backup was put back: what was asked for then is due now. */
export async function hurryLeaving(
  tx: Tx,
  member: MemberId,
  on: { readonly now: Date; readonly stories: LeavingStories; readonly pseudonym: string },
): Promise<void> {
  await sql`
    update member_leavings set due_at = least(due_at, ${on.now}), stories = ${on.stories}, pseudonym = ${on.pseudonym}
    where member_id = ${member} and taken_back_at is null and begun_at is null`.execute(tx)
}

/** The hosts at which a member was at home, and what it was called. */
export async function readTraces(db: Db, member: MemberId): Promise<{ names: string[]; urls: string[] }> {
  const { rows } = await sql<{ names: string[]; urls: string[] }>`
    select array[m.name] || array(select n->>'name' from member_profiles p, jsonb_array_elements(p.names) n where p.member_id = m.id) as names,
      array_remove(array[m.site_url], null) || array(select url from member_homes h where h.member_id = m.id)
        || array(select u from sources s, unnest(array[s.url, s.site_url]) u where s.member_id = m.id and u is not null) as urls
    from members m where m.id = ${member}`.execute(db)
  return rows[0] ?? { names: [], urls: [] }
}

/** What is left of a member that left: a name, a kind and since when it is none. */
export async function emptyMember(
  tx: Tx,
  member: MemberId,
  left: { readonly name: string; readonly slug: string; readonly at: Date },
): Promise<void> {
  const { name, slug, at } = left
  await tx
    .updateTable('members')
    .set({
      ...{ name, slug, leftAt: at, siteUrl: null, about: '', languages: [], country: null, countryShown: false },
      ...{ logo: null, logoAlt: '', logoCredit: '' },
    })
    .where('id', '=', member)
    .execute()
  await tx.deleteFrom('memberProfiles').where('memberId', '=', member).execute()
  await tx.deleteFrom('memberHomes').where('memberId', '=', member).execute()
  await tx.deleteFrom('memberContacts').where('memberId', '=', member).execute()
  await tx.deleteFrom('siteProofs').where('memberId', '=', member).execute()
}

/** Those of these slugs, and of them with a number behind, that are taken. */
export async function findTakenSlugs(db: Db, slug: string): Promise<Set<string>> {
  const { rows } = await sql<{ slug: string }>`
    select slug from members where slug = ${slug} or slug like ${`${slug.replace(/[\\%_]/g, '\\$&')}-%`}`.execute(db)
  return new Set(rows.map((row) => row.slug))
}

/** A member's sources that are still visited, in the order of their ids. */
export async function listSourcesOf(db: Db, member: MemberId): Promise<SourceId[]> {
  const { rows } = await sql<{ id: SourceId }>`
    select s.id from sources s where s.member_id = ${member}
      and not exists (select from source_removals r where r.source_id = s.id and r.undone_at is null) order by s.id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Stays a source, because grants and stories hang on it, and tells nothing any more; nor does what came by it. */
export async function blankSources(tx: Tx, member: MemberId, at: Date): Promise<void> {
  await sql`
    update sources set url = 'https://left.invalid/' || id::text, site_url = null, title = '' where member_id = ${member}`.execute(
    tx,
  )
  await sql`
    update items set raw = null, words = null, url = null, erased_at = coalesce(erased_at, ${at})
    where member_id = ${member}`.execute(tx)
}

/** A member's stories after one of them, in the order of their ids. */
export async function listStoriesAfter(
  db: Db,
  member: MemberId,
  after: StoryId | null,
  most: number,
): Promise<StoryId[]> {
  const { rows } = await sql<{ id: StoryId }>`
    select id from stories where member_id = ${member} ${after ? sql`and id > ${after}` : sql``}
    order by id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}
