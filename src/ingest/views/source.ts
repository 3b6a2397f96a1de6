/** One source: how it does, what it is shown on, what came of each visit, and what can be done about it. */

import { healthOf } from '../../core/source-health.ts'
import type { Grant } from '../../core/story/gate.ts'
import type { Permission } from '../../db/permissions.ts'
import type { RefusedPicture } from '../../db/pictures.ts'
import type { Quarantine } from '../../db/quarantines.ts'
import type { Removal } from '../../db/source-removals.ts'
import type { AskedReread } from '../../db/source-rereads.ts'
import type { StoryGroup } from '../../db/source-stories.ts'
import type { Source, StandingPause } from '../../db/sources.ts'
import type { LedgerSummary, Visit } from '../../db/visits.ts'
import type { Frame } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import type { DayBar } from '../../web/ui/day-bars.ts'
import { unsent } from '../../web/ui/field.ts'
import { steps } from '../../web/ui/steps.ts'
import { time } from '../../web/ui/time.ts'
import { workLayout } from '../../web/work-layout.ts'
import { formatNames } from '../format-names.ts'
import { ledger } from './ledger.ts'
import type { SourceLinks } from './links.ts'
import { quarantineBlock } from './quarantine.ts'
import { refusedPictures } from './refused-pictures.ts'
import { agencyForm, factsForm, grantForm, grantHistory } from './terms.ts'
import { healthWords, type Named, programWords, sourceChart, spanWords, whoWords } from './words.ts'

/** What was done just now, as the address names it. */
const done = [
  'added',
  'paused',
  'resumed',
  'hurried',
  'reread',
  'granted',
  'facts',
  'removed',
  'restored',
  'freed',
  'given-up',
] as const
export type SourceDone = (typeof done)[number]

/** What could not be taken of a form, with what was given. */
export type Faults = {
  readonly grant?: string
  readonly given?: Grant
  readonly agency?: string
  readonly language?: string
  /** Of whoever ends a quarantine. */
  readonly words?: string
  readonly typed?: string
}

export type SourceView = {
  readonly source: Source
  readonly pause: StandingPause | undefined
  readonly removal: Removal | undefined
  readonly grants: readonly (Grant & { readonly grantedAt: Date; readonly grantedBy: string })[]
  readonly permissions: readonly Permission[]
  readonly days: readonly DayBar[]
  readonly visits: readonly Visit[]
  /** Where the page of earlier visits begins, if there are any. */
  readonly earlier: Date | undefined
  readonly isNewest: boolean
  readonly summary: LedgerSummary | undefined
  readonly reread: AskedReread | undefined
  readonly groups: readonly StoryGroup[]
  readonly pictures: readonly RefusedPicture[]
  readonly names: Named
  readonly faults: Faults | undefined
  readonly quarantine: Quarantine | undefined
  readonly links: SourceLinks
  /** Whether the member's own people see it, who have no say in what it is taken for. */
  readonly isOwn: boolean
  readonly mayChange: boolean
  /** Whether whoever looks may go on with what somebody paused. */
  readonly mayResume: boolean
}

export function sourcePage(frame: Frame, view: SourceView): string {
  const { t, query } = frame
  const { source, faults, links, isOwn } = view
  const mayChange = view.mayChange && !view.removal
  const title = titleOf(source)
  const was = done.find((one) => one === query.done)
  const told = faults?.grant ?? faults?.agency ?? faults?.language ?? faults?.words
  return workLayout(frame, {
    title,
    ...(links.places ? { places: links.places } : {}),
    sheets: ['sources.css'],
    done: was && !told ? t(`source.done.${was}`) : undefined,
    main: html`${told && unsent(told)}${steps(frame, links.trail)}<h1><bdi>${title}</bdi></h1>
${quarantineBlock(frame, view)}${view.removal ? removed(frame, view, view.removal) : health(frame, view)}
${
  view.isNewest &&
  html`${sourceFacts(frame, view)}${mayChange && acts(frame, view)}
<section aria-labelledby="terms"><h2 id="terms">${t('source.terms')}</h2>${grantHistory(frame, view)}${mayChange && html`${grantForm(frame, view)}${!isOwn && agencyForm(frame, view)}`}</section>
${mayChange && !isOwn && html`<section aria-labelledby="facts"><h2 id="facts">${t('source.facts')}</h2>${factsForm(frame, view)}</section>`}`
}
${ledger(frame, view)}
${view.isNewest && refusedPictures(frame, view.pictures)}`,
  })
}

export function titleOf({ title, url }: Pick<Source, 'title' | 'url'>): string {
  return title || url.replace(/^https?:\/\//, '')
}

function health(frame: Frame, { source, pause, days, names, quarantine }: SourceView): Html {
  const { t, now } = frame
  const { state } = healthOf(source, now)
  // Its quarantine says why nobody goes there.
  return html`${
    !quarantine &&
    html`<div class="${`state is-${state}`}"><p><b>${t(`source.state.${state}`)}</b> ${healthWords(frame, state, source)}${
      pause &&
      html` <span class="soft">${t.rich('source.paused.by', { who: whoWords(frame, pause.pausedBy, names), time: time(frame, pause.pausedAt, 'moment') })}</span>`
    }</p></div>`
  }
<div class="chart-wide">${sourceChart(frame, days)}</div>`
}

/** What was removed can be brought back: for ten minutes all of it, later a source whose stories stayed. */
function removed(frame: Frame, { links, names, mayChange, mayResume }: SourceView, removal: Removal): Html {
  const { t, at, now } = frame
  const isOver = removal.takesDown && removal.dueAt <= now
  const says = removal.takesDown
    ? isOver
      ? t('source.removed.gone')
      : t.rich('source.removed.going', { time: time(frame, removal.dueAt, 'time') })
    : t('source.removed.stays')
  return html`<div class="state is-removed"><p><b>${t('source.removed')}</b> <span class="soft">${t.rich('source.paused.by', { who: whoWords(frame, removal.removedBy, names), time: time(frame, removal.removedAt, 'moment') })}</span></p><p>${says}</p>
${!isOver && mayChange && mayResume && html`<form method="post" action="${at(links.act('restore'))}"><button>${t('source.restore')}</button></form>`}</div>`
}

function sourceFacts(frame: Frame, { source }: SourceView): Html {
  const { t, now } = frame
  const { url, siteUrl, lastVisitAt, nextVisitAt, habitSeconds, lastNewsAt, intervalSeconds, format, agent } = source
  const isDue = nextVisitAt <= now
  const outer = (address: string) =>
    html`<a href="${address}" rel="noreferrer" dir="ltr" class="address">${address}</a>`
  const pairs: readonly (readonly [string, Html | string | false | null | undefined])[] = [
    [t('source.address'), outer(url)],
    [t('source.site'), siteUrl && outer(siteUrl)],
    [t('source.last'), lastVisitAt ? time(frame, lastVisitAt, 'moment') : t('source.never')],
    [t('source.next'), source.paused === null && (isDue ? t('source.next.now') : time(frame, nextVisitAt, 'moment'))],
    [t('source.pace'), t('source.pace.every', { span: spanWords(t, intervalSeconds) })],
    [t('source.habit'), habitSeconds !== null && t('source.habit.within', { span: spanWords(t, habitSeconds) })],
    [t('source.news'), lastNewsAt && time(frame, lastNewsAt, 'moment')],
    [t('source.format'), format && html`<span dir="ltr">${formatNames[format] ?? format}</span>`],
    [t('source.agent'), t(`agent.${agent}`)],
    [
      t('source.known'),
      source.uniqueness !== 'id' &&
        html`${t(`uniqueness.${uniquenessNames[source.uniqueness]}`)} <span class="soft">${programWords(source.uniquenessWhy)}</span>`,
    ],
    [t('source.moving'), source.movedTo && outer(source.movedTo)],
  ]
  return html`<dl class="pairs">${pairs.map(([name, what]) => what && html`<dt>${name}</dt><dd>${what}</dd>`)}</dl>`
}

/** As the catalogue names them. */
const uniquenessNames = { 'id+link': 'id-link', link: 'link', 'link+title': 'link-title', content: 'content' } as const

function acts(frame: Frame, view: SourceView): Html {
  const { t, at } = frame
  const { links, reread, isOwn, mayResume, quarantine } = view
  const { paused } = view.source
  const button = (act: string, label: string) =>
    html`<form method="post" action="${at(links.act(act))}"><button class="second">${label}</button></form>`
  return html`<div class="acts">${
    paused === null
      ? html`${button('visit', t('source.visit'))}<form class="pause" method="post" action="${at(links.act('pause'))}"><label for="why">${t('source.pause.why')}</label> <input id="why" name="why" dir="auto" maxlength="300" autocomplete="off"> <button class="second">${t('source.pause')}</button></form>`
      : mayResume && !quarantine && button('resume', t('source.resume'))
  }${!isOwn && button('reread', t('source.reread'))}<p><a class="away" href="${at(links.remove)}">${t('source.remove')}</a></p></div>
${!isOwn && rereadWords(frame, reread)}${isOwn && !mayResume && !quarantine && html`<p class="hint">${t('own.paused.staff')}</p>`}`
}

function rereadWords(frame: Frame, reread: AskedReread | undefined): Html {
  const { t } = frame
  if (!reread) return html`<p class="hint">${t('source.reread.hint')}</p>`
  const { items: count, added, changed, refused, forgotten } = reread
  if (!reread.doneAt)
    return html`<p class="hint" role="status">${t.rich('source.reread.waits', { time: time(frame, reread.askedAt, 'moment') })}</p>`
  return html`<p class="hint" role="status">${t.rich('source.reread.done', { time: time(frame, reread.doneAt, 'moment') })} ${t('source.reread.came', { count, added, changed })}${
    refused > 0 && html` ${t('source.reread.refused', { count: refused })}`
  }${forgotten > 0 && html` ${t('source.reread.forgotten', { count: forgotten })}`}</p>`
}
