/** The pages of the steps: one question after the other, what was said kept in each. */
import { applicationSteps } from '../core/member/application.ts'
import { memberKinds } from '../core/member/member.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { selectField } from '../web/ui/choice.ts'
import { areaField, textField, unsent } from '../web/ui/field.ts'
import { asked, type FormStep, type StepView } from './application-form.ts'
import { applicationLayout, lookSide, savedLine } from './application-layout.ts'
import { markFields } from './application-mark-fields.ts'
import { countryChoices } from './countries.ts'

export function stepPage(frame: Frame, view: StepView): string {
  const { t, at } = frame
  const { application, step, faults } = view
  return applicationLayout(frame, {
    application,
    step,
    side: lookSide(frame, application),
    main: html`${faults.length > 0 && unsent(told(frame, view), faults)}
<form class="form" method="post" action="${at(routes.applicationStepSent.href({ step }))}" enctype="${step === 'mark' ? 'multipart/form-data' : undefined}">
${fields[step](frame, view)}
<div class="stepbuttons"><button name="do" value="next">${t('application.next')}</button>${applicationSteps.indexOf(step) > 0 && html`<button class="second" name="do" value="back">${t('application.back')}</button>`}${savedLine(frame, application)}</div></form>`,
  })
}

const fields: Readonly<Record<FormStep, (frame: Frame, view: StepView) => Html>> = {
  who: whoFields,
  mark: markFields,
  site: siteFields,
  shown: shownFields,
  words: wordsFields,
}

/** Of a draft all that is right is saved; what was sent already stays as it was until all is right. */
function told({ t }: Frame, { application, faults }: StepView): string {
  return t(application.submittedAt === null ? 'application.unsent' : 'form.unsent', { count: faults.length })
}

function whoFields(frame: Frame, view: StepView): Html {
  const { t } = frame
  const kinds = memberKinds
    .map((kind) => ({ value: kind, label: t.titled(t(`kind.${kind}`)) }))
    .sort((a, b) => t.compare(a.label, b.label))
  return html`${textField(frame, { ...asked(view, 'name'), label: t('application.name'), hint: t('application.name.hint') })}
${selectField(frame, { ...asked(view, 'kind'), label: t('application.kind'), choices: [{ value: '', label: t('application.choose') }, ...kinds] })}
${textField(frame, { ...asked(view, 'languages'), label: t('application.languages'), hint: t('application.languages.hint') })}
${selectField(frame, { ...asked(view, 'country'), label: t('application.country'), hint: t('application.country.hint'), isOptional: true, choices: [{ value: '', label: t('application.country.none') }, ...countryChoices(t)] })}`
}

function siteFields(frame: Frame, view: StepView): Html {
  const { t } = frame
  const { siteSeen, siteUrl } = view.application
  return html`${textField(frame, { ...asked(view, 'site'), label: t('application.site'), hint: t('application.site.hint'), inputMode: 'url' })}
${
  siteSeen &&
  siteUrl !== null &&
  html`<p class="seen" role="status">${t(`application.seen.${siteSeen.outcome}`)}${siteSeen.title && html` <bdi>${siteSeen.title}</bdi>`}</p>
`
}${tick(frame, view, 'without', t('application.site.without'))}
${textField(frame, { ...asked(view, 'feed'), label: t('application.feed'), hint: t('application.feed.hint'), inputMode: 'url', isOptional: true })}`
}

function shownFields(frame: Frame, view: StepView): Html {
  const { t } = frame
  const { country } = view.application
  return html`<p class="fixed">${
    country === null
      ? t('application.shown.no-country')
      : t.rich('application.shown.country', { country: html`<b>${t.countryName(country)}</b>` })
  }</p>
${country !== null && tick(frame, view, 'country-shown', t('application.country-shown'), t('application.country-shown.hint'))}
${textField(frame, { ...asked(view, 'place'), label: t('application.place'), hint: t('application.place.hint'), isOptional: true })}
${tick(frame, view, 'place-shown', t('application.place-shown'), t('application.place-shown.hint'))}`
}

function wordsFields(frame: Frame, view: StepView): Html {
  const { t } = frame
  return html`${areaField(frame, { ...asked(view, 'about'), label: t('application.about'), hint: t('application.about.hint'), rows: 5 })}
${areaField(frame, { ...asked(view, 'contact'), label: t('application.contact'), hint: t('application.contact.hint'), rows: 3, isOptional: true })}`
}

function tick(_frame: Frame, { given }: StepView, name: string, label: string, hint?: string): Html {
  return html`<div class="field"><p class="check"><input type="checkbox" id="${name}" name="${name}" value="yes" checked="${given[name] === 'yes'}" aria-describedby="${hint && `${name}-hint`}"><label for="${name}">${label}</label></p>${hint && html`<p class="hint" id="${`${name}-hint`}">${hint}</p>`}</div>`
}
