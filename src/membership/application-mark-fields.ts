/** The step of the mark: one's own picture, or one we draw; what it shows, and who made it. */
import type { Application } from '../db/applications.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { faultLine, field, textField } from '../web/ui/field.ts'
import { asked, type StepView } from './application-form.ts'
import { pictureHref } from './application-layout.ts'
import { drawingsFor, drawnMark } from './drawn-marks.ts'

export function markFields(frame: Frame, view: StepView): Html {
  const { t } = frame
  const { application } = view
  const { fault } = asked(view, 'picture')
  return html`${application.logo !== null && chosen(frame, application, application.logo)}
${field(
  frame,
  {
    name: 'picture',
    label: t(application.logo === null ? 'application.picture' : 'application.picture.other'),
    hint: t('application.picture.hint'),
    fault,
  },
  (described, invalid) =>
    html`<input id="picture" name="picture" type="file" accept="image/*" aria-describedby="${described}" aria-invalid="${invalid}">`,
)}
${drawnChoices(frame, view)}
${textField(frame, { ...asked(view, 'alt'), label: t('application.alt'), hint: t('application.alt.hint') })}
${textField(frame, { ...asked(view, 'credit'), label: t('application.credit'), hint: t('application.credit.hint'), isOptional: true })}`
}

/** The picture as it is now: large, what was handed in, and what was removed from it. */
function chosen({ t, textOnly }: Frame, { logoOrigin, logoAlt }: Application, mark: string): Html {
  const told = logoOrigin && [
    ...(logoOrigin.width > 0 ? [`${t.number(logoOrigin.width)} × ${t.number(logoOrigin.height)}`] : []),
    logoOrigin.drawn !== null
      ? t('application.drawn.said')
      : logoOrigin.removed.length === 0
        ? t('application.removed.none')
        : t('application.removed', { things: t.list(logoOrigin.removed.map((trace) => removedWords(t, trace))) }),
  ]
  return html`<div class="chosen">${!textOnly && html`<img src="${pictureHref(mark)}" alt="${logoAlt}" width="128" height="128">`}<div><p class="file"><bdi>${logoOrigin?.file || t('application.mark.yours')}</bdi></p>
${told && html`<p class="hint">${told.join(' · ')}</p>`}</div></div>`
}

function removedWords(t: Frame['t'], trace: string): string {
  const known = (['place', 'camera', 'author', 'time', 'notes'] as const).find((one) => one === trace)
  return known ? t(`application.trace.${known}`) : trace
}

/** One of these by a radio button: it needs neither script nor a file. */
function drawnChoices(frame: Frame, view: StepView): Html {
  const { t, textOnly } = frame
  const { application, given } = view
  const { fault } = asked(view, 'mark')
  const drawn = { seed: application.id, name: application.name }
  return html`<fieldset class="${fault ? 'field wrong' : 'field'}" aria-describedby="mark-hint"><legend>${t('application.drawn')}</legend><p class="hint" id="mark-hint">${t('application.drawn.hint')}</p>
<ul class="drawn"><li><input type="radio" id="mark" name="mark" value="" checked="${(given.mark ?? '') === ''}"><label for="mark">${t('application.drawn.none')}</label></li>${drawingsFor(
    application.name,
  ).map(
    (drawing) =>
      html`<li><input type="radio" id="${`mark-${drawing}`}" name="mark" value="${drawing}" checked="${given.mark === drawing}"><label for="${`mark-${drawing}`}">${!textOnly && drawnMark(drawing, drawn)}<span>${t(`application.drawn.${drawing}`)}</span></label></li>`,
  )}</ul>${fault && faultLine('mark', fault)}</fieldset>`
}
