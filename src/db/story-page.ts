/** What a story's page is made of: the story, its topics and countries. What is asked for at once is read at once. */
import { sql } from 'kysely'
import type { MemberId, StoryId } from '../core/id.ts'
import type { Copy, Story, StoryLine } from '../core/story/story.ts'
import { readBeside } from './beside.ts'
import type { Db } from './connection.ts'
import { readCopies } from './copies.ts'
import { kept, type LineRow, lineColumns, present, repair, toLine, toStory, type WholeRow } from './published.ts'
import { together } from './together.ts'
import type { Topic } from './topics.ts'

export type StoryPage = {
  readonly story: Story
  readonly topics: readonly Topic[]
  readonly countries: readonly string[]
  /** Who else carries it, the first to publish it first. */
  readonly copies: readonly Copy[]
}
type Place = { readonly day: string; readonly slug: string }

const mostTogether = 64

/** Undefined where no story is that readers may see. */
export const findStoryPage = atOnce(readStoryPages)
/** The newest stories of a member, `newestOfMember` at most, the last first. */
export const findNewest = atOnce(readNewest)
export const newestOfMember = 6

function atOnce<Key, Found>(readAll: (db: Db, keys: readonly Key[]) => Promise<readonly Found[]>) {
  const readers = new WeakMap<Db, (key: Key) => Promise<Found>>()
  return (db: Db, key: Key): Promise<Found> => {
    let read = readers.get(db)
    if (!read) {
      read = together((keys: readonly Key[]) => readAll(db, keys), mostTogether)
      readers.set(db, read)
    }
    return read(key)
  }
}

async function readStoryPages(db: Db, places: readonly Place[]): Promise<(StoryPage | undefined)[]> {
  const rows = await rowsAt(db, places)
  const ids = rows.map(({ id }) => id as StoryId)
  const [beside, copies] = await Promise.all([readBeside(db, ids), readCopies(db, ids)])
  const pages = new Map(
    rows.map((row) => {
      const own = present(beside.get(row.id as StoryId))
      const story = toStory(row, own)
      const { topics, countries } = own
      return [nameOf(story), { story, topics, countries, copies: copies.get(story.id) ?? [] }]
    }),
  )
  return places.map((place) => pages.get(nameOf(place)))
}

function nameOf({ day, slug }: Place): string {
  return `${day}/${slug}`
}

async function rowsAt(db: Db, places: readonly Place[]): Promise<WholeRow[]> {
  // By ids: the planner cannot tell how few addresses there are, and would join everything there is.
  const { rows: found } = await sql<{ storyId: StoryId }>`
    select p.story_id from unnest(${places.map(({ day }) => day)}::date[], ${places.map(({ slug }) => slug)}::text[])
      as asked (day, slug)
    join publications p on p.day = asked.day and p.slug = asked.slug and p.shows <> 'nothing'`.execute(db)
  if (found.length === 0) return []
  return await db
    .selectFrom('publishedStories')
    .select(lineColumns)
    .select(kept)
    .select(repair)
    .select('body')
    .where(sql<boolean>`id = any(${found.map(({ storyId }) => storyId)}::uuid[])`)
    .execute()
}

async function readNewest(db: Db, members: readonly MemberId[]): Promise<StoryLine[][]> {
  const { rows } = await sql<LineRow>`
    select line.* from unnest(${[...new Set(members)]}::uuid[]) as of (member_id) cross join lateral (
      select ${sql.join(lineColumns.map((column) => sql.ref(column)))}, ${repair}, ${kept} from published_stories
      where published_stories.member_id = of.member_id
      order by published_at desc, id desc limit ${newestOfMember}) line`.execute(db)
  const lines = new Map<MemberId, StoryLine[]>()
  for (const line of rows.map(toLine)) {
    const others = lines.get(line.member.id)
    if (others) others.push(line)
    else lines.set(line.member.id, [line])
  }
  return members.map((member) => lines.get(member) ?? [])
}
