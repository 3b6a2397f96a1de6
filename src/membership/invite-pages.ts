/** Inviting and vouching, in a member's name. */
import { actor, seatOf } from '../core/account/visitor.ts'
import { readId } from '../core/id.ts'
import type { ApplicationId } from '../db/applications.ts'
import type { Db } from '../db/connection.ts'
import { endJoinInvitation, type JoinInvitationId, listJoinInvitations } from '../db/join-invitations.ts'
import { listAsking, type VouchAnswer } from '../db/vouches.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { invitedMail, inviteToJoin, mostInvitations } from './invite.ts'
import { type InvitePage, invitePage } from './invite-page.ts'
import type { Gate } from './join-pages.ts'
import { longestWords, vouch } from './vouch.ts'

type Asked = Context<Db>
type Form = Sent & Asked
type Told = Pick<InvitePage, 'mail' | 'fault' | 'refusal' | 'wrong'>

const done = ['sent', 'ended', 'answered'] as const

export async function joinInvitations(context: Asked, gate: Gate): Promise<Answer> {
  return await shown(context, gate)
}

async function shown(context: Asked, gate: Gate, told: Told = {}, status = 200): Promise<Answer> {
  const { db, now, params, query } = context
  const frame = frameOf(context)
  const seat = seatOf(context, params.member ?? '')
  const [secret, invitations, asking] = await Promise.all([
    gate.secret(),
    listJoinInvitations(db, seat.member, now),
    listAsking(db, seat.member),
  ])
  const was = done.find((one) => one === query.done)
  const page = {
    seat,
    asking,
    invitations: invitations.map((one) => ({ ...one, mail: invitedMail(secret, one) })),
    done: was && status === 200 ? frame.t(`join.invite.done.${was}`) : undefined,
    ...told,
  }
  return privatePage(invitePage(frame, page), { status })
}

export async function joinInvited(context: Form, gate: Gate): Promise<Answer> {
  const { db, form, language, now, params } = context
  const { t } = frameOf(context)
  const seat = seatOf(context, params.member ?? '')
  const mail = (form.get('mail') ?? '').trim().slice(0, 320)
  const inviting = { secret: await gate.secret(), now, language, by: actor(context) }
  const member = { id: seat.member, name: seat.name }
  const outcome = await db.transaction().execute((tx) => inviteToJoin(tx, member, mail, inviting))
  if (outcome === 'sent') return back(context, 'sent')
  const fault =
    outcome === 'often' ? t('join.invite.error.often', { count: mostInvitations }) : t(`join.invite.error.${outcome}`)
  return await shown(context, gate, { mail, fault }, outcome === 'often' ? 429 : 422)
}

export async function joinInvitationEnded(context: Form, gate: Gate): Promise<Answer> {
  const { db, form, now, params } = context
  const { member } = seatOf(context, params.member ?? '')
  const id = readId<JoinInvitationId>(form.get('invitation') ?? '')
  const ended = id && (await db.transaction().execute((tx) => endJoinInvitation(tx, { id, member }, now)))
  if (ended) return back(context, 'ended')
  return await shown(context, gate, { refusal: frameOf(context).t('join.invite.error.gone') }, 409)
}

export async function vouched(context: Form, gate: Gate): Promise<Answer> {
  const { db, form, now, params } = context
  const { t } = frameOf(context)
  const { member } = seatOf(context, params.member ?? '')
  const application = readId<ApplicationId>(form.get('application') ?? '')
  const answer: VouchAnswer = form.get('answer') === 'vouches' ? 'vouches' : 'does not know them'
  const words = (form.get(`words-${application}`) ?? '').replace(/\r\n?/g, '\n').trim()
  const gone = () => shown(context, gate, { refusal: t('join.invite.error.gone') }, 409)
  if (!application) return await gone()
  const fault =
    words.length > longestWords
      ? t('join.asking.error.long')
      : answer === 'vouches' && !/[\p{L}\p{N}]/u.test(words)
        ? t('join.asking.error.missing')
        : undefined
  if (fault) return await shown(context, gate, { wrong: { application, words, fault } }, 422)
  const outcome = await db
    .transaction()
    .execute((tx) => vouch(tx, { member, application, answer, words }, { now, by: actor(context) }))
  return outcome === 'answered' ? back(context, 'answered') : await gone()
}

function back(context: Asked, what: (typeof done)[number]): Answer {
  const { at } = frameOf(context)
  const page = routes.joinInvitations.href({ member: context.params.member ?? '' })
  return redirect(at(withQuery(page, { done: what })), 303)
}
