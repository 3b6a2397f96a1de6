/** Feeds for tests, from the few things a test cares about. */
export type Entry = {
  readonly id?: string
  readonly link?: string
  readonly title?: string
  readonly text?: string
  readonly date?: string
  /** More elements, as they stand. */
  readonly more?: string
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const tag = (name: string, text: string | undefined, attributes = '') =>
  text === undefined ? '' : `<${name}${attributes}>${escaped(text)}</${name}>`

/** RSS 2.0 with the namespaces tests use. */
export function rss(entries: readonly Entry[], channel = ''): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:georss="http://www.georss.org/georss"><channel><title>Harbour Times</title><link>https://harbour.example/</link><description>News</description>${channel}${entries
    .map(
      ({ id, link, title, text, date, more = '' }) =>
        `<item>${tag('guid', id, ' isPermaLink="false"')}${tag('link', link)}${tag('title', title)}${tag('description', text)}${tag('pubDate', date)}${more}</item>`,
    )
    .join('')}</channel></rss>`
}

/** Atom 1.0, with tombstones (RFC 6721) where they are given by id. */
export function atom(
  entries: readonly Entry[],
  gone: readonly { id: string; when: string; comment?: string }[] = [],
): string {
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Harbour Times</title><id>https://harbour.example/</id><updated>2026-11-24T10:00:00Z</updated>${gone
    .map(
      ({ id, when, comment }) =>
        `<at:deleted-entry ref="${id}" when="${when}">${tag('at:comment', comment)}</at:deleted-entry>`,
    )
    .join('')}${entries
    .map(
      ({ id, link, title, text, date, more = '' }) =>
        `<entry>${tag('id', id)}${link ? `<link rel="alternate" href="${escaped(link)}"/>` : ''}${tag('title', title)}${tag('content', text, ' type="html"')}<updated>${date ?? '2026-11-24T09:00:00Z'}</updated>${more}</entry>`,
    )
    .join('')}</feed>`
}
