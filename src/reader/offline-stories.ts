/**
 * The offline edition: the newest stories on one page, as text, whole wherever readers see them whole. What a device
 * keeps is this page; who has no JavaScript saves it by hand.
 */
import { isRepair } from '../core/story/lifecycle.ts'
import type { Story } from '../core/story/story.ts'
import { routes, storyHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html, linkable, render } from '../web/html.ts'
import { changeWords } from '../web/ui/change.ts'
import { credit } from '../web/ui/credit.ts'
import { commaOf, textAttributes } from '../web/ui/language.ts'
import { licenceWords } from '../web/ui/licence.ts'
import { allMarks } from '../web/ui/mark.ts'
import { headlineLink } from '../web/ui/story-line.ts'
import { time } from '../web/ui/time.ts'
import { eventBlock, withDateline } from './back-matter.ts'
import { eraseForm } from './offline-page.ts'
import { shownBody } from './shown-body.ts'

/** How many stories a device keeps. */
export const offlineStories = 50
/** Characters of bodies, together; what is beyond stands with its excerpt. A device on a slow network has to fetch them. */
const mostText = 1_000_000

export function offlineStoriesPage(whole: Frame, stories: readonly Story[]): string {
  const { t, network, at, asset } = whole
  // Told in words alone, wherever its links lead.
  const frame = { ...whole, textOnly: true }
  const title = t('offline.stories', { count: stories.length })
  return render(html`<!doctype html>
<html lang="${t.language}" dir="${t.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t('title', { page: title, network: network.name })}</title>
<link rel="stylesheet" href="${asset('text.css')}">
${
  !whole.textOnly &&
  html`<link rel="icon" type="image/svg+xml" href="${routes.favicon.href({})}">
`
}</head>
<body>
<header><p><a href="${at(routes.front.href({}))}"><bdi>${network.name}</bdi></a></p></header>
<main id="main">
<h1>${title}</h1>
${stories.length > 0 ? html`<p>${t.rich('offline.as-of', { date: time(frame, frame.now, 'moment') })}</p>` : html`<p>${t('offline.none')}</p>`}
<nav aria-label="${t('offline.list')}"><ol id="list">${stories.map((story) => {
    const { lang, dir } = textAttributes(story.language, t.language)
    return html`<li><a href="#${placeOf(story)}" lang="${lang}" dir="${dir}">${story.headline}</a></li>`
  })}</ol></nav>
${withinReach(stories).map(({ story, isWhole }) => told(frame, story, isWhole))}
<hr>
<p><a href="${at(routes.offline.href({}))}">${t('offline.manage')}</a></p>
${eraseForm(whole)}
</main>
${!whole.textOnly && html`<script type="module" src="${asset('offline.js')}"></script>`}
</body>
</html>
`)
}

/** Where a story stands in the page: its address without slashes, which whoever has the address can tell, too. */
export function placeOf(story: Pick<Story, 'day' | 'slug'>): string {
  return storyHref(story).slice(1).replaceAll('/', '-')
}

/** The newest whole, until together they are too long. */
export function withinReach(stories: readonly Story[], most = mostText): { story: Story; isWhole: boolean }[] {
  let length = 0
  return stories.map((story) => {
    length += story.body.length
    return { story, isWhole: length <= most }
  })
}

function told(frame: Frame, story: Story, isWhole: boolean): Html {
  const { t } = frame
  const place = placeOf(story)
  const { lang, dir } = textAttributes(story.language, t.language)
  const repairs = story.versions.filter((change) => isRepair(change) && change.note).toReversed()
  return html`<hr>
<article id="${place}" aria-labelledby="${`${place}-headline`}">
<p>${allMarks(frame, story)}${story.located && html`<bdi lang="${lang}">${story.located}</bdi> · `}${time(frame, story.publishedAt, 'moment')}</p>
<h2 id="${`${place}-headline`}" dir="${dir}">${headlineLink(frame, story)}</h2>
${story.standfirst && html`<p lang="${lang}" dir="${dir}"><b>${story.standfirst}</b></p>`}
<p>${credit(frame, story)}${story.byline && html`${commaOf(t.language)}${t.rich('credit.by', { author: html`<bdi>${story.byline}</bdi>` })}`}</p>
${repairs.map((change) => html`<p class="repair">${changeWords(frame, change)}</p>`)}
${eventBlock(frame, story)}
${words(frame, story, isWhole)}
<p><small>${licenceWords(t, story)}${original(frame, story)}<span class="skip">${'\u00a0· '}<a href="#list">${t('offline.back')}</a></span></small></p>
</article>`
}

function words(frame: Frame, story: Story, isWhole: boolean): Html | undefined {
  const { lang, dir } = textAttributes(story.language, frame.t.language)
  const body = isWhole && story.shows === 'full' ? shownBody(story, frame) : undefined
  if (body) return html`<div lang="${lang}" dir="${dir}">${withDateline(frame, story, body)}</div>`
  if (!story.excerpt || story.excerpt === story.standfirst) return undefined
  return html`<p lang="${lang}" dir="${dir}">${story.excerpt}</p>`
}

function original({ t }: Frame, story: Story): Html | undefined {
  const url = linkable(story.origin.url)
  return url ? html`${'\u00a0· '}<a href="${url}">${t('credit.original')}</a>` : undefined
}
