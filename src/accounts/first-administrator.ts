/** The first administrator: made once, by whoever has the link that the program printed when it started. */
import { accountName } from '../core/account/visitor.ts'
import type { AccountId } from '../core/id.ts'
import { insertAccount, updateAccount } from '../db/accounts.ts'
import type { Db, Tx } from '../db/connection.ts'
import { deleteLinks, findLink, insertLink, takeLink } from '../db/links.ts'
import { newId } from '../db/new-id.ts'
import { countHolders, lockRights } from '../db/rights.ts'
import { sealMail, sealName } from '../host/identity.ts'
import { hashToken, newToken } from '../host/token.ts'
import { beginSession } from './session.ts'
import { grant } from './staff.ts'

const week = 7 * 86_400_000

/** The token of a new link, while there is no administrator; links made before are over. */
export async function makeSetUpLink(tx: Tx, now: Date): Promise<string | undefined> {
  await lockRights(tx)
  if ((await countHolders(tx, 'administrator')) > 0) return undefined
  await deleteLinks(tx, { purpose: 'set-up' })
  const { token, tokenHash } = newToken()
  const expiresAt = new Date(now.getTime() + week)
  await insertLink(tx, { tokenHash, purpose: 'set-up', accountId: null, about: null, madeAt: now, expiresAt })
  return token
}

/** What the address of the set-up stands for now: nothing at all once there is an administrator. */
export async function setUpState(db: Db, key: string, now: Date): Promise<'open' | 'over' | 'nothing'> {
  // The link first: once it is seen used, who used it is seen too.
  const link = await findLink(db, 'set-up', hashToken(key), now)
  if ((await countHolders(db, 'administrator')) > 0) return 'nothing'
  return link ? 'open' : 'over'
}

export type First = {
  readonly mail: string
  readonly name: string
  readonly language: string
  /** Hashed; null for who takes a passkey or links by mail. */
  readonly password: string | null
}

/**
 * Makes them, signs them in and uses the link up; of two at once one gets it. Answers the session's token; `over` when
 * the link is, `taken` when the address is another account's: the link is as good as before then.
 */
export async function makeFirstAdministrator(
  db: Db,
  secret: string,
  key: string,
  first: First,
  now: Date,
): Promise<{ readonly token: string } | 'over' | 'taken'> {
  const id = newId<AccountId>(now)
  const { mail, name, language, password } = first
  const identity = { ...sealMail(secret, id, mail), name: sealName(secret, id, name), mailConfirmedAt: null }
  const outcome = await db
    .transaction()
    .execute(async (tx) => {
      await lockRights(tx)
      const isFirst = (await countHolders(tx, 'administrator')) === 0
      if (!isFirst || !(await takeLink(tx, 'set-up', hashToken(key), now))) return 'over' as const
      if (!(await insertAccount(tx, { id, createdAt: now, language, ...identity }))) throw new Taken()
      if (password !== null) await updateAccount(tx, id, { password, passwordSetAt: now })
      await grant(tx, id, ['administrator'], { by: accountName(id), now })
      return { token: await beginSession(tx, { account: id, way: 'set-up', now }) }
    })
    .catch((error: unknown) => {
      if (error instanceof Taken) return 'taken' as const
      throw error
    })
  return outcome
}

/** So that the transaction, and with it the link's end, is undone. */
class Taken extends Error {}
