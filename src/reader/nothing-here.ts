/** A list with nothing in it: it says so, and where there is something. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'

export function nothingHere({ t, at }: Frame, why: string): Html {
  return html`<p class="lede">${why}</p><ul class="plainlist">
<li><a href="${at(routes.front.href({}))}">${t('notFound.latest')}</a></li>
<li><a href="${at(routes.search.href({}))}">${t('notFound.search')}</a></li>
<li><a href="${at(routes.members.href({}))}">${t('notFound.members')}</a></li></ul>`
}
