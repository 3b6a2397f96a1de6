/** The members on a map that we draw, and the same as a list: nobody else is asked for a picture of the world. */
import { type Directory, inkFrom, inkOf, writeDirectory } from '../core/member/directory.ts'
import type { Member } from '../core/member/member.ts'
import { membersHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { world } from '../web/world.ts'
import { countriesOf } from './directory-groups.ts'

type Country = {
  readonly code: string
  readonly name: string
  readonly count: number
  readonly href: string
}

export function countryMap(
  frame: Frame,
  { asked, found }: { readonly asked: Directory; readonly found: readonly Member[] },
): Html {
  const { t, at, textOnly } = frame
  const countries = [...countriesOf(found)]
    .map(([code, members]) => ({
      ...{ code, count: members.length, name: t.titled(t.countryName(code)) },
      href: at(membersHref(writeDirectory({ ...asked, by: 'name', country: code }))),
    }))
    .toSorted((a, b) => t.compare(a.name, b.name))
  if (countries.length === 0)
    return html`${!textOnly && drawn(frame, [])}<p class="lede">${t('members.country.empty')}</p>`
  return html`<p class="small aside">${t('members.country.lede')}</p>
${!textOnly && html`<p class="past"><a href="#countries">${t('members.map.skip')}</a></p>${drawn(frame, countries)}`}
<ul class="index" id="countries" tabindex="-1">${countries.map(
    ({ name, count, href }) =>
      html`<li><a href="${href}">${name}</a> <span class="small">${t('masthead.members', { count })}</span></li>`,
  )}</ul>`
}

function drawn(frame: Frame, countries: readonly Country[]): Html {
  const { t } = frame
  const { width, height, outlines, points } = world()
  const inked = new Set(countries.map(({ code }) => code))
  const rest = [...outlines].flatMap(([code, path]) => (inked.has(code) ? [] : [path])).join('')
  // What is small is drawn last, so that no neighbour covers it.
  const sorted = [
    ...countries.filter(({ code }) => !points.has(code)),
    ...countries.filter(({ code }) => points.has(code)),
  ]
  return html`<figure class="world"><svg viewBox="0 0 ${width} ${height}" role="group" aria-label="${t('members.map.label')}"><path class="land" d="${rest}"/>
${sorted.map((country) => shape(frame, country))}</svg>
<figcaption>${legend(frame, countries)}<p>${t('members.map.note')}</p></figcaption></figure>`
}

/** A country that is on no map is in the list alone. */
function shape({ t }: Frame, { code, name, count, href }: Country): Html | undefined {
  const { outlines, points } = world()
  const [outline, point] = [outlines.get(code), points.get(code)]
  if (!outline && !point) return undefined
  const says = t('members.map.bar', { country: name, members: t('masthead.members', { count }) })
  return html`<a class="ink${inkOf(count)}" href="${href}" aria-label="${says}"><title>${says}</title>${outline && html`<path d="${outline}"/>`}${
    point &&
    html`<circle class="around" cx="${point[0]}" cy="${point[1]}" r="20"/><circle cx="${point[0]}" cy="${point[1]}" r="9"/>`
  }</a>
`
}

/** The steps there are, from how many to how many. */
function legend({ t }: Frame, countries: readonly Country[]): Html | undefined {
  if (countries.length === 0) return undefined
  const deepest = Math.max(...countries.map(({ count }) => inkOf(count)))
  return html`<dl class="inks"><dt>${t('members.map.ink')}</dt>${inkFrom.slice(0, deepest).map((from, i) => {
    const next = inkFrom[i + 1]
    const last = next === undefined ? undefined : next - 1
    const range =
      last === undefined ? `${t.number(from)}+` : from === last ? t.number(from) : `${t.number(from)}–${t.number(last)}`
    return html`<dd><svg class="ink${i + 1}" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10"/></svg> <bdi>${range}</bdi></dd>`
  })}</dl>`
}
