/** The countries that stories readers may see are about: codes and counts, no texts. Never where a member is. */
import { sql } from 'kysely'
import type { Db } from './connection.ts'

export async function countByCountry(db: Db): Promise<{ country: string; stories: number }[]> {
  const { rows } = await sql<{ country: string; stories: number }>`
    select l.country, count(*)::int as stories
    from (select distinct country, story_id from story_places where country is not null) l
      join publications p on p.story_id = l.story_id and p.shows <> 'nothing'
    group by 1`.execute(db)
  return rows
}
