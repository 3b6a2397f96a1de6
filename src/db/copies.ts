/** Copies: the other stories of a story's cluster, as far as readers may see them. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import type { Copy, StoryLine } from '../core/story/story.ts'
import type { ClusterId } from './clusters.ts'
import type { Db } from './connection.ts'

/** For each of these stories that has any, the first published first. */
export async function readCopies(db: Db, ids: readonly StoryId[]): Promise<Map<StoryId, Copy[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Copy & { of: StoryId }>`
    select mine.story_id as of, mine.cluster_id as cluster, p.id, p.headline, p.language, p.day, p.slug, p.publisher,
      p.origin_published_at as first_published_at, json_build_object('slug', p.member_slug, 'name', p.member_name) as member
    from clustered mine
    join clustered others on others.cluster_id = mine.cluster_id and others.story_id <> mine.story_id
    join published_stories p on p.id = others.story_id
    where mine.story_id = any(${ids}::uuid[])
    order by p.origin_published_at, p.id`.execute(db)
  return Map.groupBy(rows, ({ of }) => of)
}

/** The same lines, each with who else carries it. */
export async function withCopies<Line extends StoryLine>(db: Db, lines: readonly Line[]): Promise<readonly Line[]> {
  const copies = await readCopies(
    db,
    lines.map(({ id }) => id),
  )
  return copies.size === 0 ? lines : lines.map((line) => ({ ...line, copies: copies.get(line.id) ?? [] }))
}

/** The stories of a cluster that readers may see, or the cluster they came over into. Undefined where there is none. */
export async function findCluster(
  db: Db,
  id: ClusterId,
): Promise<{ readonly stories: readonly StoryId[]; readonly cameInto: ClusterId | null } | undefined> {
  const { rows } = await sql<{ stories: StoryId[]; cameInto: ClusterId | null }>`
    select came_into, array(select p.id from clustered c join published_stories p on p.id = c.story_id
      where c.cluster_id = ${id} order by p.origin_published_at, p.id) as stories
    from clusters where id = ${id}`.execute(db)
  return rows[0]
}
