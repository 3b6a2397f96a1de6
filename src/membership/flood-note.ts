/** What whoever applied while very many did is told. */
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'

export function floodNote({ t }: Frame): Html {
  return html`<div class="said"><p><b>${t('join.flood.title')}</b></p><p>${t('join.flood.text')}</p></div>`
}
