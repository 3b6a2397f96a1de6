/** A count as a bar, for numbers people would rather see than read. */
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'

/** `share` of the whole width, from 0 to 1. It stands beside the number, which says it already. */
export function bar({ textOnly }: Frame, share: number): Html | undefined {
  if (textOnly) return undefined
  const width = Math.max(1, Math.round(share * 1000))
  return html`<svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="10"/></svg>`
}
