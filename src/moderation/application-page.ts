/** An application with everything that is known of it side by side, beside the list of today. */
import { colourOf, writeColour } from '../core/colour.ts'
import { undoUntil } from '../core/member/decision.ts'
import type { ApplicationToDecide, SimilarApplication } from '../db/application-queue.ts'
import type { Decision } from '../db/decisions.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { author, type Names } from '../web/ui/author.ts'
import { unsent } from '../web/ui/field.ts'
import { initialOf } from '../web/ui/logo.ts'
import { ago, time } from '../web/ui/time.ts'
import { decisionBar, type Form, keys } from './decision-form.ts'
import { signals, type Voices } from './signals.ts'
import { sitePreview } from './site-preview.ts'
import { backToList, type Today, todayLayout } from './today-list.ts'

export type Case = Voices & {
  readonly application: ApplicationToDecide
  readonly contact: string
  readonly history: readonly Decision[]
  readonly answers: readonly { readonly decision: string | null; readonly answeredAt: Date; readonly words: string }[]
  readonly similar: readonly SimilarApplication[]
  /** Who reads it now beside whoever is here. */
  readonly readers: readonly string[]
  readonly names: Names
  readonly form?: Form | undefined
  readonly told?: 'late' | 'changed' | 'closed' | 'own'
  /** What was decided before, where somebody was first. */
  readonly first?: Decision | undefined
}

export function casePage(frame: Frame, today: Today, shown: Case): string {
  const { t } = frame
  const { application, told, first, form } = shown
  const { id, name, standing } = application
  const pending = shown.history.find((decision) => undoUntil(decision))
  const isOpen = !pending && (standing === 'waiting' || standing === 'held')
  return todayLayout(frame, today, {
    title: name || t('today.nameless'),
    current: routes.moderationApplication.href({ id }),
    main: html`${backToList(frame, today)}${told && unsent(t(`decide.told.${told}`))}${first && record(frame, shown.names, first)}
${header(frame, shown)}
${pending ? undoBox(frame, shown.names, pending) : isOpen ? '' : html`<p class="state">${t(`decide.standing.${standing}`)}</p>`}
${application.about && html`<blockquote class="said" dir="auto">${application.about}</blockquote>`}
${answered(frame, shown)}${signals(frame, application, shown)}${facts(frame, shown)}
${isOpen && decisionBar(frame, application, form)}`,
    below: html`${sitePreview(frame, application.siteSeen)}${history(frame, shown)}${similar(frame, shown.similar)}`,
    keys: isOpen
      ? html`${(['approved', 'returned', 'refused', 'held'] as const).map((kind) => html`<span><kbd>${keys[kind].toUpperCase()}</kbd> ${t(`today.keys.${kind}`)}</span>`)}`
      : pending && html`<span><kbd>${'U'}</kbd> ${t('today.keys.undo')}</span>`,
  })
}

function header(frame: Frame, { application, readers }: Case): Html {
  const { t } = frame
  const { name, kind, languages, country, countryShown, submittedAt } = application
  const where = country
    ? countryShown
      ? t.countryName(country)
      : t('case.country.kept', { country: t.countryName(country) })
    : ''
  const what = [kind ? t(`kind.${kind}`) : '', t.list(languages.map((tag) => t.languageName(tag))), where]
  return html`<p class="mono">${t('today.application')}${submittedAt && html` · ${t.rich('case.sent', { ago: ago(frame, submittedAt) })}`} · ${
    readers.length > 0 ? html`<b class="reader">${t('case.readers', { names: t.list(readers) })}</b>` : t('case.alone')
  }</p><div class="who">${mark(frame, application)}<div><h1><bdi>${name || t('today.nameless')}</bdi></h1>
<p class="soft">${what.filter(Boolean).map((words, i) => html`${i > 0 && ' · '}<bdi>${words}</bdi>`)}</p></div></div>`
}

/** As members' marks are drawn, of an application nobody else may see. */
function mark({ textOnly, t }: Frame, { id, logo, name }: ApplicationToDecide): Html | undefined {
  if (textOnly) return undefined
  if (logo)
    return html`<img class="logo" src="${routes.applicationMark.href({ id })}" alt="${t('case.mark')}" width="56" height="56" decoding="async">`
  return html`<svg class="logo" viewBox="0 0 48 48" aria-hidden="true"><rect width="48" height="48" fill="${writeColour(colourOf(id))}"/><text x="24" y="33" text-anchor="middle" fill="#fff">${initialOf(name)}</text></svg>`
}

function facts(frame: Frame, { application, contact }: Case): Html {
  const { t } = frame
  const { siteUrl, feedUrl, withoutSite, place, placeShown, country, countryShown } = application
  const { interface: language, begunAt, path, logoAlt, logoCredit } = application
  const shownWords = (isShown: boolean) => t(isShown ? 'case.shown' : 'case.kept')
  return html`<dl class="pairs"><dt>${t('case.contact')}</dt><dd>${contact ? html`<bdi>${contact}</bdi>` : t('case.none')}</dd>
<dt>${t('case.site')}</dt><dd>${siteUrl ? outside(siteUrl) : t(withoutSite ? 'case.without-site' : 'case.none')}</dd>
<dt>${t('case.feed')}</dt><dd>${feedUrl ? outside(feedUrl) : t('case.none')}</dd>
${country && html`<dt>${t('case.country')}</dt><dd>${t.countryName(country)} <span class="soft">${shownWords(countryShown)}</span></dd>`}
${place && html`<dt>${t('case.place')}</dt><dd><bdi>${place}</bdi> <span class="soft">${shownWords(placeShown)}</span></dd>`}
${(logoAlt || logoCredit) && html`<dt>${t('case.mark.says')}</dt><dd><bdi>${logoAlt}</bdi>${logoCredit && html` <span class="soft"><bdi>${logoCredit}</bdi></span>`}</dd>`}
<dt>${t('case.language')}</dt><dd>${t.languageName(language)}</dd>
<dt>${t('case.begun')}</dt><dd>${time(frame, begunAt, 'moment')} · ${t(`case.path.${path}`)}</dd></dl>`
}

/** A link that tells the other side nothing of where it was followed. */
function outside(href: string): Html {
  return html`<a class="address" href="${href}" rel="noreferrer noopener nofollow"><bdi dir="ltr">${href}</bdi></a>`
}

function undoBox(frame: Frame, names: Names, decision: Decision): Html {
  const { t, at } = frame
  const until = undoUntil(decision)
  return html`<div class="state pending">${record(frame, names, decision)}<form method="post" action="${at(routes.decisionUndone.href({ id: decision.id }))}"><button class="second" data-key="u">${t('decide.undo')}</button>
${until && html`<span class="soft">${t.rich('decide.undo.until', { time: time(frame, until, 'time') })}</span>`}</form></div>`
}

/** What was asked and answered, as a talk. */
function answered(frame: Frame, { answers, history }: Case): Html | undefined {
  const { t } = frame
  if (answers.length === 0) return undefined
  return html`<h2>${t('case.answers')}</h2>${answers.map(({ decision, answeredAt, words }) => {
    const asked = history.find(({ id }) => id === decision)
    return html`<div class="decision-record">${asked && html`<p class="soft" dir="auto">${asked.words}</p>`}<blockquote class="said" dir="auto">${words}</blockquote><p class="soft">${time(frame, answeredAt, 'moment')}</p></div>`
  })}`
}

/** One decision in a sentence, with its reasons. */
function record(frame: Frame, names: Names, decision: Decision): Html {
  const { t } = frame
  const { kind, decidedBy, decidedAt, ground, why, words, undoneAt, undoneBy } = decision
  const told = t.rich(`decide.record.${kind}`, {
    who: author(frame, names, decidedBy),
    date: time(frame, decidedAt, 'moment'),
  })
  return html`<div class="decision-record"><p>${told}${ground && html` · ${t(`ground.${ground}`)}`}</p>
${undoneAt && html`<p class="soft">${undoneBy === 'withdrawn' || undoneBy === 'changed' ? t(`decide.dropped.${undoneBy}`) : t.rich('decide.undone', { who: author(frame, names, undoneBy ?? ''), date: time(frame, undoneAt, 'moment') })}</p>`}
${words && html`<blockquote class="said" dir="auto">${words}</blockquote>`}${why && html`<p class="soft">${t('label', { words: t('decide.why') })} <bdi>${why}</bdi></p>`}</div>`
}

function history(frame: Frame, { history, names }: Case): Html | undefined {
  const past = history.filter((decision) => !undoUntil(decision))
  if (past.length === 0) return undefined
  return html`<h2>${frame.t('case.history')}</h2><ol class="history">${past.map((decision) => html`<li>${record(frame, names, decision)}</li>`)}</ol>`
}

function similar(frame: Frame, similar: readonly SimilarApplication[]): Html | undefined {
  const { t, at } = frame
  if (similar.length === 0) return undefined
  return html`<h2>${t('case.similar')}</h2><ul class="rows">${similar.map(
    ({ id, name, standing, submittedAt, same }) =>
      html`<li><a href="${at(routes.moderationApplication.href({ id }))}" dir="auto">${name || t('today.nameless')}</a> <span class="soft">${t(`case.same.${same}`)} · ${t(`decide.standing.${standing}`)} · ${time(frame, submittedAt, 'day')}</span></li>`,
  )}</ul>`
}
