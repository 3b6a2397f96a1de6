/** Measures about members on record: warnings, suspensions, removals; and what a suspension does to stories and sources. */
import { sql } from 'kysely'
import type { AccountId, Id, MemberId, SourceId, StoryId } from '../core/id.ts'
import type { MeasureGround } from '../core/member/ground.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type SuspensionId = Id<'suspension'>
export type RemovalId = Id<'removal'>

type Reasons = { readonly ground: MeasureGround; readonly why: string; readonly words: string }
type New = Reasons & { readonly member: MemberId; readonly at: Date; readonly by: string }

export async function insertWarning(tx: Tx, { member, at, by, ...reasons }: New): Promise<void> {
  const row = { id: newId(at), memberId: member, warnedAt: at, warnedBy: by, ...reasons }
  await tx.insertInto('warnings').values(row).execute()
}

/** `until` null: until somebody ends it. */
export type NewSuspension = New & {
  readonly id: SuspensionId
  readonly stories: 'stay' | 'held'
  readonly until: Date | null
}
export type NewRemoval = New & { readonly id: RemovalId; readonly stories: 'stay' | 'withdrawn' }

export async function insertSuspension(tx: Tx, { id, member, at, by, ...rest }: NewSuspension): Promise<void> {
  await tx
    .insertInto('suspensions')
    .values({ id, memberId: member, begunAt: at, begunBy: by, ...rest })
    .execute()
}

export async function insertRemoval(tx: Tx, { id, member, at, by, ...rest }: NewRemoval): Promise<void> {
  await tx
    .insertInto('removals')
    .values({ id, memberId: member, removedAt: at, removedBy: by, ...rest })
    .execute()
  await tx.updateTable('members').set({ leftAt: at }).where('id', '=', member).execute()
}

/** The member is one again; answers which. What was withdrawn stays so. */
export async function endRemoval(tx: Tx, id: RemovalId, at: Date, by: string): Promise<MemberId | undefined> {
  const ended = await tx
    .updateTable('removals')
    .set({ endedAt: at, endedBy: by })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('memberId')
    .executeTakeFirst()
  if (ended) await tx.updateTable('members').set({ leftAt: null }).where('id', '=', ended.memberId).execute()
  return ended && (ended.memberId as MemberId)
}

/** How a suspension or a removal stands; undefined where there is none of this number. */
export async function measureStands(db: Db, id: string): Promise<'in force' | 'ended' | undefined> {
  const { rows } = await sql<{ endedAt: Date | null }>`
    select ended_at from suspensions where id = ${id} union all select ended_at from removals where id = ${id}`.execute(
    db,
  )
  return rows[0] && (rows[0].endedAt ? 'ended' : 'in force')
}

/** Answers whose it was; undefined when it had ended. */
export async function endSuspension(tx: Tx, id: SuspensionId, at: Date, by: string): Promise<MemberId | undefined> {
  const ended = await tx
    .updateTable('suspensions')
    .set({ endedAt: at, endedBy: by })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('memberId')
    .executeTakeFirst()
  return ended && (ended.memberId as MemberId)
}

/** Those whose last day is over. */
export async function listDueSuspensions(db: Db, now: Date): Promise<SuspensionId[]> {
  const rows = await db
    .selectFrom('suspensions')
    .select('id')
    .where('endedAt', 'is', null)
    .where('until', '<=', now)
    .orderBy('until')
    .limit(100)
    .execute()
  return rows.map(({ id }) => id as SuspensionId)
}

export type Suspension = Reasons & {
  readonly id: SuspensionId
  readonly begunAt: Date
  readonly begunBy: string
  readonly stories: 'stay' | 'held'
  readonly until: Date | null
  readonly endedAt: Date | null
  readonly endedBy: string | null
}

export type MemberRecord = Reasons & {
  readonly kind: 'warning' | 'suspension' | 'removal'
  readonly at: Date
  readonly by: string
  readonly stories: string
  readonly until: Date | null
  readonly endedAt: Date | null
  readonly endedBy: string | null
}

/** Everything that was ever done about a member, the newest first. */
export async function listMeasures(db: Db, member: MemberId): Promise<MemberRecord[]> {
  const { rows } = await sql<MemberRecord>`
    select 'warning' as kind, warned_at as at, warned_by as by, ground, why, words, '' as stories, null::timestamptz as until,
      null::timestamptz as ended_at, null::text as ended_by from warnings where member_id = ${member}
    union all select 'suspension', begun_at, begun_by, ground, why, words, stories, until, ended_at, ended_by
      from suspensions where member_id = ${member}
    union all select 'removal', removed_at, removed_by, ground, why, words, stories, null, ended_at, ended_by
      from removals where member_id = ${member}
    order by at desc`.execute(db)
  return rows
}

/** In force now; whoever changes a member's standing holds its row first (`lockSeats`). */
export async function findSuspension(db: Db, member: MemberId): Promise<Suspension | undefined> {
  const row = await db
    .selectFrom('suspensions')
    .selectAll()
    .where('memberId', '=', member)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row as Suspension | undefined
}

/** Why somebody's members are suspended now, for whoever is turned away because of it. */
export async function listOwnSuspensions(
  db: Db,
  account: AccountId,
): Promise<{ name: string; slug: string; words: string; ground: MeasureGround; until: Date | null }[]> {
  const { rows } = await sql<{ name: string; slug: string; words: string; ground: MeasureGround; until: Date | null }>`
    select m.name, m.slug, s.words, s.ground, s.until from suspensions s join members m on m.id = s.member_id
    where s.ended_at is null and exists (select from seats where seats.member_id = m.id and seats.account_id = ${account}
      and seats.ended_at is null and seats.claimed_at is not null) order by m.name`.execute(db)
  return rows
}

export type MemberLine = {
  readonly id: MemberId
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly leftAt: Date | null
  readonly isSuspended: boolean
  readonly warnings: number
}

const lines = sql`select m.id, m.slug, m.name, m.kind, m.left_at,
  exists (select from suspensions s where s.member_id = m.id and s.ended_at is null) as is_suspended,
  (select count(*)::int from warnings w where w.member_id = m.id) as warnings from members m`

/** By words of their name, or those that are suspended or were warned, when no words are given. */
export async function searchMembers(db: Db, words: string, most: number): Promise<MemberLine[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const which = words
    ? sql`where m.name ilike ${like} or m.slug ilike ${like}`
    : sql`where exists (select from suspensions s where s.member_id = m.id and s.ended_at is null)
        or exists (select from warnings w where w.member_id = m.id)`
  const { rows } = await sql<MemberLine>`${lines} ${which} order by lower(m.name), m.id limit ${most}`.execute(db)
  return rows
}

export async function findMemberLine(db: Db, slug: string): Promise<MemberLine | undefined> {
  const { rows } = await sql<MemberLine>`${lines} where m.slug = ${slug}`.execute(db)
  return rows[0]
}

/** How a measure is named where it holds stories or pauses sources, so that only its own are let go. */
export function suspensionName(id: SuspensionId): string {
  return `suspension ${id}`
}

/** A member's sources that are read now. */
export async function listReadSources(db: Db, member: MemberId): Promise<SourceId[]> {
  const { rows } = await sql<{ id: SourceId }>`select s.id from sources s where s.member_id = ${member}
    and not exists (select from source_pauses p where p.source_id = s.id and p.resumed_at is null)`.execute(db)
  return rows.map(({ id }) => id)
}

/** Those that a measure has paused. */
export async function listPausedBy(db: Db, name: string): Promise<SourceId[]> {
  const { rows } = await sql<{ id: SourceId }>`
    select source_id as id from source_pauses where paused_by = ${name} and resumed_at is null`.execute(db)
  return rows.map(({ id }) => id)
}

export type StoryWork = { readonly id: StoryId; readonly what: 'hold' | 'release' | 'withdraw'; readonly by: string }

/** What is still to be done about a member's stories, so many at a time; nothing is left when its measures are carried out. */
export async function listStoryWork(db: Db, member: MemberId, most: number): Promise<StoryWork[]> {
  const { rows } = await sql<StoryWork>`
    select h.story_id as id, 'release' as what, h.held_by as by from holds h join stories s on s.id = h.story_id
    where s.member_id = ${member} and h.lifted_at is null and h.held_by like 'suspension %'
      and not exists (select from withdrawals w where w.story_id = s.id)
      and not exists (select from suspensions u where 'suspension ' || u.id = h.held_by and u.ended_at is null)
    union all
    select p.story_id, 'hold', 'suspension ' || u.id from publications p join suspensions u on u.member_id = p.member_id
    where p.member_id = ${member} and u.ended_at is null and u.stories = 'held' and p.shows <> 'nothing'
    union all
    select s.id, 'withdraw', r.removed_by from stories s join removals r on r.member_id = s.member_id
    where s.member_id = ${member} and r.ended_at is null and r.stories = 'withdrawn'
      and not exists (select from withdrawals w where w.story_id = s.id)
    order by id limit ${most}`.execute(db)
  return rows
}
