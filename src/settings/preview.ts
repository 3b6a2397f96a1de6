/** What readers would see of the facts: the masthead on light and on dark paper, in the colour asked for. */
import type { Network } from '../core/network.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { masthead } from '../web/layout.ts'
import type { FactChange } from './facts.ts'

/** Stands at the side of a form. Its stylesheet puts the whole page into the colour. */
export function mastheadPreview(frame: Frame, network: Network, change: FactChange): Html | undefined {
  const { t, textOnly } = frame
  // In words alone there is nothing to see.
  if (textOnly) return undefined
  const shown = { ...network, ...change }
  const like = masthead({ ...frame, network: shown }, { title: t('settings.look') })
  const sheet = routes.accent.href({ file: `${shown.accent.replace('#', '')}.css` })
  return html`<h2 id="looks-like">${t('settings.look')}</h2>${shown.accent !== network.accent && html`<link rel="stylesheet" href="${sheet}">`}
<div class="look onlight" inert>${like}</div><div class="look ondark" inert>${like}</div><p class="soft">${t('settings.look.hint')}</p>`
}
