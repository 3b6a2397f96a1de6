/** The doors' pages: signing in and out. */
import { readMailAddress } from '../core/account/mail-address.ts'
import { Unavailable } from '../core/errors.ts'
import { findAccount } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { deleteSession } from '../db/sessions.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf } from '../web/context.ts'
import type { Limit } from '../web/limit.ts'
import { localPath } from '../web/local-path.ts'
import type { Sent } from '../web/router.ts'
import { noSessionCookie, sessionCookie } from '../web/session-cookie.ts'
import { type Doors, visitorOf } from './doors.ts'
import { readIdentity } from './identity.ts'
import { signIn as trySignIn } from './sign-in.ts'
import { askForLink, useLink } from './sign-in-link.ts'
import { linkOverPage, linkPage, linkSentPage, signInPage } from './sign-in-page.ts'

type Asked = Context<Db>
type Form = Sent & Asked

export async function signIn(context: Asked, doors: Doors): Promise<Answer> {
  const { visitor, db, query } = context
  const account = visitor && (await findAccount(db, visitor.account))
  const mail = account ? readIdentity(await doors.secret(), account.id, account).mail : ''
  return privatePage(signInPage(frameOf(context), { mail, to: localPath(query.to) }))
}

export async function signInSent(context: Form, doors: Doors): Promise<Answer> {
  const { db, form, now, visitor } = context
  const frame = frameOf(context)
  const { t } = frame
  const given = { mail: (form.get('mail') ?? '').trim(), password: form.get('password') ?? '' }
  const to = localPath(form.get('to'))
  const again = (status: number, refusal: string, headers = {}) =>
    privatePage(signInPage(frame, { mail: given.mail, to, refusal }), { status, headers })
  if (!readMailAddress(given.mail)) return again(422, t('sign-in.error.mail'))
  if (given.password === '') return again(422, t('sign-in.error.password'))
  const busy = tooOften(context, doors.limits.tries)
  if (busy) return again(429, t('sign-in.error.often', { time: t.date(busy.free, 'time') }), busy.headers)
  const secret = await doors.secret()
  const signedIn = await trySignIn(db, given, { ...doors, secret, now, instead: visitor }).catch((error: unknown) => {
    if (error instanceof Unavailable) return undefined
    throw error
  })
  if (!signedIn) return again(503, t('sign-in.error.busy'), { 'retry-after': '10' })
  if ('token' in signedIn) return comeIn(signedIn.token, doors, to)
  return again(422, t(signedIn.outcome === 'wrong' ? 'sign-in.error.wrong' : 'sign-in.error.closed'))
}

/** Where whoever came in wanted to go. */
function comeIn(token: string, doors: Doors, to: string): Answer {
  return { ...redirect(to, 303), cookies: [sessionCookie(token, doors.https)] }
}

export async function linkSent(context: Form, doors: Doors): Promise<Answer> {
  const { db, form } = context
  const frame = frameOf(context)
  const { t } = frame
  const mail = (form.get('address') ?? '').trim()
  const to = localPath(form.get('to'))
  const again = (status: number, refusal: string, headers = {}) =>
    privatePage(signInPage(frame, { mail, to, refusal }), { status, headers })
  if (!readMailAddress(mail)) return again(422, t('sign-in.error.mail'))
  const busy = tooOften(context, doors.limits.letters)
  if (busy) return again(429, t('sign-in.error.often', { time: t.date(busy.free, 'time') }), busy.headers)
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
  const used = await useLink(db, form.get('key') ?? '', { now, instead: visitor })
  if (!used) return privatePage(linkOverPage(frameOf(context)), { status: 410 })
  return comeIn(used.token, doors, localPath(form.get('to')))
}

export async function signOutSent(context: Form, doors: Doors): Promise<Answer> {
  const { account, session } = visitorOf(context)
  await context.db.transaction().execute((tx) => deleteSession(tx, account, session))
  const { at } = frameOf(context)
  return { ...redirect(at(routes.front.href({})), 303), cookies: [noSessionCookie(doors.https)] }
}

function tooOften({ client, now }: Form, limit: Limit): { free: Date; headers: Record<string, string> } | undefined {
  const free = limit.take(client)
  if (!free) return undefined
  return { free, headers: { 'retry-after': String(Math.ceil((free.getTime() - now.getTime()) / 1000)) } }
}
