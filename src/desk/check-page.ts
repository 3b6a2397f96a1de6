/** The last page of a draft: what is still amiss, how it will look, and the button that sends it in. */
import type { DraftFields } from '../core/story/draft-fields.ts'
import { parts } from '../core/story/draft-fields.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { unsent } from '../web/ui/field.ts'
import { time } from '../web/ui/time.ts'
import { checkList } from './checks.ts'
import { type DraftStep, draftLayout, stepHref } from './draft-layout.ts'
import { faultIn } from './fault-words.ts'
import { isOpen } from './own-draft.ts'
import type { DraftState } from './state.ts'

export type CheckView = {
  readonly state: DraftState
  /** As readers would see it. */
  readonly preview: Html | undefined
  /** Whether whoever looks may send it in. */
  readonly maySend: boolean
  readonly isUnsent?: boolean
  readonly done?: string | undefined
}

export function checkPage(frame: Frame, { state, preview, maySend, isUnsent, done }: CheckView): string {
  const { t } = frame
  const { draft, faults, decisions } = state
  const [last] = decisions
  return draftLayout(frame, {
    draft,
    step: 'check',
    done,
    main: html`${isUnsent && unsent(t('desk.unsendable'))}${last && draft.standing === 'returned' && html`<section class="returned" aria-labelledby="returned"><h2 id="returned">${t.rich('desk.returned', { date: time(frame, last.decidedAt, 'day') })}</h2><blockquote class="said" dir="auto">${last.words.split(/\n{2,}/).map((words) => html`<p>${words}</p>`)}</blockquote></section>`}
${faults.length > 0 && faultList(frame, state)}${checkList(frame, state)}
${actions(frame, state, maySend)}
${preview && html`<section aria-labelledby="preview"><h2 id="preview">${t('desk.preview')}</h2><div class="shown story">${preview}</div></section>`}`,
  })
}

/** Each leads to the field where it is put right. */
function faultList(frame: Frame, { draft, faults }: DraftState): Html {
  const { t, at } = frame
  const fields = [...new Set(faults.map(({ field }) => field))]
  return html`<ul class="amiss-list">${fields.map((field) => {
    const step = stepOf(field)
    return html`<li><a href="${at(`${stepHref(draft, step)}#${field}`)}">${labelOf(frame, field)}</a> ${faultIn(frame, faults, field)}</li>`
  })}</ul>`

  function labelOf({ t: words }: Frame, field: string): string {
    const [name = '', number] = field.split('-')
    if (number !== undefined) return t('desk.picture.number', { number: Number(number) + 1 })
    const known = named.find((one) => one === name)
    return known ? words(`desk.field.${known}`) : words('desk.other')
  }
}

const named = [...parts.text, ...parts.about, ...parts.newsrooms] satisfies readonly (keyof DraftFields)[]

function stepOf(field: string): DraftStep {
  if (/-\d+$/.test(field)) return 'pictures'
  if (field === 'supporters') return 'supporters'
  const within = (names: readonly string[]) => names.includes(field)
  return within(parts.about) ? 'about' : within(parts.newsrooms) ? 'newsrooms' : 'words'
}

function actions(frame: Frame, { draft, faults, supporters }: DraftState, maySend: boolean): Html {
  const { t, at } = frame
  const of = { member: draft.memberSlug, draft: draft.id }
  const action = at(routes.draftSent.href(of))
  if (draft.standing === 'published') return html`<p class="standing">${t('desk.is-published')}</p>`
  if (draft.standing === 'sent')
    return html`<p class="standing">${t.rich('desk.is-sent', { date: time(frame, draft.sentAt ?? draft.changedAt, 'moment') })}</p>${
      maySend &&
      html`<form class="form" method="post" action="${action}"><p><button class="second" name="do" value="back">${t('desk.take-back')}</button></p></form>`
    }`
  const drop = html`<a href="${at(routes.draftDrop.href(of))}">${t('desk.drop')}</a>`
  const areAsked = supporters.some(({ support }) => support === 'changed')
  if (!maySend) return html`<p class="standing">${t('desk.editor-sends')} ${drop}</p>`
  const isReady = faults.length === 0 && isOpen(draft)
  return html`<form class="form" method="post" action="${action}">${isReady && areAsked && html`<p class="hint">${t('desk.send.hint')}</p>`}<p class="buttons"><button name="do" value="send">${t('desk.send')}</button> ${drop}</p></form>`
}
