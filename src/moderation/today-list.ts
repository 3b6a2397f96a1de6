/** The list of today beside whatever of it is open: both on a wide screen, one after the other on a small one. */
import { visitorOf } from '../core/account/visitor.ts'
import type { AccountId } from '../core/id.ts'
import type { PendingDecision } from '../db/decisions.ts'
import { routes } from '../routes.ts'
import { type Frame, withQuery } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { ago } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import { places } from './places.ts'

export type TodayLine = {
  readonly href: string
  readonly title: string
  /** What it is, in a few words each. */
  readonly says: readonly string[]
  readonly since: Date
  readonly isHot?: boolean
  /** It waits for somebody else. */
  readonly isQuiet?: boolean
}

export type CountKey =
  | 'notices'
  | 'appeals'
  | 'applications'
  | 'aside'
  | 'returned'
  | 'held'
  | 'drafts'
  | 'proofs'
  | 'quarantines'
  | 'hosts'

export type Today = {
  readonly lines: readonly TodayLine[]
  /** Where the list goes on. */
  readonly more: string | undefined
  /** Where this page of the list begins; undefined for the first. */
  readonly after: string | undefined
  readonly counts: readonly { readonly key: CountKey; readonly count: number }[]
  readonly pending: readonly PendingDecision[]
  readonly away: readonly { readonly account: AccountId; readonly name: string; readonly until: Date }[]
}

/** `current`: the address of what is open, without what is asked beside it; undefined where nothing is. */
export function todayLayout(
  frame: Frame,
  today: Today,
  page: {
    readonly title: string
    readonly current?: string
    readonly done?: string | undefined
    readonly main: Html
    /** What the keys do here. */
    readonly keys?: Html | undefined
    /** What is read after everything that can be done. */
    readonly below?: Html | undefined
  },
): string {
  const { t } = frame
  return workLayout(frame, {
    title: page.title,
    places: places(frame, 'today'),
    sheets: ['today.css'],
    scripts: ['today.js'],
    done: page.done,
    main: html`<div class="${page.current ? 'today has-case' : 'today'}">${list(frame, today, page.current)}
<section class="case" aria-label="${page.title}">${page.main}
<p class="keys" hidden>${page.keys}<span><kbd>${'J'}</kbd><kbd>${'K'}</kbd> ${t('today.keys.move')}</span></p>${page.below}</section></div>`,
  })
}

function list(frame: Frame, { lines, more, after, counts, away }: Today, current: string | undefined): Html {
  const { t, at } = frame
  const { account } = visitorOf(frame)
  const own = away.find((one) => one.account === account)
  const all = counts.reduce((sum, { key, count }) => (key === 'returned' ? sum : sum + count), 0)
  const start = routes.moderation.href({})
  return html`<nav class="list" aria-label="${t('today.title')}"><p class="head"><a href="${at(start)}" class="heading">${t('today.title')} <b>${t.number(all)}</b></a>
<a class="aside" href="${`${at(start)}#away`}">${own ? t('today.away.own', { date: t.date(own.until, 'short') }) : t('today.away.link')}</a></p>
${lines.length === 0 && html`<p class="empty">${t('today.none')}</p>`}
<ol>${lines.map((line) => listed(frame, line, current))}</ol>
${
  (more || after) &&
  html`<p class="more">${after && html`<a href="${at(start)}">${t('today.first')}</a> `}${more && html`<a href="${at(more)}">${t('today.more')}</a>`}</p>`
}</nav>`
}

function listed(
  frame: Frame,
  { href, title, says, since, isHot, isQuiet }: TodayLine,
  current: string | undefined,
): Html {
  const isOpen = href.replace(/\?.*$/, '') === current
  return html`<li class="${isHot ? 'hot' : isQuiet ? 'quiet' : undefined}"><a href="${frame.at(href)}" aria-current="${isOpen ? 'page' : undefined}"><b><bdi>${title}</bdi></b> ${ago(frame, since)}
<small>${says.filter(Boolean).map((words, i) => html`${i > 0 && ' · '}<bdi>${words}</bdi>`)}</small></a></li>`
}

/** Back to the list, where the screen has room for one of both. */
export function backToList({ t, at }: Frame, today: Today): Html {
  const href = withQuery(routes.moderation.href({}), { after: today.after })
  return html`<p class="back-to-list"><a href="${at(href)}">${t('today.back')}</a></p>`
}
