/** The directory by what members are and by where they say they are: names under headings. */
import { withoutArticle } from '../core/member/alphabet.ts'
import { type Directory, writeDirectory } from '../core/member/directory.ts'
import type { Member, MemberKind } from '../core/member/member.ts'
import { membersHref, routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'

type Grouped = {
  readonly asked: Directory
  readonly found: readonly Member[]
  /** By slug. */
  readonly stories: ReadonlyMap<string, number>
}

/** Up to so many members every name is told; of more, those with most stories under each heading. */
const all = 400
const someOfEach = 24

export function byKind(frame: Frame, { asked, found, stories }: Grouped): Html {
  const { t } = frame
  const kinds = Map.groupBy(found, ({ kind }) => kind)
  return groups(
    frame,
    stories,
    [...kinds].map(([kind, members]) => ({
      name: t(`kind.${kind satisfies MemberKind}`),
      href: membersHref(writeDirectory({ ...asked, by: 'name', kind })),
      members,
    })),
  )
}

/** Members that do not say where they are stand under no heading: a list of them would point at them. */
export function byCountry(frame: Frame, { asked, found, stories }: Grouped): Html {
  const { t } = frame
  const countries = countriesOf(found)
  if (countries.size === 0) return html`<p class="lede">${t('members.country.empty')}</p>`
  return html`<p class="small aside">${t('members.country.lede')}</p>
${groups(
  frame,
  stories,
  [...countries].map(([country, members]) => ({
    name: t.titled(t.countryName(country)),
    href: membersHref(writeDirectory({ ...asked, by: 'name', country })),
    members,
  })),
)}`
}

/** Members by the country they show. */
export function countriesOf(members: readonly Member[]): Map<string, Member[]> {
  return Map.groupBy(
    members.filter(({ country }) => country !== null),
    ({ country }) => country ?? '',
  )
}

type Group = { readonly name: string; readonly href: string; readonly members: readonly Member[] }

function groups(frame: Frame, stories: Grouped['stories'], of: readonly Group[]): Html {
  const { t, at } = frame
  const count = of.reduce((sum, { members }) => sum + members.length, 0)
  return html`<div class="groups">${of
    .toSorted((a, b) => t.compare(a.name, b.name))
    .map(({ name, href, members }) => {
      const shown = count > all ? busiest(members, stories) : members
      const rest = members.length - shown.length
      return html`<section><h2><a href="${at(href)}">${name}</a> <span class="count">${t.number(members.length)}</span></h2>
<ul>${shown
        .toSorted((a, b) => t.compare(withoutArticle(a.name), withoutArticle(b.name)))
        .map(
          (member) =>
            html`<li><a href="${at(routes.member.href({ slug: member.slug }))}"><bdi>${member.name}</bdi></a></li>`,
        )}${rest > 0 && html`<li><a class="rest" href="${at(href)}">${t('members.more', { count: rest })}</a></li>`}</ul></section>
`
    })}</div>`
}

function busiest(members: readonly Member[], stories: Grouped['stories']): readonly Member[] {
  const count = ({ slug }: Member) => stories.get(slug) ?? 0
  return members.toSorted((a, b) => count(b) - count(a) || (a.slug < b.slug ? -1 : 1)).slice(0, someOfEach)
}
