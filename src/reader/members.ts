/** The members, and a page for each. */
import type { Member } from '../core/member/member.ts'
import type { StoryLine } from '../core/story/story.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html, linkable } from '../web/html.ts'
import { languagesOf, layout } from '../web/layout.ts'
import { textAttributes } from '../web/ui/language.ts'
import { logo } from '../web/ui/logo.ts'
import { storyList } from '../web/ui/story-line.ts'
import { feedsOf } from './feed-links.ts'
import { earlierLink, latestLink } from './paging.ts'

export type Listed = { readonly member: Member; readonly stories: number }

export function membersPage(frame: Frame, members: readonly Listed[]): string {
  const { t } = frame
  return layout(frame, {
    title: t('members.title'),
    description: t('members.lede'),
    path: routes.members.href({}),
    current: 'members',
    languages: members.flatMap(({ member }) => member.languages),
    main: html`<div class="plain"><h1>${t('members.title')}</h1>
<p class="lede">${members.length > 0 ? t('members.lede') : t('members.empty')}</p>
${members.length > 0 && html`<ul class="members">${members.map((listed) => listing(frame, listed))}</ul>`}</div>`,
  })
}

function listing(frame: Frame, { member, stories }: Listed): Html {
  const { t, at } = frame
  const told = stories > 0 ? t('count.stories', { count: stories }) : t('members.none')
  return html`<li>${logo(frame, member)}<div><h2><a href="${at(routes.member.href({ slug: member.slug }))}"><bdi>${member.name}</bdi></a></h2>
<p class="small">${[...kindAndPlace(frame, member), told].join(' · ')}</p></div></li>`
}

export type MemberPage = {
  readonly member: Member
  readonly stories: readonly StoryLine[]
  readonly more: boolean
  /** Whether this is the first page of them. */
  readonly isFirst: boolean
}

export function memberPage(frame: Frame, { member, stories, more, isFirst }: MemberPage): string {
  const { t } = frame
  const path = routes.member.href({ slug: member.slug })
  return layout(frame, {
    title: member.name,
    description: member.about || undefined,
    path,
    feeds: feedsOf(member.name, ({ feed }) => routes.memberFeed.href({ slug: member.slug, feed })),
    current: 'members',
    languages: [...languagesOf(stories), ...member.languages],
    main: html`${portrait(frame, member)}
<div class="column">${!isFirst && latestLink(frame, path)}${stories.length > 0 ? storyList(frame, stories) : html`<p class="lede">${t('member.empty')}</p>`}
${more && earlierLink(frame, path, stories)}</div>`,
  })
}

function portrait(frame: Frame, member: Member): Html {
  const { t, at } = frame
  const site = linkable(member.siteUrl)
  const languages = member.languages.map((language) => t.languageName(language))
  // Nobody says which of a member's languages its own words are in.
  const about = textAttributes(member.languages.length === 1 ? (member.languages[0] ?? '') : '', t.language)
  const facts = [
    ...kindAndPlace(frame, member),
    ...(languages.length > 0 ? [t('member.languages', { languages: t.list(languages) })] : []),
  ]
  return html`<header class="member">${logo(frame, member)}<div><h1><bdi>${member.name}</bdi></h1>
<p class="small">${facts.join(' · ')}</p>
${member.about && html`<p class="about" lang="${about.lang}" dir="${about.dir ?? 'auto'}">${member.about}</p>`}
<p class="small links">${site && html`<a href="${site}">${t('member.visit', { site: hostOf(site) })}</a> `}<a href="${routes.memberFeed.href({ slug: member.slug, feed: 'feed' })}">${t('member.feed')}</a> <a href="${`${at(routes.notice.href({}))}?member=${member.slug}`}">${t('member.notice')}</a></p></div></header>`
}

/** A member's country is told only where it chose so; then it is in the record. */
function kindAndPlace({ t }: Frame, member: Member): string[] {
  const kind = t(`kind.${member.kind}`)
  return member.country ? [kind, t.countryName(member.country)] : [kind]
}

function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, '') ?? url
}
