/** The page around every page: masthead, navigation, foot; in the text-only edition no more than words and links. */
import { yearsBetween } from '../core/calendar.ts'
import { canonicalLanguage } from '../core/language.ts'
import { dayIn } from '../core/story/address.ts'
import { routes } from '../routes.ts'
import type { Frame } from './context.ts'
import { type Feed, head, lateLooks, type Tongue } from './head.ts'
import { type Html, html, linkable, render, type Value } from './html.ts'
import { menu } from './menu.ts'
import { keysButton, readersScript, zoneLine } from './ui/comfort.ts'
import { textAttributes } from './ui/language.ts'

export type Page = {
  /** Of the page alone; the network's name is added. Empty on the front page. */
  readonly title: string
  readonly description?: string | undefined
  /** Where it stands, as `href` gives it; none for a page that no search engine should keep. */
  readonly path?: string | undefined
  /** Absolute: where the original is, when this page shows a copy. */
  readonly original?: string | undefined
  /** The pages for readers of each language, where these are others than this one in the network's languages. */
  readonly tongues?: readonly Tongue[] | undefined
  readonly feeds?: readonly Feed[] | undefined
  /** More for the head: OpenGraph, JSON-LD. Pages without any are described as pages of a site. */
  readonly head?: Value
  readonly current?: Section | undefined
  /** Sheets beside the one of all pages, by their plain names. */
  readonly sheets?: readonly string[]
  /** Languages of the texts on it, for the fonts of the great scripts. */
  readonly languages?: Iterable<string> | undefined
  /** Beside the date: when the newest story came. */
  readonly newest?: Html | undefined
  /** Below the years in the masthead: members and countries. Only where the page is dropped when they change. */
  readonly counts?: string | undefined
  /** The wire's newest event, on the front page. */
  readonly lastEvent?: string | undefined
  readonly main: Html
}

export type Section = 'latest' | 'releases' | 'topics' | 'places' | 'members' | 'archive' | 'corrections' | 'search'

/** The whole document. */
export function layout(frame: Frame, page: Page): string {
  const { t, textOnly } = frame
  return render(html`<!doctype html>
<html lang="${t.language}" dir="${t.direction}">
<head>
${head(frame, page)}
</head>
<body>
<a class="skip" href="#main">${t('skip')}</a>
<div class="page">
<header>${strip(frame, page)}
${masthead(frame, page)}</header>
${!textOnly && navigation(frame, page.current)}
<main id="main" tabindex="-1">${page.main}</main>
${textOnly && navigation(frame, page.current)}
${foot(frame, page)}
</div>
${lateLooks(frame, page)}${readersScript(frame)}
</body>
</html>
`)
}

/** Today's date: why every page belongs to the tag `midnight`. */
function strip(frame: Frame, page: Page): Html {
  const { t, network, now } = frame
  return html`<div class="strip mono"><p><time datetime="${dayIn(network.timeZone, now)}"><b>${t.titled(t.date(now, 'long'))}</b></time></p>
${page.newest && html`<p class="newest">${page.newest}</p>`}
${languageLinks(frame)}
${menu(frame)}</div>`
}

/** This very page in the network's other languages. */
export function languageLinks(frame: Frame): Html | undefined {
  const { t, languages, here } = frame
  if (languages.length < 2) return undefined
  return html`<nav class="tongues" aria-label="${t('strip.languages')}"><ul>${languages.map((language) => {
    const { lang, dir } = textAttributes(language, t.language)
    const name = html`<span lang="${lang}" dir="${dir}">${t.autonym(language)}</span>`
    return language === t.language
      ? html`<li><b aria-current="true">${name}</b></li>`
      : html`<li><a href="${here({ language })}" hreflang="${language}">${name}</a></li>`
  })}</ul></nav>`
}

/** The network's name and line; also where settings show what they would look like. */
export function masthead(frame: Frame, page: Pick<Page, 'title' | 'counts'>): Html {
  const { t, network, now, languages, textOnly } = frame
  const lines: string[] = []
  if (network.foundedOn) {
    const years = yearsBetween(network.foundedOn, dayIn(network.timeZone, now))
    const since = t('masthead.since', { month: t.day(network.foundedOn.slice(0, 7), 'month') })
    lines.push(years > 0 ? `${since} · ${t('masthead.years', { count: years })}` : since)
  }
  if (page.counts) lines.push(page.counts)
  // The front page's heading is the network's name; elsewhere the page's own is.
  // Name and tagline are said once, in the network's own language.
  const { lang, dir } = textAttributes(languages[0] ?? '', t.language)
  const tag = page.title
    ? html`<p class="name" lang="${lang}">${nameLink(frame)}</p>`
    : html`<h1 class="name" lang="${lang}">${nameLink(frame)}</h1>`
  // Words alone run on in one line.
  const facts = textOnly ? lines.join(' · ') : lines.map((line) => html`<span>${line}</span> `)
  return html`<div class="masthead"><div>${tag}
${network.tagline && html`<p class="tagline"><bdi lang="${lang}" dir="${dir}">${network.tagline}</bdi></p>`}</div>
${lines.length > 0 && html`<p class="mono">${facts}</p>`}</div>`
}

/** The last word of a name of several stands in the accent's colour. */
export function nameLink({ network: { name }, at }: Frame): Html {
  const cut = name.lastIndexOf(' ')
  const words = cut > 0 ? html`${name.slice(0, cut)} <em>${name.slice(cut + 1)}</em>` : html`${name}`
  return html`<a href="${at(routes.front.href({}))}"><bdi>${words}</bdi></a>`
}

const sections: readonly (readonly [Section, string])[] = [
  ['latest', routes.front.href({})],
  ['releases', routes.releases.href({})],
  ['topics', routes.topics.href({})],
  ['places', routes.places.href({})],
  ['members', routes.members.href({})],
  ['archive', routes.archive.href({})],
  ['corrections', routes.corrections.href({})],
  ['search', routes.search.href({})],
]

function navigation({ t, at, textOnly }: Frame, current: Section | undefined): Html {
  // The search's own page has a larger field.
  const asks = !textOnly && current !== 'search'
  return html`<nav class="${asks ? 'sections asks' : 'sections'}" aria-label="${t('nav.label')}"><ul>${sections.map(
    ([section, href]) =>
      html`<li class="to-${section}"><a href="${at(href)}" aria-current="${section === current ? 'page' : undefined}">${t(`nav.${section}`)}</a></li>`,
  )}</ul>${
    asks &&
    html`<form role="search" action="${at(routes.search.href({}))}"><input type="search" name="q" aria-label="${t('search.words')}" placeholder="${t('search.title')}"></form>`
  }</nav>`
}

function foot(frame: Frame, page: Page): Html {
  const { t, network, at, here, textOnly } = frame
  return html`<footer class="foot">
<nav aria-label="${t('footer.label')}"><ul>
<li><a href="${at(routes.about.href({}))}">${t('nav.about')}</a></li>
<li><a href="${at(routes.languages.href({}))}">${t('languages.title')}</a></li>
${
  // On a phone they stand here and not above.
  !textOnly &&
  html`<li class="again"><a href="${at(routes.archive.href({}))}">${t('nav.archive')}</a></li>
<li class="again"><a href="${at(routes.corrections.href({}))}">${t('nav.corrections')}</a></li>
`
}<li><a href="${at(routes.offline.href({}))}">${t('offline.title')}</a></li>
<li><a href="${at(routes.notice.href({}))}">${t('footer.notice')}</a></li>
<li><a href="${here({ textOnly: !textOnly })}">${t(textOnly ? 'footer.whole' : 'footer.text')}</a></li>
<li><a href="${routes.frontFeed.href({ feed: 'feed' })}">${t('footer.feed')}</a></li>
${network.homes.map((home) => linkable(home.url) && html`<li><a rel="me" href="${home.url}"><bdi>${home.name}</bdi></a></li>`)}
${keysButton(frame)}</ul></nav>
${!textOnly && imprint(frame)}
${page.lastEvent && html`<p class="mono">${t('footer.event', { number: page.lastEvent })}</p>`}
${zoneLine(frame)}</footer>`
}

/** On paper alone: where this was printed from, and how old it may be. */
function imprint({ t, url, now, here }: Frame): Html | undefined {
  const address = url + here({})
  // Longer is no address of ours.
  if (address.length > 300) return undefined
  return html`<p class="imprint">${t.rich('print.stood', { address: html`<bdi dir="ltr">${address}</bdi>`, date: html`<b>${t.date(now, 'day')}</b>` })}</p>`
}

/** The languages of some stories, for the fonts of a page. */
export function languagesOf(stories: readonly { readonly language: string }[]): Set<string> {
  return new Set(stories.map((story) => canonicalLanguage(story.language) ?? ''))
}
