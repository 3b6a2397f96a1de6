/** Atom 1.0 (RFC 4287), with paging (RFC 5005) and tombstones (RFC 6721). */
import type { EntryOut, FeedOut } from './feed-out.ts'
import { attributesOf, element, prism, tombstone, tombstones, wrap } from './write-xml.ts'

export function writeAtom(feed: FeedOut): string {
  const content = [
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', feed.updated.toISOString()),
    element('generator', 'Wireroom'),
    element('icon', feed.icon),
    element('link', '', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
    element('link', '', { rel: 'alternate', type: 'text/html', href: feed.page }),
    feed.next ? element('link', '', { rel: 'next', type: 'application/atom+xml', href: feed.next }) : '',
    ...feed.tombstones.map(tombstone),
    ...feed.entries.map(entryElement),
  ]
  const attributes = attributesOf({
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:at': tombstones,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:prism': prism,
    'xml:lang': feed.language,
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n${wrap('feed', content.join(''), attributes)}`
}

function entryElement(entry: EntryOut): string {
  const { origin } = entry
  const text = entry.content ? element('content', entry.content, { type: 'html', 'xml:lang': origin.language }) : ''
  return wrap(
    'entry',
    [
      element('id', entry.id),
      element('title', entry.title, { type: 'text', 'xml:lang': origin.language }),
      element('published', entry.published.toISOString()),
      element('updated', entry.updated.toISOString()),
      wrap(
        'author',
        element('name', entry.author || origin.publisher) +
          element('uri', entry.author ? entry.authorUri : origin.publisherUrl),
      ),
      element('link', '', { rel: 'alternate', type: 'text/html', hreflang: origin.language, href: entry.url }),
      ...(entry.translations ?? []).map(({ language, url }) =>
        element('link', '', { rel: 'alternate', type: 'text/html', hreflang: language, href: url }),
      ),
      origin.url ? element('link', '', { rel: 'via', href: origin.url }) : '',
      ...entry.pictures.map(({ url, type, alt, caption }) =>
        element('link', '', { rel: 'enclosure', type, href: url, title: alt || caption }),
      ),
      origin.licenceUrl ? element('link', '', { rel: 'license', href: origin.licenceUrl }) : '',
      element('rights', origin.usageTerms),
      element('dc:publisher', origin.publisher),
      element('dc:language', origin.language),
      element('dc:type', origin.genre),
      element('dcterms:issued', origin.publishedAt),
      element('prism:versionIdentifier', String(origin.version)),
      ...entry.keywords.map((keyword) => element('category', '', { term: keyword })),
      sourceElement(entry),
      entry.summary ? element('summary', entry.summary, { type: 'text', 'xml:lang': origin.language }) : '',
      text,
    ].join(''),
  )
}

/** The feed it is from, as far as we know it (RFC 4287, 4.2.11): its publisher and where it was first. */
function sourceElement({ origin }: EntryOut): string {
  const id = origin.publisherUrl ?? origin.url
  if (id === undefined) return wrap('source', element('title', origin.publisher))
  return wrap(
    'source',
    element('id', id) +
      element('title', origin.publisher) +
      element('updated', origin.publishedAt) +
      element('link', '', { rel: 'alternate', href: id }),
  )
}
