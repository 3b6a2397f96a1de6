/** Every source there is: its health at a glance, by state, member and words, page by page. */
import { type SourceState, sourceStates } from '../../core/source-health.ts'
import { type ListedSource, type SourceOrder, sourceOrders } from '../../db/source-list.ts'
import { routes } from '../../routes.ts'
import { type Frame, type Query, withQuery } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { settingsPlaces } from '../../web/settings-places.ts'
import type { DayBar } from '../../web/ui/day-bars.ts'
import { time } from '../../web/ui/time.ts'
import { workLayout } from '../../web/work-layout.ts'
import { grantWords, healthWords, sourceChart } from './words.ts'

export type SourceList = {
  readonly sources: readonly (ListedSource & { readonly days: readonly DayBar[] })[]
  readonly counts: ReadonlyMap<SourceState, number>
  readonly state: SourceState | undefined
  readonly order: SourceOrder
  readonly words: string
  /** The only member whose sources are shown. */
  readonly member: { readonly slug: string; readonly name: string } | undefined
  /** Where the next page begins, as its address says it. */
  readonly next: string | undefined
  readonly isFirstPage: boolean
}

/** States as addresses name them. */
export const stateNames: Readonly<Record<SourceState, string>> = {
  failing: 'failing',
  quiet: 'quiet',
  paused: 'paused',
  new: 'new',
  well: 'fine',
}

export function listPage(frame: Frame, list: SourceList): string {
  const { t, at } = frame
  const all = [...list.counts.values()].reduce((sum, count) => sum + count, 0)
  // Where there is nothing at all, there is nothing to look through.
  const hasAny = all > 0 || isNarrowed(list)
  return workLayout(frame, {
    title: t('sources.title'),
    places: settingsPlaces(frame, 'sources'),
    sheets: ['sources.css'],
    main: html`<div class="top"><h1>${t('sources.title')}</h1><p class="acts"><a class="button" href="${at(routes.sourceAdd.href({}))}">${t('sources.add')}</a>
<a href="${at(routes.sourcesImport.href({}))}">${t('sources.import')}</a> <a href="${routes.sourcesOpml.href({})}">${t('sources.export')}</a></p></div>
${
  hasAny &&
  html`${searchForm(frame, list)}
${stateLinks(frame, list, all)}`
}
${list.sources.length > 0 ? rows(frame, list) : html`<p class="empty">${t(hasAny ? 'sources.nothing' : 'sources.none')}</p>`}
${pager(frame, list)}`,
  })
}

function isNarrowed({ words, member }: SourceList): boolean {
  return words !== '' || member !== undefined
}

function address(frame: Frame, list: SourceList, change: Query): string {
  const { words, member, state, order } = list
  const asked = {
    state: state && stateNames[state],
    member: member?.slug,
    q: words || undefined,
    sort: order === 'member' ? undefined : order,
  }
  return frame.at(withQuery(routes.sources.href({}), { ...asked, ...change }))
}

function searchForm(frame: Frame, list: SourceList): Html {
  const { t, at } = frame
  const kept = { state: list.state && stateNames[list.state], sort: list.order === 'member' ? undefined : list.order }
  return html`<form class="search" role="search" method="get" action="${at(routes.sources.href({}))}">${Object.entries(
    kept,
  ).map(([name, value]) => value && html`<input type="hidden" name="${name}" value="${value}">`)}${
    frame.textOnly && html`<input type="hidden" name="text" value="">`
  }${list.member && html`<input type="hidden" name="member" value="${list.member.slug}">`}<label for="q">${t('sources.search')}</label> <input id="q" name="q" type="search" value="${list.words}" dir="auto" autocomplete="off" autocapitalize="off" spellcheck="false"> <button class="second">${t('sources.search.do')}</button></form>
${
  list.member &&
  html`<p class="only">${t.rich('sources.only', { member: html`<b><bdi>${list.member.name}</bdi></b>` })} <a href="${address(frame, list, { member: undefined })}">${t('sources.only.end')}</a></p>`
}`
}

function stateLinks(frame: Frame, list: SourceList, all: number): Html {
  const { t } = frame
  const link = (state: SourceState | undefined, title: string, count: number) =>
    html`<li><a href="${address(frame, list, { state: state && stateNames[state] })}" aria-current="${list.state === state ? 'true' : undefined}">${title} <span class="count">${t.number(count)}</span></a></li>`
  return html`<div class="sift"><nav aria-label="${t('sources.states')}"><ul>${link(undefined, t('sources.all'), all)}${sourceStates.map(
    (state) => link(state, t(`source.state.${state}`), list.counts.get(state) ?? 0),
  )}</ul></nav>
<nav aria-label="${t('sources.sort')}"><ul><li class="soft" aria-hidden="true">${t('sources.sort')}</li>${sourceOrders.map(
    (order) =>
      html`<li><a href="${address(frame, list, { sort: order === 'member' ? undefined : order })}" aria-current="${list.order === order ? 'true' : undefined}">${t(`sources.sort.${order}`)}</a></li>`,
  )}</ul></nav></div>`
}

function rows(frame: Frame, list: SourceList): Html {
  return html`<ul class="sources">${list.sources.map((source) => row(frame, list, source))}</ul>`
}

function row(frame: Frame, list: SourceList, source: SourceList['sources'][number]): Html {
  const { t, at } = frame
  const { id, title, url, memberName, memberSlug, state, grant, nextVisitAt, days } = source
  return html`<li class="${`is-${state}`}"><div class="what"><h2><a href="${at(routes.source.href({ id }))}"><bdi>${title || shortAddress(url)}</bdi></a></h2>
<p class="small"><a href="${address(frame, list, { member: memberSlug })}"><bdi>${memberName}</bdi></a> · <bdi dir="ltr" class="address">${shortAddress(url)}</bdi></p></div>
<div class="how">${sourceChart(frame, days)}</div>
<p class="health"><b>${t(`source.state.${state}`)}</b> ${healthWords(frame, state, source)}</p>
<p class="small when">${t.rich('sources.grant', { grant: grantWords(t, grant) })}${
    state !== 'paused' && html`<br>${t.rich('sources.next', { time: time(frame, nextVisitAt, 'moment') })}`
  }</p></li>`
}

function pager(frame: Frame, list: SourceList): Html {
  const { t } = frame
  return html`<p class="pager">${
    !list.isFirstPage && html`<a href="${address(frame, list, {})}">${t('sources.first')}</a> `
  }${list.next && html`<a href="${address(frame, list, { after: list.next })}">${t('sources.more')}</a>`}</p>`
}

/** As people say it: without scheme and `www.`. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
}
