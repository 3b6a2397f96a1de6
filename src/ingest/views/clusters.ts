/** The newest clusters, one to a line, and the way to any story. */
import type { Cluster, Version } from '../../db/cluster-desk.ts'
import { routes } from '../../routes.ts'
import { type Frame, withQuery } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { textField, unsent } from '../../web/ui/field.ts'
import { textAttributes } from '../../web/ui/language.ts'
import { steps } from '../../web/ui/steps.ts'
import { time } from '../../web/ui/time.ts'
import { workLayout } from '../../web/work-layout.ts'

export type Clusters = {
  readonly clusters: readonly Cluster[]
  readonly more: boolean
  /** What somebody wants to look at. */
  readonly asked: string
  readonly isUnknown: boolean
}

export function clustersPage(frame: Frame, { clusters, more, asked, isUnknown }: Clusters): string {
  const { t, at, textOnly } = frame
  const fault = isUnknown ? t('clusters.unknown') : undefined
  const last = more ? clusters.at(-1) : undefined
  const label = t('clusters.look')
  return workLayout(frame, {
    title: t('clusters.title'),
    sheets: ['clusters.css'],
    main: html`${steps(frame, [{ label: t('today.title'), href: routes.moderation.href({}) }])}<div class="column"><h1>${t('clusters.title')}</h1>${
      fault && unsent(t('clusters.wrong'), [{ name: 'story', label, fault }])
    }<p class="lede">${t('clusters.lede')}</p>
${clusters.length === 0 ? html`<p>${t('clusters.none')}</p>` : html`<ol class="cases">${clusters.map((cluster) => line(frame, cluster))}</ol>`}
${last && html`<p class="after"><a rel="next" href="${at(withQuery(routes.clusters.href({}), { before: last.id }))}">${t('clusters.earlier')}</a></p>`}
<form class="form" method="get" action="${at(routes.clusters.href({}))}">${textField(frame, { name: 'story', label, hint: t('clusters.look.hint'), value: asked, fault })}
${textOnly && html`<input type="hidden" name="text" value="">`}<p class="buttons"><button class="second">${t('clusters.look.do')}</button></p></form></div>`,
  })
}

function line(frame: Frame, { versions, isRuled }: Cluster): Html | false {
  const { t, at } = frame
  const [first] = versions
  if (!first) return false
  const { lang, dir } = textAttributes(first.language, t.language)
  const members = [...new Set(versions.map(({ memberName }) => memberName))]
  return html`<li><a href="${at(routes.standing.href({ id: first.id }))}" lang="${lang}" dir="${dir}">${first.headline}</a>
<span class="soft">${t('clusters.versions', { count: versions.length })} · ${members.slice(0, 5).map((name, i) => html`${i > 0 && ' · '}<bdi>${name}</bdi>`)}${members.length > 5 && ' …'}</span>
<span class="soft">${time(frame, newest(versions), 'moment')}${isRuled && html` · <b>${t('clusters.ruled')}</b>`}</span></li>`
}

function newest(versions: readonly Version[]): Date {
  return new Date(Math.max(...versions.map(({ cameAt }) => cameAt.getTime())))
}
