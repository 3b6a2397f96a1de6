/** The archive: years, their months, their days, and a day's stories. */
import type { StoryLine } from '../core/story/story.ts'
import { routes, searchHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { languagesOf, layout } from '../web/layout.ts'
import { keepDay } from '../web/messages/typeset.ts'
import { bar } from '../web/ui/bar.ts'
import { type Step, steps } from '../web/ui/steps.ts'
import { storyList } from '../web/ui/story-line.ts'
import type { Count } from '../web/ui/year-chart.ts'
import { archiveTrace } from './archive-trace.ts'
import { feedsOf } from './feed-links.ts'
import { nothingHere } from './nothing-here.ts'
import { earlierLink } from './paging.ts'

/** `days` as `2013-09-02`: every one that has stories. */
export function archivePage(frame: Frame, days: ReadonlyMap<string, number>): string {
  const { t, at } = frame
  const title = t('archive.title')
  return layout(frame, {
    title,
    path: routes.archive.href({}),
    sheets: ['archive.css'],
    current: 'archive',
    main: html`<div class="plain"><h1>${title}</h1>${
      days.size > 0
        ? html`${!frame.textOnly && html`<p class="lede">${t('archive.trace.lede')}</p>`}
<p class="links"><a href="${at(routes.search.href({}))}">${t('archive.search')}</a></p>
${archiveTrace(frame, days)}`
        : nothingHere(frame, t('archive.empty'))
    }</div>`,
  })
}

/** `months` as `2013-09`. */
export function archiveYearPage(frame: Frame, year: string, months: readonly Count[]): string {
  const { t } = frame
  return periodsPage(frame, {
    title: year,
    empty: t('archive.empty.year'),
    path: routes.archiveYear.href({ year }),
    find: searchHref(`from=${year}&to=${year}`),
    steps: stepsTo(frame),
    periods: months.map(({ period, stories }) => ({
      label: t.titled(t.day(period, 'monthName')),
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
    title: t.titled(t.day(month, 'month')),
    empty: t('archive.empty.month'),
    path: routes.archiveMonth.href({ year, month: month.slice(5) }),
    find: searchHref(`from=${month}&to=${month}`),
    feed: ({ feed }) => routes.archiveMonthFeed.href({ year, month: month.slice(5), feed }),
    steps: stepsTo(frame, year),
    periods: days.map(({ period, stories }) => ({
      label: t.titled(t.day(period, 'dayOfMonth')),
      href: routes.archiveDay.href({ year, month: month.slice(5), day: period.slice(8) }),
      stories,
    })),
  })
}

export function archiveDayPage(frame: Frame, day: string, stories: readonly StoryLine[], more: boolean): string {
  const { t } = frame
  const [year = '', month = '', date = ''] = day.split('-')
  const path = routes.archiveDay.href({ year, month, day: date })
  const title = t.titled(t.day(day, 'long'))
  return layout(frame, {
    title,
    path,
    current: 'archive',
    feeds: feedsOf(title, ({ feed }) => routes.archiveDayFeed.href({ year, month, day: date, feed })),
    languages: languagesOf(stories),
    main: html`<div class="column">${steps(frame, stepsTo(frame, year, month))}<h1>${keepDay(title)}</h1>
${stories.length > 0 ? storyList(frame, stories, { dated: false }) : nothingHere(frame, t('archive.empty.day'))}
${more && earlierLink(frame, path, stories)}</div>`,
  })
}

type Periods = {
  readonly title: string
  readonly empty: string
  readonly path: string
  /** Where the stories of this time are searched. */
  readonly find: string
  readonly feed?: (args: { feed: string }) => string
  readonly steps: readonly Step[]
  readonly periods: readonly { readonly label: string; readonly href: string; readonly stories: number }[]
}

function periodsPage(frame: Frame, { title, empty, path, find, feed, steps: trail, periods }: Periods): string {
  const { t, at } = frame
  const most = Math.max(1, ...periods.map(({ stories }) => stories))
  return layout(frame, {
    title,
    path,
    current: 'archive',
    feeds: feed ? feedsOf(title, feed) : [],
    main: html`<div class="plain">${steps(frame, trail)}<h1>${title}</h1>${
      periods.length === 0
        ? nothingHere(frame, empty)
        : html`<p class="lede">${total(frame, periods)}</p>
<p class="links"><a href="${at(find)}">${t('archive.search.these')}</a></p><ol class="periods">${periods.map((period) => html`<li><a href="${at(period.href)}">${told(frame, period, most)}</a></li>`)}</ol>`
    }</div>`,
  })
}

/** "January 31 stories" would be a day: who reads words alone, or hears them, has a mark between the two. */
function told(frame: Frame, { label, stories }: Periods['periods'][number], most: number): Html {
  const { t, textOnly } = frame
  const count = t('count.stories', { count: stories })
  if (textOnly) return html`${t('archive.trace.month', { month: label, stories: count })}`
  return html`<span>${label}<span class="unseen">, </span></span> ${bar(frame, stories / most)}<span class="small">${count}</span>`
}

function total({ t }: Frame, counts: readonly { readonly stories: number }[]): string {
  return t('count.stories', { count: counts.reduce((sum, { stories }) => sum + stories, 0) })
}

function stepsTo({ t }: Frame, year?: string, month?: string): Step[] {
  const trail = [{ label: t('archive.title'), href: routes.archive.href({}) }]
  if (year) trail.push({ label: year, href: routes.archiveYear.href({ year }) })
  if (year && month)
    trail.push({
      label: t.titled(t.day(`${year}-${month}`, 'monthName')),
      href: routes.archiveMonth.href({ year, month }),
    })
  return trail
}
