/** Questions with a few answers: one of several, each with its hint, or a list that opens. */
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'
import { type Field, faultLine, field } from './field.ts'

export type Choice = { readonly value: string; readonly label: string; readonly hint?: string | Html | undefined }

type Chosen = Field & { readonly value: string; readonly choices: readonly Choice[] }

/** One of several, all to be seen. The first has the field's name as its id, so that what is wrong leads there. */
export function radioField({ textOnly }: Frame, asked: Chosen): Html {
  const { name, label, hint, fault, value, choices } = asked
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return html`<fieldset class="${fault ? 'field wrong' : 'field'}" aria-describedby="${described || undefined}"><legend>${label}</legend>
${
  hint &&
  html`<p class="hint" id="${`${name}-hint`}">${hint}</p>
`
}<ul class="choices">${choices.map((choice, i) => {
    const id = i === 0 ? name : `${name}-${choice.value}`
    return html`<li><input type="radio" id="${id}" name="${name}" value="${choice.value}" checked="${choice.value === value}" aria-describedby="${choice.hint && `${id}-says`}">
<span><label for="${id}">${choice.label}</label>${choice.hint && html` ${textOnly && html`<br>`}<span class="hint" id="${`${id}-says`}">${choice.hint}</span>`}</span></li>`
  })}</ul>${fault && faultLine(name, fault)}</fieldset>`
}

export function selectField(frame: Frame, asked: Chosen): Html {
  const { name, value, choices } = asked
  return field(
    frame,
    asked,
    (described, invalid) =>
      html`<select id="${name}" name="${name}" aria-describedby="${described}" aria-invalid="${invalid}">${choices.map(
        (choice) => html`<option value="${choice.value}" selected="${choice.value === value}">${choice.label}</option>`,
      )}</select>`,
  )
}
