/** A password: set, changed or given up. */
import { type PasswordFault, shortestPassword } from '../core/account/password.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { textField } from '../web/ui/field.ts'
import { section } from './account-page.ts'

export function passwordSection(frame: Frame, setAt: Date | null, fault?: PasswordFault): Html {
  const { t, at } = frame
  return section(
    'password-section',
    t('account.password'),
    html`<p class="hint">${setAt ? t('account.password.since', { date: t.date(setAt, 'day') }) : t('account.password.none')}</p>
<form class="form" method="post" action="${at(routes.passwordSent.href({}))}">
${textField(frame, { name: 'password', label: t('account.new-password'), hint: t('account.new-password.hint', { count: shortestPassword }), type: 'password', autocomplete: 'new-password', fault: fault && passwordFaultWords(frame, fault) })}
<p><button class="second">${t(setAt ? 'account.new-password.change' : 'account.new-password.set')}</button></p></form>
${setAt && html`<form method="post" action="${at(routes.noPasswordSent.href({}))}"><p class="hint"><button class="plainbutton link">${t('account.no-password.do')}</button> ${t('account.no-password.hint')}</p></form>`}`,
  )
}

export function passwordFaultWords({ t }: Frame, fault: PasswordFault): string {
  return fault === 'short' ? t('password.short', { count: shortestPassword }) : t(`password.${fault}`)
}
