/** Asks once before a draft is thrown away. */
import type { Draft } from '../db/drafts.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { html } from '../web/html.ts'
import { workLayout } from '../web/work-layout.ts'
import { stepHref, trail } from './draft-layout.ts'

export function dropPage(frame: Frame, draft: Draft): string {
  const { t, at } = frame
  const of = { member: draft.memberSlug, draft: draft.id }
  return workLayout(frame, {
    title: t('desk.drop.title'),
    sheets: ['desk.css'],
    main: html`${trail(frame, draft)}<div class="narrow"><h1>${t('desk.drop.title')}</h1><p class="lede" dir="auto">${draft.fields.headline || t('desk.untitled')}</p><p>${t('desk.drop.text')}</p>
<form class="form" method="post" action="${at(routes.draftDropped.href(of))}"><p class="buttons"><button class="danger">${t('desk.drop.do')}</button> <a href="${at(stepHref(draft, 'check'))}">${t('desk.drop.keep')}</a></p></form></div>`,
  })
}
