/** The sources of one member, as its own people see them. */

import { seatOf } from '../../core/account/visitor.ts'
import type { ListedSource } from '../../db/source-list.ts'
import { routes } from '../../routes.ts'
import type { Frame } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { memberPlaces } from '../../web/member-places.ts'
import type { DayBar } from '../../web/ui/day-bars.ts'
import { time } from '../../web/ui/time.ts'
import { workLayout } from '../../web/work-layout.ts'
import { shortAddress } from './list.ts'
import { grantWords, healthWords, sourceChart } from './words.ts'

type OwnSource = ListedSource & { readonly days: readonly DayBar[]; readonly isQuarantined: boolean }

export type OwnList = {
  readonly member: { readonly slug: string; readonly name: string }
  readonly mayChange: boolean
  readonly sources: readonly OwnSource[]
}

export function ownListPage(frame: Frame, { member, mayChange, sources }: OwnList): string {
  const { t, at } = frame
  const { slug, name } = member
  return workLayout(frame, {
    title: t('own.title'),
    places: memberPlaces(frame, seatOf(frame, slug), 'sources'),
    sheets: ['sources.css'],
    main: html`<div class="top"><h1>${t('own.title')}</h1><p class="acts">${
      mayChange &&
      html`<a class="button" href="${at(routes.ownSourceAdd.href({ member: slug }))}">${t('sources.add')}</a> `
    }</p></div>
<p class="lede">${t('own.lede', { member: name })}</p>
${
  sources.length > 0
    ? html`<ul class="sources">${sources.map((source) => row(frame, slug, source))}</ul>`
    : html`<p class="empty">${t(mayChange ? 'own.none' : 'own.none.owner')}</p>`
}`,
  })
}

function row(frame: Frame, member: string, source: OwnSource): Html {
  const { t, at } = frame
  const { id, title, url, state, grant, nextVisitAt, days, isQuarantined } = source
  return html`<li class="${`is-${isQuarantined ? 'failing' : state}`}"><div class="what"><h2><a href="${at(routes.ownSource.href({ member, id }))}"><bdi>${title || shortAddress(url)}</bdi></a></h2>
<p class="small"><bdi dir="ltr" class="address">${shortAddress(url)}</bdi></p></div>
<div class="how">${sourceChart(frame, days)}</div>
<p class="health">${isQuarantined ? html`<b>${t('quarantine.state')}</b> ${t('quarantine.short')}` : html`<b>${t(`source.state.${state}`)}</b> ${healthWords(frame, state, source)}`}</p>
<p class="small when">${t.rich('sources.grant', { grant: grantWords(t, grant) })}${
    state !== 'paused' && html`<br>${t.rich('sources.next', { time: time(frame, nextVisitAt, 'moment') })}`
  }</p></li>`
}
