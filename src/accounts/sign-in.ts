/** Signing in with an address and a password. Whether an address is somebody's shows neither in words nor in time. */
import { readMailAddress } from '../core/account/mail-address.ts'
import type { Visitor } from '../core/account/visitor.ts'
import { findAccountByMail } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { countFailures, forgetFailures, recordFailure } from '../db/failed-sign-ins.ts'
import { countSessions } from '../db/sessions.ts'
import { mailKeyOf } from '../host/identity.ts'
import type { Hasher } from './hasher.ts'
import { beginSession } from './session.ts'
import type { Turns } from './turns.ts'

/**
 * Wrong passwords an address takes in an hour; then only links and passkeys lead in until the hour is over. So nobody
 * can be locked out: what is closed is the one door that is being tried.
 */
const mostFailures = 10
const hour = 3_600_000
/** Sessions an account begins with its password in an hour: enough for anybody, too few to keep a core busy with. */
const mostSessions = 20

export type SignIn =
  | { readonly outcome: 'signed in'; readonly token: string }
  /** The code of the authenticator is owed: the token opens nothing else. */
  | { readonly outcome: 'code owed'; readonly token: string }
  | { readonly outcome: 'wrong' | 'closed for an hour' }

type On = {
  readonly secret: string
  readonly hasher: Hasher
  readonly turns: Turns
  readonly now: Date
  readonly instead?: Visitor | undefined
}

/**
 * Tries on one address follow each other: none goes uncounted, and what one does to another tells nothing of the address.
 * Throws Unavailable when too many sign in at once.
 */
export async function signIn(
  db: Db,
  given: { readonly mail: string; readonly password: string },
  on: On,
): Promise<SignIn> {
  const key = mailKeyOf(on.secret, readMailAddress(given.mail) ?? '')
  return await on.turns(key.toString('base64'), () => tryPassword(db, key, given.password, on))
}

async function tryPassword(db: Db, key: Buffer, password: string, on: On): Promise<SignIn> {
  const { hasher, now, instead } = on
  const hourAgo = new Date(now.getTime() - hour)
  const failures = await countFailures(db, key, hourAgo)
  // As if it were wrong, and as fast for an address that is nobody's.
  if (failures >= mostFailures) return { outcome: 'closed for an hour' }
  const account = await findAccountByMail(db, key)
  if (account && (await countSessions(db, account.id, hourAgo)) >= mostSessions)
    return { outcome: 'closed for an hour' }
  const isRight = await hasher.verify(password, account?.password ?? null, failures > 0)
  if (!isRight || !account) {
    await recordFailure(db, key, now)
    return { outcome: 'wrong' }
  }
  const isHalf = account.totpSince !== null
  const token = await db.transaction().execute(async (tx) => {
    await forgetFailures(tx, { mailKey: key })
    return await beginSession(tx, { account: account.id, way: 'password', now, isHalf, instead })
  })
  return isHalf ? { outcome: 'code owed', token } : { outcome: 'signed in', token }
}
