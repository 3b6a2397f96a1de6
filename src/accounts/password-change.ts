/** Setting, changing and giving up a password. Every other session ends, links that were sent lead nowhere. */

import { type PasswordFault, passwordFault } from '../core/account/password.ts'
import { visitorOf } from '../core/account/visitor.ts'
import { updateAccount } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { deleteLinks } from '../db/links.ts'
import { deleteSessions } from '../db/sessions.ts'
import { knownPasswords } from '../host/known-passwords.ts'
import { post } from '../host/post.ts'
import { type Answer, privatePage } from '../web/answer.ts'
import { type Context, frameOf } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { accountWith, doneAt, type Own, readOwn } from './account.ts'
import { type Doors, proofNeeded } from './doors.ts'
import { passwordChangedLetter } from './letters.ts'
import { passwordFaultWords, passwordSection } from './password-section.ts'

type Form = Sent & Context<Db>

export async function passwordSent(context: Form, doors: Doors): Promise<Answer> {
  const frame = frameOf(context)
  const proof = proofNeeded(frame)
  if (proof) return proof
  const own = await readOwn(context, doors)
  const password = context.form.get('password') ?? ''
  const fault = await faultOf(password, [own.mail.split('@')[0] ?? '', own.name, context.network.name])
  if (fault) {
    const told = { name: 'password', label: frame.t('account.new-password'), fault: passwordFaultWords(frame, fault) }
    const instead = { password: passwordSection(frame, own.passwordSetAt, fault), fault: told }
    return privatePage(await accountWith(context, doors, instead), { status: 422 })
  }
  await setPassword(context, doors, own, await doors.hasher.hash(password))
  return doneAt(frame, 'password')
}

export async function noPasswordSent(context: Form, doors: Doors): Promise<Answer> {
  const frame = frameOf(context)
  const proof = proofNeeded(frame)
  if (proof) return proof
  await setPassword(context, doors, await readOwn(context, doors), null)
  return doneAt(frame, 'no-password')
}

/** `own` are words anybody would try first for this person. */
export async function faultOf(password: string, own: readonly string[]): Promise<PasswordFault | undefined> {
  const known = await knownPasswords()
  return passwordFault(password, (word) => known.has(word), own)
}

async function setPassword(context: Form, doors: Doors, own: Own, hash: string | null): Promise<void> {
  const { db, now } = context
  const { account: id, session } = visitorOf(context)
  const secret = await doors.secret()
  await db.transaction().execute(async (tx) => {
    await updateAccount(tx, id, { password: hash, passwordSetAt: hash === null ? null : now })
    await deleteSessions(tx, id, session)
    await deleteLinks(tx, { account: id })
    await post(tx, secret, passwordChangedLetter({ ...context, account: own, mail: own.mail }, hash !== null))
  })
}
