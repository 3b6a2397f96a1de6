/** Sitemaps (sitemaps.org 0.9), their index, and Google's news sitemap. */
import { element, wrap } from './write-xml.ts'

export type SitemapEntry = { readonly url: string; readonly changed?: Date }
export type NewsEntry = SitemapEntry & {
  readonly title: string
  readonly language: string
  readonly published: Date
}

const head = '<?xml version="1.0" encoding="utf-8"?>\n'
const sitemaps = ' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const news = `${sitemaps} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`

export function writeSitemapIndex(entries: readonly SitemapEntry[]): string {
  return head + wrap('sitemapindex', entries.map((entry) => wrap('sitemap', place(entry))).join(''), sitemaps)
}

/** At most 50,000 entries, says the protocol. */
export function writeSitemap(entries: readonly SitemapEntry[]): string {
  return head + wrap('urlset', entries.map((entry) => wrap('url', place(entry))).join(''), sitemaps)
}

/** At most 1,000 entries of the last two days; `publication` is the name of the network. */
export function writeNewsSitemap(publication: string, entries: readonly NewsEntry[]): string {
  const urls = entries.map((entry) =>
    wrap(
      'url',
      place(entry) +
        wrap(
          'news:news',
          wrap(
            'news:publication',
            element('news:name', publication) + element('news:language', tongue(entry.language)),
          ) +
            element('news:publication_date', entry.published.toISOString()) +
            element('news:title', entry.title),
        ),
    ),
  )
  return head + wrap('urlset', urls.join(''), news)
}

function place({ url, changed }: SitemapEntry): string {
  return element('loc', url) + element('lastmod', changed?.toISOString())
}

/** ISO 639 in two or three letters; of Chinese which script. */
function tongue(language: string): string {
  const { language: base, script } = new Intl.Locale(language).maximize()
  return base === 'zh' ? (script === 'Hant' ? 'zh-tw' : 'zh-cn') : (base ?? language)
}
