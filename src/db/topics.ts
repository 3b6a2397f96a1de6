/** Topics, and which stories that readers may see have them: names and counts, no texts. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import { among, grouped } from './by-story.ts'
import type { Db } from './connection.ts'

export type Topic = { readonly slug: string; readonly name: string }

/** All that the network names, with the code of the IPTC Media Topic each stands for. */
export async function listTopics(db: Db): Promise<(Topic & { readonly qcode: string | null })[]> {
  return await db.selectFrom('topics').select(['slug', 'name', 'qcode']).orderBy('name').orderBy('slug').execute()
}

export async function countByTopic(db: Db): Promise<(Topic & { readonly stories: number })[]> {
  const { rows } = await sql<Topic & { stories: number }>`
    select t.slug, t.name, count(*)::int as stories
    from topics t join story_topics s on s.topic = t.slug
      join publications p on p.story_id = s.story_id and p.shows <> 'nothing'
    group by t.slug`.execute(db)
  return rows
}

export async function findTopic(db: Db, slug: string): Promise<Topic | undefined> {
  return await db.selectFrom('topics').select(['slug', 'name']).where('slug', '=', slug).executeTakeFirst()
}

/** The topics of each of these stories, by their names. */
export async function topicsOf(db: Db, ids: readonly StoryId[]): Promise<Map<string, Topic[]>> {
  const rows = await db
    .selectFrom('storyTopics')
    .innerJoin('topics', 'topics.slug', 'storyTopics.topic')
    .select(['storyTopics.storyId', 'topics.slug', 'topics.name'])
    .where(among('story_topics.story_id', ids))
    .orderBy('topics.name')
    .execute()
  return grouped(rows, ({ slug, name }) => ({ slug, name }))
}
