/** The page of one part of a draft: all parts at the side, each to be opened at any time. */
import type { Draft } from '../db/drafts.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { steps } from '../web/ui/steps.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'

export const draftSteps = ['words', 'about', 'newsrooms', 'pictures', 'supporters', 'check'] as const
export type DraftStep = (typeof draftSteps)[number]

export type DraftPage = {
  readonly draft: Draft
  readonly step: DraftStep
  readonly done?: string | undefined
  readonly main: Html
  readonly side?: Html | undefined
}

export function draftLayout(frame: Frame, { draft, step, done, main, side }: DraftPage): string {
  const { t } = frame
  return workLayout(frame, {
    title: t(`desk.${step}.title`),
    sheets: ['desk.css'],
    done,
    main: html`${trail(frame, draft)}<div class="stepwise">${stepList(frame, draft, step)}<div class="column"><h1>${t(`desk.${step}.title`)}</h1><p class="lede">${t(`desk.${step}.lede`)}</p>
${main}</div><aside class="side" aria-labelledby="saved"><h2 id="saved">${t('desk.saved')}</h2><p>${time(frame, draft.changedAt, 'moment')}</p>${side}</aside></div>`,
  })
}

/** Back to the desk; whose draft it is, and what it corrects. */
export function trail(frame: Frame, draft: Draft): Html {
  const { t } = frame
  const way = [{ label: t('desk.title'), href: routes.desk.href({}) }]
  const corrected =
    draft.story && draft.kind !== 'first'
      ? [{ label: t('desk.release'), href: routes.ownRelease.href({ member: draft.memberSlug, story: draft.story }) }]
      : []
  return html`${steps(frame, [...way, ...corrected])}<p class="soft whose"><bdi>${draft.memberName}</bdi> · ${t(`desk.kind.${draft.kind}`)} · ${t(`desk.standing.${draft.standing}`)}</p>`
}

function stepList({ t, at }: Frame, draft: Draft, step: DraftStep): Html {
  return html`<nav class="progress" aria-label="${t('desk.parts')}"><ol>${draftSteps.map((one, i) => {
    const words = html`<span class="tick" aria-hidden="true">${i + 1}</span><span class="label">${t(`desk.${one}`)}</span>`
    return html`<li aria-current="${one === step ? 'step' : undefined}">${
      one === step ? html`<span>${words}</span>` : html`<a href="${at(stepHref(draft, one))}">${words}</a>`
    }</li>`
  })}</ol></nav>`
}

export function stepHref(draft: Pick<Draft, 'id' | 'memberSlug'>, step: DraftStep): string {
  const of = { member: draft.memberSlug, draft: draft.id }
  switch (step) {
    case 'pictures':
      return routes.draftPictures.href(of)
    case 'supporters':
      return routes.draftSupporters.href(of)
    case 'check':
      return routes.draftCheck.href(of)
    default:
      return routes.draftPart.href({ ...of, part: step })
  }
}

/** Where the part leads that was saved. */
export function nextStep(step: DraftStep): DraftStep {
  return draftSteps[draftSteps.indexOf(step) + 1] ?? 'check'
}
