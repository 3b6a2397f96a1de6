/** Days as small bars: what came on each, and on which of them something failed. */
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'

export type DayBar = { readonly day: string; readonly count: number; readonly hasFailed: boolean }

const step = 5
const height = 26
/** Below the line, where failures are marked: not by colour alone, and not over a bar. */
const below = 6

/** `label` says in a sentence what the bars show. The text-only edition has that sentence alone. */
export function dayBars({ textOnly }: Frame, days: readonly DayBar[], label: string): Html {
  if (textOnly) return html`<p class="small">${label}</p>`
  const most = Math.max(1, ...days.map(({ count }) => count))
  // One path for all bars: lists show a chart in every line.
  const bars = days.map(({ count }, i) => {
    const tall = count === 0 ? 0 : Math.max(2, Math.round((count / most) * height))
    return tall === 0 ? '' : box(i * step, height - tall, tall)
  })
  const failed = days.map(({ hasFailed }, i) => (hasFailed ? box(i * step, height + 2, below - 2) : ''))
  const wide = days.length * step
  return html`<svg class="days" viewBox="0 0 ${wide} ${height + below}" preserveAspectRatio="none" role="img" aria-label="${label}"><path class="ground" d="${`M0 ${height + 0.5}h${wide}`}"/><path d="${bars.join('')}"/>${failed.some(Boolean) && html`<path class="failed" d="${failed.join('')}"/>`}</svg>`
}

function box(x: number, y: number, tall: number): string {
  return `M${x} ${y}h${step - 1}v${tall}h-${step - 1}z`
}
