/** What findings have in common, as links that narrow the search; and what it is narrowed to, as links that widen it. */
import type { FilterName } from '../core/question.ts'
import { type Search, writeSearch } from '../core/search-address.ts'
import { type Genre, genres } from '../core/story/gate.ts'
import { type Facet, type FacetName, facetNames } from '../db/search.ts'
import { searchHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'

/** What the topic and the member that are asked for are called. */
export type Names = { readonly topic?: string | undefined; readonly member?: string | undefined }

export function facetsBeside(
  frame: Frame,
  { facets, more, search }: { readonly facets: readonly Facet[]; readonly more: boolean; readonly search: Search },
): Html | false {
  const { t } = frame
  const groups = facetNames.flatMap((what) => {
    const values = facets.filter((facet) => facet.what === what)
    return isChosen(search, what) || values.length < 2 ? [] : [{ what, values }]
  })
  if (groups.length === 0) return false
  return html`<aside class="facets" aria-label="${t('search.narrow')}">${more && html`<p class="small">${t('search.among')}</p>`}
${groups.map(
  ({ what, values }) =>
    html`<section><h2>${t(`search.by.${what}`)}</h2><ul>${values.map((facet) => {
      const { value, stories } = facet
      return html`<li><a rel="nofollow" href="${narrowed(frame, search, what, value)}">${labelOf(frame, facet)}</a> <span class="count">${t.number(stories)}</span></li>`
    })}</ul></section>`,
)}</aside>`
}

function isChosen({ filters }: Search, what: FacetName): boolean {
  if (what === 'year') return filters.from !== undefined && filters.from === filters.to
  return filters[what] !== undefined
}

function narrowed({ at }: Frame, search: Search, what: FacetName, value: string): string {
  const filter = what === 'year' ? { from: value, to: value } : { [what]: value.toLowerCase() }
  return at(searchHref(writeSearch({ ...search, filters: { ...search.filters, ...filter } })))
}

function labelOf({ t }: Frame, { what, value, label }: Facet): Html {
  if (what === 'genre') return html`${t(`genre.${value as Genre}`)}`
  if (what === 'place') return html`${t.titled(t.countryName(value))}`
  if (what === 'language') return html`${t.titled(t.languageName(value))}`
  return html`<bdi>${label ?? value}</bdi>`
}

/** Each filter, with the way to do without it. */
export function chosen(frame: Frame, search: Search, names: Names): Html | false {
  const { t, at, textOnly } = frame
  const { filters } = search
  const told = (Object.keys(filters) as FilterName[]).filter((name) => filters[name] !== undefined)
  if (told.length === 0) return false
  return html`<ul class="chosen" aria-label="${t('search.chosen')}">${told.map((name) => {
    const rest = searchHref(writeSearch({ ...search, filters: { ...filters, [name]: undefined } }))
    const label = filterLabel(frame, name, filters[name] ?? '', names)
    return html`<li><span class="soft">${t(`search.filter.${name}`)}</span> ${label}${textOnly ? ' · ' : ' '}<a rel="nofollow" href="${at(rest)}">${!textOnly && html`<span aria-hidden="true">×</span>`}<span class="unseen">${t('search.remove')}</span></a></li>`
  })}</ul>`
}

function filterLabel(frame: Frame, name: FilterName, value: string, names: Names): Html {
  if (name === 'topic' || name === 'member') return html`<bdi>${names[name] ?? value}</bdi>`
  if (name === 'from' || name === 'to') return html`<span dir="ltr">${value}</span>`
  const known = name === 'genre' ? genres.some((one) => one === value) : /^[a-z]{2,3}(?:-[a-z0-9]+)*$/.test(value)
  return known ? labelOf(frame, { what: name, value, label: null, stories: 0 }) : html`<bdi>${value}</bdi>`
}
