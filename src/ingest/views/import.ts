/** A list of feeds that was handed in: what would be added and what not, then how far it is, then what came of it. */
import type { Agent } from '../../core/agent.ts'
import type { Member } from '../../core/member/member.ts'
import { type Grant, pictureUses } from '../../core/story/gate.ts'
import {
  type countLines,
  type LineOutcome,
  lineOutcomes,
  type Others,
  type ShownLine,
  type SourceImport,
} from '../../db/source-imports.ts'
import { routes } from '../../routes.ts'
import { type Frame, withQuery } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { settingsPlaces } from '../../web/settings-places.ts'
import { radioField, selectField } from '../../web/ui/choice.ts'
import { field, textField, unsent } from '../../web/ui/field.ts'
import { steps } from '../../web/ui/steps.ts'
import { workLayout } from '../../web/work-layout.ts'
import { shortAddress } from './list.ts'
import { agentField, grantable } from './terms.ts'

export const others = ['leave', 'one', 'new'] as const satisfies readonly Others[]

/** As it was given. */
export type ImportForm = {
  readonly others: Others
  readonly member: string
  readonly grant: Grant['shows']
  readonly pictures: Grant['pictures']
  readonly agent: Agent
}

export type ImportFault = { readonly field: 'member'; readonly words: string }

type ImportView = {
  readonly list: SourceImport
  readonly given: ImportForm
  readonly counts: Awaited<ReturnType<typeof countLines>>
  readonly lines: readonly ShownLine[]
  /** The position after which the next page begins, if there is one. */
  readonly next: number | undefined
  readonly only: LineOutcome | undefined
  readonly members: readonly Member[] | undefined
  readonly fault?: ImportFault | undefined
}

export function handInPage(frame: Frame, { fault }: { readonly fault?: string }): string {
  const { t, at } = frame
  const label = t('import.file')
  return workLayout(frame, {
    title: t('sources.import'),
    places: settingsPlaces(frame, 'sources'),
    sheets: ['sources.css'],
    main: html`${trail(frame)}<div class="narrow"><h1>${t('sources.import')}</h1>
${fault && unsent(t('import.unsent'), [{ name: 'file', label, fault }])}<p class="lede">${t('import.lede')}</p>
<form class="form" method="post" enctype="multipart/form-data" action="${at(routes.sourcesImportSent.href({}))}">
${field(
  frame,
  { name: 'file', label, hint: t('import.file.hint'), fault },
  (described, invalid) =>
    html`<input id="file" name="file" type="file" accept=".opml,.xml,text/x-opml,text/xml,application/xml" aria-describedby="${described}" aria-invalid="${invalid}">`,
)}
<p><button>${t('import.look')}</button></p></form></div>`,
  })
}

export function importPage(frame: Frame, view: ImportView): string {
  const { t } = frame
  const { list, fault } = view
  return workLayout(frame, {
    title: t('sources.import'),
    places: settingsPlaces(frame, 'sources'),
    sheets: ['sources.css'],
    main: html`${trail(frame)}<h1><bdi>${list.title}</bdi></h1>
${fault && unsent(t('source-add.unsent'), [{ name: fault.field, label: t('import.member'), fault: fault.words }])}
${list.begun ? progress(frame, view) : html`<p class="lede">${ahead(frame, view)}</p>`}
${!list.begun && count(view, 'ready') > 0 && beginForm(frame, view)}
${lines(frame, view)}`,
  })
}

function trail(frame: Frame): Html | undefined {
  const { t } = frame
  return steps(frame, [{ label: t('sources.title'), href: routes.sources.href({}) }])
}

function count({ counts }: ImportView, outcome: LineOutcome, hasMember?: boolean): number {
  return counts
    .filter((one) => one.outcome === outcome && (hasMember === undefined || one.hasMember === hasMember))
    .reduce((sum, one) => sum + one.count, 0)
}

/** What would come of it, before anybody has begun. */
function ahead({ t }: Frame, view: ImportView): string {
  const ready = count(view, 'ready')
  if (ready === 0) return t('import.nothing')
  return [
    t('import.ready', { count: ready }),
    t('import.ready.members', { count: count(view, 'ready', true) }),
    t('import.ready.others', { count: count(view, 'ready', false) }),
  ].join(' ')
}

/** How far it is. Whoever wants to know more looks again: nothing on the page moves by itself. */
function progress(frame: Frame, view: ImportView): Html {
  const { t, at, textOnly } = frame
  const { list, counts } = view
  const left = count(view, 'ready')
  const all = counts.reduce((sum, one) => sum + one.count, 0)
  const added = t('import.added', { count: count(view, 'added') })
  if (list.doneAt) return html`<p class="lede" role="status">${t('import.done')} ${added}</p>`
  const share = all === 0 ? 1 : (all - left) / all
  return html`<div class="progress"><p class="lede" role="status">${added} ${t('import.left', { count: left })}</p>
${!textOnly && html`<progress value="${Math.round(share * 1000)}" max="1000" aria-label="${t('import.progress')}"></progress>`}
<p><a class="button" href="${at(routes.sourceImport.href({ id: list.id }))}">${t('import.again')}</a></p></div>`
}

function beginForm(frame: Frame, view: ImportView): Html {
  const { t, at } = frame
  const { list, given } = view
  const hasOthers = count(view, 'ready', false) > 0
  return html`<form class="form" method="post" action="${at(routes.sourceImportSent.href({ id: list.id }))}">
${
  hasOthers &&
  html`${radioField(frame, {
    name: 'others',
    label: t('import.others', { count: count(view, 'ready', false) }),
    value: given.others,
    choices: others.map((value) => ({
      value,
      label: t(`import.others.${value}`),
      hint: t(`import.others.${value}.hint`),
    })),
  })}${memberField(frame, view)}`
}
${radioField(frame, {
  name: 'grant',
  label: t('import.grant'),
  hint: t('source-add.grant.hint'),
  value: given.grant,
  choices: grantable.map((shows) => ({
    value: shows,
    label: t.titled(t(`grant.${shows}`)),
    hint: t(`grant.${shows}.hint`),
  })),
})}
${selectField(frame, {
  name: 'pictures',
  label: t('grant.pictures'),
  value: given.pictures,
  choices: pictureUses.map((use) => ({ value: use, label: t.titled(t(`grant.pictures.${use}`)) })),
})}
${agentField(frame, given.agent)}
<p><button>${t('import.do', { count: count(view, 'ready') })}</button></p></form>`
}

function memberField(frame: Frame, { given, members, fault }: ImportView): Html {
  const { t } = frame
  const asked = { name: 'member', label: t('import.member'), fault: fault?.words, value: given.member }
  if (!members) return textField(frame, { ...asked, hint: t('source-add.member.typed') })
  const choices = members.map(({ slug, name }) => ({ value: slug, label: name }))
  return selectField(frame, { ...asked, choices: [{ value: '', label: t('import.member.none') }, ...choices] })
}

function lines(frame: Frame, view: ImportView): Html {
  const { t, at } = frame
  const { list, only, next } = view
  const href = (query: Record<string, string | undefined>) =>
    at(withQuery(routes.sourceImport.href({ id: list.id }), { only: only && nameOf(only), ...query }))
  const all = view.counts.reduce((sum, one) => sum + one.count, 0)
  const kinds = lineOutcomes.filter((outcome) => count(view, outcome) > 0)
  return html`<section aria-labelledby="lines"><h2 id="lines">${t('import.lines')}</h2><div class="sift"><nav aria-label="${t('import.lines')}"><ul>
<li><a href="${href({ only: undefined })}" aria-current="${only === undefined ? 'true' : undefined}">${t('sources.all')} <span class="count">${t.number(all)}</span></a></li>${kinds.map(
    (outcome) =>
      html`<li><a href="${href({ only: nameOf(outcome) })}" aria-current="${only === outcome ? 'true' : undefined}">${t(`import.outcome.${nameOf(outcome)}`)} <span class="count">${t.number(count(view, outcome))}</span></a></li>`,
  )}</ul></nav></div>
<ul class="rows">${view.lines.map((line) => lineOf(frame, line))}</ul>
<p class="pager">${next !== undefined && html`<a href="${href({ after: String(next) })}">${t('sources.more')}</a>`}</p></section>`
}

function lineOf({ t, at }: Frame, line: ShownLine): Html {
  const { title, url, outcome, memberName, sourceId } = line
  const name = html`<bdi>${title || shortAddress(url)}</bdi>`
  return html`<li><span>${sourceId ? html`<a href="${at(routes.source.href({ id: sourceId }))}">${name}</a>` : name} <span class="soft address" dir="ltr">${shortAddress(url)}</span></span>
<span class="soft">${memberName && html`<bdi>${memberName}</bdi> · `}${t(`import.outcome.${nameOf(outcome)}`)}</span></li>`
}

/** As addresses and the catalogue name it. */
function nameOf<O extends LineOutcome>(outcome: O) {
  return names[outcome]
}

const names = {
  ready: 'ready',
  there: 'there',
  twice: 'twice',
  'no address': 'no-address',
  added: 'added',
  'left out': 'left-out',
  'name taken': 'name-taken',
} as const satisfies Record<LineOutcome, string>
