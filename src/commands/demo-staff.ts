/** The demo's own people: one for each right, so that a newcomer can sit in each chair. Made once; what is there stays. */
import { createHasher } from '../accounts/hasher.ts'
import { accountFor, grant } from '../accounts/staff.ts'
import type { Right } from '../core/account/rights.ts'
import { updateAccount, updateIdentity } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { keepSetUp } from '../db/network.ts'
import { fingerprint } from '../host/encrypt.ts'
import { sealName } from '../host/identity.ts'
import { presenter } from './demo-network.ts'

export type Chair = { readonly mail: string; readonly name: string; readonly right: Right }

export const chairs: readonly Chair[] = [
  { mail: 'ada@lantern.example', name: 'Ada Lindqvist', right: 'administrator' },
  { mail: 'noor@lantern.example', name: 'Noor Haddad', right: 'editor' },
  { mail: 'tomas@lantern.example', name: 'Tomás Quiroga', right: 'moderator' },
]

/** The password of all of them: another in every demo's directory, and the same there from start to start. */
export function chairPassword(secret: string): string {
  return fingerprint(secret, 'demo password', '').toString('base64url').slice(0, 16)
}

export async function seat(db: Db, secret: string, now: Date): Promise<void> {
  const password = await createHasher(async () => secret).hash(chairPassword(secret))
  await db.transaction().execute(async (tx) => {
    for (const { mail, name, right } of chairs) {
      const account = await accountFor(tx, secret, { mail, language: 'en' }, now)
      if (account.mailConfirmedAt !== null) continue
      await updateAccount(tx, account.id, { password, passwordSetAt: now })
      await updateIdentity(tx, account.id, { name: sealName(secret, account.id, name), mailConfirmedAt: now })
      await grant(tx, account.id, [right], { by: presenter, now })
    }
    await keepSetUp(tx, { at: now, step: 'ready' })
  })
}
