/** The network's facts as a form: the same fields in settings and in the steps of the set-up. */
import type { Network } from '../core/network.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { catalogues } from '../web/messages/messages.ts'
import { areaField, faultLine, field, textField } from '../web/ui/field.ts'
import { textAttributes } from '../web/ui/language.ts'
import { type FactChange, type FactFault, type FactKey, facts, longest } from './facts.ts'

export type Given = Readonly<Partial<Record<FactKey, string>>>
export type Faults = Readonly<Partial<Record<FactKey, FactFault>>>

/** As the facts stand. */
export function givenOf(network: Network, keys: readonly FactKey[]): Given {
  return Object.fromEntries(keys.map((key) => [key, facts[key].write(network)]))
}

/** What a form brings of these facts. */
export function readGiven(form: URLSearchParams, keys: readonly FactKey[]): Given {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const text = key === 'languages' ? languagesIn(form) : form.get(key)
      return text === null ? [] : [[key, text.replace(/\r\n?/g, '\n').trim()]]
    }),
  )
}

/** Of what was given, what whoever sent it changed: the rest may have been changed by somebody else since. */
export function changedIn(form: URLSearchParams, given: Given): Given {
  return Object.fromEntries(
    Object.entries(given).filter(([key, text]) => text !== form.get(`was-${key}`)?.replace(/\r\n?/g, '\n')),
  )
}

/** What it comes to, and what is wrong with it. */
export function readFacts(given: Given): { readonly change: FactChange; readonly faults: Faults } {
  const change: Record<string, unknown> = {}
  const faults: Partial<Record<FactKey, FactFault>> = {}
  for (const [key, text] of Object.entries(given) as [FactKey, string][]) {
    const read = facts[key].read(text)
    if ('fault' in read) faults[key] = read
    else Object.assign(change, read)
  }
  return { change: change as FactChange, faults }
}

/** Faults as the list at the top of a page names them. */
export function toldFaults(
  frame: Frame,
  faults: Faults,
): { readonly name: string; readonly label: string; readonly fault: string }[] {
  return (Object.entries(faults) as [FactKey, FactFault][]).map(([key, fault]) => ({
    name: key === 'languages' ? 'first' : key,
    label: frame.t(`fact.${key}`),
    fault: faultWords(frame, key, fault),
  }))
}

export type FactFields = {
  /** As the facts stand: what a field says that was not touched. */
  readonly network: Network
  readonly given: Given
  readonly faults: Faults
  /** Stories are published, and their addresses built from the time zone. */
  readonly zoneIsFixed: boolean
}

export function factField(frame: Frame, key: FactKey, fields: FactFields): Html {
  const { t } = frame
  const { network, given, faults, zoneIsFixed } = fields
  const was = facts[key].write(network)
  const value = given[key] ?? was
  const told = faults[key]
  const asked = {
    name: key,
    label: t(`fact.${key}`),
    hint: t(`fact.${key}.hint`),
    fault: told && faultWords(frame, key, told),
  }
  const seen = html`<input type="hidden" name="${`was-${key}`}" value="${was}">`
  switch (key) {
    case 'name':
      return html`${seen}${textField(frame, { ...asked, value, required: true })}`
    case 'tagline':
      return html`${seen}${textField(frame, { ...asked, value, isOptional: true })}`
    case 'founded':
      return html`${seen}${textField(frame, { ...asked, value, type: 'date', isOptional: true })}`
    case 'time-zone':
      return zoneIsFixed ? fixedZone(frame, value) : html`${seen}${zoneField(frame, asked, value)}`
    case 'languages':
      return html`${seen}${languagesField(frame, asked, value)}`
    case 'accent':
      return html`${seen}${textField(frame, { ...asked, value, type: 'color' })}`
    case 'applications':
      return html`${seen}${textField(frame, { ...asked, value, inputMode: 'numeric', required: true })}`
    case 'appeals':
      return html`${seen}${textField(frame, { ...asked, value, isOptional: true })}`
    case 'homes':
      return html`${seen}${areaField(frame, { ...asked, value, rows: 5, isOptional: true })}`
  }
}

/** What the program knows of zones, to choose from; whoever knows another name types it. */
function zoneField(frame: Frame, asked: Parameters<typeof field>[1], value: string): Html {
  return field(
    frame,
    asked,
    (described, invalid) =>
      html`<input id="time-zone" name="time-zone" value="${value}" list="zones" dir="ltr" autocomplete="off" autocapitalize="off" spellcheck="false" required aria-describedby="${described}" aria-invalid="${invalid}"><datalist id="zones"><option value="UTC"></option>${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value="${zone}"></option>`)}</datalist>`,
  )
}

function fixedZone({ t }: Frame, zone: string): Html {
  return html`<div class="field"><p class="label">${t('fact.time-zone')}</p><p class="hint">${t('fact.time-zone.fixed')}</p><p class="mono fixed" dir="ltr">${zone}</p></div>`
}

/** The first, and those beside it: as many as there are words for. */
function languagesField(frame: Frame, asked: Parameters<typeof field>[1], value: string): Html {
  const { t } = frame
  const chosen = value.split(',').map((tag) => tag.trim())
  const choices = [...new Set([...chosen, ...Object.keys(catalogues).filter((base) => !chosen.some(isOf(base)))])]
  const named = (tag: string) => {
    const { lang, dir } = textAttributes(tag, t.language)
    return html`<span lang="${lang}" dir="${dir}">${t.autonym(tag)}</span>`
  }
  return html`<fieldset class="${asked.fault ? 'field wrong' : 'field'}"><legend>${asked.label}</legend><p class="hint">${asked.hint}</p>
<p class="label more"><label for="first">${t('fact.languages.first')}</label></p><select id="first" name="first">${choices.map(
    (tag) => html`<option value="${tag}" selected="${tag === chosen[0]}">${t.autonym(tag)}</option>`,
  )}</select>
<p class="label more">${t('fact.languages.also')}</p><ul class="choices">${choices.map(
    (tag) =>
      html`<li><input type="checkbox" id="${`language-${tag}`}" name="language" value="${tag}" checked="${chosen.includes(tag)}"><label for="${`language-${tag}`}">${named(tag)}</label></li>`,
  )}</ul>${asked.fault && faultLine('languages', asked.fault)}</fieldset>`
}

function isOf(base: string): (tag: string) => boolean {
  return (tag) => tag.split('-')[0] === base
}

function languagesIn(form: URLSearchParams): string | null {
  const first = form.get('first')
  if (first === null) return null
  return [...new Set([first, ...form.getAll('language')])].join(', ')
}

function faultWords({ t }: Frame, key: FactKey, { fault, words }: FactFault): string {
  if (fault === 'long') return t('fact.error.long', { count: key === 'name' ? longest.name : longest.tagline })
  if (fault === 'missing') return t('fact.error.missing')
  return t(`fact.error.${fault}`, { words })
}
