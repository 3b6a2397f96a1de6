/** Notices: those that were decided, and one of them with the form that decides it. */
import type { MemberId } from '../core/id.ts'
import { dueAt } from '../core/notice.ts'
import type { Notice } from '../db/notices.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { areaField, unsent } from '../web/ui/field.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import { places } from './places.ts'
import type { NoticeWords } from './read-notice.ts'
import { backToList, type Today, todayLayout } from './today-list.ts'

export type Read = Omit<Notice, 'address' | 'words' | 'contact'> & NoticeWords
/** `story`: its address, where it has one. `publisher`: whose story it is, or which member it is about. */
export type ToDecide = Read & {
  readonly story: string | undefined
  readonly publisher: { readonly id: MemberId; readonly slug: string; readonly name: string } | undefined
}

/** Those that were decided. */
export function noticesPage(frame: Frame, notices: readonly Read[]): string {
  const { t, at } = frame
  return workLayout(frame, {
    title: t('moderation.title'),
    places: places(frame, undefined),
    main: html`<div class="column"><h1>${t('moderation.title')}</h1><p class="lede">${t('moderation.lede.closed')}</p>
${
  notices.length === 0
    ? html`<p>${t('moderation.none.closed')}</p>`
    : html`<ol class="cases">${notices.map((notice) => noticeLine(frame, notice))}</ol>`
}
<p class="after"><a href="${at(routes.moderation.href({}))}">${t('moderation.open')}</a></p></div>`,
  })
}

function noticeLine(frame: Frame, { number, reason, words, closed, language }: Read): Html {
  const { t, at } = frame
  const when = closed && t.rich('moderation.decided', { date: time(frame, closed.at, 'day') })
  return html`<li><a href="${at(routes.moderationNotice.href({ number }))}" dir="auto">${firstWords(words) || t('moderation.forgotten')}</a>
<span class="soft">${t(`notice.${reason}`)} · ${when} · ${t.languageName(language)}</span></li>`
}

export type GivenDecision = { readonly why?: string; readonly fault?: 'missing' | 'long' | 'closed' }

export function noticeDeskPage(frame: Frame, today: Today, notice: ToDecide, given: GivenDecision): string {
  const { t, at } = frame
  const { reason, receivedAt, language, contact, address, words, story, publisher, closed, number } = notice
  const due = dueAt(notice)
  const isDue = t.rich(due < frame.now ? 'moderation.late' : 'moderation.due', { date: time(frame, due, 'moment') })
  return todayLayout(frame, today, {
    title: t(`notice.${reason}`),
    current: routes.moderationNotice.href({ number }),
    main: html`${backToList(frame, today)}<p class="mono">${t('today.notice')} · <bdi dir="ltr">${number}</bdi></p><h1>${t(`notice.${reason}`)}</h1>
${given.fault === 'closed' && unsent(t('moderation.error.closed'))}
<blockquote class="said" dir="auto">${paragraphs(words) ?? t('moderation.forgotten')}</blockquote>
<dl class="pairs"><dt>${t('moderation.came')}</dt><dd>${time(frame, receivedAt, 'moment')}${!closed && html` · ${isDue}`}</dd>
<dt>${t('moderation.language')}</dt><dd>${t.languageName(language)}</dd>
${story && html`<dt>${t('moderation.story')}</dt><dd><a href="${story}"><bdi>${story}</bdi></a></dd>`}
${publisher && html`<dt>${t('moderation.member')}</dt><dd><a href="${at(routes.moderationMember.href({ slug: publisher.slug }))}"><bdi>${publisher.name}</bdi></a></dd>`}
${address && html`<dt>${t('moderation.where')}</dt><dd><bdi>${address}</bdi></dd>`}
<dt>${t('moderation.contact')}</dt><dd>${contact ? html`<bdi>${contact}</bdi>` : t('moderation.contact.none')}</dd></dl>
${closed ? decision(frame, closed) : decideForm(frame, number, given)}`,
  })
}

function decision(frame: Frame, closed: NonNullable<Notice['closed']>): Html {
  return html`<h2>${frame.t.rich('receipt.closed', { date: time(frame, closed.at, 'moment') })}</h2><p class="measure" dir="auto">${closed.why}</p>`
}

function decideForm(frame: Frame, number: string, { why = '', fault }: GivenDecision): Html {
  const { t, at } = frame
  const told = fault === 'missing' || fault === 'long' ? t(`moderation.error.${fault}`) : undefined
  return html`<form class="form" method="post" action="${at(routes.noticeDecided.href({ number }))}">
${areaField(frame, { name: 'why', label: t('moderation.why'), hint: t('moderation.why.hint'), value: why, fault: told, rows: 5 })}
<p><button>${t('moderation.decide')}</button></p></form>`
}

/** Empty lines part paragraphs, as whoever wrote it meant them. */
function paragraphs(words: string): readonly Html[] | undefined {
  if (words === '') return undefined
  return words.split(/\n{2,}/).map((part) => html`<p>${part}</p>`)
}

function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= 110) return line
  const cut = line.slice(0, 110)
  return `${cut.slice(0, Math.max(60, cut.lastIndexOf(' ')))}…`
}
