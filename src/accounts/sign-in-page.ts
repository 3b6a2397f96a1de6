/** The door: address and password, or a link by mail. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { textField, unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'
import { passkeyForm, passkeyScript } from './passkey-form.ts'
import type { Question } from './passkeys.ts'

export type SignInForm = {
  readonly mail: string
  /** Where to go afterwards, a path of ours. */
  readonly to: string
  readonly refusal?: string | undefined
  /** None where this network's address can have no passkeys. */
  readonly question?: Question | undefined
}

export function signInPage(frame: Frame, form: SignInForm): string {
  const { t, visitor } = frame
  const title = t(visitor ? 'sign-in.again' : 'sign-in.title')
  return workLayout(frame, {
    title,
    scripts: form.question ? [passkeyScript] : [],
    main: html`<div class="column"><h1>${title}</h1>${visitor && html`<p class="lede">${t('sign-in.again.text')}</p>`}
${form.refusal && unsent(form.refusal)}
${passkeyDoor(frame, form)}
${passwordForm(frame, form)}
${linkForm(frame, form)}</div>`,
  })
}

/** First, and shown where the browser can answer it. */
function passkeyDoor(frame: Frame, { question, to }: SignInForm): Html | undefined {
  const { t, textOnly } = frame
  if (!question || textOnly) return undefined
  const fields = html`<input type="hidden" name="to" value="${to}"><p class="hint">${t('passkey.about')}</p>`
  const action = routes.passkeySent.href({})
  return passkeyForm(frame, { asks: 'get', question, action, button: t('passkey.do'), fields })
}

function passwordForm(frame: Frame, { mail, to }: SignInForm): Html {
  const { t, at } = frame
  return html`<form class="form" method="post" action="${at(routes.signInSent.href({}))}"><input type="hidden" name="to" value="${to}">
${textField(frame, { name: 'mail', label: t('account.mail'), type: 'email', value: mail, autocomplete: 'username webauthn', required: true })}
${textField(frame, { name: 'password', label: t('account.password'), type: 'password', autocomplete: 'current-password', required: true })}
<p><button>${t('sign-in.do')}</button></p></form>`
}

/** Beside the password, not behind it: many will never have one. */
function linkForm(frame: Frame, { mail, to }: SignInForm): Html {
  const { t, at } = frame
  return html`<section class="other" aria-labelledby="by-link"><h2 id="by-link">${t('sign-in.link.title')}</h2><p class="hint">${t('sign-in.link.text')}</p>
<form class="form" method="post" action="${at(routes.linkSent.href({}))}"><input type="hidden" name="to" value="${to}">
${textField(frame, { name: 'address', label: t('account.mail'), type: 'email', value: mail, autocomplete: 'email', required: true })}
<p><button class="second">${t('sign-in.link.do')}</button></p></form></section>`
}

/** The same whether or not the address is somebody's. */
export function linkSentPage(frame: Frame): string {
  const { t, at } = frame
  return workLayout(frame, {
    title: t('sign-in.sent.title'),
    main: html`<div class="column"><h1>${t('sign-in.sent.title')}</h1><p class="lede">${t('sign-in.sent.text')}</p><p>${t('sign-in.sent.nothing')}</p>
<p><a href="${at(routes.signIn.href({}))}">${t('sign-in.back')}</a></p></div>`,
  })
}

/** What a link in a mail opens. Programs that look at links before people do would use it up: so a button does. */
export function linkPage(frame: Frame, key: string, to: string): string {
  const { t, at } = frame
  return workLayout(frame, {
    title: t('sign-in.title'),
    main: html`<div class="column"><h1>${t('sign-in.title')}</h1><p class="lede">${t('sign-in.link.ready')}</p>
<form class="form" method="post" action="${at(routes.linkUsed.href({}))}"><input type="hidden" name="key" value="${key}"><input type="hidden" name="to" value="${to}"><p><button autofocus>${t('sign-in.do')}</button></p></form></div>`,
  })
}

/** A link that is used, or over. */
export function linkOverPage(frame: Frame): string {
  const { t, at, visitor } = frame
  const own = visitor?.isApplying ? routes.application : routes.account
  return workLayout(frame, {
    title: t('sign-in.over.title'),
    main: html`<div class="column"><h1>${t('sign-in.over.title')}</h1><p class="lede">${t('sign-in.over.text')}</p>
${
  visitor
    ? html`<p><a href="${at(own.href({}))}">${t('sign-in.over.signed-in')}</a></p>`
    : html`<ul class="points"><li><a href="${at(routes.signIn.href({}))}">${t('sign-in.over.again')}</a></li><li><a href="${at(routes.join.href({}))}">${t('sign-in.over.join')}</a></li></ul>`
}</div>`,
  })
}
