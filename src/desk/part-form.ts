/** The pages on which a draft is written: its words, what it is about, what newsrooms need. */
import { type DraftFields, type Part, parts, saidIn } from '../core/story/draft-fields.ts'
import type { Draft } from '../db/drafts.ts'
import type { Topic } from '../db/topics.ts'
import { hashOf } from '../net/media-store.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { unsent } from '../web/ui/field.ts'
import type { DraftFault } from './check-draft.ts'
import { type DraftStep, draftLayout } from './draft-layout.ts'
import { toldFaults } from './fault-words.ts'
import { type Choosing, partField } from './part-fields.ts'

/** What each page is called in its address. */
export const partOf = { words: 'text', about: 'about', newsrooms: 'newsrooms' } as const satisfies Record<string, Part>
export type PartName = keyof typeof partOf

export type PartForm = {
  readonly draft: Draft
  readonly part: PartName
  /** As they stand in the form. */
  readonly fields: DraftFields
  readonly faults: readonly DraftFault[]
  /** What somebody else saved meanwhile, in their words. */
  readonly theirs?: DraftFields | undefined
  readonly topics: readonly Topic[]
  /** As whoever writes is called. */
  readonly name: string
  readonly isOpen: boolean
  readonly done?: string | undefined
}

export function partPage(frame: Frame, form: PartForm): string {
  const { t, at } = frame
  const { draft, part, fields, faults, theirs, isOpen } = form
  const step: DraftStep = part
  const shown = namesOf(form)
  const told = toldFaults(
    frame,
    faults,
    shown.map((name) => [name, labelOf(frame, name)] as const),
  )
  const choosing: Choosing = { frame, fields, faults, topics: form.topics, name: form.name }
  return draftLayout(frame, {
    draft,
    step,
    done: form.done,
    side: part === 'words' ? markdownHelp(frame) : undefined,
    main: html`${theirs && unsent(t('desk.conflict'))}${!theirs && told.length > 0 && unsent(t('desk.unsaved', { count: told.length }), told)}
${!isOpen && html`<p class="standing">${t('desk.closed')} <a href="${at(routes.draftCheck.href({ member: draft.memberSlug, draft: draft.id }))}">${t('desk.check')}</a></p>`}
<form class="form" method="post" action="${at(routes.draftPartSent.href({ member: draft.memberSlug, draft: draft.id, part }))}">
<input type="hidden" name="base" value="${baseOf(part, theirs ?? draft.fields)}">
<fieldset class="bare" disabled="${!isOpen}">${shown.map((name) => partField(choosing, name))}
${isOpen && html`<p class="buttons"><button>${t('desk.save')}</button> <button class="second" name="then" value="check">${t('desk.save.check')}</button></p>`}</fieldset></form>
${theirs && otherWords(frame, part, fields, theirs)}`,
  })
}

/** Which words the form was opened with: saved words that are others are somebody else's. */
export function baseOf(part: PartName, fields: DraftFields): string {
  return hashOf(new TextEncoder().encode(saidIn(partOf[part], fields))).slice(0, 32)
}

/** An editor's note changes no text; only a correction tells readers something of itself. */
function namesOf({ draft, part }: PartForm): readonly (keyof DraftFields)[] {
  if (part === 'words' && draft.kind === 'note') return ['note']
  const all: readonly (keyof DraftFields)[] = parts[partOf[part]]
  if (part !== 'words') return draft.kind === 'note' ? [] : all
  return draft.kind === 'first'
    ? all.filter((name) => name !== 'note')
    : ['note', ...all.filter((name) => name !== 'note')]
}

function labelOf({ t }: Frame, name: keyof DraftFields): string {
  return name === 'pictures' || name === 'rest' ? '' : t(`desk.field.${name}`)
}

/** Both texts stay: what was typed in the form, what the other has saved below it. */
function otherWords(frame: Frame, part: PartName, mine: DraftFields, theirs: DraftFields): Html {
  const { t } = frame
  const names: readonly (keyof DraftFields)[] = parts[partOf[part]]
  const unlike = names.filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]))
  return html`<section class="theirs" aria-labelledby="theirs"><h2 id="theirs">${t('desk.theirs')}</h2>${unlike.map(
    (name) => html`<h3>${labelOf(frame, name)}</h3><pre dir="auto">${shownValue(theirs[name])}</pre>`,
  )}</section>`
}

function shownValue(value: DraftFields[keyof DraftFields]): string {
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : String(value)
}

/** Markdown in six lines: what most releases need. */
function markdownHelp({ t }: Frame): Html {
  const rows = [
    ['## …', t('desk.markdown.heading')],
    ['**…**', t('desk.markdown.strong')],
    ['*…*', t('desk.markdown.emphasis')],
    ['[…](https://…)', t('desk.markdown.link')],
    ['* …', t('desk.markdown.list')],
    ['> …', t('desk.markdown.quote')],
  ]
  return html`<h2>${t('desk.markdown')}</h2><dl class="marks">${rows.map(
    ([mark, words]) => html`<div><dt><code dir="ltr">${mark}</code></dt><dd>${words}</dd></div>`,
  )}</dl>`
}
