/** Passkeys on the pages of one's own account. */
import type { Passkey } from '../db/passkeys.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import type { Words } from '../web/messages/messages.ts'
import { textField, unsent } from '../web/ui/field.ts'
import { steps } from '../web/ui/steps.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import { section } from './account-page.ts'
import { passkeyForm, passkeyScript } from './passkey-form.ts'
import { passkeyKey, type Question } from './passkeys.ts'

/** What was done, as an address may say it. */
export const passkeysDone = ['added', 'renamed', 'removed'] as const
export type PasskeysDone = (typeof passkeysDone)[number]

export type PasskeysView = {
  /** The network's set-up waits to be gone on with. */
  readonly isSettingUp?: boolean
  readonly passkeys: readonly Passkey[]
  /** None where this network's address can have no passkeys, and when there are enough of them. */
  readonly question: Question | undefined
  readonly name: string
  readonly done?: PasskeysDone | undefined
  readonly refusal?: string | undefined
}

/** A passkey is called by its name, else by the day it was added. */
export function passkeyName(t: Words, { name, addedAt }: Pick<Passkey, 'name' | 'addedAt'>): string {
  return name || t('passkeys.unnamed', { date: t.date(addedAt, 'day') })
}

/** The section on the account's first page. */
export function passkeysSection({ t, at }: Frame, passkeys: readonly Passkey[]): Html {
  const names = passkeys.map((passkey) => html`<li><bdi>${passkeyName(t, passkey)}</bdi></li>`)
  return section(
    'passkeys',
    t('passkeys.title'),
    html`${names.length > 0 ? html`<ul class="rows">${names}</ul>` : html`<p class="hint">${t('passkeys.none')}</p>`}
<p class="after"><a href="${at(routes.passkeys.href({}))}">${t(names.length > 0 ? 'passkeys.change' : 'passkeys.begin')}</a></p>`,
  )
}

export function passkeysPage(frame: Frame, view: PasskeysView): string {
  const { t } = frame
  const { passkeys, question, refusal, done } = view
  return workLayout(frame, {
    title: t('passkeys.title'),
    done: done && t(`passkeys.done.${done}`),
    scripts: question ? [passkeyScript] : [],
    main: html`${steps(frame, [{ label: t('account.title'), href: routes.account.href({}) }])}<div class="column"><h1>${t('passkeys.title')}</h1>
${refusal && unsent(refusal)}<p class="lede">${t('passkeys.about')}</p>
${passkeys.length > 0 && html`<ul class="rows">${passkeys.map((passkey) => passkeyLine(frame, passkey))}</ul>`}
${section('add', t('passkeys.add'), question ? addForm(frame, question, view.name) : html`<p>${t(passkeys.length > 0 ? 'passkeys.enough' : 'passkeys.impossible')}</p>`)}
${view.isSettingUp && html`<p class="after"><a href="${frame.at(routes.setUpStep.href({ step: 'facts' }))}">${t('settings.set-up')}</a></p>`}</div>`,
  })
}

function passkeyLine(frame: Frame, passkey: Passkey): Html {
  const { t, at } = frame
  const { addedAt, usedAt, isBackedUp } = passkey
  const name = passkeyName(t, passkey)
  return html`<li><span><b><bdi>${name}</bdi></b> <br><span class="soft">${t.rich('passkeys.added', { date: time(frame, addedAt, 'day') })} · ${
    usedAt ? t.rich('passkeys.used', { date: time(frame, usedAt, 'day') }) : t('passkeys.unused')
  }${isBackedUp && html` · ${t('passkeys.backed-up')}`}</span></span>
<a href="${at(routes.passkey.href({ passkey: passkeyKey(passkey) }))}">${t('passkeys.edit')}<span class="unseen"> <bdi>${name}</bdi></span></a></li>`
}

function addForm(frame: Frame, question: Question, name: string): Html {
  const { t } = frame
  const fields = textField(frame, {
    name: 'name',
    label: t('passkeys.name'),
    hint: t('passkeys.name.hint'),
    value: name,
    isOptional: true,
  })
  const action = routes.passkeyAdded.href({})
  return html`<p class="hint">${t('passkeys.device')}</p><p data-passkey-else>${t('passkeys.needs')}</p>${
    !frame.textOnly && passkeyForm(frame, { asks: 'create', question, action, button: t('passkeys.add.do'), fields })
  }`
}

export type PasskeyView = {
  readonly passkey: Passkey
  readonly name: string
  readonly fault?: string | undefined
  /** Whether it is the only one. */
  readonly isLast: boolean
}

/** One of them: its name, and its end. */
export function passkeyPage(frame: Frame, { passkey, name, fault, isLast }: PasskeyView): string {
  const { t, at } = frame
  const key = passkeyKey(passkey)
  const title = passkeyName(t, passkey)
  const trail = [
    { label: t('account.title'), href: routes.account.href({}) },
    { label: t('passkeys.title'), href: routes.passkeys.href({}) },
  ]
  const label = t('passkeys.name')
  return workLayout(frame, {
    title,
    main: html`${steps(frame, trail)}<div class="column"><h1><bdi>${title}</bdi></h1>
${fault && unsent(t('doors.unsent'), [{ name: 'name', label, fault }])}
<form class="form" method="post" action="${at(routes.passkeyRenamed.href({ passkey: key }))}">${textField(frame, { name: 'name', label, hint: t('passkeys.name.hint'), value: name, fault })}<p><button>${t('passkeys.rename.do')}</button></p></form>
${section(
  'remove',
  t('passkeys.remove'),
  html`<p class="hint">${t('passkeys.remove.text')}${isLast && html` ${t('passkeys.remove.last')}`}</p>
<form method="post" action="${at(routes.passkeyRemoved.href({ passkey: key }))}"><p><button class="danger">${t('passkeys.remove.do')}</button></p></form>`,
)}</div>`,
  })
}
