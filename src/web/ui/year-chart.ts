/** Stories per year as a small chart: numbers people would rather see than read. */
import { dayIn } from '../../core/story/address.ts'
import { routes } from '../../routes.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'

export type Count = { readonly period: string; readonly stories: number }

const height = 60

export function total(counts: readonly Count[]): number {
  return counts.reduce((sum, { stories }) => sum + stories, 0)
}

/** More bars than this side by side are too narrow for a finger on the smallest telephone (WCAG 2.2, 2.5.8). */
const mostOnPhone = 11

/** A bar a year from `first` to now, each leading to its year; the running year in the accent's colour. */
export function yearChart({ t, network, now, at }: Frame, counts: readonly Count[]): Html {
  const years = everyYear(counts, Number(dayIn(network.timeZone, now).slice(0, 4)), network.foundedOn)
  const most = years.reduce((a, b) => (b.stories > a.stories ? b : a))
  const scale = Math.max(1, most.stories)
  const every = Math.ceil(years.length / 6)
  const last = years.length - 1
  return html`<ol class="${years.length > mostOnPhone ? 'chart chart-long' : 'chart'}" aria-label="${t('front.chart', {
    first: years[0]?.period ?? '',
    last: years[last]?.period ?? '',
    most: most.period,
    count: most.stories,
  })}">${years.map(({ period, stories }, i) => {
    const tall = stories === 0 ? 0 : Math.max(1, Math.round((stories / scale) * height))
    const bar = html`<svg viewBox="0 0 10 ${height}" preserveAspectRatio="none" aria-hidden="true"><rect y="${height - tall}" width="10" height="${tall}"/></svg>`
    const label = html`<span class="${i === last || (last - i) % every === 0 ? 'year' : 'year year-between'}">${period}</span>`
    const says = t('front.chart.bar', { period, count: t.number(stories) })
    return html`<li class="${i === last ? 'now' : undefined}">${
      stories > 0
        ? html`<a href="${at(routes.archiveYear.href({ year: period }))}" title="${says}">${bar}${label}<span class="unseen">${says}</span></a>`
        : html`${bar}${label}`
    }</li>`
  })}</ol>`
}

/** Years without stories stand in it too: a gap is an answer. */
function everyYear(counts: readonly Count[], now: number, foundedOn: string | null): Count[] {
  const known = new Map(counts.map(({ period, stories }) => [Number(period), stories]))
  const founded = foundedOn ? Number(foundedOn.slice(0, 4)) : now
  const first = Math.max(Math.min(founded, now, ...known.keys()), now - 59)
  return Array.from({ length: now - first + 1 }, (_, i) => ({
    period: String(first + i),
    stories: known.get(first + i) ?? 0,
  }))
}
