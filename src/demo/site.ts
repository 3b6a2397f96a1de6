/** What an outlet's site answers: a front page, its stories, its feed, its pictures, robots.txt. */
import { createHash } from 'node:crypto'
import { contentOf, feedOf } from './feeds/feed.ts'
import { escaped, summaryOf } from './markup.ts'
import type { Outlet } from './outlet.ts'
import { logoOf, pictureOf } from './pictures.ts'
import { type Printed, printedAt, type Run } from './printed.ts'

export type Site = {
  readonly run: Run
  readonly outlet: Outlet
  /** Without a slash at its end. */
  readonly url: string
}

export type SiteAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | string
}

/** A feed that moves does so a few minutes after the demo began. Milliseconds. */
const movesAfter = 3 * 60_000

/** Where its feed is at a moment. */
export function feedPath(run: Run, outlet: Outlet, now: Date): string {
  return hasMoved(run, outlet, now) ? '/feeds/all.xml' : knownFeedPath(outlet)
}

function hasMoved({ begun }: Run, { fault }: Outlet, now: Date): boolean {
  return fault === 'moved' && now.getTime() - begun.getTime() >= movesAfter
}

/** Where everybody believes its feed to be; where it was, once it has moved. */
export function knownFeedPath({ format }: Outlet): string {
  return format === 'json' ? '/feed.json' : format === 'rdf' ? '/index.rdf' : format === 'atom' ? '/atom.xml' : '/feed'
}

export async function answerOf(site: Site, path: string, now: Date): Promise<SiteAnswer> {
  const { outlet, url } = site
  if (path === '/robots.txt') return plain(200, 'User-agent: *\nAllow: /\n')
  if (path === '/logo.png') return picture(await logoOf(outlet), 'image/png')
  const [, scene] = /^\/pictures\/([a-z-]+)\.jpg$/.exec(path) ?? []
  if (scene) return picture(await pictureOf(scene, outlet.colour), 'image/jpeg')
  const printed = printedAt(site.run, outlet, now)
  const feedAt = feedPath(site.run, outlet, now)
  if (path === feedAt) return feed(site, printed, now)
  if (path === knownFeedPath(outlet)) return { status: 301, headers: { location: url + feedAt }, body: '' }
  if (path === '/') return page(site, outlet.name, frontOf(site, printed))
  const article = printed.find((one) => one.path === path)
  if (!article) return page(site, '404', '<h1>404</h1>', 404)
  if (article.goneAt) return page(site, '410', '<h1>410</h1>', 410)
  return page(site, article.headline, storyOf(site, article))
}

function feed(site: Site, printed: readonly Printed[], now: Date): SiteAnswer {
  const { outlet, url } = site
  const place = { site: url, self: url + feedPath(site.run, outlet, now), nameOf: (slug: string) => nameOf(site, slug) }
  const { type, bytes, changedAt } = feedOf(outlet, printed, place, now)
  return {
    status: 200,
    headers: {
      'content-type': type,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`,
      'last-modified': changedAt.toUTCString(),
    },
    body: bytes,
  }
}

function frontOf(site: Site, printed: readonly Printed[]): string {
  const lines = printed
    .filter(({ goneAt, embargoUntil }) => goneAt === undefined && embargoUntil === undefined)
    .map(
      ({ path, headline, text, publishedAt }) =>
        `<article><h2><a href="${path}">${escaped(headline)}</a></h2><p>${escaped(summaryOf(text))}</p><p>${timeOf(site, publishedAt)}</p></article>`,
    )
  return `<p class="about">${escaped(site.outlet.about)}</p>\n${lines.join('\n')}`
}

function storyOf(site: Site, article: Printed): string {
  const { headline, by, publishedAt } = article
  return `<article><h1>${escaped(headline)}</h1>
<p>${[escaped(by), timeOf(site, publishedAt)].filter(Boolean).join(' · ')}</p>
${contentOf(article, site.url, (slug) => nameOf(site, slug), site.outlet.language)}</article>`
}

function timeOf({ outlet }: Site, at: Date): string {
  const words = at.toLocaleString(outlet.language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return `<time datetime="${at.toISOString()}">${escaped(words)}</time>`
}

function nameOf({ run }: Site, slug: string): string {
  return run.outlets.find((outlet) => outlet.slug === slug)?.name ?? slug
}

const rightToLeft = /^(?:ar|he)/

function page({ outlet, url }: Site, title: string, main: string, status = 200): SiteAnswer {
  const dir = rightToLeft.test(outlet.language) ? 'rtl' : 'ltr'
  const body = `<!doctype html>
<html lang="${outlet.language}" dir="${dir}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width">
<link rel="alternate" type="application/${outlet.format === 'json' ? 'feed+json' : outlet.format === 'atom' ? 'atom+xml' : outlet.format === 'rdf' ? 'rdf+xml' : 'rss+xml'}" title="${escaped(outlet.name)}" href="${url}${knownFeedPath(outlet)}">
<style>body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif}header{display:flex;gap:1rem;align-items:center;border-bottom:3px solid ${outlet.colour};padding-bottom:1rem}header a{font-size:1.6rem;color:inherit;text-decoration:none}h1,h2{line-height:1.25}img{max-width:100%;height:auto}time,.about{color:#666}</style>
</head><body><header><img src="/logo.png" alt="" width="56" height="56"><a href="/">${escaped(outlet.name)}</a></header>
<main>${main}</main></body></html>
`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

function plain(status: number, body: string): SiteAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
}

function picture(body: Uint8Array, type: string): SiteAnswer {
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'max-age=86400' }, body }
}
