/** The page around every page: head, masthead, navigation, foot. */
import { yearsBetween } from '../core/calendar.ts'
import { canonicalLanguage } from '../core/language.ts'
import { dayIn } from '../core/story/address.ts'
import { routes } from '../routes.ts'
import type { Frame } from './context.ts'
import { sheetFor } from './fonts.ts'
import { type Html, html, linkable, render, type Value } from './html.ts'

export type Page = {
  /** Of the page alone; the network's name is added. Empty on the front page. */
  readonly title: string
  readonly titleLanguage?: string | undefined
  readonly description?: string | undefined
  /** Absolute. */
  readonly canonical?: string | undefined
  readonly feeds?: readonly Feed[] | undefined
  /** More for the head: OpenGraph, JSON-LD. */
  readonly head?: Value
  readonly current?: Section | undefined
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

export type Section = 'latest' | 'members' | 'archive' | 'corrections' | 'about'
export type Feed = { readonly type: string; readonly title: string; readonly href: string }

/** The whole document. */
export function layout(frame: Frame, page: Page): string {
  const { t, network } = frame
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
${navigation(frame, page.current)}
<main id="main" tabindex="-1">${page.main}</main>
<footer class="foot">
<nav aria-label="${t('footer.label')}"><ul>
<li><a href="${routes.about.href({})}">${t('nav.about')}</a></li>
<li><a href="${routes.frontRss.href({})}">${t('footer.feed')}</a></li>
${network.homes.map((home) => linkable(home.url) && html`<li><a rel="me" href="${home.url}">${home.name}</a></li>`)}
</ul></nav>
${page.lastEvent && html`<p class="mono">${t('footer.event', { number: page.lastEvent })}</p>`}
</footer>
</div>
</body>
</html>
`)
}

function head({ t, network, asset }: Frame, page: Page): Html {
  const title = page.title ? t('title', { page: page.title, network: network.name }) : network.name
  const sheets = new Set([...(page.languages ?? [])].map(sheetFor))
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${
  page.description &&
  html`<meta name="description" content="${page.description}">
`
}<link rel="stylesheet" href="${asset('wire.css')}">
<link rel="stylesheet" href="${routes.accent.href({ file: `${network.accent.replace('#', '').toLowerCase()}.css` })}">
${[...sheets].map(
  (sheet) =>
    sheet &&
    html`<link rel="stylesheet" href="${asset(sheet)}">
`,
)}<link rel="icon" type="image/svg+xml" href="${routes.favicon.href({})}">
${
  page.canonical &&
  html`<link rel="canonical" href="${page.canonical}">
`
}${(page.feeds ?? []).map(
  (feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}">
`,
)}${page.head}`
}

/** Today's date: why every page belongs to the tag `midnight`. */
function strip({ t, network, now }: Frame, page: Page): Html {
  return html`<p class="strip mono"><time datetime="${dayIn(network.timeZone, now)}"><b>${t.date(now, 'long')}</b></time>${page.newest && html`<span>${page.newest}</span>`}</p>`
}

function masthead({ t, network, now }: Frame, page: Page): Html {
  const lines: string[] = []
  if (network.foundedOn) {
    const years = yearsBetween(network.foundedOn, dayIn(network.timeZone, now))
    const since = t('masthead.since', { month: t.day(network.foundedOn.slice(0, 7), 'month') })
    lines.push(years > 0 ? `${since} · ${t('masthead.years', { count: years })}` : since)
  }
  if (page.counts) lines.push(page.counts)
  // The front page's heading is the network's name; elsewhere the page's own is.
  const tag = page.title
    ? html`<p class="name">${nameLink(network.name)}</p>`
    : html`<h1 class="name">${nameLink(network.name)}</h1>`
  return html`<div class="masthead"><div>${tag}
${network.tagline && html`<p class="tagline">${network.tagline}</p>`}</div>
${lines.length > 0 && html`<p class="mono">${lines.map((line) => html`<span>${line}</span>`)}</p>`}</div>`
}

/** The last word of a name of several stands in the accent's colour. */
function nameLink(name: string): Html {
  const cut = name.lastIndexOf(' ')
  const words = cut > 0 ? html`${name.slice(0, cut)} <em>${name.slice(cut + 1)}</em>` : html`${name}`
  return html`<a href="${routes.front.href({})}" dir="auto">${words}</a>`
}

function navigation({ t }: Frame, current: Section | undefined): Html {
  const entries: readonly (readonly [Section, string])[] = [
    ['latest', routes.front.href({})],
    ['members', routes.members.href({})],
    ['archive', routes.archive.href({})],
    ['corrections', routes.corrections.href({})],
    ['about', routes.about.href({})],
  ]
  return html`<nav class="sections" aria-label="${t('nav.label')}"><ul>${entries.map(
    ([section, href]) =>
      html`<li><a href="${href}" aria-current="${section === current ? 'page' : undefined}">${t(`nav.${section}`)}</a></li>`,
  )}</ul></nav>`
}

/** The languages of some stories, for the fonts of a page. */
export function languagesOf(stories: readonly { readonly language: string }[]): Set<string> {
  return new Set(stories.map((story) => canonicalLanguage(story.language) ?? ''))
}
