/** The doors' pages: signing in and out. */

import { readMailAddress } from '../core/account/mail-address.ts'
import { visitorOf } from '../core/account/visitor.ts'
import { Unavailable } from '../core/errors.ts'
import { findAccount } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { deleteSession } from '../db/sessions.ts'
import { readIdentity } from '../host/identity.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf } from '../web/context.ts'
import { localPath } from '../web/local-path.ts'
import type { Sent } from '../web/router.ts'
import { noSessionCookie } from '../web/session-cookie.ts'
import { comeHalfIn, comeIn, door, tooOften } from './door.ts'
import type { Doors } from './doors.ts'
import { signInByPasskey } from './passkeys.ts'
import { signIn as trySignIn } from './sign-in.ts'
import { askForLink, useLink } from './sign-in-link.ts'
import { linkOverPage, linkPage, linkSentPage } from './sign-in-page.ts'

type Asked = Context<Db>
type Form = Sent & Asked

export async function signIn(context: Asked, doors: Doors): Promise<Answer> {
  const { visitor, db, query } = context
  const account = visitor && (await findAccount(db, visitor.account))
  const mail = account ? readIdentity(await doors.secret(), account.id, account).mail : ''
  return await door(context, doors, { mail, to: localPath(query.to) })
}

export async function signInSent(context: Form, doors: Doors): Promise<Answer> {
  const { db, form, now, visitor } = context
  const { t } = frameOf(context)
  const given = { mail: (form.get('mail') ?? '').trim(), password: form.get('password') ?? '' }
  const to = localPath(form.get('to'))
  const again = (status: number, refusal: string, headers = {}) =>
    door(context, doors, { mail: given.mail, to, refusal }, { status, headers })
  if (!readMailAddress(given.mail)) return await again(422, t('sign-in.error.mail'))
  if (given.password === '') return await again(422, t('sign-in.error.password'))
  const busy = tooOften(context, doors.limits.tries)
  if (busy) return await again(429, t('sign-in.error.often', { time: t.date(busy.free, 'time') }), busy.headers)
  const secret = await doors.secret()
  const signedIn = await trySignIn(db, given, { ...doors, secret, now, instead: visitor }).catch((error: unknown) => {
    if (error instanceof Unavailable) return undefined
    throw error
  })
  if (!signedIn) return await again(503, t('sign-in.error.busy'), { 'retry-after': '10' })
  if (signedIn.outcome === 'signed in') return comeIn(signedIn.token, doors, to)
  if (signedIn.outcome === 'code owed') return comeHalfIn(context, signedIn.token, doors, to)
  return await again(422, t(signedIn.outcome === 'wrong' ? 'sign-in.error.wrong' : 'sign-in.error.closed'))
}

export async function passkeySent(context: Form, doors: Doors): Promise<Answer> {
  const { db, form, now, url, visitor } = context
  const { t } = frameOf(context)
  const to = localPath(form.get('to'))
  const again = (status: number, refusal: string, headers = {}) =>
    door(context, doors, { mail: '', to, refusal }, { status, headers })
  const busy = tooOften(context, doors.limits.tries)
  if (busy) return await again(429, t('sign-in.error.often', { time: t.date(busy.free, 'time') }), busy.headers)
  const asking = { secret: await doors.secret(), url, now, log: doors.log, instead: visitor }
  const signedIn = await signInByPasskey(db, form.get('answer') ?? '', asking)
  if (typeof signedIn === 'string') return await again(422, t(`sign-in.error.passkey.${signedIn}`))
  return comeIn(signedIn.token, doors, to)
}

export async function linkSent(context: Form, doors: Doors): Promise<Answer> {
  const { db, form } = context
  const frame = frameOf(context)
  const { t } = frame
  const mail = (form.get('address') ?? '').trim()
  const to = localPath(form.get('to'))
  const again = (status: number, refusal: string, headers = {}) =>
    door(context, doors, { mail, to, refusal }, { status, headers })
  if (!readMailAddress(mail)) return await again(422, t('sign-in.error.mail'))
  const busy = tooOften(context, doors.limits.letters)
  if (busy) return await again(429, t('sign-in.error.often', { time: t.date(busy.free, 'time') }), busy.headers)
  const secret = await doors.secret()
  await db.transaction().execute((tx) => askForLink(tx, secret, { mail, to }))
  return privatePage(linkSentPage(frame))
}

/** What stands in a mail leads here: looking at it uses nothing up. */
export async function link(context: Asked): Promise<Answer> {
  const { key = '', to } = context.query
  return privatePage(linkPage(frameOf(context), key, localPath(to)))
}

export async function linkUsed(context: Form, doors: Doors): Promise<Answer> {
  const { db, form, now, visitor } = context
  const secret = await doors.secret()
  const used = await useLink(db, form.get('key') ?? '', { secret, now, instead: visitor })
  if (!used) return privatePage(linkOverPage(frameOf(context)), { status: 410 })
  const to = localPath(form.get('to'))
  return used.isHalf ? comeHalfIn(context, used.token, doors, to) : comeIn(used.token, doors, to)
}

export async function signOutSent(context: Form, doors: Doors): Promise<Answer> {
  const { account, session } = visitorOf(context)
  await context.db.transaction().execute((tx) => deleteSession(tx, account, session))
  const { at } = frameOf(context)
  return { ...redirect(at(routes.front.href({})), 303), cookies: [noSessionCookie(doors.https)] }
}
