/** The newest story of each of many members: where it is and when it came, and no word of it. */
import { sql } from 'kysely'
import type { MemberId } from '../core/id.ts'
import type { Db } from './connection.ts'

export type NewestStory = { readonly day: string; readonly slug: string; readonly publishedAt: Date }

/** Of those that readers may see; a member without one is not in it. */
export async function newestOfEach(db: Db, members: readonly MemberId[]): Promise<Map<MemberId, NewestStory>> {
  if (members.length === 0) return new Map()
  const { rows } = await sql<NewestStory & { member: MemberId }>`
    select m.member, s.day, s.slug, s.published_at from unnest(${[...members]}::uuid[]) m (member)
      cross join lateral (select day, slug, published_at from published_stories where member_id = m.member
        order by published_at desc, id desc limit 1) s`.execute(db)
  return new Map(rows.map(({ member, ...story }) => [member, story]))
}
