/** Who of the staff is away, and until when. */
import type { AccountId } from '../core/id.ts'
import type { Db } from './connection.ts'

export type Absence = { readonly account: AccountId; readonly until: Date }

/** `until` undefined: they are back. */
export async function setAbsence(db: Db, account: AccountId, until: Date | undefined, now: Date): Promise<void> {
  if (!until) {
    await db.deleteFrom('absences').where('accountId', '=', account).execute()
    return
  }
  await db
    .insertInto('absences')
    .values({ accountId: account, until, saidAt: now })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet({ until, saidAt: now }))
    .execute()
}

/** Those who are away now and have a right, the first back first. */
export async function listAbsences(db: Db, now: Date): Promise<Absence[]> {
  const rows = await db
    .selectFrom('absences')
    .select(['accountId', 'until'])
    .where('until', '>', now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('rights')
          .select('rights.id')
          .whereRef('rights.accountId', '=', 'absences.accountId')
          .where('revokedAt', 'is', null),
      ),
    )
    .orderBy('until')
    .execute()
  return rows.map(({ accountId, until }) => ({ account: accountId as AccountId, until }))
}

export async function forgetAbsences(db: Db, now: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('absences').where('until', '<', now).executeTakeFirst()
  return Number(numDeletedRows)
}
