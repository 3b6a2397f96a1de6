/** The way down to a page: archive, year, month. */
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'

/** `href` as the routes give it. */
export type Step = { readonly label: string; readonly href: string }

export function steps({ t, at }: Frame, trail: readonly Step[]): Html | undefined {
  if (trail.length === 0) return undefined
  return html`<nav class="path small" aria-label="${t('path.label')}"><ol>${trail.map(
    ({ label, href }) => html`<li><a href="${at(href)}">${label}</a></li>`,
  )}</ol></nav>`
}
