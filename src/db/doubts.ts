/** Doubts: signs that a story was taken back at its source, until they are settled. */
import { sql } from 'kysely'
import type { Agent } from '../core/agent.ts'
import type { SourceId, StoryId } from '../core/id.ts'
import type { Doubt } from '../core/story/doubt.ts'
import type { Db, Tx } from './connection.ts'

/** The stories of a source that items with these keys, or ids, became. */
export async function findStoriesOfItems(
  db: Db,
  sourceId: SourceId,
  names: { keys: readonly Buffer[]; guids: readonly string[] },
): Promise<{ key: Buffer; guid: string | null; storyId: StoryId }[]> {
  if (names.keys.length + names.guids.length === 0) return []
  const { rows } = await sql<{ key: Buffer; guid: string | null; storyId: StoryId }>`
    select i.key, i.guid, i.story_id from items i join stories s on s.id = i.story_id
    where i.source_id = ${sourceId} and s.source_id = ${sourceId}
      and (i.key = any(${names.keys}::bytea[]) or i.guid = any(${names.guids}::text[]))
      and not exists (select from withdrawals w where w.story_id = s.id)`.execute(db)
  return rows
}

export type NewDoubt = Pick<Doubt, 'storyId' | 'kind'> & { readonly sourceId: SourceId; readonly said: string }

/**
 * Records doubts, to be looked at from now on. A story that is doubted already is seen again; one whose doubt was
 * settled is doubted anew only by a tombstone.
 */
export async function insertDoubts(tx: Tx, doubts: readonly NewDoubt[], at: Date): Promise<void> {
  if (doubts.length === 0) return
  await tx
    .insertInto('doubts')
    .values(doubts.map((doubt) => ({ ...doubt, firstAt: at, lastAt: at, lookAt: at })))
    .onConflict((conflict) =>
      conflict
        .column('storyId')
        .doUpdateSet((e) => ({
          // What was only missing may get a tombstone; the first sighting of that counts.
          firstAt: sql`case when doubts.kind = excluded.kind and doubts.settled_at is null then doubts.first_at else excluded.first_at end`,
          kind: e.ref('excluded.kind'),
          said: e.ref('excluded.said'),
          lastAt: e.ref('excluded.lastAt'),
          lookAt: e.ref('excluded.lookAt'),
          settledAt: null,
          outcome: null,
        }))
        .where('excluded.kind', '=', 'tombstone'),
    )
    .execute()
}

/** Ends doubts about stories that are there again. */
export async function dropDoubts(tx: Tx, storyIds: readonly StoryId[]): Promise<void> {
  if (storyIds.length === 0) return
  await tx.deleteFrom('doubts').where('storyId', 'in', storyIds).where('settledAt', 'is', null).execute()
}

/**
 * Takes doubts whose original should be looked at now, one of a source at a time, so that no site is asked in a row;
 * whoever takes one has until `until` to do it. `agent`: as whom.
 */
export async function claimDoubts(
  db: Db,
  claim: { now: Date; until: Date; most: number },
): Promise<(Doubt & { readonly agent: Agent })[]> {
  const { rows } = await sql<Doubt & { agent: Agent }>`
    with due as (
      select story_id from doubts d where look_at <= ${claim.now}
        and not exists (select from doubts before where before.source_id = d.source_id and before.look_at <= ${claim.now}
          and (before.look_at, before.story_id) < (d.look_at, d.story_id))
      order by look_at limit ${claim.most} for update skip locked)
    update doubts d set look_at = ${claim.until} from due, origins o, sources s
    where d.story_id = due.story_id and o.story_id = d.story_id and s.id = d.source_id
    returning d.story_id, d.kind, d.said, d.first_at, d.last_at, d.looks, d.gone_at, o.url, s.agent`.execute(db)
  return rows
}

/** Writes what a look found: when to look again (null: never), or how the doubt was settled. */
export async function recordLook(
  tx: Tx,
  storyId: StoryId,
  look: {
    at: Date
    status: number | null
    goneAt: Date | null
    lookAt: Date | null
    outcome: 'withdrawn' | 'stays' | null
  },
): Promise<void> {
  await tx
    .updateTable('doubts')
    .set((e) => ({
      looks: e('looks', '+', 1),
      lastStatus: look.status,
      goneAt: look.goneAt,
      lookAt: look.lookAt,
      settledAt: look.outcome ? look.at : null,
      outcome: look.outcome,
    }))
    .where('storyId', '=', storyId)
    .execute()
}
