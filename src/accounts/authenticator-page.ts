/** The authenticator on the pages of one's own account: set up, in force, removed. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { textField, unsent } from '../web/ui/field.ts'
import { qrCode } from '../web/ui/qr-code.ts'
import { steps } from '../web/ui/steps.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import { section } from './account-page.ts'

export type AuthenticatorState = {
  /** Since when codes are asked for; null where they are not. */
  readonly since: Date | null
  readonly codesLeft: number
}

/** What was done, as an address may say it. */
export const authenticatorDone = ['on', 'off', 'codes'] as const
export type AuthenticatorDone = (typeof authenticatorDone)[number]

/** Fewer are too few to rely on. */
const few = 3

/** The section on the account's first page. */
export function authenticatorSection(frame: Frame, state: AuthenticatorState): Html {
  const { t, at } = frame
  const { since } = state
  return section(
    'authenticator',
    t('authenticator.title'),
    html`${since ? inForce(frame, since, state.codesLeft) : html`<p class="hint">${t('authenticator.none')}</p>`}
<p class="after"><a href="${at(routes.authenticator.href({}))}">${t(since ? 'authenticator.change' : 'authenticator.begin')}</a></p>`,
  )
}

function inForce(frame: Frame, since: Date, codesLeft: number): Html {
  const { t } = frame
  return html`<p class="after">${t.rich('authenticator.since', { date: time(frame, since, 'day') })} ${t('codes.left', { count: codesLeft })}${codesLeft < few && html` <b>${t('codes.few')}</b>`}</p>`
}

export type SetUpView = {
  /** In base32. */
  readonly shared: string
  /** The same, for the form to bring back. */
  readonly sealed: string
  /** The address programs read, after `otpauth://totp/`. */
  readonly address: string
  readonly fault?: string | undefined
  readonly refusal?: string | undefined
  readonly done?: AuthenticatorDone | undefined
}

export function setUpPage(frame: Frame, view: SetUpView): string {
  const { t, at } = frame
  const { shared, sealed, address, fault, refusal } = view
  const label = t('authenticator.code')
  const code = { name: 'code', label, hint: t('code.hint'), fault, autocomplete: 'one-time-code', required: true }
  return authenticatorLayout(
    frame,
    view.done,
    html`${fault && unsent(t('doors.unsent'), [{ name: 'code', label, fault }])}${refusal && unsent(refusal)}<p class="lede">${t('authenticator.about')}</p>
${section(
  'scan',
  t('authenticator.scan'),
  html`<p class="hint">${t('authenticator.scan.text')}</p>
<div class="read">${!frame.textOnly && qrCode(`otpauth://totp/${address}`, t('authenticator.qr'))}<div><p><a href="otpauth://totp/${address}">${t('authenticator.open')}</a></p>
<p class="hint">${t('authenticator.by-hand')}</p><p><code class="shared" dir="ltr">${shared.replace(/(.{4})(?=.)/g, '$1 ')}</code></p></div></div>`,
)}
${section(
  'confirm',
  t('authenticator.confirm'),
  html`<form class="form" method="post" action="${at(routes.authenticatorSent.href({}))}"><input type="hidden" name="sealed" value="${sealed}">
${textField(frame, { ...code, inputMode: 'numeric' })}
<p><button>${t('authenticator.confirm.do')}</button></p></form>`,
)}`,
  )
}

/** While it is in force. */
export function authenticatorPage(
  frame: Frame,
  { since, codesLeft }: { readonly since: Date; readonly codesLeft: number },
  done: AuthenticatorDone | undefined,
): string {
  const { t, at } = frame
  return authenticatorLayout(
    frame,
    done,
    html`${inForce(frame, since, codesLeft)}
${section(
  'codes',
  t('codes.title'),
  html`<p class="hint">${t('codes.about')} ${t('codes.again')}</p>
<form method="post" action="${at(routes.recoveryCodesMade.href({}))}"><p><button class="second">${t('codes.again.do')}</button></p></form>`,
)}
${section(
  'remove',
  t('authenticator.remove'),
  html`<p class="hint">${t('authenticator.remove.text')}</p>
<form method="post" action="${at(routes.authenticatorRemoved.href({}))}"><p><button class="danger">${t('authenticator.remove.do')}</button></p></form>`,
)}`,
  )
}

function authenticatorLayout(frame: Frame, done: AuthenticatorDone | undefined, main: Html): string {
  const { t } = frame
  const title = t('authenticator.title')
  return workLayout(frame, {
    title,
    done: done && t(`authenticator.done.${done}`),
    main: html`${steps(frame, [{ label: t('account.title'), href: routes.account.href({}) }])}<div class="column"><h1>${title}</h1>
${main}</div>`,
  })
}
