/** The members' directory: what all its views have around them, and the list by name. */
import type { MemberId } from '../core/id.ts'
import { countEach, type Directory, type DirectoryView, writeDirectory } from '../core/member/directory.ts'
import type { Member, MemberKind } from '../core/member/member.ts'
import type { NewestStory } from '../db/newest-stories.ts'
import { membersHref, routes, storyHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { layout } from '../web/layout.ts'
import { keepDay } from '../web/messages/typeset.ts'
import { commaOf } from '../web/ui/language.ts'
import { logo } from '../web/ui/logo.ts'
import { kindAndPlace } from '../web/ui/portrait.ts'
import { byCountry, byKind } from './directory-groups.ts'
import { countryMap } from './directory-map.ts'
import type { LetterPage } from './directory-pages.ts'
import { letterBar, letterSection } from './letters.ts'

export type DirectoryPage = {
  readonly asked: Directory
  /** Every member there is, and those asked for. */
  readonly all: readonly Member[]
  readonly found: readonly Member[]
  readonly list: LetterPage<Member>
  /** By slug. */
  readonly stories: ReadonlyMap<string, number>
  /** Of those on this page of the list. */
  readonly newest: ReadonlyMap<MemberId, NewestStory>
}

export function directoryPage(frame: Frame, page: DirectoryPage): string {
  const { t } = frame
  const { asked, all, found, list } = page
  const title = [t('members.title'), ...filterNames(frame, asked)].join(' · ')
  // Names stand on every view but the map.
  const named = { name: list.groups.flatMap(({ entries }) => entries), kind: found, country: found, map: [] }
  return layout(frame, {
    title: list.page > 1 ? t('members.page', { title, page: list.page, pages: list.pages }) : title,
    description: t('members.lede'),
    path: routes.members.href({}),
    sheets: ['directory.css'],
    current: 'members',
    languages: named[asked.by].flatMap(({ languages }) => languages),
    main: html`<div class="plain directory"><h1>${t('members.title')}</h1>
<p class="lede">${all.length > 0 ? t('members.lede') : t('members.empty')}</p>
${all.length > 0 ? around(frame, page) : invitation(frame)}</div>`,
  })
}

/** Where nobody is yet, whom we look for. */
function invitation({ t, at }: Frame): Html {
  return html`<p class="measure">${t('front.join.text')}</p>
<p class="links"><a href="${at(routes.join.href({}))}">${t('front.join.how')}</a></p>`
}

function around(frame: Frame, page: DirectoryPage): Html {
  const { asked, all, found } = page
  return html`<div class="turns">${views(frame, asked)}${filters(frame, asked, all)}</div>
<p class="mono tally">${tally(frame, asked, found)}</p>
${found.length > 0 ? view(frame, page) : html`<p class="lede">${frame.t('members.filter.none')}</p>`}`
}

function view(frame: Frame, page: DirectoryPage): Html {
  switch (page.asked.by) {
    case 'name':
      return byName(frame, page)
    case 'kind':
      return byKind(frame, page)
    case 'country':
      return byCountry(frame, page)
    case 'map':
      return countryMap(frame, page)
  }
}

const order = ['name', 'kind', 'country', 'map'] as const satisfies readonly DirectoryView[]

/** What was chosen stays chosen from one view to the other. */
function views({ t, at }: Frame, asked: Directory): Html {
  return html`<nav class="views" aria-label="${t('members.views')}"><ul>${order.map((by) => {
    const href = at(membersHref(writeDirectory({ ...asked, by, page: 1 })))
    return html`<li><a href="${href}" aria-current="${by === asked.by ? 'page' : undefined}">${t(`members.by.${by}`)}</a></li>`
  })}</ul></nav>
`
}

function filters(frame: Frame, asked: Directory, all: readonly Member[]): Html | undefined {
  const { t, at, textOnly } = frame
  const kinds = [...countEach(all, ({ kind }) => [kind])].map(([kind, count]) => ({
    ...{ value: kind, count, chosen: kind === asked.kind },
    name: t(`kind.${kind as MemberKind}`),
  }))
  const languages = [...countEach(all, ({ languages }) => languages)].map(([tag, count]) => ({
    ...{ value: tag.toLowerCase(), count, chosen: tag === asked.language },
    name: t.titled(t.languageName(tag)),
  }))
  if (kinds.length < 2 && languages.length < 2) return undefined
  return html`<form class="narrowing" method="get" action="${at(routes.members.href({}))}">
${asked.by !== 'name' && html`<input type="hidden" name="by" value="${asked.by}">`}${asked.country && html`<input type="hidden" name="country" value="${asked.country.toLowerCase()}">`}${textOnly && html`<input type="hidden" name="text" value="">`}
${select(frame, 'kind', kinds)}
${select(frame, 'language', languages)}
<button>${t('members.filter.do')}</button></form>`
}

type Option = {
  readonly value: string
  readonly name: string
  readonly count: number
  readonly chosen: boolean
}

function select({ t }: Frame, name: 'kind' | 'language', options: readonly Option[]): Html {
  const sorted = options.toSorted((a, b) => t.compare(a.name, b.name))
  return html`<label>${t(`members.filter.${name}`)} <select name="${name}"><option value="">${t('members.filter.any')}</option>${sorted.map(
    ({ value, name, count, chosen }) =>
      html`<option value="${value}" selected="${chosen}">${name} (${t.number(count)})</option>`,
  )}</select></label>`
}

function filterNames({ t }: Frame, { kind, language, country }: Directory): string[] {
  return [
    ...(kind ? [t(`kind.${kind}`)] : []),
    ...(language ? [t.titled(t.languageName(language))] : []),
    ...(country ? [t.titled(t.countryName(country))] : []),
  ]
}

/** How many they are, and in how many countries of those who say so. */
function tally(frame: Frame, asked: Directory, found: readonly Member[]): Html {
  const { t, at } = frame
  const countries = countEach(found, ({ country }) => (country ? [country] : [])).size
  const names = filterNames(frame, asked)
  const told = [
    t('masthead.members', { count: found.length }),
    ...(countries > 0 && !asked.country ? [t('masthead.countries', { count: countries })] : []),
  ].join(' ')
  const all = at(membersHref(writeDirectory({ ...nothingAsked, by: asked.by })))
  return html`${[told, ...names].join(' · ')}${names.length > 0 && html`<span class="off"> · <a href="${all}">${t('members.filter.off')}</a></span>`}`
}

const nothingAsked: Directory = { by: 'name', kind: undefined, language: undefined, country: undefined, page: 1 }

function byName(frame: Frame, page: DirectoryPage): Html {
  const { asked, list } = page
  const all = list.groups.flatMap(({ entries }) => entries)
  if (list.letters.length === 0)
    return html`<ul class="register">${all.map((member) => entry(frame, page, member, false))}</ul>`
  const letters = list.letters.map(({ letter, page }) => ({
    letter,
    page: page === list.page ? '' : frame.at(membersHref(writeDirectory({ ...asked, page }))),
  }))
  return html`${letterBar(frame, letters)}
${list.groups.map(({ letter, entries }) =>
  letterSection(letter, html`<ul class="register">${entries.map((member) => entry(frame, page, member, true))}</ul>`),
)}${list.pages > 1 && turning(frame, asked, list)}`
}

function entry(frame: Frame, { stories, newest }: DirectoryPage, member: Member, isUnderLetter: boolean): Html {
  const { t, at } = frame
  const name = html`<a href="${at(routes.member.href({ slug: member.slug }))}"><bdi>${member.name}</bdi></a>`
  const count = stories.get(member.slug) ?? 0
  const last = newest.get(member.id)
  return html`<li>${logo(frame, member)}<div>${isUnderLetter ? html`<h3>${name}</h3>` : html`<h2>${name}</h2>`}
<p class="small">${[...kindAndPlace(frame, member), ...languagesOf(frame, member)].join('\u00a0· ')}</p>
<p class="small soft">${count > 0 ? t('count.stories', { count }) : t('members.none')}${
    last &&
    html` · <a href="${at(storyHref(last))}">${t('members.newest', { date: keepDay(t.date(last.publishedAt, 'day')) })}</a>`
  }</p></div></li>
`
}

/** All of three or four; of more the first few, and how many more there are. */
function languagesOf({ t }: Frame, { languages }: Member): string[] {
  if (languages.length === 0) return []
  const shown = languages.length > 4 ? languages.slice(0, 3) : languages
  const names = shown.map((tag) => t.languageName(tag))
  const rest = languages.length - shown.length
  return [[...names, ...(rest > 0 ? [t('members.languages.more', { count: rest })] : [])].join(commaOf(t.language))]
}

function turning({ t, at }: Frame, asked: Directory, { page, pages }: LetterPage<Member>): Html {
  const to = (n: number) => at(membersHref(writeDirectory({ ...asked, page: n })))
  return html`<nav class="turning" aria-label="${t('members.pages')}"><p>${page > 1 && html`<a rel="prev" href="${to(page - 1)}">${t('members.page.before')}</a>`}
<span class="mono">${t.number(page)} / ${t.number(pages)}</span>
${page < pages && html`<a rel="next" href="${to(page + 1)}">${t('members.page.after')}</a>`}</p></nav>`
}
