/** Lists of stories that have something in common: releases, a topic, a country, a language. */
import type { StoryLine } from '../core/story/story.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { html } from '../web/html.ts'
import { languagesOf, layout, type Section } from '../web/layout.ts'
import { sinceLine } from '../web/ui/comfort.ts'
import { textAttributes } from '../web/ui/language.ts'
import { type Step, steps } from '../web/ui/steps.ts'
import { storyList } from '../web/ui/story-line.ts'
import { feedsOf } from './feed-links.ts'
import { nothingHere } from './nothing-here.ts'
import { earlierLink, latestLink } from './paging.ts'

/** One page of a list; `isFirst` when nothing newer stands before it. */
export type Part = { readonly stories: readonly StoryLine[]; readonly more: boolean; readonly isFirst: boolean }

export function releasesPage(frame: Frame, part: Part): string {
  const { t } = frame
  return listPage(frame, part, {
    title: t('releases.title'),
    lede: t('releases.lede'),
    empty: t('releases.empty'),
    path: routes.releases.href({}),
    feed: routes.releasesFeed.href,
    trail: [],
    current: 'releases',
  })
}

export function topicPage(frame: Frame, topic: { readonly slug: string; readonly name: string }, part: Part): string {
  const { t } = frame
  return listPage(frame, part, {
    title: topic.name,
    empty: t('topic.empty'),
    path: routes.topic.href({ slug: topic.slug }),
    feed: ({ feed }) => routes.topicFeed.href({ slug: topic.slug, feed }),
    trail: [{ label: t('topics.title'), href: routes.topics.href({}) }],
    current: 'topics',
  })
}

/** `country` as ISO 3166 writes it, `KE`. */
export function placePage(frame: Frame, country: string, part: Part): string {
  const { t } = frame
  return listPage(frame, part, {
    title: t.titled(t.countryName(country)),
    empty: t('place.empty'),
    path: routes.place.href({ country: country.toLowerCase() }),
    feed: ({ feed }) => routes.placeFeed.href({ country: country.toLowerCase(), feed }),
    trail: [{ label: t('places.title'), href: routes.places.href({}) }],
    current: 'places',
  })
}

export function languagePage(frame: Frame, language: string, part: Part): string {
  const { t } = frame
  return listPage(frame, part, {
    title: t.autonym(language),
    titleLanguage: language,
    empty: t('language.empty'),
    path: routes.language.href({ tag: language.toLowerCase() }),
    feed: ({ feed }) => routes.languageFeed.href({ tag: language.toLowerCase(), feed }),
    trail: [{ label: t('languages.title'), href: routes.languages.href({}) }],
  })
}

type List = {
  readonly title: string
  readonly titleLanguage?: string
  readonly lede?: string
  readonly empty: string
  readonly path: string
  readonly feed: (args: { feed: string }) => string
  readonly trail: readonly Step[]
  readonly current?: Section
}

function listPage(frame: Frame, { stories, more, isFirst }: Part, list: List): string {
  const { t } = frame
  const { title, lede, empty, path, trail } = list
  const { lang, dir } = textAttributes(list.titleLanguage ?? t.language, t.language)
  return layout(frame, {
    title,
    description: lede,
    path,
    current: list.current,
    feeds: feedsOf(title, list.feed),
    languages: [...languagesOf(stories), list.titleLanguage ?? ''],
    main: html`<div class="column">${steps(frame, trail)}<h1><bdi lang="${lang}" dir="${dir}">${title}</bdi></h1>
${isFirst ? stories.length > 0 && lede && html`<p class="lede">${lede}</p>` : latestLink(frame, path)}
${isFirst && (stories.length > 0 ? sinceLine(frame) : nothingHere(frame, empty))}
${storyList(frame, stories)}
${more && earlierLink(frame, path, stories)}</div>`,
  })
}
