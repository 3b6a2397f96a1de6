/** The second step of signing in: a code of the authenticator, or a recovery code. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { html } from '../web/html.ts'
import { textField, unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'
import { section } from './account-page.ts'

export type SecondStepForm = {
  readonly to: string
  readonly recovery: string
  /** What is wrong, and with which of the two. */
  readonly fault?: { readonly field: 'code' | 'recovery'; readonly words: string } | undefined
  /** What stands in the way of both. */
  readonly refusal?: string | undefined
}

export function secondStepPage(frame: Frame, { to, recovery, fault, refusal }: SecondStepForm): string {
  const { t, at } = frame
  const title = t('code.title')
  const action = at(routes.codeSent.href({}))
  const labels = { code: t('code.label'), recovery: t('code.recovery.label') }
  const faultOf = (field: 'code' | 'recovery') => (fault?.field === field ? fault.words : undefined)
  const told =
    fault && unsent(t('doors.unsent'), [{ name: fault.field, label: labels[fault.field], fault: fault.words }])
  return workLayout(frame, {
    title,
    main: html`<div class="column"><h1>${title}</h1>${told}${refusal && unsent(refusal)}<p class="lede">${t('code.about')}</p>
<form class="form" method="post" action="${action}"><input type="hidden" name="to" value="${to}">
${textField(frame, { name: 'code', label: labels.code, hint: t('code.hint'), fault: faultOf('code'), autocomplete: 'one-time-code', inputMode: 'numeric', required: true })}
<p><button>${t('sign-in.do')}</button></p></form>
${section(
  'without',
  t('code.recovery.title'),
  html`<p class="hint">${t('code.recovery.about')}</p>
<form class="form" method="post" action="${action}"><input type="hidden" name="to" value="${to}">
${textField(frame, { name: 'recovery', label: labels.recovery, hint: t('code.recovery.hint'), value: recovery, fault: faultOf('recovery'), required: true })}
<p><button class="second">${t('code.recovery.do')}</button></p></form>`,
)}
<p class="after"><a href="${at(routes.signIn.href({}))}">${t('sign-in.back')}</a></p></div>`,
  })
}
