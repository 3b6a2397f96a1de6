/** A page for each member, and for each that left. */
import type { Member } from '../core/member/member.ts'
import { aboutFor } from '../core/member/profile.ts'
import type { StoryLine } from '../core/story/story.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html, linkable } from '../web/html.ts'
import { languagesOf, layout } from '../web/layout.ts'
import { keepDay } from '../web/messages/typeset.ts'
import { type Portrayed, portraitHead, portraitSide } from '../web/ui/portrait.ts'
import { storyList } from '../web/ui/story-line.ts'
import { feedsOf } from './feed-links.ts'
import { memberMetadata } from './member-metadata.ts'
import { earlierLink, latestLink } from './paging.ts'

export type MemberPage = Portrayed & {
  readonly stories: readonly StoryLine[]
  readonly more: boolean
  /** Whether this is the first page of them. */
  readonly isFirst: boolean
}

export function memberPage(frame: Frame, page: MemberPage): string {
  const { t } = frame
  const { member, profile, stories, more, isFirst } = page
  const path = routes.member.href({ slug: member.slug })
  const side = isFirst ? portraitSide(frame, page) : undefined
  const about = aboutFor(profile.abouts, t.language)?.words ?? member.about
  return layout(frame, {
    title: member.name,
    description: about.replace(/\s+/g, ' ').slice(0, 300) || undefined,
    path,
    sheets: ['portrait.css'],
    feeds: feedsOf(member.name, ({ feed }) => routes.memberFeed.href({ slug: member.slug, feed })),
    current: 'members',
    languages: [
      ...languagesOf(stories),
      ...member.languages,
      ...[...profile.names, ...profile.abouts].map(({ language }) => language),
    ],
    main: html`${portraitHead(frame, page, { more: links(frame, member) })}
<div class="${side ? 'portrait' : undefined}"><div class="column">${!isFirst && latestLink(frame, path)}${stories.length > 0 ? storyList(frame, stories) : html`<p class="lede">${t('member.empty')}</p>`}
${more && earlierLink(frame, path, stories)}</div>${side}</div>${isFirst && memberMetadata(frame, page)}`,
  })
}

/** Of a member that left: that it was one, until when, and the stories it chose to leave here. */
export function formerMemberPage(
  frame: Frame,
  { member, stories, more, isFirst }: Omit<MemberPage, keyof Portrayed> & Pick<Portrayed, 'member'>,
): string {
  const { t } = frame
  const path = routes.member.href({ slug: member.slug })
  return layout(frame, {
    title: member.name,
    path,
    feeds: feedsOf(member.name, ({ feed }) => routes.memberFeed.href({ slug: member.slug, feed })),
    current: 'members',
    languages: languagesOf(stories),
    main: html`<header class="member"><div><h1><bdi>${member.name}</bdi></h1>
<p class="about">${member.leftAt && t('portrait.former', { date: keepDay(t.date(member.leftAt, 'day')) })}</p></div></header>
<div class="column">${!isFirst && latestLink(frame, path)}${stories.length > 0 && storyList(frame, stories)}
${more && earlierLink(frame, path, stories)}</div>`,
  })
}

function links({ t, at, textOnly }: Frame, member: Member): Html {
  const site = linkable(member.siteUrl)
  // Where no sheet keeps links apart, a sign does.
  const apart = textOnly ? '\u00a0· ' : ' '
  return html`<p class="small links">${site && html`<a href="${site}">${t('member.visit', { site: hostOf(site) })}</a>${apart}`}<a href="${routes.memberFeed.href({ slug: member.slug, feed: 'feed' })}">${t('member.feed')}</a>${apart}<a href="${at(`${routes.notice.href({})}?member=${member.slug}`)}">${t('member.notice')}</a></p>`
}

function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, '') ?? url
}
