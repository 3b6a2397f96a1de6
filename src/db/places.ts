/** The countries that stories readers may see are about: codes and counts, no texts. Never where a member is. */
import { sql } from 'kysely'
import type { Db } from './connection.ts'

/** As its list tells them: one story, however many versions of it. */
export async function countByCountry(db: Db): Promise<{ country: string; stories: number }[]> {
  const { rows } = await sql<{ country: string; stories: number }>`
    with placed as (
      select l.country, l.story_id
      from (select distinct country, story_id from story_places where country is not null) l
        join publications p on p.story_id = l.story_id and p.shows <> 'nothing'),
    repeated as (
      select country, sum(versions - 1)::int as versions from (
        select l.country, count(*) as versions from clustered c join placed l on l.story_id = c.story_id
        group by l.country, c.cluster_id) each
      group by country)
    select l.country, count(*)::int - coalesce((select r.versions from repeated r where r.country = l.country), 0) as stories
    from placed l group by 1`.execute(db)
  return rows
}
