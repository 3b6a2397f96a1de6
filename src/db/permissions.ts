/** Permissions to show more than the headline of a news agency's text from a source: who gave them, and when. */
import type { SourceId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type Permission = { readonly agency: string; readonly permittedAt: Date; readonly permittedBy: string }

/** False when it is on record already. */
export async function insertPermission(
  tx: Tx,
  permission: { sourceId: SourceId; agency: string },
  at: Date,
  by: string,
): Promise<boolean> {
  const result = await tx
    .insertInto('permissions')
    .values({ id: newId(at), ...permission, permittedAt: at, permittedBy: by })
    .onConflict((conflict) => conflict.columns(['sourceId', 'agency']).where('endedAt', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Ends a permission; false when none stands. */
export async function endPermission(
  tx: Tx,
  { sourceId, agency }: { sourceId: SourceId; agency: string },
  at: Date,
  by: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('permissions')
    .set({ endedAt: at, endedBy: by })
    .where('sourceId', '=', sourceId)
    .where('agency', '=', agency)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The agencies whose texts a source may show, with who said so and when. */
export async function listPermissions(db: Db, sourceId: SourceId): Promise<Permission[]> {
  return await db
    .selectFrom('permissions')
    .select(['agency', 'permittedAt', 'permittedBy'])
    .where('sourceId', '=', sourceId)
    .where('endedAt', 'is', null)
    .orderBy('agency')
    .execute()
}
