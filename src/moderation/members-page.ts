/** Members as moderators look for them. */
import { memberKinds } from '../core/member/member.ts'
import type { MemberLine } from '../db/suspensions.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { workLayout } from '../web/work-layout.ts'
import { places } from './places.ts'

export function membersPage(
  frame: Frame,
  {
    words,
    members,
    isFull,
  }: { readonly words: string; readonly members: readonly MemberLine[]; readonly isFull: boolean },
): string {
  const { t, at } = frame
  return workLayout(frame, {
    title: t('measure.members'),
    places: places(frame, 'members'),
    sheets: ['sources.css'],
    main: html`<div class="column"><h1>${t('measure.members')}</h1><p class="lede">${t('measure.members.lede')}</p>
<form class="search" method="get" action="${at(routes.moderationMembers.href({}))}" role="search"><label for="q">${t('measure.search')}</label><input id="q" name="q" type="search" value="${words}"><button>${t('measure.find')}</button></form>
${members.length === 0 ? html`<p class="after">${t(words ? 'measure.found.none' : 'measure.none')}</p>` : html`<ul class="rows">${members.map((member) => memberLine(frame, member))}</ul>`}
${isFull && html`<p class="small">${t('measure.found.many')}</p>`}</div>`,
  })
}

function memberLine(frame: Frame, { slug, name, kind, leftAt, isSuspended, warnings }: MemberLine): Html {
  const { t, at } = frame
  const known = memberKinds.find((one) => one === kind)
  const says = [
    known && t(`kind.${known}`),
    leftAt ? t('measure.left') : isSuspended && t('measure.suspended'),
    warnings > 0 && t('measure.warned', { count: warnings }),
  ].filter(Boolean)
  return html`<li><a href="${at(routes.moderationMember.href({ slug }))}"><bdi>${name}</bdi></a> <span class="soft">${says.map((words, i) => html`${i > 0 && ' · '}${words}`)}</span></li>`
}
