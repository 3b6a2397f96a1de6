/** RSS 2.0 as the RSS Advisory Board's profile wants it, with Dublin Core, content, Atom and Creative Commons beside. */
import { licenceName } from '../story/licence.ts'
import type { EntryOut, FeedOut, PictureOut } from './feed-out.ts'
import { attributesOf, element, prism, textAsHtml, tombstone, tombstones, wrap } from './write-xml.ts'

const namespaces = ` version="2.0" xmlns:at="${tombstones}" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:prism="${prism}" xmlns:cc="http://backend.userland.com/creativeCommonsRssModule"`

export function writeRss(feed: FeedOut): string {
  const channel = [
    element('title', feed.title),
    element('link', feed.page),
    element('description', textAsHtml(feed.subtitle || feed.title)),
    element('language', feed.language.toLowerCase()),
    element('lastBuildDate', rfc822(feed.updated)),
    element('generator', 'Wireroom'),
    element('docs', 'https://www.rssboard.org/rss-specification'),
    element('atom:link', '', { rel: 'self', type: 'application/rss+xml', href: feed.self }),
    feed.next ? element('atom:link', '', { rel: 'next', type: 'application/rss+xml', href: feed.next }) : '',
    ...feed.tombstones.map(tombstone),
    ...feed.entries.map((entry) => item(entry, feed.page)),
  ]
  return `<?xml version="1.0" encoding="utf-8"?>\n${wrap('rss', wrap('channel', channel.join('')), namespaces)}`
}

function item(entry: EntryOut, page: string): string {
  const { origin } = entry
  return wrap(
    'item',
    [
      element('title', entry.title),
      element('link', entry.url),
      element('guid', entry.id, { isPermaLink: 'false' }),
      element('pubDate', rfc822(entry.published)),
      element('atom:updated', entry.updated.toISOString()),
      element('dc:creator', entry.author || origin.publisher),
      element('dc:publisher', origin.publisher),
      element('dc:language', origin.language),
      element('dc:type', origin.genre),
      element('dc:rights', origin.usageTerms),
      element('dcterms:issued', origin.publishedAt),
      element('prism:versionIdentifier', String(origin.version)),
      element('cc:license', origin.licenceUrl),
      // A source must have an address (RSS 2.0): the publisher's own, or the page the story is on here.
      element('source', origin.publisher, { url: origin.publisherUrl ?? origin.url ?? page }),
      origin.url ? element('atom:link', '', { rel: 'via', href: origin.url }) : '',
      ...(entry.translations ?? []).map(({ language, url }) =>
        element('atom:link', '', { rel: 'alternate', type: 'text/html', hreflang: language, href: url }),
      ),
      ...entry.keywords.map((keyword) => element('category', keyword)),
      element('description', textAsHtml(entry.summary || entry.title)),
      entry.content ? element('content:encoded', entry.content) : '',
      ...entry.pictures.map(picture),
    ].join(''),
  )
}

/** Media RSS 1.5. */
function picture({ url, type, width, height, alt, caption, credit, licenceUrl }: PictureOut): string {
  const size = width && height ? { width: String(width), height: String(height) } : {}
  return wrap(
    'media:content',
    [
      element('media:title', alt),
      element('media:description', caption),
      element('media:credit', credit),
      licenceUrl ? element('media:license', licenceName(licenceUrl), { type: 'text/html', href: licenceUrl }) : '',
    ].join(''),
    attributesOf({ url, medium: 'image', type, ...size }),
  )
}

/** RFC 822 with a year of four digits: `Tue, 24 Nov 2026 12:00:00 GMT`. */
function rfc822(at: Date): string {
  return at.toUTCString()
}
