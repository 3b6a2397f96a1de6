/** What may be said of stories that readers see no more, at the address where each was. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import type { Expired, Withdrawn } from '../core/story/story.ts'
import type { Db } from './connection.ts'
import { inPeriod, type ListQuery } from './list-filters.ts'
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

/** Stories taken back since a moment from a list they stood in, the last first: ids and moments, no texts. */
export async function listTombstones(
  db: Db,
  {
    member,
    genre,
    language,
    topic,
    country,
    period,
    since,
    limit,
  }: Omit<ListQuery, 'before' | 'ids'> & { since: Date },
): Promise<{ readonly id: StoryId; readonly at: Date }[]> {
  let select = db
    .selectFrom('tombstones')
    .select(['id', 'withdrawnAt'])
    .where('withdrawnAt', '>', since)
    .orderBy('withdrawnAt', 'desc')
    .orderBy('id')
    .limit(limit)
  if (member) select = select.where('memberId', '=', member)
  if (genre) select = select.where('genre', '=', genre)
  // As lists do: a language with its varieties.
  if (language)
    select = select.where(
      sql<boolean>`${language} = any(languages) or array_to_string(languages, ' ') ~ ${`(^| )${language}-`}`,
    )
  if (topic) select = select.where(sql<boolean>`${topic} = any(topics)`)
  if (country) select = select.where(sql<boolean>`${country} = any(countries)`)
  if (period) select = select.where(inPeriod(period))
  const rows = await select.execute()
  return rows.map(({ id, withdrawnAt }) => ({ id: id as StoryId, at: present(withdrawnAt) }))
}
