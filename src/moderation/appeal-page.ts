/** The page by which somebody appeals, and sees what became of it. */
import type { Appeal, Appealed } from '../db/appeals.ts'
import type { listOwnSuspensions } from '../db/suspensions.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { unsent } from '../web/ui/field.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'

export type AppealView = {
  readonly appealable: readonly Appealed[]
  readonly given: readonly Appeal[]
  /** Members somebody belongs to that are suspended, without being theirs to appeal for. */
  readonly others?: Awaited<ReturnType<typeof listOwnSuspensions>>
  readonly typed?: { readonly subject: string; readonly words: string; readonly fault: 'missing' | 'long' }
  readonly told?: 'twice'
}

export function appealPage(frame: Frame, { appealable, given, others = [], typed, told }: AppealView): string {
  const { t } = frame
  return workLayout(frame, {
    title: t('appeal.title'),
    done: frame.query.done === 'sent' ? t('appeal.done') : undefined,
    main: html`<div class="column"><h1>${t('appeal.title')}</h1><p class="lede">${t('appeal.lede')}</p>
${told && unsent(t('appeal.error.twice'))}${typed && unsent(t('decide.unsent'), [{ name: `words-${typed.subject}`, label: t('appeal.words'), fault: t(`appeal.error.${typed.fault}`) }])}
${appealable.length + given.length + others.length === 0 && html`<p>${t('appeal.none')}</p>`}
${appealable.map((one) => section(frame, one, typed?.subject === one.subject ? typed : undefined))}
${given.map((one) => answered(frame, one))}${others.map((one) => suspended(frame, one))}</div>`,
  })
}

function section(frame: Frame, about: Appealed, typed: AppealView['typed']): Html {
  const { t, at } = frame
  const { subject } = about
  return html`<section>${heading(frame, about)}
${about.words && html`<p class="label">${t('appeal.told')}</p><blockquote class="said" dir="auto">${about.words}</blockquote>`}
<form class="form" method="post" action="${at(routes.appealSent.href({}))}"><input type="hidden" name="subject" value="${subject}">
${area(frame, subject, typed)}<p><button>${t('appeal.send')}</button></p></form></section>`
}

/** Why, for whoever belongs to it; appealing is its owners'. */
function suspended(frame: Frame, { name, words, ground, until }: NonNullable<AppealView['others']>[number]): Html {
  const { t } = frame
  const ends = until && t.rich('appeal.until', { date: time(frame, until, 'day') })
  return html`<section><h2>${t('appeal.suspension')}</h2><p><b dir="auto">${name}</b> <span class="soft">${t(`ground.${ground}`)}${ends && html` · ${ends}`}</span></p>
<blockquote class="said" dir="auto">${words}</blockquote><p class="small">${t('appeal.owners')}</p></section>`
}

/** There may be several forms on the page: each field has an id of its own. */
function area(frame: Frame, subject: string, typed: AppealView['typed']): Html {
  const { t } = frame
  const id = `words-${subject}`
  const fault = typed && t(`appeal.error.${typed.fault}`)
  const described = [`${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return html`<div class="${fault ? 'field wrong' : 'field'}"><p class="label"><label for="${id}">${t('appeal.words')}</label></p><p class="hint" id="${`${id}-hint`}">${t('appeal.words.hint')}</p>
<textarea id="${id}" name="words" dir="auto" rows="8" aria-describedby="${described}" aria-invalid="${fault && 'true'}">
${typed?.words ?? ''}</textarea>${fault && html`<p class="fault" id="${`${id}-fault`}">${fault}</p>`}</div>`
}

function heading(frame: Frame, { kind, name, decidedAt, ground }: Appealed): Html {
  const { t } = frame
  return html`<h2>${t(`appeal.${kind}`)}</h2><p><b dir="auto">${name}</b> <span class="soft">${time(frame, decidedAt, 'day')}${ground && html` · ${t(`ground.${ground}`)}`}</span></p>`
}

function answered(frame: Frame, appeal: Appeal): Html {
  const { t } = frame
  const { closed, givenAt } = appeal
  return html`<section>${heading(frame, appeal)}<p class="state">${
    closed
      ? html`${t(`letter.appeal.${closed.outcome}`)} ${time(frame, closed.at, 'day')}`
      : t.rich('appeal.waits', { date: time(frame, givenAt, 'day') })
  }</p>${closed && html`<blockquote class="said" dir="auto">${closed.answer}</blockquote>`}</section>`
}
