/** Rights of staff, and the record of what staff did that can hurt. */
import { sql } from 'kysely'
import type { Right } from '../core/account/rights.ts'
import type { AccountId, Id } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

/** False when it is in force already. `by`: `account ID`, or `operator`. */
export async function grantRight(tx: Tx, account: AccountId, right: Right, at: Date, by: string): Promise<boolean> {
  const result = await tx
    .insertInto('rights')
    .values({ id: newId<Id<'right'>>(at), accountId: account, rightName: right, grantedAt: at, grantedBy: by })
    .onConflict((conflict) => conflict.columns(['accountId', 'rightName']).where('revokedAt', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** False when it was not in force. */
export async function revokeRight(tx: Tx, account: AccountId, right: Right, at: Date, by: string): Promise<boolean> {
  const result = await tx
    .updateTable('rights')
    .set({ revokedAt: at, revokedBy: by })
    .where('accountId', '=', account)
    .where('rightName', '=', right)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type Holder = {
  readonly account: AccountId
  readonly right: Right
  readonly grantedAt: Date
  readonly grantedBy: string
}

/** Who has which right, in the order they were granted. */
export async function listHolders(db: Db): Promise<Holder[]> {
  const rows = await db
    .selectFrom('rights')
    .select(['accountId as account', 'rightName as right', 'grantedAt', 'grantedBy'])
    .where('revokedAt', 'is', null)
    .orderBy('grantedAt')
    .orderBy('rightName')
    .execute()
  return rows.map((row) => ({ ...row, account: row.account as AccountId, right: row.right as Right }))
}

/** How many accounts have a right. */
export async function countHolders(db: Db, right: Right): Promise<number> {
  const { count } = await db
    .selectFrom('rights')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('rightName', '=', right)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** So that the last administrator cannot be taken away twice at once: one who changes rights waits for the other. */
export async function lockRights(tx: Tx): Promise<void> {
  await sql`lock table rights in share row exclusive mode`.execute(tx)
}

export type StaffAct = {
  readonly actedAt: Date
  /** `account ID`, or `operator`. */
  readonly actedBy: string
  /** A verb and its object: `grant right`, `remove source`. */
  readonly act: string
  /** What it was done to, by its name or number; never a mail address. */
  readonly about: string
  readonly why: string
}

export async function recordAct(tx: Tx, act: Omit<StaffAct, 'why'> & { readonly why?: string }): Promise<void> {
  await tx
    .insertInto('staffActs')
    .values({ id: newId<ActId>(act.actedAt), ...act })
    .execute()
}

export type ActId = Id<'act'>

/** The newest first; `before`: only those that were recorded before that one. */
export async function listActs(db: Db, limit: number, before?: ActId): Promise<(StaffAct & { readonly id: ActId })[]> {
  let listing = db.selectFrom('staffActs').select(['id', 'actedAt', 'actedBy', 'act', 'about', 'why'])
  if (before) listing = listing.where('id', '<', before)
  const rows = await listing.orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...row, id: row.id as ActId }))
}
