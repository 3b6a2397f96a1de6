/** What editors said of clusters: acts on record, each of which can be undone. */
import { sql } from 'kysely'
import type { Id, StoryId } from '../core/id.ts'
import type { Ruling } from '../core/story/cluster.ts'
import type { ClusterId } from './clusters.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type ClusterActId = Id<'clusterAct'>

/** Where a story stood before an act. */
export type Stood = { readonly story: StoryId; readonly was: ClusterId | undefined; readonly named: boolean }

export type NewAct = {
  readonly kind: Ruling['kind']
  readonly by: string
  readonly now: Date
  readonly why: string
  readonly stories: readonly Stood[]
  /** Of which two each it says it. */
  readonly pairs: readonly (readonly [StoryId, StoryId])[]
}

export async function insertClusterAct(tx: Tx, { kind, by, now, why, stories, pairs }: NewAct): Promise<ClusterActId> {
  const id = newId<ClusterActId>(now)
  await tx.insertInto('clusterActs').values({ id, kind, actedAt: now, actedBy: by, why }).execute()
  if (stories.length > 0)
    await tx
      .insertInto('clusterActStories')
      .values(stories.map(({ story, was, named }) => ({ actId: id, storyId: story, wasIn: was ?? null, named })))
      .execute()
  const ordered = pairs.map(([a, b]) => (a < b ? [a, b] : [b, a]))
  await sql`
    insert into cluster_rulings (act_id, one, other) select ${id}, one, other
    from unnest(${ordered.map(([one]) => one)}::uuid[], ${ordered.map(([, other]) => other)}::uuid[]) as t (one, other)`.execute(
    tx,
  )
  return id
}

export type ClusterAct = {
  readonly id: ClusterActId
  readonly kind: Ruling['kind']
  readonly actedAt: Date
  readonly actedBy: string
  readonly why: string
  readonly undoneAt: Date | null
  readonly undoneBy: string | null
  /** The stories whose words it was, as an editor finds them. */
  readonly named: readonly { readonly id: StoryId; readonly headline: string; readonly language: string }[]
  /** Whether nothing was said of any of its stories since, so that it can be undone. */
  readonly isLast: boolean
}

/** What was said of any of these, the newest first. */
export async function listClusterActs(db: Db, stories: readonly StoryId[], limit: number): Promise<ClusterAct[]> {
  const { rows } = await sql<ClusterAct>`
    select a.id, a.kind, a.acted_at, a.acted_by, a.why, a.undone_at, a.undone_by, ${isLast} as is_last,
      coalesce((select json_agg(json_build_object('id', s.id, 'headline', v.headline, 'language', v.language) order by s.id)
        from cluster_act_stories n join stories s on s.id = n.story_id
          join versions v on v.story_id = s.id and v.number = s.version
        where n.act_id = a.id and n.named), '[]') as named
    from cluster_acts a
    where a.id in (select act_id from cluster_act_stories where story_id = any(${stories}::uuid[]))
    order by a.number desc limit ${limit}`.execute(db)
  return rows
}

/** An act with where its stories stood before it. */
export async function findClusterAct(
  tx: Tx,
  id: ClusterActId,
): Promise<(Pick<ClusterAct, 'kind' | 'undoneAt' | 'isLast'> & { readonly stories: readonly Stood[] }) | undefined> {
  const { rows } = await sql<Pick<ClusterAct, 'kind' | 'undoneAt' | 'isLast'> & { stories: Stood[] }>`
    select a.kind, a.undone_at, ${isLast} as is_last,
      array(select json_build_object('story', s.story_id, 'was', s.was_in, 'named', s.named)
        from cluster_act_stories s where s.act_id = a.id order by s.story_id) as stories
    from cluster_acts a where a.id = ${id} for update`.execute(tx)
  const [act] = rows
  return act && { ...act, stories: act.stories.map((one) => ({ ...one, was: one.was ?? undefined })) }
}

const isLast = sql<boolean>`not exists (
  select from cluster_act_stories mine join cluster_act_stories theirs on theirs.story_id = mine.story_id
    join cluster_acts later on later.id = theirs.act_id and later.undone_at is null
  where mine.act_id = a.id and later.number > a.number)`

export async function markUndone(tx: Tx, id: ClusterActId, at: Date, by: string): Promise<void> {
  await tx.updateTable('clusterActs').set({ undoneAt: at, undoneBy: by }).where('id', '=', id).execute()
}

/** Has clusters stand for themselves again that came over into another. */
export async function standAgain(tx: Tx, clusters: readonly ClusterId[]): Promise<void> {
  if (clusters.length > 0)
    await tx.updateTable('clusters').set({ cameInto: null }).where('id', 'in', clusters).execute()
}

/** The cluster that a cluster's stories came over into, or itself. */
export async function whereTo(tx: Tx, cluster: ClusterId): Promise<ClusterId> {
  const { rows } = await sql<{ id: ClusterId }>`
    select coalesce(came_into, id) as id from clusters where id = ${cluster}`.execute(tx)
  return rows[0]?.id ?? cluster
}

/** Those of these that are still recognised by their text: copies of the others may not come any more. */
export async function listRecognised(tx: Tx, stories: readonly StoryId[]): Promise<StoryId[]> {
  if (stories.length === 0) return []
  const rows = await tx.selectFrom('fingerprints').select('storyId').where('storyId', 'in', stories).execute()
  return rows.map(({ storyId }) => storyId as StoryId)
}
