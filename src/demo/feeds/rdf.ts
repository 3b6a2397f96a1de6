/** RSS 1.0 (RDF), as older Japanese and Hebrew software writes it. */
import { escaped } from '../markup.ts'
import type { Entry, FeedWords } from './entry.ts'

export function rdf({ outlet, site, self, updatedAt, entries }: FeedWords): string {
  return `<?xml version="1.0" encoding="${outlet.encoding}"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xml:lang="${outlet.language}">
<channel rdf:about="${self}">
<title>${escaped(outlet.name)}</title>
<link>${site}/</link>
<description>${escaped(outlet.about)}</description>
<dc:language>${outlet.language}</dc:language>
<dc:date>${updatedAt.toISOString()}</dc:date>
<items><rdf:Seq>
${entries.map(({ url }) => `<rdf:li rdf:resource="${url}"/>`).join('\n')}
</rdf:Seq></items>
</channel>
${entries.map(item).join('\n')}
</rdf:RDF>
`
}

function item(entry: Entry): string {
  return `<item rdf:about="${entry.url}">
<title>${escaped(entry.title)}</title>
<link>${entry.url}</link>
<description>${escaped(entry.summary)}</description>
<content:encoded><![CDATA[${entry.content}]]></content:encoded>
${entry.by ? `<dc:creator>${escaped(entry.by)}</dc:creator>\n` : ''}${entry.topics.map((topic) => `<dc:subject>${escaped(topic)}</dc:subject>\n`).join('')}<dc:date>${entry.publishedAt.toISOString()}</dc:date>
</item>`
}
