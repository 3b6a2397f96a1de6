/** The languages of the stories readers may see. Varieties count with their language: pt-BR with pt. */
import { sql } from 'kysely'
import type { Db } from './connection.ts'

export type LanguageCount = { readonly language: string; readonly stories: number }

/** All of them, most used first; as its list tells them: one story, however many versions of it. */
export async function countByLanguage(db: Db): Promise<LanguageCount[]> {
  const { rows } = await sql<LanguageCount>`
    select language, sum(stories)::int as stories from (
      select split_part(language, '-', 1) as language, count(*) as stories
      from published_stories where language <> '' group by 1
      union all
      select language, 1 - count(*) from (
        select split_part(p.language, '-', 1) as language, c.cluster_id
        from clustered c join published_stories p on p.id = c.story_id where p.language <> '') each
      group by language, cluster_id) counted
    group by 1 order by 2 desc, 1`.execute(db)
  return rows
}

/** Those of the newest stories, most used first: what the front page has room for. */
export async function countRecentLanguages(db: Db, most: number): Promise<LanguageCount[]> {
  const { rows } = await sql<LanguageCount>`
    select split_part(language, '-', 1) as language, count(*)::int as stories from
      (select language from published_stories order by published_at desc limit 500) recent
    where language <> '' group by 1 order by 2 desc, 1 limit ${most}`.execute(db)
  return rows
}
