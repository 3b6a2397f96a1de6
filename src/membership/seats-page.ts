/** Who sits with a member, who is asked to, and the forms to change that. */
import type { AccountId } from '../core/id.ts'
import { type Seat, type SeatRole, seatRoles } from '../core/member/seat.ts'
import type { SeatInvitationId } from '../db/seat-invitations.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { memberPlaces } from '../web/member-places.ts'
import { author, type Names } from '../web/ui/author.ts'
import { radioField } from '../web/ui/choice.ts'
import { textField, unsent } from '../web/ui/field.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'

export const dones = ['invited', 'withdrawn', 'changed', 'ended', 'same', 'stopped', 'taken'] as const
export type Done = (typeof dones)[number]

type Person = { readonly account: AccountId; readonly role: SeatRole; readonly givenAt: Date; readonly givenBy: string }
type Invited = {
  readonly id: SeatInvitationId
  readonly mail: string
  readonly role: SeatRole
  readonly by: string
  readonly until: Date
}

export type PeopleView = {
  readonly seat: Seat
  readonly self: AccountId
  readonly people: readonly Person[]
  readonly invited: readonly Invited[]
  readonly names: Names
  /** When staff give the member another owner, unless one of its own stops it. */
  readonly ownerChangeUntil: Date | undefined
  readonly done?: Done | undefined
  readonly given?: { readonly mail: string; readonly role: SeatRole | undefined }
  readonly faults?: { readonly mail?: string; readonly role?: string }
  readonly refusal?: string | undefined
}

export function peoplePage(frame: Frame, view: PeopleView): string {
  const { t } = frame
  const { seat, faults = {}, people, invited } = view
  const wrong = [
    ...(faults.mail ? [{ name: 'mail', label: t('people.mail'), fault: faults.mail }] : []),
    ...(faults.role ? [{ name: 'role', label: t('people.role'), fault: faults.role }] : []),
  ]
  const mayChange = seat.role === 'owner' && !seat.isSuspended
  const title = t('people.title')
  return workLayout(frame, {
    title,
    sheets: ['people.css'],
    places: memberPlaces(frame, seat, 'people'),
    done: view.done && t(`people.done.${view.done}`),
    main: html`<p class="whose"><bdi>${seat.name}</bdi></p><h1>${title}</h1>
${view.refusal && unsent(view.refusal)}${wrong.length > 0 && unsent(t('form.unsent', { count: wrong.length }), wrong)}
<p class="lede">${t(mayChange ? 'people.lede' : 'people.lede.others')}</p>${view.ownerChangeUntil && ownerChange(frame, seat, view.ownerChangeUntil, mayChange)}
<div class="beside lines"><div><ul class="rows people">${people.map((one) => person(frame, view, one, mayChange))}</ul>
${
  invited.length > 0 &&
  html`<section aria-labelledby="invited"><h2 id="invited">${t('people.invited')}</h2><ul class="rows people">${invited.map((one) => invitedLine(frame, view, one, mayChange))}</ul></section>`
}</div>
<div class="side">${mayChange && inviteForm(frame, view)}${roles(frame)}</div></div>`,
  })
}

function person(frame: Frame, view: PeopleView, { account, role, givenAt }: Person, mayChange: boolean): Html {
  const { t, at } = frame
  const { seat, self, names } = view
  const isSelf = account === self
  const name = author(frame, names, `account ${account}`)
  const id = `role-${account.slice(-12)}`
  const change = (to: SeatRole | 'none', words: Html) =>
    html`<form method="post" action="${at(routes.seatChanged.href({ member: seat.slug }))}"><input type="hidden" name="account" value="${account}"><input type="hidden" name="role" value="${to}">${words}</form>`
  const others = seatRoles.filter((one) => one !== role)
  return html`<li><p><b>${name}</b>${isSelf && html` <span class="soft">${t('people.you')}</span>`}</p><p class="soft">${t(`seat.${role}`)} · ${t.rich('people.since', { date: time(frame, givenAt, 'day') })}</p>
${
  (mayChange || isSelf) &&
  html`<details class="wide"><summary>${t(isSelf && !mayChange ? 'people.leave' : 'people.change')}<span class="unseen"> ${name}</span></summary>
${
  mayChange &&
  html`<form class="inlineform" method="post" action="${at(routes.seatChanged.href({ member: seat.slug }))}"><input type="hidden" name="account" value="${account}"><label for="${id}">${t('people.role')}</label>
<select id="${id}" name="role">${others.map((one) => html`<option value="${one}">${t(`seat.${one}`)}</option>`)}</select> <button class="second">${t('people.change.do')}</button></form>
`
}${isSelf ? leaveForm(frame, seat) : change('none', html`${sure(`${id}-sure`, t('people.end.sure'))}<button class="danger">${t('people.end')}</button>`)}</details>`
}</li>`
}

function leaveForm({ t, at }: Frame, seat: Seat): Html {
  return html`<form method="post" action="${at(routes.seatLeft.href({ member: seat.slug }))}">${sure('leave-sure', t('people.leave.sure'))}<button class="danger">${t('people.leave')}</button></form>`
}

function sure(id: string, words: string): Html {
  return html`<p class="check"><input type="checkbox" id="${id}" name="sure" value="yes"><label for="${id}">${words}</label></p>`
}

function invitedLine(
  frame: Frame,
  { seat, names }: PeopleView,
  { id, mail, role, by, until }: Invited,
  mayChange: boolean,
): Html {
  const { t, at } = frame
  return html`<li><p><bdi>${mail}</bdi></p><p class="soft">${t(`seat.${role}`)} · ${t.rich('people.invited.by', { name: author(frame, names, by), date: time(frame, until, 'day') })}</p>
${
  mayChange &&
  html`<form class="wide" method="post" action="${at(routes.seatInvitationEnded.href({ member: seat.slug }))}"><input type="hidden" name="invitation" value="${id}"><button class="plainbutton link">${t('people.withdraw')}<span class="unseen"> ${mail}</span></button></form>`
}</li>`
}

function inviteForm(frame: Frame, { seat, given, faults = {} }: PeopleView): Html {
  const { t, at } = frame
  const choices = [...seatRoles]
    .reverse()
    .map((role) => ({ value: role, label: t.titled(t(`seat.${role}`)), hint: t(`people.role.${role}`) }))
  return html`<h2 id="invite">${t('people.invite')}</h2><form class="form" method="post" action="${at(routes.memberInvited.href({ member: seat.slug }))}">
${textField(frame, { name: 'mail', label: t('people.mail'), hint: t('people.mail.hint'), type: 'email', value: given?.mail ?? '', fault: faults.mail })}
${radioField(frame, { name: 'role', label: t('people.role'), value: given?.role ?? 'contributor', choices, fault: faults.role })}
<p><button>${t('people.invite.do')}</button></p></form>`
}

function roles({ t }: Frame): Html {
  return html`<p class="hint">${t('people.last')}</p>`
}

function ownerChange({ t, at }: Frame, seat: Seat, until: Date, mayStop: boolean): Html {
  return html`<div class="warning"><p>${t('people.owner-change', { date: t.date(until, 'moment') })}</p>${
    mayStop &&
    html`<form method="post" action="${at(routes.ownerChangeStopped.href({ member: seat.slug }))}"><button>${t('people.owner-change.stop')}</button></form>`
  }</div>`
}
