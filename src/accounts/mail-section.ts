/** The address an account is reached at, and a new one. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { textField } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'
import { section } from './account-page.ts'

export function mailSection(frame: Frame, mail: string, given = '', fault?: string): Html {
  const { t, at } = frame
  return section(
    'mail-address',
    t('account.mail'),
    html`<p class="pairs-line"><bdi>${mail}</bdi></p>
<form class="form" method="post" action="${at(routes.newMailSent.href({}))}">
${textField(frame, { name: 'new-mail', label: t('account.new-mail'), hint: t('account.new-mail.hint'), value: given, type: 'email', autocomplete: 'email', fault })}
<p><button class="second">${t('account.new-mail.do')}</button></p></form>`,
  )
}

/** Where the letter to the new address leads: a button, since programs look at links before people do. */
export function newMailPage(frame: Frame, key: string): string {
  const { t, at } = frame
  return workLayout(frame, {
    title: t('account.new-mail'),
    main: html`<div class="column"><h1>${t('account.new-mail')}</h1><p class="lede">${t('account.new-mail.ready')}</p>
<form class="form" method="post" action="${at(routes.newMailUsed.href({}))}"><input type="hidden" name="key" value="${key}"><p><button autofocus>${t('account.new-mail.use')}</button></p></form></div>`,
  })
}
