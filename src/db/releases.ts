/** Releases: the stories written at our desk, with all that their editors may know of them. */
import { sql } from 'kysely'
import type { MemberId, StoryId } from '../core/id.ts'
import type { BackMatter } from '../core/story/back-matter.ts'
import type { Genre, Licence } from '../core/story/gate.ts'
import type { Change, Picture, VersionKind } from '../core/story/story.ts'
import type { Db, Tx } from './connection.ts'
import { replaceExpiry } from './expiries.ts'
import { insertTopics, type PlaceRow, type VersionText } from './stories.ts'

/** What is said of a story beside the text of its versions. */
export type StoryFacts = {
  readonly genre: Genre
  readonly sponsored: boolean
  readonly licence: Licence
  readonly licenceUrl: string | null
  readonly usageTerms: string
  /** Slugs, in their order. */
  readonly topics: readonly string[]
  readonly places: readonly PlaceRow[]
  readonly expiresAt: Date | null
}

/** Lets only one transaction at a time decide whether a release of a member is there already. */
export async function lockReleases(tx: Tx, memberId: MemberId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('releases of ' || ${memberId}::text, 0))`.execute(tx)
}

export type Published = {
  readonly id: StoryId
  readonly day: string
  readonly slug: string
  readonly body: string
  readonly withdrawn: boolean
}

/** The newest release of a member that has, or ever had, this headline. */
export async function findByHeadline(db: Db, memberId: MemberId, headline: string): Promise<Published | undefined> {
  const { rows } = await sql<Published>`
    select s.id, p.day, p.slug, v.body, w.story_id is not null as withdrawn
    from stories s join versions v on v.story_id = s.id join publications p on p.story_id = s.id
      left join withdrawals w on w.story_id = s.id
    where s.member_id = ${memberId} and s.source_id is null and lower(v.headline) = lower(${headline})
    order by p.published_at desc, v.number desc limit 1`.execute(db)
  return rows[0]
}

/** The newest text of a story, as it stands in its version. */
export async function readText(db: Db, id: StoryId): Promise<VersionText> {
  const row = await db
    .selectFrom('versions as v')
    .innerJoin('stories as s', (join) => join.onRef('s.id', '=', 'v.storyId').onRef('s.version', '=', 'v.number'))
    .selectAll('v')
    .where('v.storyId', '=', id)
    .executeTakeFirstOrThrow()
  const { headline, standfirst, excerpt, body, byline, language, located, urgency, edNote, keywords, slugline } = row
  const { authorId } = row
  const pictures = row.pictures as unknown as Picture[]
  const backMatter = row.backMatter as unknown as BackMatter | null
  return {
    headline,
    standfirst,
    excerpt,
    body,
    byline,
    language,
    located,
    urgency,
    edNote,
    keywords,
    slugline,
    pictures,
    backMatter,
    authorId,
  }
}

export async function readFacts(db: Db, id: StoryId): Promise<StoryFacts> {
  const [row, topics, places] = await Promise.all([
    db
      .selectFrom('stories as s')
      .innerJoin('origins as o', 'o.storyId', 's.id')
      .leftJoin('expiries as e', 'e.storyId', 's.id')
      .select(['s.genre', 's.sponsored', 'o.licence', 'o.licenceUrl', 'o.usageTerms', 'e.dueAt as expiresAt'])
      .where('s.id', '=', id)
      .executeTakeFirstOrThrow(),
    db.selectFrom('storyTopics').select('topic').where('storyId', '=', id).execute(),
    db
      .selectFrom('storyPlaces')
      .select(['country', 'name', 'latitude', 'longitude'])
      .where('storyId', '=', id)
      .orderBy('position')
      .execute(),
  ])
  return {
    ...row,
    genre: row.genre as Genre,
    licence: row.licence as Licence,
    topics: topics.map(({ topic }) => topic).sort(),
    places,
  }
}

export async function replaceFacts(tx: Tx, id: StoryId, facts: StoryFacts, now: Date): Promise<void> {
  const { genre, sponsored, licence, licenceUrl, usageTerms, topics, places, expiresAt } = facts
  await tx.updateTable('stories').set({ genre, sponsored }).where('id', '=', id).execute()
  await tx.updateTable('origins').set({ licence, licenceUrl, usageTerms }).where('storyId', '=', id).execute()
  await tx.deleteFrom('storyTopics').where('storyId', '=', id).execute()
  await insertTopics(tx, [{ story: { id }, topics }])
  await tx.deleteFrom('storyPlaces').where('storyId', '=', id).execute()
  if (places.length > 0)
    await tx
      .insertInto('storyPlaces')
      .values(places.map((place, position) => ({ storyId: id, position, ...place })))
      .execute()
  await replaceExpiry(tx, id, expiresAt, now)
}

export type ReleaseLine = {
  readonly id: StoryId
  readonly headline: string
  readonly genre: Genre
  readonly language: string
  readonly member: string
  readonly version: number
  readonly publishedAt: Date
  readonly updatedAt: Date
  readonly day: string
  readonly slug: string
  readonly held: boolean
  readonly withdrawal: 'withdrawal' | 'kill' | null
  readonly expired: boolean
}

/** The newest releases, of one member or of all. */
export async function listReleases(
  db: Db,
  { member, limit }: { member?: string | undefined; limit: number },
): Promise<ReleaseLine[]> {
  const { rows } = await sql<ReleaseLine>`
    ${line} where s.source_id is null ${member === undefined ? sql`` : sql`and m.slug = ${member}`}
    order by p.published_at desc, s.id desc limit ${limit}`.execute(db)
  return rows
}

/** Any story by its id, of a feed too: what its editors may know. */
export async function findLine(
  db: Db,
  id: StoryId,
): Promise<(ReleaseLine & { readonly sourceId: string | null }) | undefined> {
  const { rows } = await sql<ReleaseLine & { sourceId: string | null }>`${line} where s.id = ${id}`.execute(db)
  return rows[0]
}

const line = sql`
  select s.id, s.source_id, v.headline, s.genre, v.language, m.slug as member, s.version, p.published_at, p.updated_at, p.day, p.slug,
    exists (select from holds h where h.story_id = s.id and h.lifted_at is null) as held,
    (select w.kind from withdrawals w where w.story_id = s.id) as withdrawal,
    exists (select from expiries e where e.story_id = s.id and e.expired_at is not null) as expired
  from stories s join versions v on v.story_id = s.id and v.number = s.version
    join publications p on p.story_id = s.id join members m on m.id = s.member_id`

export type Act = {
  readonly what: 'held' | 'let out' | 'withdrawn' | 'killed'
  readonly at: Date
  readonly by: string
  readonly why: string
}

/** What was done to a story, oldest first: its versions, and how it was stopped or recalled. */
export async function readHistory(
  db: Db,
  id: StoryId,
): Promise<{ readonly versions: readonly Change[]; readonly acts: readonly Act[] }> {
  const versions = await db
    .selectFrom('versions')
    .select(['number', 'kind', 'note', 'createdAt as at'])
    .where('storyId', '=', id)
    .orderBy('number')
    .execute()
  const { rows } = await sql<Act>`
    select 'held' as what, held_at as at, held_by as by, why from holds where story_id = ${id}
    union all select 'let out', lifted_at, lifted_by, '' from holds where story_id = ${id} and lifted_at is not null
    union all select case kind when 'kill' then 'killed' else 'withdrawn' end, withdrawn_at, withdrawn_by, why
      from withdrawals where story_id = ${id}
    order by at`.execute(db)
  return { versions: versions.map((row) => ({ ...row, kind: row.kind as VersionKind })), acts: rows }
}
