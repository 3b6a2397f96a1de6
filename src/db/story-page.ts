/** What a story's page is made of: the story, and what stands around it. Pages asked for at once are read at once. */
import { sql } from 'kysely'
import type { MemberId, StoryId } from '../core/id.ts'
import type { Story, StoryLine } from '../core/story/story.ts'
import type { Db } from './connection.ts'
import { countriesOf } from './places.ts'
import { type LineRow, lineColumns, repair, toLine, toStories } from './published.ts'
import { together } from './together.ts'
import { type Topic, topicsOf } from './topics.ts'

export type StoryPage = {
  readonly story: Story
  readonly topics: readonly Topic[]
  readonly countries: readonly string[]
  /** Further ones of its member, newest first. */
  readonly more: readonly StoryLine[]
}
type Place = { readonly day: string; readonly slug: string }

const mostTogether = 64
const mostMore = 5

const readers = new WeakMap<Db, (place: Place) => Promise<StoryPage | undefined>>()

/** Undefined where no story is that readers may see. */
export function findStoryPage(db: Db, place: Place): Promise<StoryPage | undefined> {
  let reader = readers.get(db)
  if (!reader) {
    reader = together((places) => readStoryPages(db, places), mostTogether)
    readers.set(db, reader)
  }
  return reader(place)
}

async function readStoryPages(db: Db, places: readonly Place[]): Promise<(StoryPage | undefined)[]> {
  const stories = await storiesAt(db, places)
  if (stories.length === 0) return places.map(() => undefined)
  const ids = stories.map(({ id }) => id)
  const [topics, countries, newest] = await Promise.all([
    topicsOf(db, ids),
    countriesOf(db, ids),
    newestOf(db, [...new Set(stories.map(({ member }) => member.id))]),
  ])
  const pages = new Map(
    stories.map((story) => [
      nameOf(story),
      {
        story,
        topics: topics.get(story.id) ?? [],
        countries: countries.get(story.id) ?? [],
        more: (newest.get(story.member.id) ?? []).filter(({ id }) => id !== story.id).slice(0, mostMore),
      },
    ]),
  )
  return places.map((place) => pages.get(nameOf(place)))
}

function nameOf({ day, slug }: Place): string {
  return `${day}/${slug}`
}

async function storiesAt(db: Db, places: readonly Place[]): Promise<Story[]> {
  // By ids: the planner cannot tell how few addresses there are, and would join everything there is.
  const { rows: found } = await sql<{ storyId: StoryId }>`
    select p.story_id from unnest(${places.map(({ day }) => day)}::date[], ${places.map(({ slug }) => slug)}::text[])
      as asked (day, slug)
    join publications p on p.day = asked.day and p.slug = asked.slug and p.shows <> 'nothing'`.execute(db)
  if (found.length === 0) return []
  const rows = await db
    .selectFrom('publishedStories')
    .select(lineColumns)
    .select(repair)
    .select('body')
    .where(sql<boolean>`id = any(${found.map(({ storyId }) => storyId)}::uuid[])`)
    .execute()
  return await toStories(db, rows)
}

/** The newest stories of each member, one more than a page shows: it may be one of them. */
async function newestOf(db: Db, members: readonly MemberId[]): Promise<Map<MemberId, StoryLine[]>> {
  const { rows } = await sql<LineRow>`
    select line.* from unnest(${members}::uuid[]) as of (member_id) cross join lateral (
      select ${sql.join(lineColumns.map((column) => sql.ref(column)))}, ${repair} from published_stories
      where published_stories.member_id = of.member_id
      order by published_at desc, id desc limit ${mostMore + 1}) line`.execute(db)
  const lines = new Map<MemberId, StoryLine[]>()
  for (const line of rows.map(toLine)) {
    const others = lines.get(line.member.id)
    if (others) others.push(line)
    else lines.set(line.member.id, [line])
  }
  return lines
}
