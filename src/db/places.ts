/** The countries that stories readers may see are about: codes and counts, no texts. Never where a member is. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import type { Db } from './connection.ts'

export async function countByCountry(db: Db): Promise<{ country: string; stories: number }[]> {
  const { rows } = await sql<{ country: string; stories: number }>`
    select l.country, count(*)::int as stories
    from (select distinct country, story_id from story_places where country is not null) l
      join publications p on p.story_id = l.story_id and p.shows <> 'nothing'
    group by 1`.execute(db)
  return rows
}

export async function countriesOf(db: Db, id: StoryId): Promise<string[]> {
  const rows = await db
    .selectFrom('storyPlaces')
    .select('country')
    .where('storyId', '=', id)
    .where('country', 'is not', null)
    .groupBy('country')
    .orderBy(sql`min(position)`)
    .execute()
  return rows.flatMap(({ country }) => (country === null ? [] : [country]))
}
