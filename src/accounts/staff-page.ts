/** Who has which right, who is invited, and the forms to change that. */
import { type Right, rights } from '../core/account/rights.ts'
import type { AccountId } from '../core/id.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { settingsPlaces } from '../web/settings-places.ts'
import { author, type Names } from '../web/ui/author.ts'
import { faultLine, textField, unsent } from '../web/ui/field.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'

export const dones = ['granted', 'invited', 'removed', 'ended', 'same'] as const
export type Done = (typeof dones)[number]

export type StaffLine = {
  readonly account: AccountId
  readonly mail: string
  readonly name: string
  readonly right: Right
  readonly at: Date
  readonly by: string
}
export type Invited = {
  readonly account: AccountId
  readonly mail: string
  readonly rights: readonly Right[]
  readonly until: Date
  readonly by: string
}

export type StaffView = {
  readonly staff: readonly StaffLine[]
  readonly invited: readonly Invited[]
  readonly names: Names
  readonly done?: Done | undefined
  /** What was typed into the form for somebody new, and what is wrong with it. */
  readonly given?: { readonly mail: string; readonly rights: readonly Right[] }
  readonly faults?: { readonly mail?: string | undefined; readonly right?: string | undefined }
  /** What stands in the way of taking a right away. */
  readonly refusal?: string | undefined
}

export function staffPage(frame: Frame, view: StaffView): string {
  const { t } = frame
  const { faults = {} } = view
  const wrong = [
    ...(faults.mail ? [{ name: 'mail', label: t('account.mail'), fault: faults.mail }] : []),
    ...(faults.right ? [{ name: `right-${rights[0]}`, label: t('staff.rights'), fault: faults.right }] : []),
  ]
  return workLayout(frame, {
    title: t('staff.title'),
    places: settingsPlaces(frame, 'staff'),
    done: view.done && t(`staff.done.${view.done}`),
    main: html`<div class="wide"><h1>${t('staff.title')}</h1><p class="lede">${t('staff.lede')}</p>
${view.refusal && unsent(view.refusal)}${wrong.length > 0 && unsent(t('form.unsent', { count: wrong.length }), wrong)}
<ul class="rows staff">${people(view.staff).map((lines) => person(frame, view, lines))}</ul>
${
  view.invited.length > 0 &&
  html`<section aria-labelledby="invited"><h2 id="invited">${t('staff.invited')}</h2><ul class="rows staff">${view.invited.map((one) => invitedLine(frame, view.names, one))}</ul></section>
`
}${newForm(frame, view)}</div>`,
  })
}

/** The lines of one person together, in the order they came. */
function people(staff: readonly StaffLine[]): (readonly StaffLine[])[] {
  return [...Map.groupBy(staff, ({ account }) => account).values()]
}

function person(frame: Frame, { names }: StaffView, lines: readonly StaffLine[]): Html {
  const [{ name, mail } = { name: '', mail: '' }] = lines
  return html`<li><div><b><bdi>${name}</bdi></b> <span class="soft"><bdi dir="ltr">${mail}</bdi></span></div><ul class="held">${lines.map(
    (line) => rightLine(frame, names, line),
  )}</ul></li>`
}

function rightLine(frame: Frame, names: Names, { account, name, right, at, by }: StaffLine): Html {
  const { t } = frame
  const id = `why-${right}-${account}`
  const title = t(`right.${right}`)
  return html`<li><span>${title} <span class="soft">${t.rich('staff.since', { date: time(frame, at, 'day'), who: author(frame, names, by) })}</span></span>
<details><summary>${t('staff.remove')}<span class="unseen"> ${title}, ${name}</span></summary>
<form class="form" method="post" action="${frame.at(routes.staffRemoved.href({}))}"><input type="hidden" name="account" value="${account}"><input type="hidden" name="right" value="${right}">
<p class="label"><label for="${id}">${t('staff.why')}</label></p><input id="${id}" name="why" dir="auto" maxlength="500" required autocomplete="off">
<p><button class="danger">${t('staff.remove.do', { right: title })}</button></p></form></details></li>`
}

function invitedLine(frame: Frame, names: Names, { account, mail, rights: given, until, by }: Invited): Html {
  const { t } = frame
  return html`<li><div><bdi dir="ltr">${mail}</bdi> <span class="soft">${t.list(given.map((right) => t(`right.${right}`)))} · ${t.rich('staff.invited.until', { date: time(frame, until, 'day'), who: author(frame, names, by) })}</span></div>
<form method="post" action="${frame.at(routes.invitationEnded.href({}))}"><input type="hidden" name="account" value="${account}"><button class="plainbutton link">${t('staff.invited.end')}<span class="unseen"> ${mail}</span></button></form></li>`
}

function newForm(frame: Frame, { given = { mail: '', rights: [] }, faults = {} }: StaffView): Html {
  const { t, at } = frame
  return html`<section aria-labelledby="new"><h2 id="new">${t('staff.new')}</h2><p class="hint">${t('staff.new.hint')}</p>
<form class="form" method="post" action="${at(routes.staffSent.href({}))}">
${textField(frame, { name: 'mail', label: t('account.mail'), type: 'email', value: given.mail, required: true, fault: faults.mail })}
<fieldset class="${faults.right ? 'field wrong' : 'field'}" aria-describedby="${faults.right && 'right-fault'}"><legend>${t('staff.rights')}</legend><ul class="choices">${rights.map(
    (right) =>
      html`<li><input type="checkbox" id="${`right-${right}`}" name="right" value="${right}" checked="${given.rights.includes(right)}" aria-describedby="${`right-${right}-hint`}"><span><label for="${`right-${right}`}">${t(`right.${right}`)}</label><span class="hint" id="${`right-${right}-hint`}">${t(`right.${right}.hint`)}</span></span></li>`,
  )}</ul>${faults.right && faultLine('right', faults.right)}</fieldset>
<p><button>${t('staff.new.do')}</button></p></form></section>`
}
