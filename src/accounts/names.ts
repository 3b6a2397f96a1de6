/** How staff are called, for pages that tell who did something. */
import type { AccountId } from '../core/id.ts'
import { listIdentities } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { calledName, readIdentity } from './identity.ts'

/** Accounts that are gone have no name. */
export async function namesOf(
  db: Db,
  secret: string,
  ids: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, string>> {
  const sealed = await listIdentities(db, ids)
  return new Map(sealed.map(({ id, ...identity }) => [id, calledName(readIdentity(secret, id, identity))]))
}
