/** Moments and days as readers see them, with the exact moment for machines. */
import { dayIn } from '../../core/story/address.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'
import type { DateStyle } from '../messages/messages.ts'

/** Today's news by the clock, older news by its day. */
export function shortTime({ t, network, now }: Frame, at: Date): Html {
  const isToday = dayIn(network.timeZone, at) === dayIn(network.timeZone, now)
  return html`<time datetime="${at.toISOString()}">${t.date(at, isToday ? 'time' : 'short')}</time>`
}

export function time({ t }: Frame, at: Date, style: DateStyle): Html {
  return html`<time datetime="${at.toISOString()}">${t.date(at, style)}</time>`
}
