/** The first page: what the network is, what it asks, and the form for a mail address. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { textField, unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'

export type JoinForm = {
  readonly mail: string
  /** As it stands in the form: a browser with JavaScript answers it. */
  readonly challenge: string
  /** Within how many days people have been answered lately, where that can be said. */
  readonly days: number | undefined
  readonly fault?: string | undefined
  readonly refusal?: string | undefined
}

/** The field robots fill in because of its name. */
export const trap = 'website'

export function joinPage(frame: Frame, form: JoinForm): string {
  const { t, network, asset, textOnly } = frame
  const { fault, refusal } = form
  return workLayout(frame, {
    title: t('join.title', { network: network.name }),
    path: routes.join.href({}),
    description: t('join.lede'),
    main: html`<div class="beside"><div class="column"><h1>${t.rich('join.title', { network: html`<bdi>${network.name}</bdi>` })}</h1><p class="lede">${t('join.lede')}</p>
${fault ? unsent(t('notice.unsent', { count: 1 }), [{ name: 'mail', label: t('join.mail'), fault }]) : refusal && unsent(refusal)}
${mailForm(frame, form)}
<section aria-labelledby="how"><h2 id="how">${t('join.how')}</h2>${course(frame, form)}</section></div>
<aside class="side" aria-labelledby="shown"><h2 id="shown">${t('join.shown')}</h2><p>${t('join.shown.open')}</p><p>${t('join.shown.choice')}</p><p>${t('join.shown.never')}</p>
<h2>${t('join.sum')}</h2><p>${t('join.sum.text')}</p></aside></div>
${!textOnly && html`<script type="module" src="${asset('join.js')}"></script>`}`,
  })
}

function mailForm(frame: Frame, { mail, challenge, fault }: JoinForm): Html {
  const { t, at } = frame
  return html`<form class="form" method="post" action="${at(routes.joinSent.href({}))}" data-challenge="${challenge}" data-working="${t('join.working')}">
<input type="hidden" name="challenge" value="${challenge}"><input type="hidden" name="solution">
${textField(frame, { name: 'mail', label: t('join.mail'), hint: t('join.mail.hint'), value: mail, type: 'email', autocomplete: 'email', required: true, fault })}
<div class="trap" aria-hidden="true"><label for="${trap}">${t('join.trap')}</label> <input id="${trap}" name="${trap}" tabindex="-1" autocomplete="off"></div>
<p><button>${t('join.do')}</button></p><p class="hint after" role="status">${t('join.nothing')}</p></form>`
}

/** What comes after, in its order. */
function course({ t }: Frame, { days }: JoinForm): Html {
  const pace = days === undefined ? t('join.how.pace.unknown') : t('join.how.pace', { count: days })
  const steps = [
    [t('join.how.mail'), t('join.how.mail.text')],
    [t('join.how.steps'), t('join.how.steps.text')],
    [t('join.how.mark'), t('join.how.mark.text')],
    [t('join.how.read'), `${t('join.how.read.text')} ${pace}`],
  ]
  return html`<ol class="course">${steps.map(([title, words]) => html`<li><h3>${title}</h3><p>${words}</p></li>`)}</ol>`
}

/** The same for every address, and for robots. */
export function joinSentPage(frame: Frame): string {
  const { t, at } = frame
  return workLayout(frame, {
    title: t('join.sent.title'),
    main: html`<div class="column"><h1>${t('join.sent.title')}</h1><p class="lede">${t('join.sent.text')}</p><p>${t('join.sent.nothing')}</p>
<p class="after"><a href="${at(routes.join.href({}))}">${t('join.sent.back')}</a></p></div>`,
  })
}
