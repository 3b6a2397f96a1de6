/** A member as its page shows it, with little and with much; also before it is saved. */
import type { Member } from '../../core/member/member.ts'
import {
  aboutFor,
  type ContactPurpose,
  contactHref,
  contactPurposes,
  type Home,
  type Profile,
} from '../../core/member/profile.ts'
import { routes } from '../../routes.ts'
import type { Frame } from '../context.ts'
import { type Html, html, linkable } from '../html.ts'
import { textAttributes } from './language.ts'
import { logo } from './logo.ts'

export type Portrayed = {
  readonly member: Member
  readonly profile: Profile
  readonly homes: readonly Pick<Home, 'url' | 'name' | 'verifiedAt' | 'lapsedAt'>[]
  /** Those of the profile's topics that the network has. */
  readonly topics: readonly { readonly slug: string; readonly name: string }[]
  /** Only those everybody may read. */
  readonly contacts: readonly { readonly purpose: ContactPurpose; readonly words: string }[]
  /** Whether there are further ones for other members' people. */
  readonly hasMore: boolean
}

/** Its head: banner, mark, names, kind, and what it says of itself. A preview stands below another page's heading. */
export function portraitHead(
  frame: Frame,
  { member, profile }: Pick<Portrayed, 'member' | 'profile'>,
  { isPreview, more }: { readonly isPreview?: boolean; readonly more?: Html } = {},
): Html {
  const { t } = frame
  const name = html`<bdi>${member.name}</bdi>`
  return html`${banner(frame, profile)}<header class="member">${mark(frame, member)}<div>${isPreview ? html`<p class="title">${name}</p>` : html`<h1>${name}</h1>`}
${
  profile.names.length > 0 &&
  html`<p class="othernames">${profile.names.map(({ language, name }, i) => {
    const { lang, dir } = textAttributes(language, t.language)
    return html`${i > 0 && html`${'\u00a0'}<span aria-hidden="true">·</span> `}<bdi lang="${lang}" dir="${dir}">${name}</bdi>`
  })}</p>
`
}<p class="small">${kindAndPlace(frame, member, profile).join(' · ')}</p>
${about(frame, member, profile)}${more}</div></header>`
}

/** What stands at its side: facts, homes, contacts. Undefined where there is nothing to tell. */
export function portraitSide(frame: Frame, portrayed: Portrayed): Html | undefined {
  const parts = [facts(frame, portrayed), homes(frame, portrayed), contacts(frame, portrayed)].filter(
    (part) => part !== undefined,
  )
  return parts.length > 0
    ? html`<aside class="told" aria-label="${frame.t('portrait.facts')}">${parts}</aside>`
    : undefined
}

/** A member's country and place are told only where it chose so; then they are in the record. */
export function kindAndPlace(
  { t }: Frame,
  member: Pick<Member, 'kind' | 'country'>,
  { place, placeShown }: Pick<Profile, 'place' | 'placeShown'> = { place: '', placeShown: false },
): string[] {
  return [
    t(`kind.${member.kind}`),
    ...(placeShown && place ? [place] : []),
    ...(member.country ? [t.countryName(member.country)] : []),
  ]
}

function banner({ textOnly }: Frame, profile: Profile): Html | undefined {
  if (!profile.banner || textOnly) return undefined
  return html`<img class="banner" src="${routes.media.href({ hash: profile.banner })}" alt="${profile.bannerAlt}" width="1600" height="400" decoding="async">`
}

function mark(frame: Frame, member: Member): Html | undefined {
  if (!member.logo || frame.textOnly) return logo(frame, member)
  return html`<img class="logo" src="${routes.media.href({ hash: member.logo })}" alt="${member.logoAlt}" width="72" height="72" decoding="async">`
}

function about({ t }: Frame, member: Member, profile: Profile): Html | undefined {
  const said = aboutFor(profile.abouts, t.language)
  const words = said?.words ?? member.about
  if (words === '') return undefined
  // Of words that were written before there was a place to say it, nobody knows the language.
  const language = said?.language ?? (member.languages.length === 1 ? (member.languages[0] ?? '') : '')
  const { lang, dir } = textAttributes(language, t.language)
  return html`${words.split(/\n\s*\n/).map(
    (part) => html`<p class="about" lang="${lang}" dir="${dir ?? 'auto'}">${part.trim()}</p>
`,
  )}`
}

function facts({ t, at }: Frame, { member, profile, topics }: Portrayed): Html | undefined {
  const languages = member.languages.map((language) => t.languageName(language))
  const rows = [
    profile.founded && { label: t('portrait.founded'), value: html`${String(profile.founded)}` },
    profile.audience && { label: t('portrait.audience'), value: html`<bdi>${profile.audience}</bdi>` },
    languages.length > 0 && { label: t('portrait.languages'), value: html`${t.list(languages)}` },
    topics.length > 0 && {
      label: t('portrait.topics'),
      value: linked(topics.map(({ slug, name }) => ({ href: at(routes.topic.href({ slug })), name }))),
    },
    profile.covers.length > 0 && {
      label: t('portrait.covers'),
      value: linked(
        profile.covers.map((code) => ({
          href: at(routes.place.href({ country: code.toLowerCase() })),
          name: t.countryName(code),
        })),
      ),
    },
  ].filter((row) => typeof row === 'object' && row !== null)
  if (rows.length === 0) return undefined
  return html`<section><h2>${t('portrait.facts')}</h2><dl>${rows.map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
  )}</dl></section>
`
}

function linked(links: readonly { readonly href: string; readonly name: string }[]): Html {
  return html`${links.map(({ href, name }, i) => html`${i > 0 && '\u00a0· '}<a href="${href}"><bdi>${name}</bdi></a>`)}`
}

function homes({ t, textOnly }: Frame, { member, homes }: Portrayed): Html | undefined {
  const site =
    member.siteUrl && homes.every(({ url }) => bare(url) !== bare(member.siteUrl ?? '')) ? [member.siteUrl] : []
  const all = [...site.map((url) => ({ url, name: '', verifiedAt: null, lapsedAt: null })), ...homes]
  const shown = all.flatMap((home) => {
    const href = linkable(home.url)
    return href ? [{ ...home, href }] : []
  })
  if (shown.length === 0) return undefined
  return html`<section><h2>${t('portrait.homes')}</h2><ul>${shown.map(({ href, url, name, verifiedAt, lapsedAt }) => {
    const isVerified = verifiedAt !== null && lapsedAt === null
    return html`<li><a href="${href}" rel="${isVerified ? 'me' : 'nofollow ugc'}">${name ? html`<bdi>${name}</bdi>` : html`<bdi dir="ltr">${readable(url)}</bdi>`}</a>${
      isVerified &&
      html` <span class="verified"><span aria-hidden="true">✓</span>${'\u00a0'}${t('portrait.verified')}</span>`
    }${name && html`${textOnly ? ' · ' : ' '}<span class="soft address"><bdi dir="ltr">${readable(url)}</bdi></span>`}</li>`
  })}</ul></section>
`
}

function contacts({ t, at }: Frame, { member, contacts, hasMore }: Portrayed): Html | undefined {
  if (contacts.length === 0 && !hasMore) return undefined
  return html`<section><h2>${t('portrait.contacts')}</h2>${contacts.length > 0 && contactList(t, contacts)}${
    hasMore &&
    html`<p class="soft"><a href="${at(routes.memberContacts.href({ slug: member.slug }))}">${t('portrait.more-contacts')}</a></p>`
  }</section>
`
}

/** By what they are for, in the order people ask. */
export function contactList(
  t: Frame['t'],
  contacts: readonly { readonly purpose: ContactPurpose; readonly words: string }[],
): Html {
  const sorted = contactPurposes.flatMap((purpose) => contacts.filter((contact) => contact.purpose === purpose))
  return html`<dl>${sorted.map(({ purpose, words }) => {
    const href = contactHref(words)
    return html`<div><dt>${t(`contact.${purpose}`)}</dt><dd>${href ? html`<a href="${href}"><bdi>${words}</bdi></a>` : html`<bdi>${words}</bdi>`}</dd></div>`
  })}</dl>`
}

/** An address as people say it. */
function readable(url: string): string {
  return bare(url).replace(/^(.{60}).+$/, '$1…')
}

function bare(url: string): string {
  const read = URL.parse(url)
  return read ? `${read.host.replace(/^www\./, '')}${read.pathname}${read.search}`.replace(/\/$/, '') : url
}
