/** One's own account on one page: who one is here, how one signs in, where one is signed in, what is kept. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'

export const dones = ['profile', 'mail-sent', 'mail', 'password', 'no-password', 'sessions'] as const
export type Done = (typeof dones)[number]

export type Fault = { readonly name: string; readonly label: string; readonly fault: string }

/** The page of sections; `faults` are those of the form that was sent just now. */
export function accountPage(
  frame: Frame,
  {
    sections,
    faults,
    done,
  }: { readonly sections: readonly Html[]; readonly faults: readonly Fault[]; readonly done?: Done | undefined },
): string {
  const { t } = frame
  return workLayout(frame, {
    title: t('account.title'),
    done: done && t(`account.done.${done}`),
    main: html`<div class="column"><h1>${t('account.title')}</h1>
${faults.length > 0 && unsent(t('form.unsent', { count: faults.length }), faults)}
${sections}</div>`,
  })
}

/** A part of the page with its own heading, to which links lead. */
export function section(id: string, title: string, body: Html): Html {
  return html`<section id="${id}" aria-labelledby="${`${id}-title`}"><h2 id="${`${id}-title`}">${title}</h2>${body}</section>`
}

/** Members moved in from an older system that are said to be theirs: what that means until they have shown it. */
export function claimsSection({ t }: Frame, claims: readonly { readonly name: string }[]): Html {
  return section(
    'claims',
    t('claim.title'),
    html`${claims.map(({ name }) => html`<p class="pairs-line">${t('claim.text', { member: name })}</p>`)}`,
  )
}

/** What is kept of somebody, and the way out. */
export function dataSection({ t, at }: Frame): Html {
  return section(
    'data',
    t('account.data'),
    html`<p class="hint">${t('account.data.hint')}</p><ul class="rows">
<li><a href="${at(routes.accountExport.href({}))}">${t('account.data.export')}</a> <span class="soft">${t('account.data.export.hint')}</span></li>
<li><a href="${at(routes.leave.href({}))}">${t('account.leave')}</a> <span class="soft">${t('account.leave.hint')}</span></li></ul>`,
  )
}
