/** Where the link leads that a network without an administrator prints when it starts. */
import { readMailAddress } from '../core/account/mail-address.ts'
import { readName } from '../core/account/name.ts'
import { NotFound } from '../core/errors.ts'
import type { Db } from '../db/connection.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { comeIn } from './door.ts'
import type { Doors } from './doors.ts'
import { makeFirstAdministrator, setUpState } from './first-administrator.ts'
import { type FirstFaults, firstOverPage, firstPage } from './first-page.ts'
import { hasPasskeys } from './passkeys.ts'
import { faultOf } from './password-change.ts'
import { passwordFaultWords } from './password-section.ts'

export async function setUp(context: Context<Db>): Promise<Answer> {
  const { key = '' } = context.query
  const frame = frameOf(context)
  // The link that a terminal still shows leads whoever used it on to where they were.
  if (context.visitor?.rights.includes('administrator'))
    return redirect(frame.at(routes.setUpStep.href({ step: 'ready' })), 303)
  return (await closed(context, key)) ?? privatePage(firstPage(frame, { key, name: '', mail: '' }))
}

export async function setUpSent(context: Sent & Context<Db>, doors: Doors): Promise<Answer> {
  const { db, form, now } = context
  const frame = frameOf(context)
  const given = {
    key: form.get('key') ?? '',
    name: form.get('name') ?? '',
    mail: (form.get('mail') ?? '').trim(),
    password: form.get('password') ?? '',
  }
  const bar = await closed(context, given.key)
  if (bar) return bar
  const again = (faults: FirstFaults) => privatePage(firstPage(frame, given, faults), { status: 422 })
  const mail = readMailAddress(given.mail)
  const name = readName(given.name)
  const faults = await faultsOf(frame, given, mail, name)
  if (Object.keys(faults).length > 0 || mail === undefined || name === undefined) return again(faults)
  const password = given.password === '' ? null : await doors.hasher.hash(given.password)
  const first = { mail, name, language: frame.language, password }
  const made = await makeFirstAdministrator(db, await doors.secret(), given.key, first, now)
  if (made === 'over') return (await closed(context, given.key)) ?? again({})
  if (made === 'taken') return again({ mail: frame.t('setup.you.taken') })
  // Who wants no password wants a passkey, which is made where passkeys are; that page leads on.
  const next =
    password === null && hasPasskeys(context.url) ? routes.passkeys.href({}) : routes.setUpStep.href({ step: 'facts' })
  return comeIn(made.token, doors, frame.at(next))
}

/** Undefined while the set-up is open to whoever has this key. Throws NotFound once there is an administrator. */
async function closed(context: Context<Db>, key: string): Promise<Answer | undefined> {
  const state = await setUpState(context.db, key, context.now)
  if (state === 'nothing') throw new NotFound('This network has an administrator.')
  return state === 'over' ? privatePage(firstOverPage(frameOf(context)), { status: 410 }) : undefined
}

async function faultsOf(
  frame: Frame,
  given: { readonly name: string; readonly mail: string; readonly password: string },
  mail: string | undefined,
  name: string | undefined,
): Promise<FirstFaults> {
  const { t, network } = frame
  const own = [given.mail.split('@')[0] ?? '', given.name, network.name]
  // Left empty it is none: a passkey comes later, or links by mail do.
  const password = given.password === '' ? undefined : await faultOf(given.password, own)
  return {
    ...(name === undefined ? { name: t('account.name.error') } : {}),
    ...(mail === undefined ? { mail: t('account.new-mail.error') } : {}),
    ...(password === undefined ? {} : { password: passwordFaultWords(frame, password) }),
  }
}
