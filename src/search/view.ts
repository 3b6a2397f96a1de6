/** The page of a search: the question at its top, what was found, and beside it what the findings have in common. */
import { type FilterName, readQuestion } from '../core/question.ts'
import { type Search, writeSearch } from '../core/search-address.ts'
import type { Piece } from '../core/snippet.ts'
import type { StoryLine } from '../core/story/story.ts'
import type { Facet } from '../db/search.ts'
import { routes, searchHref, storyHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import type { Feed } from '../web/head.ts'
import { type Html, html } from '../web/html.ts'
import { languagesOf, layout } from '../web/layout.ts'
import { lineCredit } from '../web/ui/credit.ts'
import { textAttributes } from '../web/ui/language.ts'
import { lineMarks } from '../web/ui/mark.ts'
import { clip, directionIn, summaryOf } from '../web/ui/story-line.ts'
import { shortTime } from '../web/ui/time.ts'
import { chosen, facetsBeside, type Names } from './facets.ts'

export type Result = {
  readonly search: Search
  readonly names: Names
  readonly lines: readonly {
    readonly story: StoryLine
    readonly headline: readonly Piece[]
    /** The part of it that answers; undefined where the summary says nothing of it. */
    readonly summary: readonly Piece[] | undefined
  }[]
  readonly hits: number
  readonly more: boolean
  readonly oldest: string | null
  readonly facets: readonly Facet[]
  readonly withoutBodies: boolean
  /** Whether headlines and summaries gave enough, so that no body was looked into. */
  readonly unread: boolean
  /** The question somebody may have meant. */
  readonly meant: string | undefined
  readonly pageSize: number
}

export function searchPage(frame: Frame, result: Result): string {
  const { search, lines } = result
  return around(
    frame,
    search,
    html`${chosen(frame, search, result.names)}
<div class="found"><section aria-labelledby="found"><h2 id="found" class="tally">${tally(frame, result)}</h2>
${lines.length > 0 ? list(frame, result) : help(frame, result)}
${lines.length > 0 && pages(frame, result)}</section>
${lines.length > 0 && facetsBeside(frame, result)}</div>`,
    languagesOf(lines.map(({ story }) => story)),
  )
}

/** What is answered instead: too many questions from one address, or one that takes too long. */
export function refusedSearch(frame: Frame, search: Search, why: 'often' | 'slow'): string {
  return around(frame, search, html`<p class="lede">${frame.t(`search.${why}`)}</p>`)
}

function around(frame: Frame, search: Search, rest: Html, languages?: Iterable<string>): string {
  const { t } = frame
  const { text } = search.question
  const title = text ? t('search.titled', { words: text }) : t('search.title')
  return layout(frame, {
    title,
    sheets: ['search.css'],
    current: 'search',
    feeds: feedsOfSearch(title, search),
    languages,
    main: html`<div class="plain searching"><h1>${t('search.title')}</h1>${text && !frame.textOnly && html`<p class="imprint lede"><bdi>${text}</bdi></p>`}${form(frame, search)}${rest}</div>`,
  })
}

function feedsOfSearch(title: string, search: Search): Feed[] {
  const asked = writeSearch({ ...search, order: 'best', bodies: false })
  const types = [
    ['application/rss+xml', 'feed'],
    ['application/atom+xml', 'feed.atom'],
    ['application/feed+json', 'feed.json'],
  ] as const
  return types.map(([type, feed]) => ({ type, title, href: feedHref(feed, asked) }))
}

function feedHref(feed: string, asked: string): string {
  return `${routes.searchFeed.href({ feed })}${asked && `?${asked}`}`
}

function form(frame: Frame, { question, filters, order, bodies }: Search): Html {
  const { t, at, textOnly } = frame
  const kept: readonly FilterName[] = ['topic', 'place', 'language', 'genre', 'member']
  const days = filters.from !== undefined || filters.to !== undefined
  return html`<form class="ask" role="search" method="get" action="${at(searchHref(''))}">
<p class="asking"><label for="q">${t('search.words')}</label><input id="q" name="q" type="search" value="${question.text}" dir="auto" maxlength="200" autocapitalize="off" spellcheck="false" enterkeyhint="search"><button>${t('search.do')}</button></p>
${kept.map((name) => filters[name] !== undefined && html`<input type="hidden" name="${name}" value="${filters[name]}">`)}
${order === 'newest' && html`<input type="hidden" name="order" value="newest">`}${bodies && html`<input type="hidden" name="in" value="texts">`}${textOnly && html`<input type="hidden" name="text" value="">`}
<details open="${days}"><summary>${t('search.days')}</summary><p class="days"><label>${t('search.from')} <input name="from" type="text" inputmode="numeric" placeholder="2013-09" value="${filters.from}" dir="ltr" size="10"></label>
<label>${t('search.to')} <input name="to" type="text" inputmode="numeric" placeholder="2013-12-31" value="${filters.to}" dir="ltr" size="10"></label></p></details>
<details><summary>${t('search.how')}</summary><dl class="how">${hows.map(
    ([example, key]) => html`<dt><code dir="auto">${example}</code></dt><dd>${t(key)}</dd>`,
  )}</dl></details></form>`
}

const hows = [
  ['"keep hope alive"', 'search.how.phrase'],
  ['-advisory', 'search.how.minus'],
  ['journal*', 'search.how.beginning'],
  ['place:ke genre:release from:2013', 'search.how.filters'],
] as const

function tally({ t }: Frame, { hits, more }: Result): string {
  if (hits === 0) return t('search.none')
  return more ? t('search.many', { count: hits }) : t('count.stories', { count: hits })
}

function list(frame: Frame, { lines, withoutBodies, unread, search }: Result): Html {
  const { t, at } = frame
  const other = search.order === 'newest' ? 'best' : 'newest'
  const href = at(searchHref(writeSearch({ ...search, order: other })))
  return html`<p class="order small">${
    search.question.wanted.length > 0 &&
    html`${t(`search.order.${search.order}`)} · <a rel="nofollow" href="${href}">${t(`search.order.${other}.do`)}</a> · `
  }<a href="${feedHref('feed', writeSearch({ ...search, order: 'best', bodies: false }))}">${t('search.feed')}</a></p>
${withoutBodies && html`<p class="note">${t('search.without-bodies')}</p>`}${
  unread &&
  !withoutBodies &&
  html`<p class="note">${t('search.unread')} <a rel="nofollow" href="${at(searchHref(writeSearch({ ...search, bodies: true })))}">${t('search.unread.do')}</a></p>`
}
<ol class="entries hits">${lines.map((line) => entry(frame, line))}</ol>`
}

function entry(frame: Frame, { story, headline, summary }: Result['lines'][number]): Html {
  const { t, at } = frame
  const { lang, dir } = textAttributes(story.language, t.language)
  const said = summary ? pieces(summary) : html`${clip(summaryOf(story))}`
  return html`<li>${shortTime(frame, story.publishedAt)}<div dir="${directionIn(frame, story)}">
<h3>${lineMarks(frame, story)}<a href="${at(storyHref(story))}" lang="${lang}" dir="${dir}">${pieces(headline)}</a></h3>
${(summary || summaryOf(story)) && html`<p class="summary" lang="${lang}">${said}</p>`}
<p class="small">${lineCredit(t, story)}</p></div></li>`
}

/** Text, escaped as any; what was asked for is marked. */
function pieces(parts: readonly Piece[]): Html {
  return html`${parts.map(({ text, isHit }) => (isHit ? html`<mark>${text}</mark>` : html`${text}`))}`
}

function pages(frame: Frame, { search, hits, more, oldest, pageSize }: Result): Html | false {
  const { t, at } = frame
  const { page } = search
  const hasNext = page * pageSize < hits
  const link = (to: number, words: string, rel: string) =>
    html`<a rel="${`${rel} nofollow`}" href="${at(searchHref(writeSearch(search, to)))}">${words}</a>`
  const earlier = !hasNext && more && oldest !== null && oldest !== search.filters.to
  if (page === 1 && !hasNext && !earlier) return false
  return html`<nav class="pages links" aria-label="${t('search.pages')}">${page > 1 && link(page - 1, t('search.before'), 'prev')}
${hasNext && link(page + 1, t('search.after'), 'next')}
${
  // The thousand are told; whoever wants those before them asks for what is older.
  earlier &&
  html`<a rel="nofollow" href="${at(searchHref(writeSearch({ ...search, filters: { ...search.filters, to: oldest ?? undefined } })))}">${t('search.earlier', { date: t.day(oldest ?? '', 'day') })}</a>`
}</nav>`
}

function help(frame: Frame, { search, meant }: Result): Html {
  const { t, at } = frame
  const filtered = Object.values(search.filters).some((value) => value !== undefined)
  const without = searchHref(writeSearch({ ...search, filters: {} }))
  const other = meant === undefined ? undefined : { ...search, question: readQuestion(meant) }
  return html`${
    other &&
    html`<p class="lede">${t.rich('search.meant', { words: html`<a rel="nofollow" href="${at(searchHref(writeSearch(other)))}"><bdi>${meant}</bdi></a>` })}</p>`
  }
<p class="note">${t('search.fewer')}</p>
<ul class="plainlist">${filtered && search.question.text !== '' && html`<li><a href="${at(without)}">${t('search.unfiltered')}</a></li>`}
<li><a href="${at(routes.archive.href({}))}">${t('notFound.archive')}</a></li>
<li><a href="${at(routes.topics.href({}))}">${t('search.by-topic')}</a></li></ul>`
}
