/** What stands beside stories: one statement for all of them and all of it. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import type { BackMatter } from '../core/story/back-matter.ts'
import type { Canonical } from '../core/story/canonical.ts'
import type { Change, Hop, Translation } from '../core/story/story.ts'
import type { Db } from './connection.ts'
import type { Topic } from './topics.ts'

export type Beside = {
  readonly hops: readonly Hop[]
  readonly versions: readonly Change[]
  readonly backMatter: BackMatter | null
  /** By their names. */
  readonly topics: readonly Topic[]
  /** In the order they were told. */
  readonly countries: readonly string[]
  readonly canonical: Canonical
  /** In the order of their languages. */
  readonly translations: readonly Translation[]
}

/** As the statement answers: moments are text in it. */
type Row =
  | { readonly storyId: StoryId; readonly what: 'hop'; readonly it: Omit<Hop, 'at'> & { at: string | null } }
  | { readonly storyId: StoryId; readonly what: 'version'; readonly it: Omit<Change, 'at'> & { at: string } }
  | { readonly storyId: StoryId; readonly what: 'matter'; readonly it: BackMatter }
  | { readonly storyId: StoryId; readonly what: 'topic'; readonly it: Topic }
  | { readonly storyId: StoryId; readonly what: 'country'; readonly it: string }
  | { readonly storyId: StoryId; readonly what: 'here'; readonly it: null }
  | { readonly storyId: StoryId; readonly what: 'translation'; readonly it: Translation }

/** For every id, nothing included. */
export async function readBeside(db: Db, ids: readonly StoryId[]): Promise<Map<StoryId, Beside>> {
  const beside = new Map(ids.map((id) => [id, nothing()]))
  if (ids.length === 0) return beside
  const { rows } = await sql<Row>`
    with asked as (select unnest(${ids}::uuid[]) as story_id)
    select story_id, 'hop' as what, position as place, json_build_object('name', name, 'url', url, 'at', at) as it
      from asked join hops using (story_id)
    union all
    select story_id, 'version', number, json_build_object('number', number, 'kind', kind, 'note', note, 'at', created_at)
      from asked join versions using (story_id)
    union all
    select b.id, 'matter', 0, b.back_matter::json from asked join published_back_matter b on b.id = asked.story_id
    union all
    select story_id, 'topic', row_number() over (order by name), json_build_object('slug', slug, 'name', name)
      from asked join story_topics using (story_id) join topics on slug = topic
    union all
    select story_id, 'country', min(position), to_json(country)
      from asked join story_places using (story_id) where country is not null group by story_id, country
    union all
    select h.id, 'here', 0, null from asked join published_here h on h.id = asked.story_id
    union all
    select o.of, 'translation', row_number() over (order by o.language, o.id),
      json_build_object('id', o.id, 'language', o.language, 'headline', o.headline, 'day', o.day, 'slug', o.slug)
      from asked join published_translations o on o.of = asked.story_id
    order by what, place`.execute(db)
  for (const row of rows) {
    const of = beside.get(row.storyId)
    if (of) add(of, row)
  }
  return beside
}

function nothing() {
  return {
    hops: [] as Hop[],
    versions: [] as Change[],
    backMatter: null as BackMatter | null,
    topics: [] as Topic[],
    countries: [] as string[],
    canonical: 'original' as Canonical,
    translations: [] as Translation[],
  }
}

function add(of: ReturnType<typeof nothing>, row: Row): void {
  switch (row.what) {
    case 'hop':
      of.hops.push({ ...row.it, at: row.it.at === null ? null : new Date(row.it.at) })
      break
    case 'version':
      of.versions.push({ ...row.it, at: new Date(row.it.at) })
      break
    case 'matter':
      of.backMatter = row.it
      break
    case 'topic':
      of.topics.push(row.it)
      break
    case 'country':
      of.countries.push(row.it)
      break
    case 'here':
      of.canonical = 'here'
      break
    case 'translation':
      of.translations.push(row.it)
  }
}
