/** All that is kept of a member, page by page: nothing of it is ever in memory whole. */
import { sql } from 'kysely'
import type { SafeHtml } from '../core/html/sanitise.ts'
import type { MemberId, StoryId } from '../core/id.ts'
import type { Db } from './connection.ts'

export type ExportedStory = {
  readonly id: StoryId
  /** Null where it never was public. */
  readonly day: string | null
  readonly slug: string | null
  readonly headline: string
  readonly standfirst: string
  readonly body: SafeHtml
  /** Everything, every version too. */
  readonly all: object
}

/** Stories after one of them, in the order of their ids. */
export async function listExportedStories(
  db: Db,
  member: MemberId,
  after: StoryId | undefined,
  most: number,
): Promise<ExportedStory[]> {
  const { rows } = await sql<ExportedStory>`
    select s.id, p.day, p.slug, v.headline, v.standfirst, v.body, json_build_object(
      'id', s.id, 'genre', s.genre, 'sponsored', s.sponsored, 'agency', s.agency_name, 'createdAt', s.created_at,
      'source', s.source_id, 'publishedAt', p.published_at, 'day', p.day, 'slug', p.slug, 'shows', p.shows, 'reason', p.reason,
      'origin', (select to_jsonb(o) - 'story_id' from origins o where o.story_id = s.id),
      'hops', (select coalesce(json_agg(to_jsonb(h) - 'story_id' order by h.position), '[]') from hops h where h.story_id = s.id),
      'topics', (select coalesce(json_agg(t.topic order by t.topic), '[]') from story_topics t where t.story_id = s.id),
      'places', (select coalesce(json_agg(to_jsonb(l) - 'story_id' order by l.position), '[]') from story_places l where l.story_id = s.id),
      'versions', (select json_agg(to_jsonb(x) - 'story_id' - 'digest' order by x.number) from versions x where x.story_id = s.id),
      'holds', (select coalesce(json_agg(json_build_object('heldAt', h.held_at, 'why', h.why, 'liftedAt', h.lifted_at) order by h.held_at), '[]')
        from holds h where h.story_id = s.id),
      'withdrawal', (select json_build_object('kind', w.kind, 'at', w.withdrawn_at, 'why', w.why) from withdrawals w where w.story_id = s.id),
      'pickups', (select coalesce(json_agg(to_jsonb(c) - 'story_id'), '[]') from pickups c where c.story_id = s.id)) as all
    from stories s join versions v on v.story_id = s.id and v.number = s.version
      left join publications p on p.story_id = s.id
    where s.member_id = ${member} ${after ? sql`and s.id > ${after}` : sql``} order by s.id limit ${most}`.execute(db)
  return rows
}

/** Pictures of its stories after one of them, by hash; those of earlier versions are with the versions' addresses. */
export async function listExportedPictures(
  db: Db,
  member: MemberId,
  after: string,
  most: number,
): Promise<{ hash: string; type: string }[]> {
  const { rows } = await sql<{ hash: string; type: string }>`
    select m.hash, m.type from media m where m.hash > ${after} and (
      exists (select from story_media x join stories s on s.id = x.story_id where x.hash = m.hash and s.member_id = ${member})
      or exists (select from members b where b.id = ${member} and b.logo = m.hash)
      or exists (select from member_profiles p where p.member_id = ${member} and p.banner = m.hash))
    order by m.hash limit ${most}`.execute(db)
  return rows
}

/** Sources with their terms, applications with what was decided, suspensions, who sits there. Contacts come readable. */
export async function readExportedFacts(db: Db, member: MemberId): Promise<Record<string, object | null>> {
  const { rows } = await sql<{ facts: Record<string, object | null> }>`
    select json_build_object(
      'member', to_jsonb(m) - 'created_by',
      'profile', (select to_jsonb(p) - 'member_id' - 'changed_by' from member_profiles p where p.member_id = m.id),
      'homes', (select coalesce(json_agg(to_jsonb(h) - 'member_id' order by h.position), '[]') from member_homes h where h.member_id = m.id),
      'sources', (select coalesce(json_agg(json_build_object('id', s.id, 'url', s.url, 'site', s.site_url, 'title', s.title,
          'genre', s.genre, 'licence', s.licence, 'language', s.language, 'addedAt', s.created_at,
          'grants', (select coalesce(json_agg(json_build_object('shows', g.shows, 'pictures', g.pictures, 'at', g.granted_at) order by g.granted_at), '[]')
            from grants g where g.source_id = s.id)) order by s.id), '[]') from sources s where s.member_id = m.id),
      'applications', (select coalesce(json_agg((to_jsonb(a) - 'account_id' - 'contact' - 'signs') || jsonb_build_object('decisions',
          (select coalesce(json_agg(json_build_object('kind', d.kind, 'at', d.decided_at, 'words', d.words, 'undoneAt', d.undone_at) order by d.decided_at), '[]')
            from decisions d where d.application_id = a.id)) order by a.begun_at), '[]') from applications a where a.member_id = m.id),
      'suspensions', (select coalesce(json_agg(json_build_object('begunAt', u.begun_at, 'words', u.words, 'stories', u.stories,
          'until', u.until, 'endedAt', u.ended_at) order by u.begun_at), '[]') from suspensions u where u.member_id = m.id),
      'leavings', (select coalesce(json_agg(json_build_object('askedAt', l.asked_at, 'dueAt', l.due_at, 'stories', l.stories,
          'pseudonym', l.pseudonym, 'takenBackAt', l.taken_back_at) order by l.asked_at), '[]') from member_leavings l where l.member_id = m.id)
    ) as facts from members m where m.id = ${member}`.execute(db)
  return rows[0]?.facts ?? {}
}
