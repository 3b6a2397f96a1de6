/** The first step of the set-up: who looks after this network. */
import { shortestPassword } from '../core/account/password.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { html } from '../web/html.ts'
import { setUpLayout } from '../web/set-up-layout.ts'
import { textField, unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'

export type FirstGiven = { readonly key: string; readonly name: string; readonly mail: string }
export type FirstFaults = Readonly<Partial<Record<'name' | 'mail' | 'password', string>>>

export function firstPage(frame: Frame, given: FirstGiven, faults: FirstFaults = {}): string {
  const { t, at } = frame
  const labels = { name: t('account.name'), mail: t('account.mail'), password: t('account.password') }
  const wrong = (['name', 'mail', 'password'] as const).flatMap((name) => {
    const fault = faults[name]
    return fault ? [{ name, label: labels[name], fault }] : []
  })
  const hint = `${t('setup.you.password')} ${t('account.new-password.hint', { count: shortestPassword })}`
  return setUpLayout(frame, {
    step: 'you',
    reached: 'you',
    main: html`${wrong.length > 0 && unsent(t('form.unsent', { count: wrong.length }), wrong)}
<form class="form" method="post" action="${at(routes.setUpSent.href({}))}"><input type="hidden" name="key" value="${given.key}">
${textField(frame, { name: 'name', label: labels.name, hint: t('account.name.hint'), value: given.name, autocomplete: 'nickname', isOptional: true, fault: faults.name })}
${textField(frame, { name: 'mail', label: labels.mail, hint: t('setup.you.mail'), type: 'email', value: given.mail, autocomplete: 'username', required: true, fault: faults.mail })}
${textField(frame, { name: 'password', label: labels.password, hint, type: 'password', autocomplete: 'new-password', isOptional: true, fault: faults.password })}
<p class="buttons"><button>${t('setup.you.do')}</button></p></form>`,
  })
}

/** A link that is over, or was never one. */
export function firstOverPage(frame: Frame): string {
  const { t } = frame
  return workLayout(frame, {
    title: t('setup.over.title'),
    main: html`<div class="column"><h1>${t('setup.over.title')}</h1><p class="lede">${t('setup.over.text')}</p></div>`,
  })
}
