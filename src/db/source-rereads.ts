/** Readings anew of what sources gave before: who asked for each, and what came of it. */
import type { Id, SourceId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type RereadId = Id<'reread'>

export type AskedReread = {
  readonly id: RereadId
  readonly sourceId: SourceId
  readonly askedAt: Date
  /** Null while it waits or goes on. */
  readonly doneAt: Date | null
  readonly items: number
  readonly added: number
  readonly changed: number
  readonly refused: number
  readonly forgotten: number
}

const columns = ['id', 'sourceId', 'askedAt', 'doneAt', 'items', 'added', 'changed', 'refused', 'forgotten'] as const

export async function insertReread(tx: Tx, sourceId: SourceId, at: Date, by: string): Promise<RereadId> {
  const id = newId<RereadId>(at)
  await tx.insertInto('sourceRereads').values({ id, sourceId, askedAt: at, askedBy: by }).execute()
  return id
}

/** The last one that was asked for. */
export async function findLastReread(db: Db, sourceId: SourceId): Promise<AskedReread | undefined> {
  const row = await db
    .selectFrom('sourceRereads')
    .select(columns)
    .where('sourceId', '=', sourceId)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as AskedReread | undefined
}

export async function findReread(db: Db, id: RereadId): Promise<AskedReread | undefined> {
  const row = await db.selectFrom('sourceRereads').select(columns).where('id', '=', id).executeTakeFirst()
  return row as AskedReread | undefined
}

export async function finishReread(
  db: Db,
  id: RereadId,
  at: Date,
  came: { items: number; added: number; changed: number; refused: number; forgotten: number },
): Promise<void> {
  await db
    .updateTable('sourceRereads')
    .set({ doneAt: at, ...came })
    .where('id', '=', id)
    .execute()
}
