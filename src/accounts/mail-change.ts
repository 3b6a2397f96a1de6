/** A new mail address: it counts when its reader has said yes there; the old one is told. */

import { readMailAddress } from '../core/account/mail-address.ts'
import { visitorOf } from '../core/account/visitor.ts'
import type { AccountId, SessionId } from '../core/id.ts'
import { findAccount, findAccountByMail, updateIdentity } from '../db/accounts.ts'
import type { Db, Tx } from '../db/connection.ts'
import { countLinks, deleteLinks, insertLink, takeLink } from '../db/links.ts'
import { deleteSessions } from '../db/sessions.ts'
import { decrypt, encrypt } from '../host/encrypt.ts'
import { mailKeyOf, readIdentity, sealMail } from '../host/identity.ts'
import { post } from '../host/post.ts'
import { hashToken, newToken } from '../host/token.ts'
import { type Answer, privatePage } from '../web/answer.ts'
import { type Context, frameOf } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { accountWith, doneAt, readOwn } from './account.ts'
import { tooOften } from './door.ts'
import { type Doors, proofNeeded } from './doors.ts'
import { mailChangedLetter, newMailLetter } from './letters.ts'
import { mailSection, newMailPage } from './mail-section.ts'
import { linkOverPage } from './sign-in-page.ts'

type Form = Sent & Context<Db>
/** What the link is about: the new address, and the session in which it was asked for. */
type Asked = { readonly address: string; readonly session: SessionId }

/** A day to open the letter; five new addresses in that time. */
const day = 86_400_000
const mostADay = 5

export async function newMailSent(context: Form, doors: Doors): Promise<Answer> {
  const frame = frameOf(context)
  const { t } = frame
  const proof = proofNeeded(frame)
  if (proof) return proof
  const { db, form, now } = context
  const own = await readOwn(context, doors)
  const given = (form.get('new-mail') ?? '').trim()
  const again = async (words: string, status = 422) => {
    const fault = { name: 'new-mail', label: t('account.new-mail'), fault: words }
    const mail = mailSection(frame, own.mail, given, words)
    return privatePage(await accountWith(context, doors, { mail, fault }), { status })
  }
  const address = readMailAddress(given)
  if (!address) return await again(t('account.new-mail.error'))
  const secret = await doors.secret()
  if (mailKeyOf(secret, address).equals(own.mailKey)) return await again(t('account.new-mail.same'))
  const sent = await countLinks(db, 'new-mail', own.id, new Date(now.getTime() - day))
  if (sent >= mostADay) return await again(t('account.new-mail.often'), 429)
  const busy = tooOften(context, doors.limits.letters)
  if (busy) return await again(t('sign-in.error.often', { time: t.date(busy.free, 'time') }), 429)
  // Whether the address is somebody else's is told to its reader alone, when they open the link.
  await db.transaction().execute(async (tx) => {
    const { token, tokenHash } = newToken()
    const asked: Asked = { address, session: visitorOf(context).session }
    const about = encrypt(secret, placeOf(own.id), JSON.stringify(asked))
    const expiresAt = new Date(now.getTime() + day)
    await insertLink(tx, { tokenHash, purpose: 'new-mail', accountId: own.id, about, madeAt: now, expiresAt })
    await post(tx, secret, newMailLetter({ ...context, account: own, mail: address }, token))
  })
  return doneAt(frame, 'mail-sent')
}

/** Where the letter leads, whoever is signed in: it may be opened on another device. */
export async function newMail(context: Context<Db>): Promise<Answer> {
  return privatePage(newMailPage(frameOf(context), context.query.key ?? ''))
}

export async function newMailUsed(context: Form, doors: Doors): Promise<Answer> {
  const { db, form, now } = context
  const secret = await doors.secret()
  const changed = await db.transaction().execute(async (tx) => {
    const link = await takeLink(tx, 'new-mail', hashToken(form.get('key') ?? ''), now)
    if (!link?.accountId || !link.about) return undefined
    const asked = JSON.parse(decrypt(secret, placeOf(link.accountId), link.about)) as Asked
    return await changeMail(tx, context, secret, link.accountId, asked)
  })
  const frame = frameOf(context)
  if (!changed) return privatePage(linkOverPage(frame), { status: 410 })
  return doneAt(frame, 'mail')
}

/** False where the address is another account's by now. Whoever came in by the old one is out. */
async function changeMail(
  tx: Tx,
  context: Form,
  secret: string,
  id: AccountId,
  { address, session }: Asked,
): Promise<boolean> {
  const { visitor } = context
  const account = await findAccount(tx, id)
  const taken = await findAccountByMail(tx, mailKeyOf(secret, address))
  if (!account || taken) return false
  const { mail: before } = readIdentity(secret, id, account)
  await updateIdentity(tx, id, { ...sealMail(secret, id, address), mailConfirmedAt: context.now })
  await deleteLinks(tx, { account: id })
  await deleteSessions(tx, id, visitor?.account === id ? visitor.session : session)
  await post(tx, secret, mailChangedLetter({ ...context, account, mail: before }))
  return true
}

function placeOf(account: AccountId): string {
  return `account ${account} new mail`
}
