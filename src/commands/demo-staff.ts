/** The demo's own people: at least one for each right, so that a newcomer can sit in each chair. Made once; what is there stays. */
import { createHasher } from '../accounts/hasher.ts'
import { grant } from '../accounts/staff.ts'
import type { Right } from '../core/account/rights.ts'
import type { AccountId } from '../core/id.ts'
import type { Db } from '../db/connection.ts'
import { keepSetUp } from '../db/network.ts'
import { fingerprint } from '../host/encrypt.ts'
import { presenter } from './demo-network.ts'
import { settleIn } from './demo-stage.ts'

export type Chair = { readonly mail: string; readonly name: string; readonly right: Right }

export const chairs: readonly Chair[] = [
  { mail: 'ada@lantern.example', name: 'Ada Lindqvist', right: 'administrator' },
  { mail: 'noor@lantern.example', name: 'Noor Haddad', right: 'editor' },
  { mail: 'tomas@lantern.example', name: 'Tomás Quiroga', right: 'moderator' },
  // An appeal is heard by somebody else than who decided.
  { mail: 'mei@lantern.example', name: 'Mei Nakagawa', right: 'moderator' },
]

/** The password of all of them: another in every demo's directory, and the same there from start to start. */
export function chairPassword(secret: string): string {
  return fingerprint(secret, 'demo password', '').toString('base64url').slice(0, 16)
}

/** Answers who sits in the first chair of each right, and the hash of their password. */
export async function seat(
  db: Db,
  secret: string,
  now: Date,
): Promise<{ readonly password: string; readonly accounts: ReadonlyMap<Right, AccountId> }> {
  const password = await createHasher(async () => secret).hash(chairPassword(secret))
  const accounts = new Map<Right, AccountId>()
  await db.transaction().execute(async (tx) => {
    for (const { right, ...who } of chairs) {
      const account = await settleIn(tx, secret, { ...who, language: 'en' }, { password, now })
      await grant(tx, account, [right], { by: presenter, now })
      if (!accounts.has(right)) accounts.set(right, account)
    }
    await keepSetUp(tx, { at: now, step: 'ready' })
  })
  return { password, accounts }
}
