/** What stands beside the list of today while nothing of it is open: figures, what can be taken back, who is away. */
import { visitorOf } from '../core/account/visitor.ts'
import { undoUntil } from '../core/member/decision.ts'
import type { PendingDecision } from '../db/decisions.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { textField } from '../web/ui/field.ts'
import { time } from '../web/ui/time.ts'
import { type Today, todayLayout } from './today-list.ts'

const dones = [
  'approved',
  'returned',
  'refused',
  'held',
  'undone',
  'too-late',
  'decided',
  'away',
  'back',
  'released',
  'appeal',
] as const

export type MissingRight = 'moderator' | 'editor'

/** `wrong`: a day that could not be taken. `missing`: rights that nobody has. */
export function todayPage(
  frame: Frame,
  today: Today,
  {
    wrong,
    missing = [],
  }: { readonly wrong?: { readonly until: string; readonly most: number }; readonly missing?: readonly MissingRight[] },
): string {
  const { t, at } = frame
  const done = dones.find((one) => one === frame.query.done)
  const { rights } = visitorOf(frame)
  const counts = today.counts.filter(({ count }) => count > 0)
  return todayLayout(frame, today, {
    title: t('today.title'),
    done: done && t(`today.done.${done}`),
    main: html`<h1>${t(today.lines.length === 0 ? 'today.none.title' : 'today.title')}</h1><p class="lede">${t('today.lede')}</p>
${missing.map((right) => html`<p class="standing-note">${t(`today.missing.${right}`)} <a href="${at(routes.staff.href({}))}">${t('today.missing.do')}</a></p>`)}
${counts.length > 0 && html`<ul class="figures">${counts.map(({ key, count }) => html`<li>${t(`today.count.${key}`, { count })}</li>`)}</ul>`}
${today.pending.length > 0 && html`<h2>${t('today.pending')}</h2><p class="small">${t('today.pending.hint')}</p><ul class="rows pending">${today.pending.map((one) => pendingLine(frame, one))}</ul>`}
${away(frame, today, wrong)}
${rights.includes('moderator') && html`<p class="after"><a href="${at(routes.moderationNotices.href({}))}">${t('today.closed')}</a></p>`}`,
    keys: today.pending.length > 0 ? html`<span><kbd>${'U'}</kbd> ${t('today.keys.undo')}</span>` : html``,
  })
}

function pendingLine(frame: Frame, decision: PendingDecision): Html {
  const { t, at } = frame
  const until = undoUntil(decision)
  return html`<li><span><a href="${at(routes.moderationApplication.href({ id: decision.application }))}" dir="auto">${decision.name || t('today.nameless')}</a>
<span class="soft">${t(`decide.made.${decision.kind}`)}${until && html` · ${t.rich('decide.undo.until', { time: time(frame, until, 'time') })}`}</span></span>
<form method="post" action="${at(routes.decisionUndone.href({ id: decision.id }))}"><button class="second small" data-key="u" aria-label="${t('decide.undo.of', { name: decision.name })}">${t('decide.undo')}</button></form></li>`
}

function away(frame: Frame, { away }: Today, wrong: { until: string; most: number } | undefined): Html {
  const { t, at } = frame
  const { account } = visitorOf(frame)
  const own = away.find((one) => one.account === account)
  const others = away.filter((one) => one.account !== account)
  return html`<h2 id="away">${t('today.away')}</h2>
${others.length > 0 && html`<ul class="rows">${others.map(({ name, until }) => html`<li><bdi>${name}</bdi> <span class="soft">${t.rich('today.away.until', { date: time(frame, until, 'day') })}</span></li>`)}</ul>`}
<form class="form away-form" method="post" action="${at(routes.absenceSent.href({}))}">${textField(frame, {
    name: 'until',
    type: 'date',
    label: t('today.away.mine'),
    hint: t('today.away.hint'),
    value: wrong?.until ?? own?.until.toISOString().slice(0, 10) ?? '',
    fault: wrong && t('today.away.error', { count: wrong.most }),
  })}
<p><button class="second">${t('today.away.say')}</button></p></form>`
}
