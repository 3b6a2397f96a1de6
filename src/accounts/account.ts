/** The pages of one's own account, and what can be changed there. */

import { readName } from '../core/account/name.ts'
import { visitorOf } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { readId, type SessionId } from '../core/id.ts'
import { type Account, findAccount, updateAccount, updateIdentity } from '../db/accounts.ts'
import { listRecoveryCodes } from '../db/authenticators.ts'
import type { Db } from '../db/connection.ts'
import { listPasskeys } from '../db/passkeys.ts'
import { listClaims } from '../db/seats.ts'
import { deleteSession, deleteSessions, listSessions } from '../db/sessions.ts'
import { readIdentity, sealName } from '../host/identity.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import type { Html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { accountPage, claimsSection, type Done, dataSection, dones, type Fault } from './account-page.ts'
import { authenticatorSection } from './authenticator-page.ts'
import type { Doors } from './doors.ts'
import { mailSection } from './mail-section.ts'
import { passkeysSection } from './passkeys-page.ts'
import { passwordSection } from './password-section.ts'
import { profileSection } from './profile-section.ts'
import { sessionsSection } from './sessions-section.ts'

type Asked = Context<Db>
type Form = Sent & Asked

export async function account(context: Asked, doors: Doors): Promise<Answer> {
  const done = dones.find((one) => one === context.query.done)
  return privatePage(await accountWith(context, doors, {}, done))
}

/** Sections that stand otherwise than usual: those of the form that was sent and cannot be taken. */
export type Instead = {
  readonly profile?: Html
  readonly mail?: Html
  readonly password?: Html
  readonly fault?: Fault
}

/** The whole page. */
export async function accountWith(context: Asked, doors: Doors, instead: Instead, done?: Done): Promise<string> {
  const { db, now } = context
  const frame = frameOf(context)
  const own = await readOwn(context, doors)
  const [claims, sessions, passkeys, codes] = await Promise.all([
    listClaims(db, own.id),
    listSessions(db, own.id, now),
    listPasskeys(db, own.id),
    listRecoveryCodes(db, own.id),
  ])
  const sections = [
    ...(claims.length > 0 ? [claimsSection(frame, claims)] : []),
    instead.profile ?? profileSection(frame, own),
    instead.mail ?? mailSection(frame, own.mail),
    instead.password ?? passwordSection(frame, own.passwordSetAt),
    passkeysSection(frame, passkeys),
    authenticatorSection(frame, { since: own.totpSince, codesLeft: codes.length }),
    sessionsSection(frame, sessions),
    dataSection(frame),
  ]
  return accountPage(frame, { sections, faults: instead.fault ? [instead.fault] : [], done })
}

export type Own = Omit<Account, 'mail' | 'name'> & { readonly mail: string; readonly name: string }

/** The visitor's own account, readable. */
export async function readOwn(context: Asked, doors: Doors): Promise<Own> {
  const { account: id } = visitorOf(context)
  const found = await findAccount(context.db, id)
  if (!found) throw new NotFound('This account is gone.')
  return { ...found, ...readIdentity(await doors.secret(), id, found) }
}

/** Back to the page, which says what was done. */
export function doneAt(frame: Frame, done: Done): Answer {
  return redirect(frame.at(withQuery(routes.account.href({}), { done })), 303)
}

export async function profileSent(context: Form, doors: Doors): Promise<Answer> {
  const { db, form } = context
  const frame = frameOf(context)
  const { t, languages } = frame
  const { account: id } = visitorOf(context)
  const given = {
    name: form.get('name') ?? '',
    language: languages.find((tag) => tag === form.get('language')) ?? frame.language,
    discreet: form.get('discreet') === 'yes',
  }
  const name = readName(given.name)
  if (name === undefined) {
    const fault = { name: 'name', label: t('account.name'), fault: t('account.name.error') }
    const profile = profileSection(frame, given, fault.fault)
    return privatePage(await accountWith(context, doors, { profile, fault }), { status: 422 })
  }
  const secret = await doors.secret()
  await db.transaction().execute(async (tx) => {
    await updateAccount(tx, id, { language: given.language, discreet: given.discreet })
    await updateIdentity(tx, id, { name: sealName(secret, id, name) })
  })
  return doneAt(frame, 'profile')
}

/** One session of one's own, or all but this one. */
export async function sessionsEnded(context: Form): Promise<Answer> {
  const { db, form } = context
  const { account: id, session: here } = visitorOf(context)
  const which = form.get('session') ?? ''
  const one = readId<SessionId>(which)
  await db.transaction().execute(async (tx) => {
    if (which === 'others') await deleteSessions(tx, id, here)
    else if (one) await deleteSession(tx, id, one)
  })
  return doneAt(frameOf(context), 'sessions')
}
