/** What members have sent in, for editors: the list, and one of them with what was checked and the decision. */
import type { Draft } from '../db/drafts.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { author, type Names } from '../web/ui/author.ts'
import { areaField, unsent } from '../web/ui/field.ts'
import { steps } from '../web/ui/steps.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import { checkList } from './checks.ts'
import type { DraftState } from './state.ts'

export function incomingPage(frame: Frame, drafts: readonly Draft[], done: string | undefined): string {
  const { t, at } = frame
  return workLayout(frame, {
    title: t('incoming.title'),
    sheets: ['desk.css'],
    done,
    main: html`<div class="column"><h1>${t('incoming.title')}</h1><p class="lede">${t('incoming.lede')}</p>
${
  drafts.length === 0
    ? html`<p>${t('incoming.none')}</p>`
    : html`<ol class="cases">${drafts.map(
        (draft) =>
          html`<li><a href="${at(routes.incomingDraft.href({ draft: draft.id }))}" dir="auto">${draft.fields.headline || t('desk.untitled')}</a>
<span class="soft"><bdi>${draft.memberName}</bdi> · ${t(`desk.kind.${draft.kind}`)} · ${time(frame, draft.sentAt ?? draft.changedAt, 'moment')}</span></li>`,
      )}</ol>`
}</div>`,
  })
}

export type Deciding = {
  readonly state: DraftState
  readonly preview: Html | undefined
  readonly names: Names
  readonly given: { readonly words: string; readonly again: boolean }
  readonly fault?: 'words' | 'again' | 'decided' | undefined
}

export function incomingDraftPage(frame: Frame, deciding: Deciding): string {
  const { t } = frame
  const { state, preview, fault } = deciding
  const { draft } = state
  const title = draft.fields.headline || t('desk.untitled')
  return workLayout(frame, {
    title,
    sheets: ['desk.css'],
    main: html`${steps(frame, [{ label: t('incoming.title'), href: routes.incoming.href({}) }])}<div class="incoming">
<div class="decide"><h1 dir="auto">${title}</h1>${fault === 'decided' && unsent(t('incoming.decided'))}
${draft.standing === 'sent' && facts(frame, deciding)}${draft.standing === 'sent' && checkList(frame, state)}${before(frame, deciding)}
${draft.standing === 'sent' ? decideForm(frame, deciding) : html`<p class="standing">${t(`incoming.is.${draft.standing}`)}</p>`}</div>
${
  preview
    ? html`<section aria-label="${t('desk.preview')}"><div class="shown story">${preview}</div></section>`
    : draft.kind === 'note' &&
      html`<section aria-label="${t('desk.preview')}"><blockquote class="said" dir="auto"><p>${draft.fields.note}</p></blockquote></section>`
}</div>`,
  })
}

function facts(frame: Frame, { state, names }: Deciding): Html {
  const { t, at } = frame
  const { draft, member } = state
  const { edNote, signed, byline, note } = draft.fields
  return html`<dl class="pairs"><dt>${t('incoming.of')}</dt><dd><a href="${at(routes.member.href({ slug: member.slug }))}"><bdi>${member.name}</bdi></a></dd>
<dt>${t('incoming.kind')}</dt><dd>${t(`desk.kind.${draft.kind}`)}</dd>
${note && html`<dt>${t('desk.field.note')}</dt><dd dir="auto">${note}</dd>`}
<dt>${t('incoming.sent')}</dt><dd>${time(frame, draft.sentAt ?? draft.changedAt, 'moment')}${draft.sentBy && html` · ${author(frame, names, draft.sentBy)}`}</dd>
<dt>${t('desk.field.byline')}</dt><dd>${signed === 'member' ? t('desk.signed.member') : html`<bdi>${byline}</bdi> (${t(`incoming.signed.${signed}`)})`}</dd>
${edNote && html`<dt>${t('desk.field.edNote')}</dt><dd dir="auto">${edNote}</dd>`}</dl>`
}

/** What was decided before: an editor who comes second knows what the first has asked for. */
function before(frame: Frame, { state, names }: Deciding): Html | undefined {
  if (state.decisions.length === 0) return undefined
  const { t } = frame
  return html`<h2>${t('incoming.before')}</h2><ul class="rows">${state.decisions.map(
    ({ kind, decidedAt, decidedBy, words }) =>
      html`<li><div>${t(`incoming.${kind}`)}, ${time(frame, decidedAt, 'moment')} · ${author(frame, names, decidedBy)}${words && html`<p dir="auto">${words}</p>`}</div></li>`,
  )}</ul>`
}

function decideForm(frame: Frame, { state, given, fault }: Deciding): Html {
  const { t, at } = frame
  const { draft, read, faults, twice } = state
  const mayPublish = read !== undefined || (draft.kind === 'note' && faults.length === 0)
  return html`<form class="form" method="post" action="${at(routes.incomingDecided.href({ draft: draft.id }))}"><input type="hidden" name="version" value="${draft.version}">
${areaField(frame, { name: 'words', label: t('incoming.words'), hint: t('incoming.words.hint'), value: given.words, fault: fault === 'words' ? t('incoming.words.missing') : undefined, rows: 4 })}
${twice && html`<div class="${fault === 'again' ? 'field wrong' : 'field'}"><p class="check"><input type="checkbox" id="again" name="again" value="yes" checked="${given.again}" aria-describedby="${fault === 'again' ? 'again-fault' : undefined}"><label for="again">${t('incoming.again')}</label></p>${fault === 'again' && html`<p class="fault" id="again-fault">${t('incoming.again.missing')}</p>`}</div>`}
<p class="buttons">${mayPublish && html`<button name="do" value="publish">${t('incoming.publish')}</button> `}<button class="second" name="do" value="return">${t('incoming.return')}</button></p></form>`
}
