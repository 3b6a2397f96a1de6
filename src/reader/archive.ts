/** The archive: years, their months, their days, and a day's stories. */
import type { StoryLine } from '../core/story/story.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { languagesOf, layout } from '../web/layout.ts'
import { storyList } from '../web/ui/story-line.ts'
import type { Count } from '../web/ui/year-chart.ts'
import { earlierLink } from './front.ts'

type Step = { readonly label: string; readonly href: string }

export function archivePage(frame: Frame, years: readonly Count[]): string {
  const { t } = frame
  return periodsPage(frame, {
    title: t('archive.title'),
    lede: years.length > 0 ? t('archive.lede') : t('archive.empty'),
    path: routes.archive.href({}),
    steps: [],
    // The newest year first: most people look for something recent.
    periods: years.toReversed().map(({ period, stories }) => ({
      label: period,
      href: routes.archiveYear.href({ year: period }),
      stories,
    })),
  })
}

/** `months` as `2013-09`. */
export function archiveYearPage(frame: Frame, year: string, months: readonly Count[]): string {
  const { t } = frame
  return periodsPage(frame, {
    title: year,
    lede: months.length > 0 ? total(frame, months) : t('archive.empty.year'),
    path: routes.archiveYear.href({ year }),
    steps: stepsTo(frame),
    periods: months.map(({ period, stories }) => ({
      label: t.day(period, 'monthName'),
      href: routes.archiveMonth.href({ year, month: period.slice(5) }),
      stories,
    })),
  })
}

/** `month` as `2013-09`, `days` as `2013-09-02`. */
export function archiveMonthPage(frame: Frame, month: string, days: readonly Count[]): string {
  const { t } = frame
  const year = month.slice(0, 4)
  return periodsPage(frame, {
    title: t.day(month, 'month'),
    lede: days.length > 0 ? total(frame, days) : t('archive.empty.month'),
    path: routes.archiveMonth.href({ year, month: month.slice(5) }),
    steps: stepsTo(frame, year),
    periods: days.map(({ period, stories }) => ({
      label: t.day(period, 'dayOfMonth'),
      href: routes.archiveDay.href({ year, month: month.slice(5), day: period.slice(8) }),
      stories,
    })),
  })
}

export function archiveDayPage(frame: Frame, day: string, stories: readonly StoryLine[], more: boolean): string {
  const { t, url } = frame
  const [year = '', month = '', date = ''] = day.split('-')
  const path = routes.archiveDay.href({ year, month, day: date })
  const title = t.day(day, 'long')
  return layout(frame, {
    title,
    canonical: `${url}${path}`,
    current: 'archive',
    languages: languagesOf(stories),
    main: html`<div class="column">${steps(frame, stepsTo(frame, year, month))}<h1>${title}</h1>
${stories.length > 0 ? storyList(frame, stories, { dated: false }) : html`<p class="lede">${t('archive.empty.day')}</p>`}
${more && earlierLink(frame, path, stories)}</div>`,
  })
}

type Periods = {
  readonly title: string
  readonly lede: string
  readonly path: string
  readonly steps: readonly Step[]
  readonly periods: readonly { readonly label: string; readonly href: string; readonly stories: number }[]
}

function periodsPage(frame: Frame, { title, lede, path, steps: trail, periods }: Periods): string {
  const { t, url } = frame
  const most = Math.max(1, ...periods.map(({ stories }) => stories))
  return layout(frame, {
    title,
    canonical: `${url}${path}`,
    current: 'archive',
    main: html`<div class="plain">${steps(frame, trail)}<h1>${title}</h1><p class="lede">${lede}</p>
${
  periods.length > 0 &&
  html`<ol class="periods">${periods.map(({ label, href, stories }) => {
    const width = Math.max(1, Math.round((stories / most) * 1000))
    return html`<li><a href="${href}"><span>${label}</span><svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="10"/></svg><span class="small">${t('archive.count', { count: stories })}</span></a></li>`
  })}</ol>`
}</div>`,
  })
}

function total({ t }: Frame, counts: readonly Count[]): string {
  return t('archive.count', { count: counts.reduce((sum, { stories }) => sum + stories, 0) })
}

function stepsTo({ t }: Frame, year?: string, month?: string): Step[] {
  const trail = [{ label: t('archive.title'), href: routes.archive.href({}) }]
  if (year) trail.push({ label: year, href: routes.archiveYear.href({ year }) })
  if (year && month)
    trail.push({ label: t.day(`${year}-${month}`, 'monthName'), href: routes.archiveMonth.href({ year, month }) })
  return trail
}

function steps({ t }: Frame, trail: readonly Step[]): Html | undefined {
  if (trail.length === 0) return undefined
  return html`<nav class="path small" aria-label="${t('archive.path')}"><ol>${trail.map(
    ({ label, href }) => html`<li><a href="${href}">${label}</a></li>`,
  )}</ol></nav>`
}
