/** What may be said of stories that readers see no more, at the address where each was. */
import type { StoryId } from '../core/id.ts'
import type { Expired, Withdrawn } from '../core/story/story.ts'
import type { Db } from './connection.ts'
import { present } from './published.ts'

/** What may be said of a story that was withdrawn from this address. */
export async function findWithdrawn(db: Db, day: string, slug: string): Promise<Withdrawn | undefined> {
  const row = await db
    .selectFrom('withdrawnStories')
    .selectAll()
    .where('day', '=', day)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id as StoryId,
    kind: row.kind as Withdrawn['kind'],
    at: present(row.withdrawnAt),
    member: { name: present(row.memberName), slug: present(row.memberSlug) },
  }
}

/** What may be said of an advisory at this address whose event is over. */
export async function findExpired(db: Db, day: string, slug: string): Promise<Expired | undefined> {
  const row = await db
    .selectFrom('expiredStories')
    .selectAll()
    .where('day', '=', day)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id as StoryId,
    at: present(row.expiredAt),
    member: { name: present(row.memberName), slug: present(row.memberSlug) },
  }
}
