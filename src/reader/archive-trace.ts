/** All the years of the network as one picture: a line for each, and in it twelve months to open. */
import { dayIn } from '../core/story/address.ts'
import { fullSwing, swing, tracePath } from '../core/trace.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'

const mostYears = 60

/** `days` as `2013-09-02`: every one that has stories; at least one. */
export function archiveTrace(frame: Frame, days: ReadonlyMap<string, number>): Html {
  const { network, now, textOnly } = frame
  const today = dayIn(network.timeZone, now)
  const full = fullSwing(days.values())
  const years = Map.groupBy(days, ([day]) => Number(day.slice(0, 4)))
  const first = Math.min(Number((network.foundedOn ?? today).slice(0, 4)), ...years.keys())
  const last = Math.max(Number(today.slice(0, 4)), ...years.keys())
  // The newest year first: most people look for something recent. Gaps stand in it too, but no centuries of them.
  const oldest = Math.max(first, last - mostYears + 1)
  const range = Array.from({ length: last - oldest + 1 }, (_, i) => last - i)
  const rows = [...range, ...[...years.keys()].filter((year) => year < oldest).sort((a, b) => b - a)]
  return html`${busiest(frame, days)}${!textOnly && letters(frame)}<ol class="trace">${rows.map((year) => {
    const stories = (years.get(year) ?? []).reduce((sum, [, count]) => sum + count, 0)
    return row(frame, { year: String(year), stories, days, full, today })
  })}</ol>`
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
  const name = stories > 0 ? html`<a href="${frame.at(routes.archiveYear.href({ year }))}">${year}</a>` : html`${year}`
  return html`<li><h2>${name}</h2>${
    stories > 0
      ? html`<ol class="months">${months.map((month) => part(frame, given, month))}</ol>`
      : html`<p class="months"></p>`
  }<p class="small">${total(frame, stories)}</p></li>
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
  const link = html`<a href="${at(routes.archiveDay.href({ year, month, day: date }))}">${t.day(day, 'day')}</a>`
  return html`<p class="most">${t.rich('archive.trace.most', { day: link, stories: t('count.stories', { count }) })}</p>`
}
