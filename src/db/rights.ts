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
    .values({ id: newId<Id<'act'>>(act.actedAt), ...act })
    .execute()
}

/** The newest first. */
export async function listActs(db: Db, limit: number): Promise<StaffAct[]> {
  return await db
    .selectFrom('staffActs')
    .select(['actedAt', 'actedBy', 'act', 'about', 'why'])
    .orderBy('actedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
