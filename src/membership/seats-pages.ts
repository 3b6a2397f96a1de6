/** A member's people in the browser. */
import { readMailAddress } from '../core/account/mail-address.ts'
import { accountName, actor, seatOf, visitorOf } from '../core/account/visitor.ts'
import { type AccountId, readId } from '../core/id.ts'
import { readSeatRole, type Seat } from '../core/member/seat.ts'
import type { SeatAnswer } from '../core/member/seat-change.ts'
import type { Db } from '../db/connection.ts'
import { findOwnerChange } from '../db/owner-changes.ts'
import { recordAct } from '../db/rights.ts'
import { endSeatInvitation, listSeatInvitations, type SeatInvitationId } from '../db/seat-invitations.ts'
import { listSeats, lockSeats } from '../db/seats.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { accountsIn } from '../web/ui/author.ts'
import type { Means } from './means.ts'
import { type Acting, changeSeat, invite, readInvited } from './seats.ts'
import { stopOwnerChange } from './seats-owner.ts'
import { type Done, dones, type PeopleView, peoplePage } from './seats-page.ts'

type Asked = Context<Db>
type Form = Sent & Asked

export async function memberPeople(context: Asked, means: Means): Promise<Answer> {
  const done = dones.find((one) => one === context.query.done)
  return privatePage(await pageOf(context, means, { done }))
}

export async function memberInvited(context: Form, means: Means): Promise<Answer> {
  const { db, form, language } = context
  const { t } = frameOf(context)
  const seat = seatHere(context)
  const given = { mail: (form.get('mail') ?? '').trim().slice(0, 300), role: readSeatRole(form.get('role') ?? '') }
  const mail = readMailAddress(given.mail)
  const wrong = async (fault: { mail?: string; role?: string }) =>
    privatePage(await pageOf(context, means, { given, faults: fault }), { status: 422 })
  if (!mail || !given.role)
    return await wrong({
      ...(mail ? {} : { mail: t('people.error.mail') }),
      ...(given.role ? {} : { role: t('people.error.role') }),
    })
  const { role } = given
  const on = await acting(context, means)
  const outcome = await db.transaction().execute((tx) => invite(tx, on, seat, { mail, role, language }))
  if (outcome === 'sits already') return await wrong({ mail: t('people.error.sits') })
  if (outcome === 'too many') return await wrong({ mail: t('people.error.many') })
  return doneAt(context, seat, 'invited')
}

export async function seatInvitationEnded(context: Form, means: Means): Promise<Answer> {
  const { db, form, now } = context
  const seat = seatHere(context)
  const id = readId<SeatInvitationId>(form.get('invitation') ?? '')
  const ended = await db.transaction().execute(async (tx) => {
    await lockSeats(tx, seat.member)
    const waiting = await listSeatInvitations(tx, seat.member, now)
    const found = waiting.find((one) => one.id === id)
    if (!found || !(await endSeatInvitation(tx, found.id, now, 'withdrawn'))) return false
    const about = `${seat.slug}, ${found.role}`
    await recordAct(tx, { actedAt: now, actedBy: actor(context), act: 'withdraw seat', about })
    return true
  })
  return ended ? doneAt(context, seat, 'withdrawn') : await refused(context, means, 'gone')
}

/** Another role for somebody, or the end of their seat. */
export async function seatChanged(context: Form, means: Means): Promise<Answer> {
  const { form } = context
  const account = readId<AccountId>(form.get('account') ?? '')
  const to = form.get('role') === 'none' ? 'none' : readSeatRole(form.get('role') ?? '')
  if (!account || !to) return await refused(context, means, 'gone')
  // Once, and knowing what it means.
  if (to === 'none' && form.get('sure') !== 'yes') return await refused(context, means, 'sure')
  return await changed(context, means, { account, to })
}

/** One's own seat: whoever sits may go. */
export async function seatLeft(context: Form, means: Means): Promise<Answer> {
  if (context.form.get('sure') !== 'yes') return await refused(context, means, 'sure')
  return await changed(context, means, { account: visitorOf(context).account, to: 'none' })
}

export async function ownerChangeStopped(context: Form, means: Means): Promise<Answer> {
  const seat = seatHere(context)
  const on = await acting(context, means)
  const stopped = await context.db.transaction().execute((tx) => stopOwnerChange(tx, on, seat, 'stopped'))
  return stopped ? doneAt(context, seat, 'stopped') : await refused(context, means, 'gone')
}

async function changed(
  context: Form,
  means: Means,
  change: { readonly account: AccountId; readonly to: 'none' | NonNullable<ReturnType<typeof readSeatRole>> },
): Promise<Answer> {
  const seat = seatHere(context)
  const on = await acting(context, means)
  const answer: SeatAnswer = await context.db.transaction().execute((tx) => changeSeat(tx, on, seat, change))
  switch (answer) {
    case 'fine':
      if (change.to === 'none' && on.by === accountName(change.account))
        return redirect(frameOf(context).at(routes.ownProfile.href({})), 303)
      return doneAt(context, seat, change.to === 'none' ? 'ended' : 'changed')
    case 'same':
      return doneAt(context, seat, 'same')
    case 'not there':
      return await refused(context, means, 'gone')
    case 'last owner':
      return await refused(context, means, 'last')
  }
}

function seatHere(context: Asked): Seat {
  return seatOf(context, context.params.member ?? '')
}

export async function acting(context: Asked, means: Pick<Means, 'secret'>): Promise<Acting> {
  const { network, url, now } = context
  return { network, url, now, secret: await means.secret(), by: actor(context) }
}

function doneAt(context: Asked, { slug }: Seat, done: Done): Answer {
  return redirect(frameOf(context).at(withQuery(routes.memberPeople.href({ member: slug }), { done })), 303)
}

async function refused(context: Asked, means: Means, why: 'gone' | 'last' | 'sure'): Promise<Answer> {
  const refusal = frameOf(context).t(`people.error.${why}`)
  return privatePage(await pageOf(context, means, { refusal }), { status: why === 'sure' ? 422 : 409 })
}

async function pageOf(
  context: Asked,
  means: Means,
  more: Pick<PeopleView, 'done' | 'given' | 'faults' | 'refusal'>,
): Promise<string> {
  const { db, now } = context
  const seat = seatHere(context)
  const isOwner = seat.role === 'owner'
  const [seats, waiting, ownerChange] = await Promise.all([
    listSeats(db, seat.member),
    isOwner ? listSeatInvitations(db, seat.member, now) : [],
    findOwnerChange(db, seat.member),
  ])
  const secret = await means.secret()
  const by = [...seats.map(({ givenBy }) => givenBy), ...waiting.map(({ invitedBy }) => invitedBy)]
  const names = await means.names([...seats.map(({ account }) => account), ...accountsIn(by)])
  const { account: self } = visitorOf(context)
  return peoplePage(frameOf(context), {
    seat,
    self,
    people: seats,
    invited: waiting.map(({ id, role, mail, invitedBy, expiresAt }) => ({
      ...{ id, role, by: invitedBy, until: expiresAt },
      mail: readInvited(secret, { id, mail }),
    })),
    names,
    ownerChangeUntil: ownerChange?.dueAt,
    ...more,
  })
}
