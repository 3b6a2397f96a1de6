/** Pickups: evidence that somebody carried a story of ours. */
import { sql } from 'kysely'
import type { MemberId, SourceId, StoryId } from '../core/id.ts'
import type { OurStory } from '../core/story/loop.ts'
import type { Db, Tx } from './connection.ts'

export type Pickup = {
  readonly storyId: StoryId
  readonly memberId: MemberId
  readonly sourceId: SourceId
  readonly url: string
  readonly title: string
  readonly credited: boolean
}

/** Which stories of ours are meant, in the order they were asked for; undefined where there is none. */
export async function findOurStories(db: Db, asked: readonly OurStory[]): Promise<(StoryId | undefined)[]> {
  const ids = asked.flatMap((one) => (one.by === 'id' ? [one.id] : []))
  const addresses = asked.flatMap((one) => (one.by === 'address' ? [one] : []))
  if (ids.length + addresses.length === 0) return asked.map(() => undefined)
  const { rows } = await sql<{ id: StoryId; day: string | null; slug: string | null }>`
    select s.id, null::date as day, null as slug from stories s where s.id = any(${ids}::uuid[])
    union all
    select p.story_id, p.day, p.slug from publications p
    join unnest(${addresses.map((a) => a.day)}::text[], ${addresses.map((a) => a.slug)}::text[]) as a (day, slug)
      on p.day::text = a.day and p.slug = a.slug`.execute(db)
  const known = new Map(rows.map(({ id, day, slug }) => [day === null ? id : `${day} ${slug}`, id]))
  return asked.map((one) => {
    if (one.by === 'site') return undefined
    return known.get(one.by === 'id' ? one.id : `${one.day} ${one.slug}`)
  })
}

/** Records who carried what; seen again is nothing new. */
export async function keepPickups(tx: Tx, pickups: readonly Pickup[], at: Date): Promise<void> {
  if (pickups.length === 0) return
  await tx
    .insertInto('pickups')
    .values(pickups.map((pickup) => ({ ...pickup, seenAt: at })))
    .onConflict((conflict) =>
      conflict.columns(['storyId', 'memberId', 'url']).doUpdateSet((e) => ({
        title: e.ref('excluded.title'),
        credited: e.ref('excluded.credited'),
      })),
    )
    .execute()
}

/** Who carried a story, the first to do so first. */
export async function listPickups(
  db: Db,
  storyId: StoryId,
): Promise<{ member: string; url: string; title: string; credited: boolean; seenAt: Date }[]> {
  return await db
    .selectFrom('pickups as p')
    .innerJoin('members as m', 'm.id', 'p.memberId')
    .select(['m.slug as member', 'p.url', 'p.title', 'p.credited', 'p.seenAt'])
    .where('p.storyId', '=', storyId)
    .orderBy('p.seenAt')
    .orderBy('p.url')
    .execute()
}
