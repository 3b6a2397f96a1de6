/** One member before moderators: how it stands, what can be done, and everything that was. */
import { measureGrounds } from '../core/member/ground.ts'
import type { Measure, MeasureFault, MeasureKind, MeasureOutcome } from '../core/member/measure.ts'
import type { MemberLine, MemberRecord, Suspension } from '../db/suspensions.ts'
import { routes } from '../routes.ts'
import { type Frame, withQuery } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { author, type Names } from '../web/ui/author.ts'
import { radioField, selectField } from '../web/ui/choice.ts'
import { areaField, faultLine, textField, unsent } from '../web/ui/field.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import { places } from './places.ts'

/** As it was typed. `outcome`: why it could not be taken. */
export type MeasureForm = Measure & {
  readonly faults: readonly MeasureFault[]
  readonly outcome?: Exclude<MeasureOutcome, 'taken'>
}

export type MemberView = {
  readonly member: MemberLine
  readonly records: readonly MemberRecord[]
  readonly suspension: Suspension | undefined
  readonly names: Names
  readonly form: MeasureForm | undefined
}

const dones = ['warn', 'suspend', 'end', 'remove'] as const
const refusals = {
  'suspended already': 'suspended',
  'not suspended': 'not-suspended',
  'removed already': 'removed',
  own: 'own',
} as const

export function memberPage(frame: Frame, { member, records, suspension, names, form }: MemberView): string {
  const { t, at } = frame
  const { name, slug, leftAt } = member
  const done = dones.find((one) => one === frame.query.done)
  const kinds: readonly MeasureKind[] = leftAt
    ? []
    : suspension
      ? ['warn', 'end', 'remove']
      : ['warn', 'suspend', 'remove']
  const href = (kind: MeasureKind) => `${at(withQuery(routes.moderationMember.href({ slug }), { do: kind }))}#measure`
  return workLayout(frame, {
    title: name,
    places: places(frame, 'members'),
    sheets: ['today.css'],
    done: done && t(`measure.done.${done}`),
    main: html`<div class="column"><p class="small"><a href="${at(routes.moderationMembers.href({}))}">${t('measure.members')}</a></p><h1><bdi>${name}</bdi></h1>
<p class="small"><a href="${at(routes.member.href({ slug }))}">${t('measure.page')}</a></p>
${form?.outcome && unsent(t(`measure.error.${refusals[form.outcome]}`))}${standing(frame, member, suspension)}
<div class="deciding" id="measure"><div class="ways">${kinds.map((kind) => html`<a class="way" href="${href(kind)}" aria-current="${form?.kind === kind ? 'true' : undefined}">${t(`measure.${kind}`)}</a>`)}</div>
${form && kinds.includes(form.kind) && opened(frame, member, form)}</div>
<h2>${t('measure.history')}</h2>${records.length === 0 ? html`<p>${t('measure.history.none')}</p>` : html`<ol class="history">${records.map((one) => record(frame, names, one))}</ol>`}</div>`,
  })
}

function standing(frame: Frame, { leftAt }: MemberLine, suspension: Suspension | undefined): Html {
  const { t } = frame
  if (leftAt) return html`<p class="state">${t.rich('measure.left.since', { date: time(frame, leftAt, 'day') })}</p>`
  if (!suspension) return html`<p class="state">${t('measure.well')}</p>`
  const { until, begunAt, stories } = suspension
  const since = t.rich('measure.suspended.since', { date: time(frame, begunAt, 'day') })
  const ends = until
    ? t.rich('measure.suspended.until', { date: time(frame, until, 'day') })
    : t('measure.suspended.open')
  return html`<p class="state">${since} ${ends} ${t(`measure.stories.now.${stories}`)}</p>`
}

function opened(frame: Frame, { slug, name }: MemberLine, form: MeasureForm): Html {
  const { t, at } = frame
  const { kind, faults } = form
  const fault = (field: MeasureFault['field']) => {
    const found = faults.find((one) => one.field === field)
    return found && t(found.fault === 'long' ? 'decide.error.long' : `measure.error.${field}`)
  }
  const label = (field: MeasureFault['field']) => {
    if (field === 'ground') return t('decide.ground')
    return field === 'sure' ? t('measure.sure', { member: name }) : t(`measure.${field}`)
  }
  const wrong = faults.map(({ field }) => ({ name: field, label: label(field), fault: fault(field) ?? '' }))
  return html`${faults.length > 0 && unsent(t('decide.unsent'), wrong)}<p class="measure">${t(`measure.${kind}.means`)}</p>
<form class="form" method="post" action="${at(routes.memberMeasured.href({ slug }))}"><input type="hidden" name="kind" value="${kind}">
${kind !== 'end' && groundField(frame, form, fault('ground'))}${(kind === 'suspend' || kind === 'remove') && storiesField(frame, form, fault('stories'))}
${kind === 'suspend' && textField(frame, { name: 'until', type: 'date', label: t('measure.until'), hint: t('measure.until.hint'), value: form.until, fault: fault('until'), isOptional: true })}
${areaField(frame, { name: 'words', label: t('measure.words'), hint: t('measure.words.hint'), value: form.words, fault: fault('words'), rows: 5 })}
${areaField(frame, { name: 'why', label: t('measure.why'), hint: t('decide.why.hint'), value: form.why, fault: fault('why'), rows: 2 })}
${kind === 'remove' && html`<div class="${fault('sure') ? 'field wrong' : 'field'}"><p class="check"><input type="checkbox" id="sure" name="sure" value="yes" checked="${form.isSure}" aria-describedby="${fault('sure') && 'sure-fault'}"> <label for="sure">${t('measure.sure', { member: name })}</label></p>${faultLineOf('sure', fault('sure'))}</div>`}
<p class="buttons"><button class="${kind === 'remove' ? 'danger' : undefined}">${t(`measure.do.${kind}`)}</button> <a href="${at(routes.moderationMember.href({ slug }))}">${t('decide.close')}</a></p></form>`
}

function faultLineOf(name: string, fault: string | undefined): Html | undefined {
  return fault === undefined ? undefined : faultLine(name, fault)
}

function groundField(frame: Frame, { ground }: MeasureForm, fault: string | undefined): Html {
  const { t } = frame
  return selectField(frame, {
    name: 'ground',
    label: t('decide.ground'),
    hint: t('measure.ground.hint'),
    fault,
    value: ground ?? '',
    choices: [
      { value: '', label: t('decide.ground.none') },
      ...measureGrounds.map((one) => ({ value: one, label: t(`ground.${one}`) })),
    ],
  })
}

function storiesField(frame: Frame, { kind, stories }: MeasureForm, fault: string | undefined): Html {
  const { t } = frame
  const choices =
    kind === 'suspend'
      ? (['stay', 'held'] as const).map((value) => ({
          value,
          label: t(`measure.stories.${value}`),
          hint: t(`measure.stories.${value}.hint`),
        }))
      : (['stay', 'withdrawn'] as const).map((value) => ({
          value,
          label: t(value === 'stay' ? 'measure.stories.keep' : 'measure.stories.withdrawn'),
          hint: t(value === 'stay' ? 'measure.stories.keep.hint' : 'measure.stories.withdrawn.hint'),
        }))
  return radioField(frame, { name: 'stories', label: t('measure.stories'), fault, value: stories, choices })
}

function record(frame: Frame, names: Names, one: MemberRecord): Html {
  const { t } = frame
  const { kind, at, by, ground, why, words, endedAt, endedBy } = one
  const told = t.rich(`measure.record.${kind}`, { who: author(frame, names, by), date: time(frame, at, 'moment') })
  const ended =
    endedAt &&
    t.rich('measure.record.ended', {
      who: endedBy === 'its end' ? t('measure.by-itself') : author(frame, names, endedBy ?? ''),
      date: time(frame, endedAt, 'moment'),
    })
  return html`<li><div class="decision-record"><p>${told} · ${t(`ground.${ground}`)}</p>${ended && html`<p class="soft">${ended}</p>`}
<blockquote class="said" dir="auto">${words}</blockquote><p class="soft">${t('label', { words: t('decide.why') })} <bdi>${why}</bdi></p></div></li>`
}
