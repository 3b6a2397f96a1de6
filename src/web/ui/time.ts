/** Moments and days as readers see them, with the exact moment for machines. */
import { dayIn } from '../../core/story/address.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'
import type { DateStyle, Words } from '../messages/messages.ts'

/** Today's news by the clock, older news by its day. */
export function shortTime({ t, network, now }: Frame, at: Date): Html {
  const isToday = dayIn(network.timeZone, at) === dayIn(network.timeZone, now)
  return told(t, at, isToday ? 'time' : 'short')
}

export function time({ t }: Frame, at: Date, style: DateStyle): Html {
  return told(t, at, style)
}

/** In the page's own direction, also on a line that runs the other way: else "21 Nov" would read "Nov 21". */
function told(t: Words, at: Date, style: DateStyle): Html {
  return html`<time datetime="${at.toISOString()}" dir="${t.direction}">${t.date(at, style)}</time>`
}
