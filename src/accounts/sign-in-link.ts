/** Links by mail: for who has no password at hand, or lost it. */
import { readMailAddress } from '../core/account/mail-address.ts'
import type { Visitor } from '../core/account/visitor.ts'
import type { AccountId } from '../core/id.ts'
import type { Network } from '../core/network.ts'
import { type Account, findAccount, findAccountByMail, updateIdentity } from '../db/accounts.ts'
import type { Db, Tx } from '../db/connection.ts'
import { forgetFailures } from '../db/failed-sign-ins.ts'
import { countLinks, insertLink, takeLink } from '../db/links.ts'
import { addTasks } from '../db/tasks.ts'
import { decrypt } from '../host/encrypt.ts'
import { mailKeyOf, readIdentity } from '../host/identity.ts'
import { post, seal, unseal } from '../host/post.ts'
import { hashToken, newToken } from '../host/token.ts'
import { type JoinLink, joinPlace } from './join-link.ts'
import { signInLetter } from './letters.ts'
import { beginSession } from './session.ts'
import { accountFor } from './staff.ts'

/** A link works for an hour. In that time an account is sent three: whoever asks for many of them for somebody else cannot
 * keep one that works from them. */
const hour = 3_600_000
const mostLinks = 3

/** Queues the same task for every address: whether it is somebody's is looked up later, where nobody measures. */
export async function askForLink(
  tx: Tx,
  secret: string,
  given: { readonly mail: string; readonly to: string },
): Promise<void> {
  const address = readMailAddress(given.mail)
  await addTasks(tx, [
    { name: 'sign-in-link', payload: { sealed: seal(secret, { address: address ?? '', to: given.to }) } },
  ])
}

/** The task: a letter with a link, if the address is an account's. */
export async function sendSignInLink(
  db: Db,
  sealed: string,
  on: { readonly secret: string; readonly network: Network; readonly url: string; readonly now: Date },
): Promise<void> {
  const { secret } = on
  const { address, to } = unseal<{ address: string; to: string }>(secret, sealed)
  const account = address && (await findAccountByMail(db, mailKeyOf(secret, address)))
  if (!account) return
  await sendLink(db, account, { ...on, to })
}

/** A letter with a link, unless there were enough. */
export async function sendLink(
  db: Db,
  account: Account,
  on: {
    readonly secret: string
    readonly network: Network
    readonly url: string
    readonly now: Date
    readonly to: string
  },
): Promise<void> {
  const { secret, now, to } = on
  const sent = await countLinks(db, 'sign-in', account.id, new Date(now.getTime() - hour))
  if (sent >= mostLinks) return
  await db.transaction().execute(async (tx) => {
    const token = await makeSignInLink(tx, account.id, now)
    const { mail } = readIdentity(secret, account.id, account)
    await post(tx, secret, signInLetter({ ...on, account, mail }, token, to))
  })
}

/** A link that signs in once, within an hour; answers its token. */
export async function makeSignInLink(tx: Tx, accountId: AccountId, now: Date): Promise<string> {
  const { token, tokenHash } = newToken()
  const expiresAt = new Date(now.getTime() + hour)
  await insertLink(tx, { tokenHash, purpose: 'sign-in', accountId, about: null, madeAt: now, expiresAt })
  return token
}

/**
 * Signs in whoever has the link: they read mail at that address. Who had no account has one from here on, and not before.
 * Undefined when the link is used or over. An authenticator's code is owed here as it is after a password.
 */
export async function useLink(
  db: Db,
  key: string,
  on: { readonly secret: string; readonly now: Date; readonly instead?: Visitor | undefined },
): Promise<{ readonly token: string; readonly isHalf: boolean } | undefined> {
  const { now, instead } = on
  return await db.transaction().execute(async (tx) => {
    const account = await whoseLink(tx, key, on)
    if (!account) return undefined
    if (account.mailConfirmedAt === null) await updateIdentity(tx, account.id, { mailConfirmedAt: now })
    await forgetFailures(tx, { mailKey: account.mailKey })
    const isHalf = account.totpSince !== null
    const token = await beginSession(tx, { account: account.id, way: 'link', now, isHalf, instead })
    return { token, isHalf }
  })
}

/** Uses the link up. */
async function whoseLink(
  tx: Tx,
  key: string,
  { secret, now }: { readonly secret: string; readonly now: Date },
): Promise<Account | undefined> {
  const link = await takeLink(tx, 'sign-in', hashToken(key), now)
  if (link?.accountId) return await findAccount(tx, link.accountId)
  const joining = await takeLink(tx, 'join', hashToken(key), now)
  if (!joining?.about) return undefined
  const { mail, language } = JSON.parse(decrypt(secret, joinPlace, joining.about)) as JoinLink
  return await accountFor(tx, secret, { mail, language }, now)
}
