/** The stories of a source in groups, of which each is shown alike: what a change of terms would mean is told from them. */
import { sql } from 'kysely'
import type { SourceId } from '../core/id.ts'
import type { Db } from './connection.ts'
import type { Subject } from './stories.ts'

/** Stories that differ in nothing the gate asks for. `shows`: how much readers see of them now. */
export type StoryGroup = Pick<
  Subject,
  'licence' | 'genre' | 'agency' | 'published' | 'held' | 'withdrawal' | 'expired'
> & {
  readonly shows: string | null
  readonly count: number
}

export async function groupStories(db: Db, sourceId: SourceId): Promise<StoryGroup[]> {
  const { rows } = await sql<StoryGroup>`
    select s.genre, o.licence, s.agency and a.id is null as agency, p.story_id is not null as published, p.shows,
      h.id is not null as held, w.kind as withdrawal, e.expired_at is not null as expired, count(*)::int as count
    from stories s join origins o on o.story_id = s.id
      left join permissions a on a.source_id = s.source_id and a.agency = s.agency_name and a.ended_at is null
      left join publications p on p.story_id = s.id
      left join holds h on h.story_id = s.id and h.lifted_at is null
      left join withdrawals w on w.story_id = s.id
      left join expiries e on e.story_id = s.id
    where s.source_id = ${sourceId} group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(db)
  return rows
}
