/** The parts of a form: a question over each field, a hint under it, what is wrong beside it. */
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'

export type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string | Html | undefined
  /** What is wrong, in a sentence that says what to do. */
  readonly fault?: string | undefined
  readonly isOptional?: boolean
}

/** `control` draws the field itself; it is told which texts describe it and whether it is wrong. */
export function field(
  { t }: Frame,
  { name, label, hint, fault, isOptional }: Field,
  control: (described: string | undefined, invalid: 'true' | undefined) => Html,
): Html {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return html`<div class="${fault ? 'field wrong' : 'field'}"><p class="label"><label for="${name}">${label}</label>${isOptional && html` <span class="soft">${t('form.optional')}</span>`}</p>
${
  hint &&
  html`<p class="hint" id="${`${name}-hint`}">${hint}</p>
`
}${control(described || undefined, fault ? 'true' : undefined)}${fault && faultLine(name, fault)}</div>`
}

export function faultLine(name: string, fault: string): Html {
  return html`<p class="fault" id="${`${name}-fault`}">${fault}</p>`
}

export type TextField = Field & {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'url' | 'password' | 'date' | 'color' | 'number' | 'search'
  /** As HTML names what a browser may fill in: `username`, `current-password` … */
  readonly autocomplete?: string
  readonly inputMode?: 'numeric' | 'text' | 'url' | 'email'
  readonly required?: boolean
}

export function textField(frame: Frame, asked: TextField): Html {
  const { name, value, type = 'text', autocomplete = 'off', inputMode, required } = asked
  return field(
    frame,
    asked,
    (described, invalid) =>
      html`<input id="${name}" name="${name}" type="${type}" value="${value}" dir="${type === 'text' ? 'auto' : type === 'email' || type === 'url' ? 'ltr' : undefined}" autocomplete="${autocomplete}" inputmode="${inputMode}" autocapitalize="off" spellcheck="false" required="${required}" aria-describedby="${described}" aria-invalid="${invalid}">`,
  )
}

export function areaField(frame: Frame, asked: Field & { readonly value?: string; readonly rows?: number }): Html {
  const { name, value, rows = 6 } = asked
  // A browser drops the first line break of a textarea: this one, and not the writer's own.
  return field(
    frame,
    asked,
    (described, invalid) =>
      html`<textarea id="${name}" name="${name}" dir="auto" rows="${rows}" aria-describedby="${described}" aria-invalid="${invalid}">
${value}</textarea>`,
  )
}

/** What stands in the way, first on the page and focused, so that whoever hears it hears this first. */
export function unsent(
  told: string,
  faults: readonly { readonly name: string; readonly label: string; readonly fault: string }[] = [],
): Html {
  if (faults.length === 0) return html`<p class="unsent" id="unsent" role="alert" tabindex="-1" autofocus>${told}</p>`
  return html`<div class="unsent" id="unsent" role="alert" tabindex="-1" autofocus><p>${told}</p><ul>${faults.map(
    ({ name, label, fault }) => html`<li><a href="${`#${name}`}">${label}</a> ${fault}</li>`,
  )}</ul></div>`
}
