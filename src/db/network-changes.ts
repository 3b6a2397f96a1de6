/** The history of settings: every change of one, by whom, with what stood there before. */
import { sql } from 'kysely'
import type { Id } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type ChangeId = Id<'change'>

export type NetworkChange = {
  readonly id: ChangeId
  readonly changedAt: Date
  /** `account ID`, or `operator`. */
  readonly changedBy: string
  readonly setting: string
  readonly before: string
  readonly after: string
}

export async function insertChange(tx: Tx, change: Omit<NetworkChange, 'id'>): Promise<void> {
  await tx
    .insertInto('networkChanges')
    .values({ id: newId<ChangeId>(change.changedAt), ...change })
    .execute()
}

export async function findChange(db: Db, id: ChangeId): Promise<NetworkChange | undefined> {
  const row = await db.selectFrom('networkChanges').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, id: row.id as ChangeId }
}

/** The newest first; `before`: only those older than that one, whose id tells when it was. */
export async function listChanges(db: Db, limit: number, before?: ChangeId): Promise<NetworkChange[]> {
  let listing = db.selectFrom('networkChanges').selectAll()
  if (before) listing = listing.where('id', '<', before)
  const rows = await listing.orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...row, id: row.id as ChangeId }))
}

/** So that what stood there before is what the history says: one who changes settings waits for the other. */
export async function lockNetwork(tx: Tx): Promise<void> {
  await sql`select from network for update`.execute(tx)
}
