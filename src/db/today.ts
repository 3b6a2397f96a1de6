/** What else waits for staff today: stories that are held, hosts whose sources fail, and whom a notice is about. */
import { sql } from 'kysely'
import type { MemberId, StoryId } from '../core/id.ts'
import type { Db } from './connection.ts'
import type { Notice } from './notices.ts'
import { isThere } from './sources.ts'

export type HeldStory = {
  readonly id: StoryId
  readonly headline: string
  readonly language: string
  readonly memberName: string
  readonly memberSlug: string
  readonly heldAt: Date
  readonly heldBy: string
  readonly why: string
}

/** A suspension holds and releases its stories itself: nobody has to look at each. */
const forItself = sql`h.lifted_at is null and h.held_by not like 'suspension %'
  and not exists (select from withdrawals w where w.story_id = h.story_id)`

const held = sql`select s.id, v.headline, v.language, m.name as member_name, m.slug as member_slug, h.held_at, h.held_by, h.why
  from holds h join stories s on s.id = h.story_id join versions v on v.story_id = s.id and v.number = s.version
    join members m on m.id = s.member_id`

/** The longest held first. */
export async function listHeld(db: Db, most: number): Promise<HeldStory[]> {
  const { rows } = await sql<HeldStory>`${held} where ${forItself} order by h.held_at, h.id limit ${most}`.execute(db)
  return rows
}

export async function findHeld(db: Db, id: StoryId): Promise<(HeldStory & { readonly excerpt: string }) | undefined> {
  const { rows } = await sql<HeldStory & { excerpt: string }>`
    select h.*, v.excerpt from (${held} where ${forItself} and s.id = ${id}) h
      join stories s on s.id = h.id join versions v on v.story_id = s.id and v.number = s.version`.execute(db)
  return rows[0]
}

export async function countHeld(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from holds h where ${forItself}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** Failures in a row before a source is anybody's work: most mend by themselves. */
const manyFailures = 3

export type TroubledHost = {
  readonly host: string
  readonly sources: number
  /** One of them, for whoever reads a line. */
  readonly name: string
  readonly problem: string
  readonly since: Date
}

/** Sources that fail, by host: what is wrong there is mostly one thing. The longest in trouble first. */
export async function listTroubledHosts(db: Db, most: number): Promise<TroubledHost[]> {
  const { rows } = await sql<TroubledHost>`
    select host, count(*)::int as sources, min(coalesce(nullif(s.title, ''), s.url)) as name,
      min(coalesce(s.last_problem, '')) as problem, min(coalesce(s.last_success_at, s.created_at)) as since
    from sources s where s.failures >= ${manyFailures} and ${isThere()}
      and not exists (select from source_pauses p where p.source_id = s.id and p.resumed_at is null)
    group by host order by min(coalesce(s.last_success_at, s.created_at)), host limit ${most}`.execute(db)
  return rows
}

/** Whose story a notice is about, or which member; undefined where neither is known. */
export async function findNoticed(
  db: Db,
  { storyId, memberId }: Pick<Notice, 'storyId' | 'memberId'>,
): Promise<{ id: MemberId; slug: string; name: string } | undefined> {
  if (!storyId && !memberId) return undefined
  const { rows } = await sql<{ id: MemberId; slug: string; name: string }>`select id, slug, name from members
    where id = coalesce((select member_id from stories where id = ${storyId}::uuid), ${memberId}::uuid)`.execute(db)
  return rows[0]
}
