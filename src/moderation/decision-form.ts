/** What can be decided about an application: four ways, one of them opened with what it asks. */
import { type Asked, type DecisionFault, type DecisionKind, decisionKinds } from '../core/member/decision.ts'
import { refusalGrounds } from '../core/member/ground.ts'
import type { ApplicationToDecide } from '../db/application-queue.ts'
import { routes } from '../routes.ts'
import { type Frame, withQuery } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { selectField } from '../web/ui/choice.ts'
import { areaField, unsent } from '../web/ui/field.ts'
import { questions } from './templates.ts'

/** As it was typed. */
export type Form = Asked & { readonly faults: readonly DecisionFault[] }

/** The keys that press each. */
export const keys: Readonly<Record<DecisionKind, string>> = { approved: 'a', returned: 'q', refused: 'r', held: 'h' }

export function decisionBar(frame: Frame, application: ApplicationToDecide, form: Form | undefined): Html {
  const { t, at, query } = frame
  const { id, standing } = application
  const kinds = decisionKinds.filter((kind) => kind !== 'approved' && !(kind === 'held' && standing === 'held'))
  const href = (kind: DecisionKind) =>
    `${at(withQuery(routes.moderationApplication.href({ id }), { do: kind, after: query.after }))}#decide`
  return html`<div class="deciding" id="decide"><div class="ways">
<form method="post" action="${at(routes.applicationDecided.href({ id }))}">${hidden(application, 'approved')}<button data-key="a">${t('decide.approved')}</button></form>
${kinds.map((kind) => html`<a class="way" href="${href(kind)}" data-key="${keys[kind]}" aria-current="${form?.kind === kind ? 'true' : undefined}">${t(`decide.${kind}`)}</a>`)}</div>
${form && form.kind !== 'approved' && opened(frame, application, form)}</div>`
}

function hidden({ changedAt }: ApplicationToDecide, kind: DecisionKind): Html {
  return html`<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="seen" value="${changedAt.getTime()}">`
}

function opened(frame: Frame, application: ApplicationToDecide, form: Form): Html {
  const { t, at } = frame
  const { kind, why, words, faults } = form
  const fault = (field: DecisionFault['field']) => {
    const found = faults.find((one) => one.field === field)
    return found && t(found.fault === 'long' ? 'decide.error.long' : `decide.error.${field}`)
  }
  const language = t.languageName(application.interface)
  return html`${
    faults.length > 0 &&
    unsent(
      t('decide.unsent'),
      faults.map(({ field }) => ({ name: field, label: t(`decide.${field}`), fault: fault(field) ?? '' })),
    )
  }<form class="form" method="post" action="${at(routes.applicationDecided.href({ id: application.id }))}">${hidden(application, kind)}
${templates(frame, application, kind)}${
  kind === 'refused' &&
  selectField(frame, {
    name: 'ground',
    label: t('decide.ground'),
    hint: t('decide.ground.hint'),
    fault: fault('ground'),
    value: form.ground ?? '',
    choices: [
      { value: '', label: t('decide.ground.none') },
      ...refusalGrounds.map((ground) => ({ value: ground, label: t(`ground.${ground}`) })),
    ],
  })
}${
  kind !== 'held' &&
  areaField(frame, {
    name: 'words',
    label: t(kind === 'returned' ? 'decide.words.ask' : 'decide.words'),
    hint: t('decide.words.hint', { language }),
    fault: fault('words'),
    value: words,
    rows: 7,
  })
}
${areaField(frame, { name: 'why', label: t('decide.why'), hint: t('decide.why.hint'), fault: fault('why'), value: why, rows: 2, isOptional: kind === 'returned' })}
<p class="buttons"><button>${t(`decide.do.${kind === 'approved' ? 'held' : kind}`)}</button> <a href="${at(routes.moderationApplication.href({ id: application.id }))}">${t('decide.close')}</a></p></form>`
}

/** Beginnings that can be put in; each is an address, so that they work without script, too. */
function templates(frame: Frame, { id }: ApplicationToDecide, kind: DecisionKind): Html | undefined {
  const { t, at, query } = frame
  if (kind !== 'returned' && kind !== 'refused') return undefined
  const uses =
    kind === 'returned'
      ? questions.map((use) => ({ use, label: t(`ask.${use}`) }))
      : refusalGrounds.map((use) => ({ use, label: t(`ground.${use}`) }))
  const href = (use: string) =>
    `${at(withQuery(routes.moderationApplication.href({ id }), { do: kind, use, after: query.after }))}#decide`
  return html`<p class="label templates-label">${t('decide.templates')}</p><ul class="templates">${uses.map(
    ({ use, label }) =>
      html`<li><a href="${href(use)}" aria-current="${query.use === use ? 'true' : undefined}">${label}</a></li>`,
  )}</ul>`
}
