/** Staff: rights given and taken away, each on record, and never the last administrator's. */
import { rights as allRights, type Right } from '../core/account/rights.ts'
import { accountName } from '../core/account/visitor.ts'
import type { AccountId } from '../core/id.ts'
import {
  type Account,
  deleteUnusedAccount,
  findAccount,
  findAccountByMail,
  insertAccount,
  updateIdentity,
} from '../db/accounts.ts'
import type { Tx } from '../db/connection.ts'
import { deleteLinks, insertLink, takeLink } from '../db/links.ts'
import { newId } from '../db/new-id.ts'
import { grantRight, listHolders, lockRights, recordAct, revokeRight } from '../db/rights.ts'
import { decrypt, encrypt } from '../host/encrypt.ts'
import { mailKeyOf, sealMail } from '../host/identity.ts'
import { hashToken, newToken } from '../host/token.ts'

/** Who does it: `account ID`, or `operator`. */
export type Author = { readonly by: string; readonly now: Date }

const week = 7 * 86_400_000

/** The account of a mail address; made, unconfirmed and without a password, where there is none. */
export async function accountFor(
  tx: Tx,
  secret: string,
  who: { readonly mail: string; readonly language: string },
  now: Date,
): Promise<Account> {
  const known = await findAccountByMail(tx, mailKeyOf(secret, who.mail))
  if (known) return known
  const id = newId<AccountId>(now)
  const identity = { ...sealMail(secret, id, who.mail), name: null, mailConfirmedAt: null }
  await insertAccount(tx, { id, createdAt: now, language: who.language, ...identity })
  const made = await findAccountByMail(tx, identity.mailKey)
  if (!made) throw new TypeError('An account that was made just now is gone.')
  return made
}

/** The rights that were not in force before. */
export async function grant(
  tx: Tx,
  account: AccountId,
  rights: readonly Right[],
  { by, now }: Author,
): Promise<Right[]> {
  const granted: Right[] = []
  await lockRights(tx)
  for (const right of rights) {
    if (!(await grantRight(tx, account, right, now, by))) continue
    await recordAct(tx, { actedAt: now, actedBy: by, act: 'grant right', about: aboutRight(right, account) })
    granted.push(right)
  }
  return granted
}

export async function revoke(
  tx: Tx,
  from: { readonly account: AccountId; readonly right: Right; readonly why: string },
  { by, now }: Author,
): Promise<'revoked' | 'not in force' | 'last administrator'> {
  const { account, right, why } = from
  await lockRights(tx)
  const holders = (await listHolders(tx)).filter((holder) => holder.right === right).map(({ account }) => account)
  if (!holders.includes(account)) return 'not in force'
  if (right === 'administrator' && holders.length === 1) return 'last administrator'
  await revokeRight(tx, account, right, now, by)
  // One on its way could give it back.
  await deleteLinks(tx, { account, purpose: 'invitation' })
  await recordAct(tx, { actedAt: now, actedBy: by, act: 'revoke right', about: aboutRight(right, account), why })
  return 'revoked'
}

/** A link by which somebody takes up rights; answers its token. An invitation they had before is over. */
export async function invite(
  tx: Tx,
  secret: string,
  to: { readonly account: AccountId; readonly rights: readonly Right[] },
  { by, now }: Author,
): Promise<string> {
  const { account, rights } = to
  await deleteLinks(tx, { account, purpose: 'invitation' })
  const { token, tokenHash } = newToken()
  const about = encrypt(secret, aboutPlace(account), JSON.stringify({ rights, by }))
  const expiresAt = new Date(now.getTime() + week)
  await insertLink(tx, { tokenHash, purpose: 'invitation', accountId: account, about, madeAt: now, expiresAt })
  for (const right of rights)
    await recordAct(tx, { actedAt: now, actedBy: by, act: 'invite', about: aboutRight(right, account) })
  return token
}

/**
 * Uses an invitation up: its reader has the mail address, so it is confirmed, and gets the rights. Undefined when it is
 * over, which it is, too, when whoever gave it is no administrator any more.
 */
export async function accept(tx: Tx, secret: string, key: string, now: Date): Promise<Account | undefined> {
  const link = await takeLink(tx, 'invitation', hashToken(key), now)
  const account = link?.accountId && (await findAccount(tx, link.accountId))
  if (!account || !link.about) return undefined
  const { rights, by } = readInvitation(secret, account.id, link.about)
  await lockRights(tx)
  const holders = await listHolders(tx)
  if (!holders.some((holder) => holder.right === 'administrator' && accountName(holder.account) === by))
    return undefined
  if (account.mailConfirmedAt === null) await updateIdentity(tx, account.id, { mailConfirmedAt: now })
  await grant(tx, account.id, rights, { by, now })
  return account
}

/** Ends an invitation; the account it was made for goes with it, if nobody has used that. False when there is none. */
export async function uninvite(tx: Tx, account: AccountId, { by, now }: Author): Promise<boolean> {
  if ((await deleteLinks(tx, { account, purpose: 'invitation' })) === 0) return false
  await deleteUnusedAccount(tx, account)
  await recordAct(tx, { actedAt: now, actedBy: by, act: 'withdraw invitation', about: accountName(account) })
  return true
}

/** What an invitation gives, and who gave it. */
export function readInvitation(
  secret: string,
  account: AccountId,
  about: Uint8Array,
): { readonly rights: readonly Right[]; readonly by: string } {
  const said = JSON.parse(decrypt(secret, aboutPlace(account), about)) as { rights: unknown[]; by: string }
  return { rights: allRights.filter((right) => said.rights.includes(right)), by: said.by }
}

function aboutRight(right: Right, account: AccountId): string {
  return `${right}, ${accountName(account)}`
}

function aboutPlace(account: AccountId): string {
  return `invitation of account ${account}`
}
