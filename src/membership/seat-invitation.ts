/** Where an invitation to sit with a member leads: whoever it was for takes the seat, or does not. */
import { visitorOf } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { readId } from '../core/id.ts'
import { type Account, findAccount } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { endSeatInvitation, findSeatInvitation, type SeatInvitationId } from '../db/seat-invitations.ts'
import { listSeats, lockSeats } from '../db/seats.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import { html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { workLayout } from '../web/work-layout.ts'
import { tellAccounts } from './letters.ts'
import type { Means } from './means.ts'
import { accept, ownersOf } from './seats.ts'
import { acting } from './seats-pages.ts'

type Asked = Context<Db>

export async function seatInvitation(context: Asked): Promise<Answer> {
  const frame = frameOf(context)
  const { t, at } = frame
  const found = await foundFor(context)
  if (!found) return over(context)
  const { name, role, id, expiresAt } = found.invitation
  const title = t('invited.title', { member: name })
  return privatePage(
    workLayout(frame, {
      title,
      sheets: ['people.css'],
      main: html`<div class="column"><h1>${title}</h1><p class="lede">${t('invited.text', { member: name, role: t(`seat.${role}`) })}</p>
<dl class="pairs"><dt>${t('people.role')}</dt><dd>${t('label', { words: t.titled(t(`seat.${role}`)) })} ${t(`people.role.${role}`)}</dd><dt>${t('invited.until')}</dt><dd>${t.date(expiresAt, 'day')}</dd></dl>
<p class="hint">${t('invited.seen')}</p>
<form class="form" method="post" action="${at(routes.seatInvitationSent.href({ id }))}"><p class="buttons"><button name="answer" value="accept">${t('invited.accept')}</button> <button class="second" name="answer" value="decline">${t('invited.decline')}</button></p></form></div>`,
    }),
  )
}

export async function seatInvitationSent(context: Sent & Asked, means: Means): Promise<Answer> {
  const { db, form, now } = context
  const frame = frameOf(context)
  const found = await foundFor(context)
  if (!found) return over(context)
  const { invitation, account } = found
  const of = { member: invitation.memberId, slug: invitation.slug, name: invitation.name }
  const on = await acting(context, means)
  if (form.get('answer') === 'decline') {
    await db.transaction().execute(async (tx) => {
      await lockSeats(tx, of.member)
      if (!(await endSeatInvitation(tx, invitation.id, now, 'declined'))) return
      await tellAccounts(tx, ownersOf(await listSeats(tx, of.member)), on, { what: 'seat-declined', member: of })
    })
    return redirect(frame.at(routes.ownProfile.href({})), 303)
  }
  const called = visitorOf(context).name
  const taken = await db.transaction().execute((tx) => accept(tx, on, of, { account: account.id, called, invitation }))
  if (!taken) return over(context)
  return redirect(frame.at(withQuery(routes.memberPeople.href({ member: of.slug }), { done: 'taken' })), 303)
}

/** Only what was sent to the visitor's own address. */
async function foundFor(context: Asked) {
  const { db, now, params } = context
  const account: Account | undefined = await findAccount(db, visitorOf(context).account)
  if (!account) throw new NotFound('This account is gone.')
  const id = readId<SeatInvitationId>(params.id ?? '')
  const invitation = id && (await findSeatInvitation(db, { id, mailKey: account.mailKey }, now))
  return invitation && { invitation, account }
}

function over(context: Asked): Answer {
  const frame = frameOf(context)
  const title = frame.t('invited.over.title')
  const main = html`<div class="column"><h1>${title}</h1><p class="lede">${frame.t('invited.over')}</p></div>`
  return privatePage(workLayout(frame, { title, main, sheets: ['people.css'] }), { status: 410 })
}
