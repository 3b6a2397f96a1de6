/** A release of one's own after it was published: where it stands, what was done, and the ways to put it right. */

import { standingOf } from '../core/story/lifecycle.ts'
import type { Change, VersionKind } from '../core/story/story.ts'
import type { Draft } from '../db/drafts.ts'
import type { ReleaseLine } from '../db/releases.ts'
import { routes, storyHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { changeWords } from '../web/ui/change.ts'
import { radioField } from '../web/ui/choice.ts'
import { areaField, unsent } from '../web/ui/field.ts'
import { steps } from '../web/ui/steps.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import { stepHref } from './draft-layout.ts'
import { shownStanding } from './home-page.ts'

export type OwnRelease = {
  readonly release: ReleaseLine
  readonly versions: readonly Change[]
  /** Corrections that are on their way. */
  readonly drafts: readonly Draft[]
  readonly mayWithdraw: boolean
  readonly isSuspended: boolean
  readonly fault?: boolean
  readonly done?: string | undefined
}

export const corrections = ['correction', 'clarification', 'update', 'note'] as const satisfies readonly VersionKind[]

export function ownReleasePage(frame: Frame, view: OwnRelease): string {
  const { t } = frame
  const { release, versions, drafts, fault, done } = view
  const { headline, genre, publishedAt, withdrawal } = release
  return workLayout(frame, {
    title: headline,
    sheets: ['desk.css'],
    done,
    main: html`${steps(frame, [{ label: t('desk.title'), href: routes.desk.href({}) }])}<div class="column"><h1 dir="auto">${headline}</h1>
${fault && unsent(t('desk.correct.missing'))}
<p class="soft">${t(`genre.${genre}`)} · ${t(`desk.standing.${shownStanding(standing(release))}`)} · ${time(frame, publishedAt, 'moment')}</p>
${withdrawal === null && html`<p class="pairs-line"><a href="${storyHref(release)}"><bdi dir="ltr">${storyHref(release)}</bdi></a></p>`}
${drafts.length > 0 && html`<h2>${t('desk.correct.begun')}</h2><ul class="rows titles">${drafts.map((draft) => html`<li><a href="${frame.at(stepHref(draft, 'check'))}">${t(`desk.kind.${draft.kind}`)}</a> <span class="state">${t(`desk.standing.${draft.standing}`)}</span></li>`)}</ul>`}
${withdrawal === null && !view.isSuspended && waysOn(frame, view)}
<h2>${t('changes.title')}</h2><ol class="changes">${versions.toReversed().map((change) => html`<li value="${change.number}">${changeWords(frame, change)}</li>`)}</ol></div>`,
  })
}

function waysOn(frame: Frame, { release, mayWithdraw }: OwnRelease): Html {
  const { t, at } = frame
  const of = { member: release.member, story: release.id }
  return html`<form class="form" method="post" action="${at(routes.correctionBegun.href(of))}"><h2>${t('desk.correct')}</h2>
${radioField(frame, {
  name: 'kind',
  label: t('desk.correct.kind'),
  hint: t('desk.correct.hint'),
  value: '',
  choices: corrections.map((value) => ({ value, label: t(`desk.kind.${value}`), hint: t(`desk.correct.${value}`) })),
})}
<p class="buttons"><button>${t('desk.correct.do')}</button></p></form>
${mayWithdraw && html`<h2>${t('desk.withdraw')}</h2><p>${t('desk.withdraw.about')} <a href="${at(routes.withdraw.href(of))}">${t('desk.withdraw.go')}</a></p>`}`
}

export function standing({ held, withdrawal, expired }: ReleaseLine) {
  return standingOf({ published: true, held, withdrawal, expired })
}

export function withdrawPage(
  frame: Frame,
  release: ReleaseLine,
  { why, fault }: { readonly why: string; readonly fault?: boolean },
): string {
  const { t, at } = frame
  const of = { member: release.member, story: release.id }
  return workLayout(frame, {
    title: t('desk.withdraw.title'),
    sheets: ['desk.css'],
    main: html`${steps(frame, [
      { label: t('desk.title'), href: routes.desk.href({}) },
      { label: t('desk.release'), href: routes.ownRelease.href(of) },
    ])}<div class="narrow"><h1>${t('desk.withdraw.title')}</h1><p class="lede" dir="auto">${release.headline}</p><p>${t('desk.withdraw.text')}</p>
<form class="form" method="post" action="${at(routes.withdrawn.href(of))}">
${areaField(frame, { name: 'why', label: t('desk.withdraw.why'), hint: t('desk.withdraw.why.hint'), value: why, fault: fault ? t('desk.withdraw.missing') : undefined, rows: 3 })}
<p class="buttons"><button class="danger">${t('desk.withdraw.do')}</button> <a href="${at(routes.ownRelease.href(of))}">${t('desk.withdraw.keep')}</a></p></form></div>`,
  })
}
