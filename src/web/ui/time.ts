/** Moments and days as readers see them, with the exact moment for machines. */
import { dayIn } from '../../core/story/address.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'
import { type DateStyle, localeOf, type Words } from '../messages/messages.ts'

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

/** How long ago, in its largest unit and as short as the language can: `12 min`, `2 days`. The moment stands behind it. */
export function ago({ t, now }: Frame, at: Date): Html {
  const minutes = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000))
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1_440), 'day']
  const format = new Intl.NumberFormat(localeOf(t.language), {
    style: 'unit',
    unit: String(unit),
    unitDisplay: 'short',
  })
  return html`<time datetime="${at.toISOString()}" dir="${t.direction}" title="${t.date(at, 'moment')}">${format.format(Number(count))}</time>`
}
