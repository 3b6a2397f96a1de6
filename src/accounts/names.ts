/** How the people of accounts are called, for pages that tell who did something. */
import type { AccountId } from '../core/id.ts'
import { listIdentities } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { calledName, readIdentity } from '../host/identity.ts'

/** Accounts that are gone have no name any more. */
export async function namesOf(db: Db, secret: string, ids: readonly AccountId[]): Promise<Map<AccountId, string>> {
  const identities = await listIdentities(db, ids)
  return new Map(identities.map((sealed) => [sealed.id, calledName(readIdentity(secret, sealed.id, sealed))]))
}
