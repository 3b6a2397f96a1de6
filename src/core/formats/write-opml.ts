/** OPML 2.0: a list of feeds, for readers that subscribe to all of them at once. */
import { element, wrap } from './write-xml.ts'

export type Outline = {
  readonly title: string
  readonly feed: string
  readonly page: string
  readonly about: string
  readonly language: string | undefined
}

export function writeOpml(list: {
  readonly title: string
  readonly page: string
  readonly outlines: readonly Outline[]
}): string {
  const body = list.outlines.map(({ title, feed, page, about, language }) =>
    element('outline', '', {
      type: 'rss',
      version: 'RSS2',
      text: title,
      title,
      xmlUrl: feed,
      htmlUrl: page,
      description: about || undefined,
      language,
    }),
  )
  const head = wrap(
    'head',
    element('title', list.title) + element('ownerId', list.page) + element('docs', 'http://opml.org/spec2.opml'),
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${wrap('opml', head + wrap('body', body.join('')), ' version="2.0"')}`
}
