/** Changes of a member's owner by staff: stopped by any owner until they are due. */
import { sql } from 'kysely'
import type { Id, MemberId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'

export type OwnerChangeId = Id<'owner change'>

export type OwnerChange = {
  readonly id: OwnerChangeId
  readonly memberId: MemberId
  /** The new owner's address, sealed under the change's id. */
  readonly mail: Buffer
  /** The language of the interface in which it was asked for. */
  readonly language: string
  readonly askedAt: Date
  readonly askedBy: string
  readonly why: string
  readonly dueAt: Date
}

const columns = ['id', 'memberId', 'mail', 'language', 'askedAt', 'askedBy', 'why', 'dueAt'] as const

/** False when one waits already. */
export async function insertOwnerChange(tx: Tx, change: OwnerChange): Promise<boolean> {
  const result = await tx
    .insertInto('ownerChanges')
    .values(change)
    .onConflict((conflict) => conflict.column('memberId').where('endedAt', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function findOwnerChange(db: Db, member: MemberId): Promise<OwnerChange | undefined> {
  const row = await db
    .selectFrom('ownerChanges')
    .select(columns)
    .where('memberId', '=', member)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row as OwnerChange | undefined
}

/** Those whose time has come, the longest due first. */
export async function listDueOwnerChanges(db: Db, now: Date, most: number): Promise<OwnerChange[]> {
  const rows = await db
    .selectFrom('ownerChanges')
    .select(columns)
    .where('dueAt', '<=', now)
    .where('endedAt', 'is', null)
    .orderBy('dueAt')
    .limit(most)
    .execute()
  return rows as unknown as OwnerChange[]
}

/** Of those who end it at once one does. */
export async function endOwnerChange(
  tx: Tx,
  member: MemberId,
  at: Date,
  by: string,
  outcome: 'done' | 'stopped' | 'withdrawn',
): Promise<boolean> {
  const result = await tx
    .updateTable('ownerChanges')
    .set({ endedAt: at, endedBy: by, outcome })
    .where('memberId', '=', member)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Forgets those that ended before; the acts on record stay. Answers how many. */
export async function forgetOwnerChanges(db: Db, before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from owner_changes where ended_at < ${before}`.execute(db)
  return Number(numAffectedRows)
}
