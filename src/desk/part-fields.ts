/** The fields of a draft, each as its words want it: a line, a text, one of several, several. */
import { canonicalLanguage } from '../core/language.ts'
import { type DraftFields, signings } from '../core/story/draft-fields.ts'
import { licenceName } from '../core/story/licence.ts'
import type { Topic } from '../db/topics.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { radioField, selectField } from '../web/ui/choice.ts'
import { areaField, faultLine, textField } from '../web/ui/field.ts'
import type { DraftFault } from './check-draft.ts'
import { faultIn } from './fault-words.ts'

export type Choosing = {
  readonly frame: Frame
  readonly fields: DraftFields
  readonly faults: readonly DraftFault[]
  readonly topics: readonly Topic[]
  readonly name: string
}

type Asked = (field: Named) => { name: Named; label: string; fault: string | undefined }

export function partField(choosing: Choosing, name: keyof DraftFields): Html | undefined {
  const { frame, faults } = choosing
  const asked: Asked = (field) => ({
    name: field,
    label: frame.t(`desk.field.${field}`),
    fault: faultIn(frame, faults, field),
  })
  return textPart(choosing, name, asked) ?? aboutPart(choosing, name, asked) ?? newsroomPart(choosing, name, asked)
}

/** What is read. */
function textPart(choosing: Choosing, name: keyof DraftFields, asked: Asked): Html | undefined {
  const { frame, fields } = choosing
  const { t } = frame
  switch (name) {
    case 'headline':
      return areaField(frame, { ...asked('headline'), value: fields.headline, rows: 2 })
    case 'standfirst':
      return areaField(frame, {
        ...optional(asked('standfirst'), t('desk.hint.standfirst')),
        value: fields.standfirst,
        rows: 3,
      })
    case 'place':
      return textField(frame, { ...optional(asked('place'), t('desk.hint.place')), value: fields.place })
    case 'date':
      // A browser's own date field tells dates in another order to each, and shows no focus to who has no mouse.
      return textField(frame, {
        ...optional(asked('date'), t('desk.hint.date')),
        value: fields.date,
        inputMode: 'text',
      })
    case 'body':
      return areaField(frame, { ...asked('body'), hint: t('desk.hint.body'), value: fields.body, rows: 30 })
    case 'note':
      return areaField(frame, { ...asked('note'), hint: t('desk.hint.note'), value: fields.note, rows: 3 })
    default:
      return undefined
  }
}

/** By what it is found, who signs it, what others may do with it. */
function aboutPart(choosing: Choosing, name: keyof DraftFields, asked: Asked): Html | undefined {
  const { frame, fields } = choosing
  const { t } = frame
  switch (name) {
    case 'genre':
      return radioField(frame, { ...asked('genre'), value: fields.genre, choices: genres(frame, fields.genre) })
    case 'language':
      return selectField(frame, {
        ...asked('language'),
        hint: t('desk.hint.language'),
        value: fields.language,
        choices: languages(frame, fields.language),
      })
    case 'translationOf':
      return textField(frame, {
        ...optional(asked('translationOf'), t('desk.hint.translationOf')),
        value: fields.translationOf,
        inputMode: 'url',
      })
    case 'topics':
      return topicField(choosing, asked('topics').fault)
    case 'places':
      return textField(frame, { ...optional(asked('places'), t('desk.hint.places')), value: fields.places })
    case 'signed':
      return radioField(frame, {
        ...asked('signed'),
        value: fields.signed,
        choices: signings.map((value) => ({
          value,
          label: t(`desk.signed.${value}`),
          hint: t(`desk.signed.${value}.hint`),
        })),
      })
    case 'byline':
      return textField(frame, {
        ...optional(asked('byline'), t('desk.hint.byline', { name: choosing.name })),
        value: fields.byline,
      })
    case 'licence':
      return selectField(frame, {
        ...asked('licence'),
        hint: t('desk.hint.licence'),
        value: fields.licence,
        choices: licenceChoices(frame, fields.licence),
      })
    case 'sponsored':
      return html`<div class="field"><p class="check"><input type="checkbox" id="sponsored" name="sponsored" value="yes" checked="${fields.sponsored}" aria-describedby="sponsored-hint"><label for="sponsored">${t('desk.field.sponsored')}</label></p><p class="hint" id="sponsored-hint">${t('desk.hint.sponsored')}</p></div>`
    default:
      return undefined
  }
}

/** What newsrooms are told. */
function newsroomPart(choosing: Choosing, name: keyof DraftFields, asked: Asked): Html | undefined {
  const { frame, fields } = choosing
  const { t } = frame
  switch (name) {
    case 'contactName':
      return textField(frame, {
        ...optional(asked('contactName'), t('desk.hint.contactName')),
        value: fields.contactName,
      })
    case 'contactMail':
      return textField(frame, {
        ...optional(asked('contactMail'), t('desk.hint.contactMail')),
        value: fields.contactMail,
        inputMode: 'email',
      })
    case 'contactPhone':
      return textField(frame, { ...optional(asked('contactPhone')), value: fields.contactPhone })
    case 'notesToEditors':
      return areaField(frame, {
        ...optional(asked('notesToEditors'), t('desk.hint.notesToEditors')),
        value: fields.notesToEditors,
        rows: 5,
      })
    case 'boilerplate':
      return areaField(frame, {
        ...optional(asked('boilerplate'), t('desk.hint.boilerplate')),
        value: fields.boilerplate,
        rows: 4,
      })
    case 'edNote':
      return areaField(frame, { ...optional(asked('edNote'), t('desk.hint.edNote')), value: fields.edNote, rows: 3 })
    default:
      return undefined
  }
}

type Named = Exclude<keyof DraftFields, 'pictures' | 'rest'>

function optional<A extends object>(asked: A, hint?: string): A & { hint: string | undefined; isOptional: true } {
  return { ...asked, hint, isOptional: true }
}

/** A correction of an advisory stays one; none is begun here. */
function genres({ t }: Frame, chosen: string) {
  const offered = ['release', 'statement'] as const
  return [...offered, ...(chosen === 'advisory' ? (['advisory'] as const) : [])].map((value) => ({
    value,
    label: t(`genre.${value}`),
    hint: t(`desk.genre.${value}`),
  }))
}

/** The network's own, and the great ones of the world; whatever was written already stays there. */
const great =
  'en es fr pt de it nl pl ru uk tr ar fa he ur hi bn ta sw am ha yo zu id vi th fil my zh ja ko el ro hu cs sv fi ca'

function languages({ t, network }: Frame, chosen: string) {
  const tags = new Set([...network.languages, ...great.split(' '), canonicalLanguage(chosen) ?? ''].filter(Boolean))
  const named = [...tags].map((value) => ({ value, label: t.titled(t.languageName(value)) }))
  return [{ value: '', label: t('desk.language.guess') }, ...named.sort((a, b) => t.compare(a.label, b.label))]
}

const offeredLicences = ['CC BY 4.0', 'CC BY-SA 4.0', 'CC BY-ND 4.0', 'CC BY-NC 4.0', 'CC0 1.0']

export function licenceChoices({ t }: Frame, chosen: string) {
  const plain = (['free', 'excerpt', 'headline'] as const).map((value) => ({
    value,
    label: t(`desk.licence.${value}`),
  }))
  const others = [...new Set([...offeredLicences, chosen])].filter((value) => /^CC|^https?:/.test(value))
  return [...plain, ...others.map((value) => ({ value, label: /^http/.test(value) ? licenceName(value) : value }))]
}

/** Those that are chosen stand open; where there are many the others are a click away. */
function topicField({ frame, fields, topics }: Choosing, fault: string | undefined): Html | undefined {
  const { t } = frame
  if (topics.length === 0) return undefined
  const isMany = topics.length > 24
  const open = isMany ? topics.filter(({ slug }) => fields.topics.includes(slug)) : topics
  const rest = isMany ? topics.filter(({ slug }) => !fields.topics.includes(slug)) : []
  const box = ({ slug, name }: Topic) => {
    const id = `topics-${slug}`
    return html`<li><input type="checkbox" id="${id}" name="topics" value="${slug}" checked="${fields.topics.includes(slug)}"><label for="${id}">${name}</label></li>`
  }
  const list = (some: readonly Topic[]) => html`<ul class="choices columns">${some.map(box)}</ul>`
  return html`<fieldset class="${fault ? 'field wrong' : 'field'}" id="topics" tabindex="-1"><legend>${t('desk.field.topics')} <span class="soft">${t('form.optional')}</span></legend><p class="hint">${t('desk.hint.topics')}</p>${open.length > 0 && list(open)}${
    rest.length > 0 &&
    html`<details class="more"><summary>${t('desk.topics.open', { count: rest.length })}</summary>${list(rest)}</details>`
  }${fault && faultLine('topics', fault)}</fieldset>`
}
