/** A form that asks the browser for a passkey: hidden until the page's module has found out that it can be answered. */
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import type { Question } from './passkeys.ts'

/** The module that answers them, as the page's layout names it. */
export const passkeyScript = 'passkeys.js'

export type PasskeyForm = {
  /** Whether a passkey is to be shown, or made. */
  readonly asks: 'get' | 'create'
  readonly question: Question
  readonly action: string
  readonly button: string
  /** Fields that are sent with the answer. */
  readonly fields: Html
}

/** What the browser answers goes out in `answer`. What went wrong is said under the button. */
export function passkeyForm({ t, at }: Frame, { asks, question, action, button, fields }: PasskeyForm): Html {
  return html`<form class="form passkey" method="post" action="${at(action)}" data-passkey="${asks}" data-question="${question}" data-cancelled="${t('passkey.cancelled')}" data-known="${t('passkey.known')}" data-failed="${t('passkey.failed')}" hidden>
<input type="hidden" name="answer">${fields}<p><button>${button}</button></p>
<p class="fault" role="status"></p></form>`
}
