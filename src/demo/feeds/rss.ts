/** RSS 2.0, as most blog software writes it. */
import { escaped } from '../markup.ts'
import type { Entry, FeedWords } from './entry.ts'

export function rss({ outlet, site, self, updatedAt, entries }: FeedWords): string {
  return `<?xml version="1.0" encoding="${outlet.encoding.toUpperCase()}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${escaped(outlet.name)}</title>
<link>${site}/</link>
<atom:link href="${self}" rel="self" type="application/rss+xml"/>
<description>${escaped(outlet.about)}</description>
<language>${outlet.language}</language>
<lastBuildDate>${updatedAt.toUTCString()}</lastBuildDate>
${entries.map(item).join('\n')}
</channel>
</rss>
`
}

function item(entry: Entry): string {
  return `<item>
<title>${escaped(entry.title)}</title>
<link>${entry.url}</link>
${entry.by ? `<dc:creator>${escaped(entry.by)}</dc:creator>\n` : ''}<pubDate>${entry.publishedAt.toUTCString()}</pubDate>
${entry.topics.map((topic) => `<category>${escaped(topic)}</category>\n`).join('')}<guid isPermaLink="false">${escaped(entry.id)}</guid>
<description>${escaped(entry.summary)}</description>
${entry.content ? `<content:encoded><![CDATA[${entry.content}]]></content:encoded>\n` : ''}${pictureOf(entry)}</item>`
}

function pictureOf({ picture }: Entry): string {
  if (!picture) return ''
  return `<media:content url="${picture.url}" medium="image" type="image/jpeg"><media:description>${escaped(picture.alt)}</media:description></media:content>\n`
}
