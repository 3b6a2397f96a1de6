/** Clusters as editors have them before them: every version, also what readers do not see. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import type { ClusterId } from './clusters.ts'
import type { Db } from './connection.ts'

/** One member's version of a story. */
export type Version = {
  readonly id: StoryId
  readonly headline: string
  readonly language: string
  readonly memberName: string
  readonly memberSlug: string
  /** When it is said to have been published, and when it came here. */
  readonly publishedAt: Date
  readonly cameAt: Date
  /** Null where it has no address. */
  readonly day: string | null
  readonly slug: string | null
  readonly isShown: boolean
  readonly isRecalled: boolean
}

export type Cluster = {
  readonly id: ClusterId
  /** Whether editors have said something of its stories that stands. */
  readonly isRuled: boolean
  /** The first to publish it first. */
  readonly versions: readonly Version[]
}

/** The newest clusters, those made before `before`. */
export async function listClusters(db: Db, limit: number, before?: ClusterId): Promise<Cluster[]> {
  const { rows: found } = await sql<{ id: ClusterId; isRuled: boolean }>`
    select c.id, exists (
        select from clustered m join cluster_act_stories s on s.story_id = m.story_id
          join cluster_acts a on a.id = s.act_id and a.undone_at is null
        where m.cluster_id = c.id) as is_ruled
    from clusters c
    where exists (select from clustered m where m.cluster_id = c.id)
      ${before ? sql`and c.id < ${before}` : sql``}
    order by c.id desc limit ${limit}`.execute(db)
  const ids = found.map(({ id }) => id)
  const { rows } = await sql<Version & { cluster: ClusterId }>`
    select c.cluster_id as cluster, ${versionColumns} from clustered c join stories s on s.id = c.story_id ${beside}
    where c.cluster_id = any(${ids}::uuid[]) order by o.published_at, s.id`.execute(db)
  const versions = Map.groupBy(rows, ({ cluster }) => cluster)
  return found.map((cluster) => ({ ...cluster, versions: versions.get(cluster.id) ?? [] }))
}

export type WholeVersion = Version & { readonly body: string; readonly excerpt: string }

/** A story with all that stand with it, and their texts. Empty where there is no such story. */
export async function listStanding(db: Db, story: StoryId): Promise<WholeVersion[]> {
  const { rows } = await sql<WholeVersion>`
    select ${versionColumns}, v.body, v.excerpt from stories s ${beside}
    where s.id = ${story} or s.id in (
      select others.story_id from clustered mine join clustered others on others.cluster_id = mine.cluster_id
      where mine.story_id = ${story})
    order by o.published_at, s.id`.execute(db)
  return rows
}

/** These, in this order. */
export async function listVersions(db: Db, ids: readonly StoryId[]): Promise<Version[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Version>`
    select ${versionColumns} from stories s ${beside}
    where s.id = any(${ids}::uuid[]) order by array_position(${ids}::uuid[], s.id)`.execute(db)
  return rows
}

/** The cluster a story stands in. */
export async function findClusterOf(db: Db, story: StoryId): Promise<ClusterId | undefined> {
  const row = await db.selectFrom('clustered').select('clusterId').where('storyId', '=', story).executeTakeFirst()
  return row?.clusterId as ClusterId | undefined
}

const versionColumns = sql`s.id, v.headline, v.language, m.name as member_name, m.slug as member_slug,
  o.published_at, s.created_at as came_at, p.day, p.slug, coalesce(p.shows <> 'nothing', false) as is_shown,
  exists (select from withdrawals w where w.story_id = s.id) as is_recalled`
const beside = sql`join versions v on v.story_id = s.id and v.number = s.version join origins o on o.story_id = s.id
  join members m on m.id = s.member_id left join publications p on p.story_id = s.id`
