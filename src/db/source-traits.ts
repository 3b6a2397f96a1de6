/** What sources and their sites were like when they were last found in order. */
import { sql } from 'kysely'
import type { SourceId } from '../core/id.ts'
import type { Traits } from '../core/member/turn.ts'
import type { Db, Tx } from './connection.ts'
import { isThere } from './sources.ts'

export async function findTraits(db: Db, source: SourceId): Promise<Traits | undefined> {
  const row = await db.selectFrom('sourceTraits').select('traits').where('sourceId', '=', source).executeTakeFirst()
  return row && (row.traits as unknown as Traits)
}

export async function keepTraits(tx: Db, source: SourceId, traits: Traits, at: Date): Promise<void> {
  const values = { seenAt: at, traits: JSON.stringify(traits) }
  await tx
    .insertInto('sourceTraits')
    .values({ sourceId: source, ...values })
    .onConflict((conflict) => conflict.column('sourceId').doUpdateSet(values))
    .execute()
}

/** The next look begins anew. */
export async function forgetTraits(tx: Tx, source: SourceId): Promise<void> {
  await tx.deleteFrom('sourceTraits').where('sourceId', '=', source).execute()
}

/** Sources that are visited and were read, whose look is over for so long: one to a host, the longest first. */
export async function listLooksDue(db: Db, before: Date, most: number): Promise<SourceId[]> {
  const { rows } = await sql<{ id: SourceId }>`
    select id from (
      select distinct on (coalesce(s.answered_by, s.host)) s.id, t.seen_at
      from sources s left join source_traits t on t.source_id = s.id
      where s.last_success_at is not null and (t.seen_at is null or t.seen_at < ${before}) and ${isThere()}
        and not exists (select from source_pauses p where p.source_id = s.id and p.resumed_at is null)
      order by coalesce(s.answered_by, s.host), t.seen_at nulls first, s.id) d
    order by seen_at nulls first, id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The newest items that are kept, as they came. */
export async function listNewestRaw(db: Db, source: SourceId, most: number): Promise<Buffer[]> {
  const { rows } = await sql<{ raw: Buffer }>`
    select raw from items where source_id = ${source} and raw is not null and erased_at is null
    order by changed_at desc, id desc limit ${most}`.execute(db)
  return rows.map(({ raw }) => raw)
}
