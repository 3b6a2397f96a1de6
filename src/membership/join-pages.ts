/** Asking to join: an address, a letter, and nothing kept before somebody has opened its link. */
import { readMailAddress } from '../core/account/mail-address.ts'
import { visitorOf } from '../core/account/visitor.ts'
import { dayIn } from '../core/story/address.ts'
import { findAccount } from '../db/accounts.ts'
import { findOpenApplication, movePath, usualDays } from '../db/application-gate.ts'
import { noteArrival } from '../db/arrivals.ts'
import type { Db } from '../db/connection.ts'
import { followInvitations } from '../db/join-invitations.ts'
import { answerChallenge } from '../db/passkeys.ts'
import { postDoor } from '../host/post.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import type { Doorway } from './doorway.ts'
import { newJoinChallenge, readJoinChallenge } from './join-challenge.ts'
import { type JoinForm, joinPage, joinSentPage, trap } from './join-page.ts'
import { isWorkMark, newWorkMark } from './work-mark.ts'

/** What the gate needs besides the database. */
export type Gate = { secret(): Promise<string>; readonly doorway: Doorway }

/** Nobody reads the page, writes an address and sends it in less. Milliseconds. */
const fastest = 2_000

type Asked = Context<Db>
type Form = Sent & Asked

export async function join(context: Asked, gate: Gate): Promise<Answer> {
  if (context.visitor) return redirect(frameOf(context).at(routes.application.href({})), 302)
  return await asked(context, gate, { mail: '' })
}

/** Each page has a challenge of its own: nobody keeps it. */
async function asked(
  context: Asked,
  gate: Gate,
  form: Pick<JoinForm, 'mail' | 'fault' | 'refusal'>,
  told: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { db, kept, network, now } = context
  const [challenge, days] = await Promise.all([
    newJoinChallenge(await gate.secret(), now),
    // As of the first who asks on a day: it is told in days.
    kept.get(`pace ${dayIn(network.timeZone, now)}`, () => usualDays(db, now)),
  ])
  return privatePage(joinPage(frameOf(context), { ...form, challenge, days }), told)
}

export async function joinSent(context: Form, gate: Gate): Promise<Answer> {
  const { db, form, client, language, now } = context
  const { t } = frameOf(context)
  const mail = (form.get('mail') ?? '').trim().slice(0, 320)
  const again = (status: number, words: Pick<JoinForm, 'fault' | 'refusal'>, headers = {}) =>
    asked(context, gate, { mail, ...words }, { status, headers })
  if (form.get(trap)) return privatePage(joinSentPage(frameOf(context)))
  const address = readMailAddress(mail)
  if (!address) return await again(422, { fault: t('join.error.mail') })
  const secret = await gate.secret()
  const given = { challenge: form.get('challenge') ?? '', solution: form.get('solution') ?? '' }
  const challenge = await readJoinChallenge(secret, given)
  if (!challenge || challenge.expiresAt <= now) return await again(422, { refusal: t('join.error.old') })
  if (now.getTime() - challenge.madeAt.getTime() < fastest) return await again(422, { refusal: t('join.error.fast') })
  const free = await gate.doorway.take(client, challenge.worked)
  if (free) {
    const seconds = Math.ceil((free.getTime() - now.getTime()) / 1000)
    const refusal = t('join.error.often', { time: t.date(free, 'time') })
    return await again(429, { refusal }, { 'retry-after': String(seconds) })
  }
  const to = challenge.worked
    ? withQuery(routes.arrived.href({}), { work: newWorkMark(secret, address, now) })
    : routes.arrived.href({})
  const isNew = await db.transaction().execute(async (tx) => {
    if (!(await answerChallenge(tx, challenge.hash, challenge.expiresAt))) return false
    await postDoor(tx, secret, { address, language, to, reason: { kind: 'join' } })
    return true
  })
  if (!isNew) return await again(422, { refusal: t('join.error.again') })
  return privatePage(joinSentPage(frameOf(context)))
}

/** Where the letters lead: what they tell of whoever came is noted, and the application opens. */
export async function arrived(context: Asked, gate: Gate): Promise<Answer> {
  const { db, now, query } = context
  const { account: id } = visitorOf(context)
  const [account, secret] = await Promise.all([findAccount(db, id), gate.secret()])
  const worked = account !== undefined && isWorkMark(secret, account.mailKey, query.work ?? '', now)
  await db.transaction().execute(async (tx) => {
    if (worked) await noteArrival(tx, id, now)
    const open = await findOpenApplication(tx, id)
    // Whoever waits already and is invited then waits no longer with the others. A draft is asked when it is sent.
    if (open && open.standing !== 'draft' && (await followInvitations(tx, id, open.id, now)))
      await movePath(tx, open.id, 'invited')
  })
  return redirect(frameOf(context).at(routes.application.href({})), 303)
}
