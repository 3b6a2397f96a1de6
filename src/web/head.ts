/** What a page tells browsers and other machines: its title, its looks, where it stands, in which languages. */
import { routes } from '../routes.ts'
import { type Frame, withQuery } from './context.ts'
import { facesScript } from './faces-script.ts'
import { firstFaces } from './first-faces.ts'
import { sheetFor } from './fonts.ts'
import { type Html, html, inlineScript } from './html.ts'
import { inLanguage } from './language-path.ts'
import type { Page } from './layout.ts'

export type Feed = { readonly type: string; readonly title: string; readonly href: string }

/** A page for readers of one language; absolute. */
export type Tongue = { readonly language: string; readonly href: string }

export function head(frame: Frame, page: Page): Html {
  const { t, network, textOnly } = frame
  const title = page.title ? t('title', { page: page.title, network: network.name }) : network.name
  // What is no story and no list of them is described as a page of the network.
  const description = page.description || (page.path === undefined && network.tagline)
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${
  description &&
  html`<meta name="description" content="${description}">
`
}${textOnly ? plainLooks(frame) : looks(frame, page)}${page.path === undefined ? unkept() : places(frame, page, page.path)}${(
  page.feeds ?? []
).map(
  (feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}">
`,
)}<link rel="search" type="application/opensearchdescription+xml" title="${network.name}" href="${routes.openSearch.href({})}">
${page.head ?? (page.path !== undefined && preview(frame, page, page.path))}`
}

function looks({ network, asset, language }: Frame, page: Page): Html {
  // The browser's own ground is dark from its first moment where the reader wants it so.
  return html`<meta name="color-scheme" content="light dark">
${
  // Where no script runs they are asked for early; elsewhere the script says when.
  firstFaces(language, page.languages).map(
    (
      file,
    ) => html`<link rel="preload" as="font" type="font/woff2" href="${asset(file)}" media="(scripting: none)" crossorigin fetchpriority="low">
`,
  )
}${inlineScript('faces', facesScript)}
<link rel="stylesheet" href="${asset('wire.css')}">
${(page.sheets ?? []).map(
  (name) => html`<link rel="stylesheet" href="${asset(name)}">
`,
)}<link rel="stylesheet" href="${routes.accent.href({ file: `${network.accent.replace('#', '').toLowerCase()}.css` })}">
<link rel="icon" type="image/svg+xml" href="${routes.favicon.href({})}">
`
}

/** Faces of the great scripts, for the page's end: nobody waits for tables of characters before there is anything to read. */
export function lateLooks({ asset, textOnly }: Frame, page: Page): Html | undefined {
  if (textOnly) return undefined
  const sheets = new Set([...(page.languages ?? [])].map(sheetFor))
  return html`${[...sheets].map(
    (sheet) =>
      sheet &&
      html`<link rel="stylesheet" href="${asset(sheet)}">
`,
  )}`
}

/** Words need little: lines of a readable length, and none that runs off a small screen. */
function plainLooks({ asset }: Frame): Html {
  return html`<link rel="stylesheet" href="${asset('text.css')}">
`
}

function unkept(): Html {
  return html`<meta name="robots" content="noindex">
`
}

/** The page's own address, and where it can be read in the other languages. The text-only edition is no other page. */
function places({ url, network, languages, language, query }: Frame, page: Page, path: string): Html {
  const at = (tongue: string) => url + inLanguage(network, tongue, withQuery(path, query))
  const [first = language] = languages
  const own =
    languages.length > 1
      ? [
          ...languages.map((tongue) => ({ language: tongue, href: at(tongue) })),
          { language: 'x-default', href: at(first) },
        ]
      : []
  return html`<link rel="canonical" href="${page.original ?? at(language)}">
${(page.tongues ?? own).map(
  (tongue) => html`<link rel="alternate" hreflang="${tongue.language}" href="${tongue.href}">
`,
)}`
}

/** OpenGraph for a page that shows no story. */
function preview({ network, url, language }: Frame, page: Page, path: string): Html {
  return html`<meta property="og:type" content="website">
<meta property="og:site_name" content="${network.name}">
<meta property="og:title" content="${page.title || network.name}">
${
  page.description &&
  html`<meta property="og:description" content="${page.description}">
`
}<meta property="og:url" content="${url + inLanguage(network, language, path)}">
<meta property="og:locale" content="${territorial(language)}">
`
}

const territories = new Map<string, string | undefined>()

/** A language as OpenGraph writes it, with a country: `es` → `es_ES`, `pt-BR` → `pt_BR`. Undefined for what is no language. */
export function territorial(language: string): string | undefined {
  if (territories.has(language)) return territories.get(language)
  const written = withTerritory(language)
  // Stories bring what their sources call a language: no end of them is kept.
  if (territories.size < 500) territories.set(language, written)
  return written
}

function withTerritory(language: string): string | undefined {
  try {
    const { language: base, region } = new Intl.Locale(language).maximize()
    return region ? `${base}_${region}` : undefined
  } catch {
    return undefined
  }
}
