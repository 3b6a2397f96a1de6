/** Atom 1.0, with tombstones (RFC 6721) for what was taken back. */
import { escaped } from '../markup.ts'
import type { Entry, FeedWords } from './entry.ts'

export function atom({ outlet, site, self, updatedAt, entries, gone }: FeedWords): string {
  const tombstones = gone.map(({ id, at }) => `<at:deleted-entry ref="${escaped(id)}" when="${at.toISOString()}"/>`)
  return `<?xml version="1.0" encoding="${outlet.encoding}"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${outlet.language}">
<id>${site}/</id>
<title>${escaped(outlet.name)}</title>
<subtitle>${escaped(outlet.about)}</subtitle>
<link rel="alternate" type="text/html" href="${site}/"/>
<link rel="self" type="application/atom+xml" href="${self}"/>
<updated>${updatedAt.toISOString()}</updated>
${[...tombstones, ...entries.map(entryOf)].join('\n')}
</feed>
`
}

function entryOf(entry: Entry): string {
  return `<entry>
<id>${escaped(entry.id)}</id>
<title>${escaped(entry.title)}</title>
<link rel="alternate" type="text/html" href="${entry.url}"/>
${entry.picture ? `<link rel="enclosure" type="image/jpeg" href="${entry.picture.url}" title="${escaped(entry.picture.alt)}"/>\n` : ''}<published>${entry.publishedAt.toISOString()}</published>
<updated>${entry.changedAt.toISOString()}</updated>
${entry.by ? `<author><name>${escaped(entry.by)}</name></author>\n` : ''}${entry.topics.map((topic) => `<category term="${escaped(topic)}"/>\n`).join('')}<summary>${escaped(entry.summary)}</summary>
<content type="html">${escaped(entry.content)}</content>
</entry>`
}
