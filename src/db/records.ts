/** What staff see of a story, shown to readers or not: where it stands, its origin, and what is known of it. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import type { Db } from './connection.ts'

export type StoryRecord = {
  readonly id: StoryId
  readonly member: string
  readonly headline: string
  readonly genre: string
  readonly language: string
  readonly version: number
  /** The news agency whose text it is; '' for none. */
  readonly agency: string
  readonly origin: { publisher: string; publisherUrl: string | null; url: string | null; publishedAt: string }
  readonly hops: readonly { name: string; url: string | null }[]
  readonly topics: readonly string[]
  readonly places: readonly { country: string | null; name: string }[]
  /** Its address here; null when it was never public. */
  readonly address: string | null
  /** How much readers see, and why. */
  readonly shows: string
  readonly reason: string
  readonly held: { at: string; by: string; why: string } | null
  readonly withdrawn: { kind: string; at: string; by: string; why: string } | null
  readonly doubt: {
    kind: string
    said: string
    since: string
    lastStatus: number | null
    outcome: string | null
  } | null
}

/** Stories that are held, or in doubt, the longest first. */
export async function listRecords(db: Db, which: 'held' | 'doubted', limit: number): Promise<StoryRecord[]> {
  const { rows } = await sql<StoryRecord>`${records()}
    ${
      which === 'held'
        ? sql`join holds waiting on waiting.story_id = s.id and waiting.lifted_at is null order by waiting.held_at, s.id`
        : sql`join doubts waiting on waiting.story_id = s.id and waiting.settled_at is null order by waiting.first_at, s.id`
    } limit ${limit}`.execute(db)
  return rows
}

export async function findRecord(db: Db, id: StoryId): Promise<StoryRecord | undefined> {
  const { rows } = await sql<StoryRecord>`${records()} where s.id = ${id}`.execute(db)
  return rows[0]
}

function records() {
  return sql`
    select s.id, m.slug as member, v.headline, s.genre, v.language, s.version, s.agency_name as agency,
      json_build_object('publisher', o.publisher, 'publisherUrl', o.publisher_url, 'url', o.url, 'publishedAt', o.published_at) as origin,
      (select coalesce(json_agg(json_build_object('name', h.name, 'url', h.url) order by h.position), '[]')
        from hops h where h.story_id = s.id) as hops,
      array(select t.topic from story_topics t where t.story_id = s.id order by 1) as topics,
      (select coalesce(json_agg(json_build_object('country', l.country, 'name', l.name) order by l.position), '[]')
        from story_places l where l.story_id = s.id) as places,
      case when p.story_id is not null then '/' || to_char(p.day, 'YYYY/MM/DD') || '/' || p.slug end as address,
      coalesce(p.shows, 'nothing') as shows, coalesce(p.reason, 'It has not been published.') as reason,
      (select json_build_object('at', h.held_at, 'by', h.held_by, 'why', h.why)
        from holds h where h.story_id = s.id and h.lifted_at is null) as held,
      (select json_build_object('kind', w.kind, 'at', w.withdrawn_at, 'by', w.withdrawn_by, 'why', w.why)
        from withdrawals w where w.story_id = s.id) as withdrawn,
      (select json_build_object('kind', d.kind, 'said', d.said, 'since', d.first_at, 'lastStatus', d.last_status, 'outcome', d.outcome)
        from doubts d where d.story_id = s.id) as doubt
    from stories s join members m on m.id = s.member_id join origins o on o.story_id = s.id
      join versions v on v.story_id = s.id and v.number = s.version left join publications p on p.story_id = s.id`
}
