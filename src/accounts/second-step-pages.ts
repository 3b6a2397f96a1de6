/** Where whoever took the first step takes the second. */
import type { Db } from '../db/connection.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf } from '../web/context.ts'
import { localPath } from '../web/local-path.ts'
import type { Sent } from '../web/router.ts'
import { readSessionCookie } from '../web/session-cookie.ts'
import { comeIn, door, tooOften } from './door.ts'
import type { Doors } from './doors.ts'
import { showCode, showRecoveryCode } from './second-step.ts'
import { secondStepPage } from './second-step-page.ts'
import { recogniseHalf } from './session.ts'

type Asked = Context<Db>
type Form = Sent & Asked

/** The same for everybody: whether the first step was taken shows when the code is sent. */
export async function code(context: Asked): Promise<Answer> {
  return privatePage(secondStepPage(frameOf(context), { to: localPath(context.query.to), recovery: '' }))
}

export async function codeSent(context: Form, doors: Doors): Promise<Answer> {
  const { db, form, now, headers, network, url, visitor } = context
  const frame = frameOf(context)
  const { t } = frame
  const to = localPath(form.get('to'))
  const given = { code: form.get('code') ?? '', recovery: (form.get('recovery') ?? '').trim() }
  const field = form.has('recovery') ? 'recovery' : 'code'
  const again = (words: string) =>
    privatePage(secondStepPage(frame, { to, recovery: given.recovery, fault: { field, words } }), { status: 422 })
  const busy = tooOften(context, doors.limits.tries)
  if (busy) {
    const refusal = t('sign-in.error.often', { time: t.date(busy.free, 'time') })
    const page = secondStepPage(frame, { to, recovery: given.recovery, refusal })
    return privatePage(page, { status: 429, headers: busy.headers })
  }
  const token = readSessionCookie(headers, doors.https)
  const half = token === undefined ? undefined : await recogniseHalf(db, token, now)
  // Who sent it twice is in already.
  if (!half && visitor) return redirect(to, 303)
  if (!half) return await door(context, doors, { mail: '', to, refusal: t('code.error.over') }, { status: 422 })
  const show = field === 'code' ? showCode : showRecoveryCode
  const outcome = await show(db, half, given[field], { secret: await doors.secret(), network, url, now })
  if (outcome === 'closed for an hour') return again(t('code.error.closed'))
  if (outcome === 'wrong') return again(t(`code.error.${field}`))
  return comeIn(outcome.token, doors, to)
}
