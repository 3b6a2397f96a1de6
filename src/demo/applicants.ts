/** The sites of those who ask to join the sample network, and its members' pages elsewhere: one server, a folder for each. */
import { createServer } from 'node:http'
import { escaped } from './markup.ts'

export type ApplicantSite = {
  readonly slug: string
  readonly name: string
  readonly language: string
  readonly about: string
  /** Headlines; none: there is no feed. */
  readonly headlines: readonly string[]
  /** What it says to be the same as (`rel=me`). */
  readonly same?: string
}

export type ApplicantSites = { urlOf(slug: string): string; close(): Promise<void> }

/** Throws the system's error where the port is taken. */
export async function openApplicantSites(
  sites: readonly ApplicantSite[],
  at: { readonly host: string; readonly port: number; readonly begun: Date },
): Promise<ApplicantSites> {
  const urlOf = (slug: string) => `http://${at.host}:${at.port}/${slug}/`
  const server = createServer(({ url = '/' }, response) => {
    const [, slug = '', file = ''] = url.split('/')
    const site = sites.find((one) => one.slug === slug)
    const isFeed = file === 'feed.xml' && site !== undefined && site.headlines.length > 0
    const [status, type, body] = !site
      ? [404, 'text/plain', 'There is nothing here.']
      : isFeed
        ? [200, 'application/rss+xml', feedOf(site, urlOf(slug), at.begun)]
        : file === ''
          ? [200, 'text/html', pageOf(site, urlOf(slug))]
          : [404, 'text/plain', 'There is nothing here.']
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(at.port, at.host, resolve))
  return {
    urlOf,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function pageOf({ name, language, about, headlines, same }: ApplicantSite, url: string): string {
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${escaped(name)}</title>
${headlines.length > 0 ? `<link rel="alternate" type="application/rss+xml" title="${escaped(name)}" href="${url}feed.xml">` : ''}
<style>body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif}</style></head>
<body><h1>${escaped(name)}</h1><p>${escaped(about)}</p><ul>${headlines.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>
${same ? `<p><a rel="me" href="${escaped(same)}">${escaped(same)}</a></p>` : ''}</body></html>
`
}

function feedOf({ name, about, headlines, language }: ApplicantSite, url: string, begun: Date): string {
  const items = headlines.map(
    (headline, i) =>
      `<item><title>${escaped(headline)}</title><link>${url}${i + 1}</link><guid>${url}${i + 1}</guid><pubDate>${new Date(begun.getTime() - (i + 1) * 90_000_000).toUTCString()}</pubDate></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${escaped(name)}</title><link>${url}</link><description>${escaped(about)}</description><language>${language}</language>${items.join('')}</channel></rss>`
}
