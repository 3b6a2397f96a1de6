/** An appeal beside the list of today: what was decided, what is said against it, and the form that ends it. */
import type { AppealOutcome, Hearer } from '../core/member/appeal.ts'
import type { Appeal } from '../db/appeals.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { author, type Names } from '../web/ui/author.ts'
import { radioField } from '../web/ui/choice.ts'
import { areaField, unsent } from '../web/ui/field.ts'
import { time } from '../web/ui/time.ts'
import type { Outsider } from './outsider.ts'
import { backToList, type Today, todayLayout } from './today-list.ts'

/** As it was typed. */
export type AppealForm = {
  readonly outcome: AppealOutcome | undefined
  readonly answer: string
  readonly why: string
  readonly faults: readonly ('outcome' | 'answer' | 'why')[]
  readonly told?: 'late' | 'own'
}

export type AppealDesk = {
  readonly appeal: Appeal
  readonly said: string
  readonly names: Names
  readonly hears: Hearer
  readonly outsider: Outsider | undefined
  readonly mayDecide: boolean
  readonly form: AppealForm | undefined
}

export function appealDeskPage(frame: Frame, today: Today, view: AppealDesk): string {
  const { t } = frame
  const { appeal, said, names, outsider, form, hears } = view
  const { id, kind, name, givenAt, language, closed } = appeal
  return todayLayout(frame, today, {
    title: name || t('today.nameless'),
    current: routes.moderationAppeal.href({ id }),
    main: html`${backToList(frame, today)}${form?.told && unsent(t(`appeal.error.${form.told}`))}
<p class="mono">${t('today.appeal')} · ${t(`appeal.${kind}`)} · ${time(frame, givenAt, 'moment')} · ${t.languageName(language)}</p>
<h1><bdi>${name || t('today.nameless')}</bdi></h1>
<blockquote class="said" dir="auto">${said || t('moderation.forgotten')}</blockquote>
<h2>${t('appeal.about')}</h2>${decided(frame, names, appeal)}
${closed ? outcome(frame, names, closed) : view.mayDecide ? decideForm(frame, view) : html`<p class="state">${t(hears.who === 'nobody' ? 'appeal.nobody' : 'appeal.other')}</p>`}
${outsider && !closed && html`<p class="small">${t('appeal.outsider', { name: outsider.name })}</p>`}`,
  })
}

function decided(frame: Frame, names: Names, appeal: Appeal): Html {
  const { t, at } = frame
  const { decider, decidedAt, ground, words, why, application, memberSlug } = appeal
  const href = application
    ? routes.moderationApplication.href({ id: application })
    : memberSlug && routes.moderationMember.href({ slug: memberSlug })
  return html`<div class="decision-record"><p>${author(frame, names, decider)}, ${time(frame, decidedAt, 'moment')}${ground && html` · ${t(`ground.${ground}`)}`}</p>
${words && html`<blockquote class="said" dir="auto">${words}</blockquote>`}${why && html`<p class="soft">${t('label', { words: t('decide.why') })} <bdi>${why}</bdi></p>`}
${href && html`<p class="small"><a href="${at(href)}">${t('appeal.open')}</a></p>`}</div>`
}

function outcome(frame: Frame, names: Names, closed: NonNullable<Appeal['closed']>): Html {
  const { t } = frame
  return html`<h2>${t(`letter.appeal.${closed.outcome}`)}</h2><div class="decision-record"><p>${author(frame, names, closed.by)}, ${time(frame, closed.at, 'moment')}</p>
<blockquote class="said" dir="auto">${closed.answer}</blockquote><p class="soft">${t('label', { words: t('decide.why') })} <bdi>${closed.why}</bdi></p></div>`
}

function decideForm(frame: Frame, { appeal, form }: AppealDesk): Html {
  const { t, at } = frame
  const fault = (field: 'outcome' | 'answer' | 'why') =>
    form?.faults.includes(field) ? t(`appeal.error.${field}`) : undefined
  const wrong = (form?.faults ?? []).map((field) => ({
    name: field,
    label: t(`appeal.${field}`),
    fault: fault(field) ?? '',
  }))
  return html`${wrong.length > 0 && unsent(t('decide.unsent'), wrong)}<form class="form" method="post" action="${at(routes.appealDecided.href({ id: appeal.id }))}">
${radioField(frame, {
  name: 'outcome',
  label: t('appeal.outcome'),
  value: form?.outcome ?? '',
  fault: fault('outcome'),
  choices: (['stands', 'granted'] as const).map((value) => ({
    value,
    label: t(`appeal.outcome.${value}`),
    hint: value === 'granted' ? t(`appeal.granted.${appeal.kind}`) : undefined,
  })),
})}
${areaField(frame, { name: 'answer', label: t('appeal.answer'), hint: t('decide.words.hint', { language: t.languageName(appeal.language) }), value: form?.answer ?? '', fault: fault('answer'), rows: 6 })}
${areaField(frame, { name: 'why', label: t('decide.why'), hint: t('decide.why.hint'), value: form?.why ?? '', fault: fault('why'), rows: 2 })}
<p><button>${t('appeal.decide')}</button></p></form>`
}
