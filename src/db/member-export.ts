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

/** Its pictures, and those of its stories and drafts, after one of them, by hash; those of earlier versions are with the versions' addresses. */
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
      or exists (select from member_profiles p where p.member_id = ${member} and p.banner = m.hash)
      or exists (select from applications a where a.member_id = ${member} and a.logo = m.hash)
      or exists (select from draft_pictures x join drafts d on d.id = x.draft_id where x.hash = m.hash and d.member_id = ${member}))
    order by m.hash limit ${most}`.execute(db)
  return rows
}

export type ExportedDraft = { readonly id: string; readonly all: object }

/** Drafts after one of them. Supporters without the address they were asked at: it is theirs. */
export async function listExportedDrafts(
  db: Db,
  member: MemberId,
  after: string | undefined,
  most: number,
): Promise<ExportedDraft[]> {
  const { rows } = await sql<ExportedDraft>`
    select d.id, json_build_object(
      'id', d.id, 'kind', d.kind, 'standing', d.standing, 'story', d.story_id, 'fromVersion', d.from_version, 'version', d.version,
      'begunAt', d.begun_at, 'changedAt', d.changed_at, 'sentAt', d.sent_at, 'fields', d.fields,
      'decisions', (select coalesce(json_agg(json_build_object('kind', x.kind, 'at', x.decided_at, 'words', x.words) order by x.decided_at), '[]')
        from draft_decisions x where x.draft_id = d.id),
      'supporters', (select coalesce(json_agg(json_build_object('name', x.name, 'url', x.url, 'language', x.language,
          'askedAt', x.asked_at, 'answer', x.answer, 'answeredAt', x.answered_at) order by x.asked_at, x.id), '[]')
        from draft_supporters x where x.draft_id = d.id),
      'pictures', (select coalesce(json_agg(x.hash order by x.hash), '[]') from draft_pictures x where x.draft_id = d.id)) as all
    from drafts d where d.member_id = ${member} ${after ? sql`and d.id > ${after}` : sql``} order by d.id limit ${most}`.execute(
    db,
  )
  return rows
}

/** What was answered to moderators' questions, encrypted, by the number of each answer. */
export async function listExportedAnswers(
  db: Db,
  member: MemberId,
): Promise<{ id: string; application: string; answeredAt: Date; words: Buffer }[]> {
  const { rows } = await sql<{ id: string; application: string; answeredAt: Date; words: Buffer }>`
    select w.id, w.application_id as application, w.answered_at, w.words from application_answers w
      join applications a on a.id = w.application_id where a.member_id = ${member} order by w.answered_at`.execute(db)
  return rows
}

/**
 * Sources with their terms and quarantines, proofs of site, applications with what was decided, measures, vouches. What staff
 * wrote for themselves is not in it, nor what was decided and not said yet.
 */
export async function readExportedFacts(db: Db, member: MemberId): Promise<Record<string, object | null>> {
  const { rows } = await sql<{ facts: Record<string, object | null> }>`
    select json_build_object(
      'member', to_jsonb(m) - 'created_by',
      'profile', (select to_jsonb(p) - 'member_id' - 'changed_by' from member_profiles p where p.member_id = m.id),
      'homes', (select coalesce(json_agg(to_jsonb(h) - 'member_id' order by h.position), '[]') from member_homes h where h.member_id = m.id),
      'sources', (select coalesce(json_agg(json_build_object('id', s.id, 'url', s.url, 'site', s.site_url, 'title', s.title,
          'genre', s.genre, 'licence', s.licence, 'language', s.language, 'addedAt', s.created_at,
          'grants', (select coalesce(json_agg(json_build_object('shows', g.shows, 'pictures', g.pictures, 'at', g.granted_at) order by g.granted_at), '[]')
            from grants g where g.source_id = s.id),
          'quarantines', (select coalesce(json_agg(json_build_object('since', q.since, 'why', q.why, 'endedAt', q.ended_at, 'ending', q.ending)
            order by q.since), '[]') from quarantines q where q.source_id = s.id)) order by s.id), '[]') from sources s where s.member_id = m.id),
      'applications', (select coalesce(json_agg((to_jsonb(a) - 'account_id' - 'contact' - 'signs') || jsonb_build_object('decisions',
          (select coalesce(json_agg(json_build_object('kind', d.kind, 'at', d.decided_at, 'ground', d.ground, 'words', d.words) order by d.decided_at), '[]')
            from decisions d where d.application_id = a.id and d.carried_out_at is not null and d.undone_at is null)) order by a.begun_at), '[]') from applications a where a.member_id = m.id),
      'proofs', (select coalesce(json_agg(json_build_object('address', p.address, 'token', p.token, 'askedAt', p.asked_at, 'way', p.way,
          'provedAt', p.proved_at, 'seen', p.seen_url, 'checkedAt', p.checked_at, 'failingSince', p.failing_since, 'lapsedAt', p.lapsed_at)
          order by p.id), '[]') from site_proofs p where p.member_id = m.id),
      'warnings', (select coalesce(json_agg(json_build_object('at', w.warned_at, 'ground', w.ground, 'words', w.words) order by w.warned_at), '[]')
        from warnings w where w.member_id = m.id),
      'suspensions', (select coalesce(json_agg(json_build_object('begunAt', u.begun_at, 'ground', u.ground, 'words', u.words,
          'stories', u.stories, 'until', u.until, 'endedAt', u.ended_at) order by u.begun_at), '[]') from suspensions u where u.member_id = m.id),
      'removals', (select coalesce(json_agg(json_build_object('at', r.removed_at, 'ground', r.ground, 'words', r.words, 'stories', r.stories,
          'endedAt', r.ended_at) order by r.removed_at), '[]') from removals r where r.member_id = m.id),
      'appeals', (select coalesce(json_agg(json_build_object('givenAt', x.given_at, 'decidedAt', x.decided_at, 'outcome', x.outcome,
          'answer', x.answer) order by x.given_at), '[]') from appeals x
        where x.suspension_id in (select u.id from suspensions u where u.member_id = m.id)
          or x.removal_id in (select r.id from removals r where r.member_id = m.id)),
      'vouches', (select coalesce(json_agg(json_build_object('at', v.answered_at, 'answer', v.answer, 'words', v.words) order by v.answered_at), '[]')
        from vouches v where v.member_id = m.id and v.answered_at is not null),
      'leavings', (select coalesce(json_agg(json_build_object('askedAt', l.asked_at, 'dueAt', l.due_at, 'stories', l.stories,
          'pseudonym', l.pseudonym, 'takenBackAt', l.taken_back_at) order by l.asked_at), '[]') from member_leavings l where l.member_id = m.id)
    ) as facts from members m where m.id = ${member}`.execute(db)
  return rows[0]?.facts ?? {}
}
