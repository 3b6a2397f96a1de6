/** A member's page for inviting and vouching: who was invited, and who says that they are known here. */
import type { Seat } from '../core/member/seat.ts'
import type { JoinInvitationLine } from '../db/join-invitations.ts'
import type { Asking } from '../db/vouches.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html, linkable } from '../web/html.ts'
import { memberPlaces } from '../web/member-places.ts'
import { areaField, textField, unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'

export type InvitePage = {
  readonly seat: Seat
  readonly invitations: readonly (Omit<JoinInvitationLine, 'mail'> & { readonly mail: string })[]
  readonly asking: readonly Asking[]
  readonly done?: string | undefined
  /** As it was typed. */
  readonly mail?: string | undefined
  readonly fault?: string | undefined
  /** What stands in the way and is no field's fault. */
  readonly refusal?: string | undefined
  /** What is wrong with the words for one application, and what was typed. */
  readonly wrong?: { readonly application: string; readonly words: string; readonly fault: string } | undefined
}

export function invitePage(frame: Frame, page: InvitePage): string {
  const { t } = frame
  const { seat, fault, refusal, wrong } = page
  const told = wrong
    ? [{ name: `words-${wrong.application}`, label: t('join.asking.words'), fault: wrong.fault }]
    : fault
      ? [{ name: 'mail', label: t('join.invite.mail'), fault }]
      : []
  return workLayout(frame, {
    title: t('join.invite.title'),
    places: memberPlaces(frame, seat, 'invitations'),
    done: page.done,
    main: html`<div class="beside"><div class="column"><h1>${t('join.invite.title')}</h1>
<p class="soft">${t.rich('join.invite.for', { member: html`<bdi>${seat.name}</bdi>` })}</p>
${told.length > 0 ? unsent(t('form.unsent', { count: told.length }), told) : refusal && unsent(refusal)}
${asked(frame, page)}
<section aria-labelledby="invite"><h2 id="invite">${t('join.invite.do')}</h2><p class="after">${t.rich('join.invite.lede', { member: html`<bdi>${seat.name}</bdi>` })}</p>
${!seat.isSuspended && inviteForm(frame, page)}</section></div>
<aside class="side" aria-labelledby="invited"><h2 id="invited">${t('join.invite.list')}</h2>${invited(frame, page)}</aside></div>`,
  })
}

function inviteForm(frame: Frame, { seat, mail, fault }: InvitePage): Html {
  const { t, at } = frame
  return html`<form class="form" method="post" action="${at(routes.joinInvited.href({ member: seat.slug }))}">
${textField(frame, { name: 'mail', label: t('join.invite.mail'), hint: t('join.invite.mail.hint'), type: 'email', value: mail ?? '', required: true, fault })}
<p><button>${t('join.invite.do')}</button></p></form>`
}

function invited(frame: Frame, { seat, invitations }: InvitePage): Html {
  const { t, at } = frame
  if (invitations.length === 0) return html`<p>${t('join.invite.none')}</p>`
  return html`<ul class="rows">${invitations.map(({ id, mail, outcome, expiresAt }) => {
    const words =
      outcome === 'sent'
        ? t('join.invite.outcome.sent', { date: t.date(expiresAt, 'day') })
        : t(`join.invite.outcome.${outcome === 'taken back' ? 'taken-back' : outcome}`)
    return html`<li><span><bdi>${mail}</bdi><br><span class="soft">${words}</span></span>${
      outcome === 'sent' &&
      !seat.isSuspended &&
      html`<form class="inline" method="post" action="${at(routes.joinInvitationEnded.href({ member: seat.slug }))}"><input type="hidden" name="invitation" value="${id}"><button class="plainbutton link">${t('join.invite.end')} <span class="unseen"><bdi>${mail}</bdi></span></button></form>`
    }</li>`
  })}</ul>`
}

function asked(frame: Frame, page: InvitePage): Html {
  const { t } = frame
  return html`<section aria-labelledby="asking"><h2 id="asking">${t('join.asking')}</h2><p class="after">${t('join.asking.lede')}</p>
${page.asking.length === 0 ? html`<p class="soft">${t('join.asking.none')}</p>` : html`<ul class="asking">${page.asking.map((one) => applicant(frame, page, one))}</ul>`}</section>`
}

/** What would be public of them if they belonged, and the form for the member's word. */
function applicant(frame: Frame, { seat, wrong }: InvitePage, one: Asking): Html {
  const { t, at } = frame
  const mine = wrong?.application === one.id ? wrong : undefined
  const field = `words-${one.id}`
  const link = one.siteUrl !== null && linkable(one.siteUrl)
  return html`<li><h3><bdi>${one.name}</bdi></h3><p class="soft">${t(one.named ? 'join.asking.named' : 'join.asking.invited')}${link && html` · <a href="${one.siteUrl}" rel="nofollow noopener"><bdi>${new URL(one.siteUrl).host}</bdi></a>`}</p>
${one.about && html`<div class="said" dir="auto">${one.about}</div>`}
${one.answer && html`<p>${t(one.answer === 'vouches' ? 'join.asking.vouches' : 'join.asking.unknown')}</p>`}
${
  !seat.isSuspended &&
  html`<form class="form" method="post" action="${at(routes.vouched.href({ member: seat.slug }))}"><input type="hidden" name="application" value="${one.id}">
${areaField(frame, { name: field, label: t('join.asking.words'), hint: t('join.asking.words.hint'), value: mine?.words ?? one.words, rows: 3, fault: mine?.fault })}
<p class="buttons"><button name="answer" value="vouches">${t('join.asking.yes')}</button> <button class="second" name="answer" value="unknown">${t('join.asking.no')}</button></p></form>`
}</li>`
}
