/** A story with all that stand with it, side by side: what each says, and what an editor can say of them. */
import { plainText } from '../../core/html/text.ts'
import type { AccountId, StoryId } from '../../core/id.ts'
import type { ClusterAct } from '../../db/cluster-acts.ts'
import type { Version, WholeVersion } from '../../db/cluster-desk.ts'
import type { ClusterId } from '../../db/clusters.ts'
import { routes } from '../../routes.ts'
import type { Frame } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { author } from '../../web/ui/author.ts'
import { field, textField, unsent } from '../../web/ui/field.ts'
import { textAttributes } from '../../web/ui/language.ts'
import { steps } from '../../web/ui/steps.ts'
import { time } from '../../web/ui/time.ts'
import { workLayout } from '../../web/work-layout.ts'
import { versionOf } from './version.ts'

export type Given = {
  readonly picked: readonly StoryId[]
  readonly apartWhy: string
  readonly other: string
  readonly togetherWhy: string
}
export const nothingGiven: Given = { picked: [], apartWhy: '', other: '', togetherWhy: '' }

export type Faults = {
  readonly picked?: 'none' | 'all'
  readonly apartWhy?: true
  readonly other?: 'unknown' | 'same' | 'gone'
  readonly togetherWhy?: true
}

export type Standing = {
  /** Whose address the page has. */
  readonly story: StoryId
  readonly cluster: ClusterId | undefined
  /** The first to publish it first. */
  readonly versions: readonly WholeVersion[]
  readonly acts: readonly ClusterAct[]
  readonly names: ReadonlyMap<AccountId, string>
  /** What was looked for among all stories, and what was found. */
  readonly q: string
  readonly found: readonly Version[] | 'slow' | undefined
  readonly given: Given
  readonly faults: Faults
  readonly done?: 'apart' | 'together' | 'undone' | undefined
  readonly isChanged?: boolean
  readonly isSince?: boolean
}

export function standingPage(frame: Frame, page: Standing): string {
  const { t, at } = frame
  const { versions, cluster, story, done } = page
  const own = versions.find(({ id }) => id === story)
  const { lang, dir } = textAttributes(own?.language ?? '', t.language)
  const shown = versions.filter(({ isShown }) => isShown).length
  return workLayout(frame, {
    title: own?.headline ?? t('clusters.title'),
    sheets: ['clusters.css'],
    done: done && t(`clusters.done.${done}`),
    main: html`${steps(frame, [{ label: t('clusters.title'), href: routes.clusters.href({}) }])}<div class="standing">
<h1 lang="${lang}" dir="${dir}">${own?.headline}</h1>${told(frame, page)}
<p class="lede">${t(versions.length > 1 ? 'clusters.together' : 'clusters.alone')}${
      cluster && shown > 1 && html` <a href="${at(routes.cluster.href({ id: cluster }))}">${t('clusters.public')}</a>`
    }</p>
${versions.length > 1 ? apart(frame, page) : html`<div class="versions">${versionsOf(frame, page)}</div>`}
${together(frame, page)}
${page.acts.length > 0 && said(frame, page)}</div>`,
  })
}

/** What stood in the way. */
function told({ t }: Frame, { isChanged, isSince, faults }: Standing): Html | undefined {
  if (isChanged) return unsent(t('clusters.changed'))
  if (isSince) return unsent(t('clusters.undo.since'))
  const wrong = [
    faults.picked && { name: 'picked', label: t('clusters.apart.title'), fault: t(`clusters.apart.${faults.picked}`) },
    faults.apartWhy && { name: 'apart-why', label: t('clusters.why'), fault: t('clusters.why.missing') },
    faults.other && { name: 'other', label: t('clusters.other'), fault: otherFault(t, faults.other) },
    faults.togetherWhy && { name: 'together-why', label: t('clusters.why'), fault: t('clusters.why.missing') },
  ].filter((one) => one !== undefined)
  return wrong.length > 0 ? unsent(t('clusters.wrong'), wrong) : undefined
}

function otherFault(t: Frame['t'], fault: NonNullable<Faults['other']>): string {
  return fault === 'unknown' ? t('clusters.unknown') : t(`clusters.together.${fault}`)
}

function versionsOf(frame: Frame, { versions, given }: Standing): Html[] {
  const [first] = versions
  if (!first) return []
  const texts = versions.map(({ body, excerpt }) => plainText(body) || excerpt)
  return versions.map((version, at) =>
    versionOf(frame, version, {
      ...{ place: at + 1, text: texts[at] ?? '', first: at > 0 ? (texts[0] ?? '') : undefined },
      picked: versions.length > 1 ? given.picked.includes(version.id) : undefined,
    }),
  )
}

function seen({ versions }: Standing): Html {
  return html`<input type="hidden" name="seen" value="${versions.map(({ id }) => id).join(' ')}">`
}

/** Their versions, each with its mark, and the word that parts them. */
function apart(frame: Frame, page: Standing): Html {
  const { t, at } = frame
  const { story, given, faults } = page
  const fault = faults.picked && t(`clusters.apart.${faults.picked}`)
  return html`<form method="post" action="${at(routes.standingApart.href({ id: story }))}">${seen(page)}
<div class="versions">${versionsOf(frame, page)}</div>
<div class="form"><h2 id="picked" tabindex="-1">${t('clusters.apart.title')}</h2><p class="hint">${t('clusters.apart.hint')}</p>${fault && html`<p class="fault">${fault}</p>`}
${why(frame, 'apart-why', given.apartWhy, faults.apartWhy)}
<p class="buttons"><button>${t('clusters.apart.do')}</button></p></div></form>`
}

function why(frame: Frame, name: string, value: string, isMissing: true | undefined): Html {
  const { t } = frame
  const fault = isMissing && t('clusters.why.missing')
  return textField(frame, { name, label: t('clusters.why'), hint: t('clusters.why.hint'), value, fault })
}

function together(frame: Frame, page: Standing): Html {
  const { t, at, textOnly } = frame
  const { story, given, faults, found, q } = page
  const href = routes.standing.href({ id: story })
  return html`<section aria-labelledby="together"><h2 id="together">${t('clusters.together.title')}</h2>
<form class="form" method="get" action="${at(`${href}`)}#together">${field(
    frame,
    { name: 'q', label: t('clusters.find') },
    () =>
      html`<input id="q" name="q" type="search" value="${q}" dir="auto" maxlength="200" autocomplete="off" autocapitalize="off">`,
  )}${textOnly && html`<input type="hidden" name="text" value="">`}<p class="buttons"><button class="second">${t('clusters.find.do')}</button></p></form>
<form class="form" method="post" action="${at(routes.standingTogether.href({ id: story }))}">${seen(page)}<input type="hidden" name="q" value="${q}">
${why(frame, 'together-why', given.togetherWhy, faults.togetherWhy)}
${textField(frame, { name: 'other', label: t('clusters.other'), value: given.other, fault: faults.other && otherFault(t, faults.other) })}
<p class="buttons"><button>${t('clusters.together.do')}</button></p>
${found === 'slow' ? html`<p class="fault">${t('clusters.found.slow')}</p>` : found && findings(frame, found, page.versions)}</form></section>`
}

/** What was found: each brought together by its own button. */
function findings(frame: Frame, found: readonly Version[], versions: readonly Version[]): Html {
  const { t, at } = frame
  const others = found.filter(({ id }) => !versions.some((version) => version.id === id))
  if (others.length === 0)
    return html`<p class="after">${t(found.length === 0 ? 'clusters.found.none' : 'clusters.together.same')}</p>`
  return html`<h3>${t('clusters.found')}</h3><ul class="rows">${others.map(
    ({ id, headline, language, memberName, publishedAt }) => {
      const { lang, dir } = textAttributes(language, t.language)
      return html`<li><div><a href="${at(routes.standing.href({ id }))}" lang="${lang}" dir="${dir}">${headline}</a>
<p class="soft"><bdi>${memberName}</bdi> · ${time(frame, publishedAt, 'moment')}</p></div><button class="second" name="found" value="${id}" aria-label="${t('clusters.found.with', { headline })}">${t('clusters.together.do')}</button></li>`
    },
  )}</ul>`
}

/** What editors said before, and the way back. */
function said(frame: Frame, page: Standing): Html {
  const { t, at } = frame
  return html`<section aria-labelledby="acts"><h2 id="acts">${t('clusters.acts')}</h2><ul class="rows">${page.acts.map(
    (act) => {
      const stories = html`${act.named.map(({ id, headline, language }, i) => {
        const { lang, dir } = textAttributes(language, t.language)
        return html`${i > 0 && ' · '}<a href="${at(routes.standing.href({ id }))}" lang="${lang}" dir="${dir}">${headline}</a>`
      })}`
      const undone =
        act.undoneAt &&
        html`<p class="soft">${t.rich('clusters.act.undone', { time: time(frame, act.undoneAt, 'moment') })} · ${author(frame, page.names, act.undoneBy ?? '')}</p>`
      return html`<li><div><p>${t.rich(`clusters.act.${act.kind}`, { stories })}</p><p dir="auto">${act.why}</p>
<p class="soft">${author(frame, page.names, act.actedBy)} · ${time(frame, act.actedAt, 'moment')}</p>${undone}</div>${
        !undone &&
        act.isLast &&
        html`<form method="post" action="${at(routes.standingUndone.href({ id: page.story }))}"><input type="hidden" name="act" value="${act.id}"><button class="second">${t('clusters.undo')}</button></form>`
      }</li>`
    },
  )}</ul></section>`
}
