/** Quarantines: sources that nobody visits until a person has looked whether they are still whose they were. */
import { sql } from 'kysely'
import type { Id, MemberId, SourceId } from '../core/id.ts'
import type { TurnReason } from '../core/member/turn.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type QuarantineId = Id<'quarantine'>
export type QuarantineEnding = 'fine' | 'not-theirs'

export type Quarantine = {
  readonly id: QuarantineId
  readonly source: SourceId
  readonly since: Date
  readonly why: readonly TurnReason[]
}

/** False when it is in quarantine already. */
export async function insertQuarantine(
  tx: Tx,
  source: SourceId,
  why: readonly TurnReason[],
  at: Date,
  by: string,
): Promise<boolean> {
  const result = await tx
    .insertInto('quarantines')
    .values({ id: newId<QuarantineId>(at), sourceId: source, since: at, by, why: JSON.stringify(why) })
    .onConflict((conflict) => conflict.column('sourceId').where('endedAt', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function findQuarantine(db: Db, source: SourceId): Promise<Quarantine | undefined> {
  const row = await db
    .selectFrom('quarantines')
    .select(['id', 'since', 'why'])
    .where('sourceId', '=', source)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id as QuarantineId, source, since: row.since, why: row.why as unknown as TurnReason[] }
}

/** False when it has ended meanwhile. */
export async function endQuarantine(
  tx: Tx,
  source: SourceId,
  end: { readonly at: Date; readonly by: string; readonly ending: QuarantineEnding; readonly words: string },
): Promise<boolean> {
  const { at, by, ending, words } = end
  const result = await tx
    .updateTable('quarantines')
    .set({ endedAt: at, endedBy: by, ending, words })
    .where('sourceId', '=', source)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type ListedQuarantine = Quarantine & {
  readonly url: string
  readonly title: string
  readonly member: MemberId
  readonly memberSlug: string
  readonly memberName: string
}

/** Those in force, the longest first. */
export async function listQuarantines(db: Db): Promise<ListedQuarantine[]> {
  const { rows } = await sql<ListedQuarantine>`
    select q.id, q.source_id as source, q.since, q.why, s.url, s.title, m.id as member, m.slug as member_slug, m.name as member_name
    from quarantines q join sources s on s.id = q.source_id join members m on m.id = s.member_id
    where q.ended_at is null order by q.since, q.id`.execute(db)
  return rows
}
