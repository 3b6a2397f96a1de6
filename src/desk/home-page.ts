/** The desk: what a member's people have on its way, and what they have published. */

import type { Seat } from '../core/member/seat.ts'
import { standingOf } from '../core/story/lifecycle.ts'
import type { Draft } from '../db/drafts.ts'
import type { ReleaseLine } from '../db/releases.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'
import { stepHref } from './draft-layout.ts'

export type Own = { readonly seat: Seat; readonly drafts: readonly Draft[]; readonly releases: readonly ReleaseLine[] }

export function deskPage(
  frame: Frame,
  { own, done }: { readonly own: readonly Own[]; readonly done: string | undefined },
): string {
  const { t } = frame
  return workLayout(frame, {
    title: t('desk.title'),
    sheets: ['desk.css'],
    done,
    main: html`<div class="desk"><h1>${t('desk.title')}</h1><p class="lede">${t('desk.lede')}</p>
${own.map((one) => ofMember(frame, one, own.length > 1))}</div>`,
  })
}

function ofMember(frame: Frame, { seat, drafts, releases }: Own, isNamed: boolean): Html {
  const { t, at } = frame
  const id = `of-${seat.slug}`
  return html`<section class="whole" aria-labelledby="${isNamed ? id : `drafts-${seat.slug}`}">${isNamed && html`<h2 class="member" id="${id}"><bdi>${seat.name}</bdi></h2>`}
${
  !seat.isSuspended &&
  html`<form class="begin" method="post" action="${at(routes.draftBegun.href({ member: seat.slug }))}"><button name="genre" value="release">${t('desk.begin.release')}</button> <button class="second" name="genre" value="statement">${t('desk.begin.statement')}</button></form>`
}
<h2 id="${`drafts-${seat.slug}`}">${t('desk.drafts')}</h2>${
    drafts.length === 0
      ? html`<p class="after">${t('desk.drafts.none')}</p>`
      : html`<ul class="rows titles">${drafts.map((draft) => draftLine(frame, draft))}</ul>`
  }
<h2>${t('desk.published')}</h2>${
    releases.length === 0
      ? html`<p class="after">${t('desk.published.none')}</p>`
      : html`<ul class="rows titles">${releases.map((release) => releaseLine(frame, release))}</ul>`
  }</section>`
}

function draftLine(frame: Frame, draft: Draft): Html {
  const { t, at } = frame
  const step = draft.standing === 'open' ? 'words' : 'check'
  return html`<li><div><a class="title" href="${at(stepHref(draft, step))}" dir="auto">${draft.fields.headline || t('desk.untitled')}</a>
<span class="soft">${t(`desk.kind.${draft.kind}`)} · ${time(frame, draft.changedAt, 'moment')}</span></div><span class="${`state ${draft.standing}`}">${t(`desk.standing.${draft.standing}`)}</span></li>`
}

function releaseLine(frame: Frame, release: ReleaseLine): Html {
  const { t, at } = frame
  const { id, member, headline, genre, publishedAt, held, withdrawal, expired } = release
  const standing = standingOf({ published: true, held, withdrawal, expired })
  return html`<li><div><a class="title" href="${at(routes.ownRelease.href({ member, story: id }))}" dir="auto">${headline}</a>
<span class="soft">${t(`genre.${genre}`)} · ${time(frame, publishedAt, 'day')}</span></div><span class="${`state ${standing}`}">${t(`desk.standing.${shownStanding(standing)}`)}</span></li>`
}

export function shownStanding(standing: ReturnType<typeof standingOf>) {
  return standing === 'unpublished' || standing === 'embargoed' ? 'open' : standing
}
