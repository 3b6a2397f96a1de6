/** A bar of letters, and the letters it leads to. */
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'

/** `page`: the address of the page a letter is on, empty for this one. */
export function letterBar({ t }: Frame, letters: readonly { readonly letter: string; readonly page: string }[]): Html {
  return html`<nav class="letters" aria-label="${t('letters.label')}"><ul>${letters.map(
    ({ letter, page }) => html`<li><a href="${`${page}#${idOf(letter)}`}"><bdi>${letter}</bdi></a></li>`,
  )}</ul></nav>`
}

/** What stands under a letter. */
export function letterSection(letter: string, list: Html): Html {
  return html`<section class="letter"><h2 id="${idOf(letter)}"><bdi>${letter}</bdi></h2>
${list}</section>
`
}

/** An id that any address can carry. */
function idOf(letter: string): string {
  return `letter-${[...letter].map((c) => (/[A-Z]/.test(c) ? c.toLowerCase() : (c.codePointAt(0) ?? 0).toString(16))).join('-')}`
}
