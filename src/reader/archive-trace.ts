/** All the years of the network as one picture: a line for each, and in it twelve months to open. */
import { dayIn } from '../core/story/address.ts'
import { fullSwing, swing, tracePath } from '../core/trace.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { keepDay } from '../web/messages/typeset.ts'

/** `days` as `2013-09-02`: every one that has stories; at least one. */
export function archiveTrace(frame: Frame, days: ReadonlyMap<string, number>): Html {
  const { network, now, textOnly } = frame
  const years = Map.groupBy(days, ([day]) => Number(day.slice(0, 4)))
  const thisYear = Number(dayIn(network.timeZone, now).slice(0, 4))
  const first = Math.min(network.foundedOn ? Number(network.foundedOn.slice(0, 4)) : thisYear, ...years.keys())
  const last = Math.max(thisYear, ...years.keys())
  const given = { days, full: fullSwing(days.values()), today: dayIn(network.timeZone, now) }
  return html`${busiest(frame, days)}${!textOnly && letters(frame)}<ol class="trace">${spans(first, last, years).map(
    ([from, to]) => {
      const stories = (years.get(from) ?? []).reduce((sum, [, count]) => sum + count, 0)
      return stories > 0 ? row(frame, { ...given, year: String(from), stories }) : gap(frame, from, to)
    },
  )}</ol>`
}

/**
 * The newest year first: most people look for something recent. A gap is an answer and stands in it too, in one line
 * however many years it has.
 */
function spans(first: number, last: number, years: ReadonlyMap<number, unknown>): [from: number, to: number][] {
  const found: [number, number][] = []
  for (let year = last; year >= first; year -= 1) {
    const newer = found.at(-1)
    if (newer && !years.has(year) && !years.has(newer[0])) newer[0] = year
    else found.push([year, year])
  }
  return found
}

function gap(frame: Frame, from: number, to: number): Html {
  const name = from === to ? `${from}` : `${from}–${String(to).slice(2)}`
  return html`<li><h2><bdi>${name}</bdi></h2><p class="small">${total(frame, 0)}</p><p class="months"></p></li>
`
}

type Row = {
  readonly year: string
  readonly stories: number
  readonly days: ReadonlyMap<string, number>
  readonly full: number
  readonly today: string
}

function row(frame: Frame, given: Row): Html {
  const { year, stories } = given
  return html`<li><h2><a href="${frame.at(routes.archiveYear.href({ year }))}">${year}</a></h2><p class="small">${total(frame, stories)}</p><ol class="months">${months.map((month) => part(frame, given, month))}</ol></li>
`
}

/** Whoever sees the column of numbers knows what they count. */
function total({ t, textOnly }: Frame, stories: number): Html {
  const says = t('count.stories', { count: stories })
  if (textOnly) return html`${says}`
  return html`<span aria-hidden="true">${t.number(stories)}</span><span class="unseen">${says}</span>`
}

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

/** A month leads to its page; one without stories is the line alone. */
function part({ t, at, textOnly }: Frame, { year, days, full, today }: Row, month: string): Html | undefined {
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const name = `${year}-${month}`
  const counts = Array.from({ length }, (_, i) => days.get(`${name}-${String(i + 1).padStart(2, '0')}`) ?? 0)
  const stories = counts.reduce((sum, count) => sum + count, 0)
  if (stories === 0) return textOnly ? undefined : html`<li aria-hidden="true"></li>`
  const line = tracePath(counts, full)
  const drawn = html`<svg viewBox="0 0 ${length} ${2 * swing}" preserveAspectRatio="none" aria-hidden="true"><path d="${line}"/></svg>`
  const says = t('archive.trace.month', {
    month: t.titled(t.day(name, 'month')),
    stories: t('count.stories', { count: stories }),
  })
  return html`<li class="${today.startsWith(name) ? 'now' : undefined}"><a href="${at(routes.archiveMonth.href({ year, month }))}" title="${textOnly ? undefined : says}">${!textOnly && drawn}<span class="unseen">${says}</span></a></li>`
}

/** Whoever looks at the picture has them over its columns; who hears it, hears each month's name. */
function letters({ t }: Frame): Html {
  return html`<p class="monthletters" aria-hidden="true">${months.map((month) => html`<span>${t.day(`2026-${month}`, 'monthLetter')}</span>`)}</p>`
}

function busiest({ t, at }: Frame, days: ReadonlyMap<string, number>): Html {
  const [day, count] = [...days].reduce((most, one) => (one[1] > most[1] ? one : most))
  const [year = '', month = '', date = ''] = day.split('-')
  const link = html`<a href="${at(routes.archiveDay.href({ year, month, day: date }))}">${keepDay(t.day(day, 'day'))}</a>`
  return html`<p class="most">${t.rich('archive.trace.most', { day: link, stories: t('count.stories', { count }) })}</p>`
}
