/** Stories, their versions, origins and places: the rows the wire writes, and what it reads to decide. */
import { sql } from 'kysely'
import type { MemberId, SourceId, StoryId } from '../core/id.ts'
import type { BackMatter } from '../core/story/back-matter.ts'
import { type Genre, type Grant, type Licence, ownGrant } from '../core/story/gate.ts'
import type { Hop, Origin, Picture, VersionKind } from '../core/story/story.ts'
import type { Db, Tx } from './connection.ts'
import { insertExpiries } from './expiries.ts'
import { insertRows } from './insert-rows.ts'
import { linkMedia, relinkMedia } from './story-media.ts'

export type VersionText = {
  readonly headline: string
  readonly standfirst: string
  readonly excerpt: string
  readonly body: string
  readonly byline: string
  readonly language: string
  readonly located: string
  readonly urgency: number | null
  readonly edNote: string
  readonly keywords: readonly string[]
  readonly pictures: readonly Picture[]
  readonly slugline?: string
  readonly backMatter?: BackMatter | null
  /** Whose words it is, without telling who; null where nobody signed it here. */
  readonly authorId?: string | null
}

export type StoryRow = {
  readonly id: StoryId
  readonly memberId: MemberId
  readonly sourceId: SourceId | null
  readonly genre: Genre
  readonly sponsored: boolean
  /** Whether it is the text of a news agency, and of which; '' where there is none. */
  readonly agency: boolean
  readonly agencyName: string
}

export type PlaceRow = {
  readonly country: string | null
  readonly name: string
  readonly latitude: number | null
  readonly longitude: number | null
}

export type WholeStory = {
  readonly story: StoryRow
  readonly text: VersionText
  readonly digest: string
  readonly origin: Origin
  readonly hops: readonly Hop[]
  readonly topics: readonly string[]
  readonly places: readonly PlaceRow[]
  readonly expiresAt?: Date | undefined
}

/** Writes new stories with their first versions. Topics the network does not know are left out. */
export async function insertStories(tx: Tx, stories: readonly WholeStory[], at: Date): Promise<void> {
  if (stories.length === 0) return
  await insertRows(
    tx,
    'stories',
    stories.map(({ story }) => ({ ...story, version: 1, createdAt: at })),
  )
  await insertRows(
    tx,
    'versions',
    stories.map(({ story, text, digest }) => versionRow(story.id, 1, 'first', '', text, digest, at)),
  )
  await insertRows(
    tx,
    'origins',
    stories.map(({ story, origin }) => ({ storyId: story.id, ...origin })),
  )
  const hops = stories.flatMap(({ story, hops }) =>
    hops.map((hop, position) => ({ storyId: story.id, position, ...hop })),
  )
  await insertRows(tx, 'hops', hops)
  const places = stories.flatMap(({ story, places }) =>
    places.map((place, position) => ({ storyId: story.id, position, ...place })),
  )
  await insertRows(tx, 'storyPlaces', places)
  await insertTopics(tx, stories)
  await linkMedia(
    tx,
    stories.map(({ story, text }) => ({ id: story.id, pictures: text.pictures })),
    at,
  )
  await insertExpiries(
    tx,
    stories.flatMap(({ story, expiresAt }) => (expiresAt ? [{ id: story.id, dueAt: expiresAt }] : [])),
  )
}

/** Topics the network does not know are left out. */
export async function insertTopics(
  tx: Tx,
  stories: readonly { readonly story: { readonly id: StoryId }; readonly topics: readonly string[] }[],
): Promise<void> {
  const pairs = stories.flatMap(({ story, topics }) => topics.map((topic) => ({ id: story.id, topic })))
  if (pairs.length === 0) return
  await sql`
    insert into story_topics (story_id, topic)
    select given.id, t.slug from unnest(${pairs.map((p) => p.id)}::uuid[], ${pairs.map((p) => p.topic)}::text[]) as given (id, topic)
    join topics t on t.slug = given.topic on conflict do nothing`.execute(tx)
}

/** Adds the next version of a story and makes it the one that is shown. */
export async function insertVersion(
  tx: Tx,
  version: {
    id: StoryId
    number: number
    kind: VersionKind
    note: string
    text: VersionText
    digest: string
    at: Date
  },
): Promise<void> {
  const { id, number, kind, note, text, digest, at } = version
  await insertRows(tx, 'versions', [versionRow(id, number, kind, note, text, digest, at)])
  await tx.updateTable('stories').set({ version: number }).where('id', '=', id).execute()
  await relinkMedia(tx, { id, pictures: text.pictures }, at)
}

function versionRow(
  storyId: StoryId,
  number: number,
  kind: VersionKind,
  note: string,
  text: VersionText,
  digest: string,
  createdAt: Date,
) {
  const { keywords, pictures, backMatter, ...plain } = text
  return {
    storyId,
    number,
    kind,
    note,
    ...plain,
    keywords: [...keywords],
    pictures: JSON.stringify(pictures),
    backMatter: backMatter ? JSON.stringify(backMatter) : null,
    digest,
    createdAt,
  }
}

/** The digest of a version that says nothing any more. */
export const erasedDigest = 'erased'

/** Blanks what a story said in all its versions, and where it came from. */
export async function eraseText(tx: Tx, id: StoryId): Promise<void> {
  await tx
    .updateTable('versions')
    .set({
      headline: 'Erased',
      standfirst: '',
      excerpt: '',
      body: '',
      byline: '',
      located: '',
      note: '',
      edNote: '',
      keywords: [],
      pictures: '[]',
      slugline: '',
      backMatter: null,
      authorId: null,
      digest: erasedDigest,
    })
    .where('storyId', '=', id)
    .execute()
  await tx.updateTable('origins').set({ url: null, usageTerms: '' }).where('storyId', '=', id).execute()
  await tx.deleteFrom('storyPlaces').where('storyId', '=', id).execute()
  await tx.updateTable('pickups').set({ title: '' }).where('storyId', '=', id).execute()
  await tx.deleteFrom('doubts').where('storyId', '=', id).execute()
}

/** What the wire must know of a story to decide about it. `agency`: there is no permission for the agency's text. */
export type Subject = StoryRow & {
  readonly memberSlug: string
  readonly version: number
  readonly digest: string
  readonly change: VersionKind
  readonly headline: string
  readonly standfirst: string
  readonly excerpt: string
  readonly language: string
  readonly licence: Licence
  /** The source's newest grant; a story written at our desk grants itself. */
  readonly grant: Grant
  readonly published: boolean
  readonly day: string | null
  readonly held: boolean
  readonly withdrawal: 'withdrawal' | 'kill' | null
  readonly expired: boolean
  readonly shows: string | null
  readonly pictureUse: string | null
  readonly reason: string | null
}

/** Loads stories for a decision and locks them, in the order of their ids, so that two deciders never deadlock. */
export async function lockSubjects(tx: Tx, ids: readonly StoryId[]): Promise<Map<StoryId, Subject>> {
  if (ids.length === 0) return new Map()
  await sql`select id from stories where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
  const { rows } = await sql<Subject>`
    select s.id, s.member_id, s.source_id, s.genre, s.sponsored, s.agency_name, s.version, m.slug as member_slug,
      s.agency and not exists (select from permissions a
        where a.source_id = s.source_id and a.agency = s.agency_name and a.ended_at is null) as agency,
      v.digest, v.kind as change, v.headline, v.standfirst, v.excerpt, v.language, o.licence,
      (select json_build_object('shows', g.shows, 'pictures', g.pictures) from grants g where g.source_id = s.source_id
        order by g.granted_at desc, g.id desc limit 1) as grant,
      p.story_id is not null as published, p.day, p.shows, p.pictures as picture_use, p.reason,
      exists (select from holds h where h.story_id = s.id and h.lifted_at is null) as held,
      (select w.kind from withdrawals w where w.story_id = s.id) as withdrawal,
      exists (select from expiries e where e.story_id = s.id and e.expired_at is not null) as expired
    from stories s join members m on m.id = s.member_id join origins o on o.story_id = s.id
      join versions v on v.story_id = s.id and v.number = s.version
      left join publications p on p.story_id = s.id
    where s.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.sourceId === null ? { ...row, grant: ownGrant } : row]))
}

/** What stories say now. */
export async function findTexts(tx: Tx, ids: readonly StoryId[]): Promise<Map<StoryId, VersionText>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<VersionText & { id: StoryId }>`
    select s.id, headline, standfirst, excerpt, body, byline, language, located, urgency, ed_note, keywords, pictures, back_matter
    from stories s join versions v on v.story_id = s.id and v.number = s.version
    where s.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, ...text }) => [id, text]))
}

export async function listStoriesOfSource(db: Db, sourceId: SourceId): Promise<StoryId[]> {
  const rows = await db.selectFrom('stories').select('id').where('sourceId', '=', sourceId).orderBy('id').execute()
  return rows.map((row) => row.id as StoryId)
}
