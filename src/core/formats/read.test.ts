import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentItem, ParsedDocument } from './document.ts'
import { readDocument, readText } from './read.ts'

const base = 'https://paper.example/feeds/main'
const item = (inside: string): DocumentItem =>
  readText(`<rss version="2.0"><channel><item>${inside}</item></channel></rss>`, { base }).items[0] ?? {}
const entry = (inside: string): DocumentItem =>
  readText(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`, { base }).items[0] ?? {}

test('a title keeps the no-break spaces that mean something', () => {
  assert.equal(
    item('<title>Le&amp;nbsp;port&#160;: 10&#160;km&#8239;!&#160;</title>').title,
    'Le port\u00a0: 10\u00a0km\u202f!',
  )
  assert.equal(entry('<title>«&#160;Le port&#160;»</title>').title, '«\u00a0Le port\u00a0»')
})

test('an RSS 2.0 feed and its item', () => {
  const document = readText(
    `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:a="http://www.w3.org/2005/Atom">
     <channel><title>The Lantern</title><link>https://paper.example/</link><description>News</description><language>en-ie</language><ttl>30</ttl>
     <a:link rel="self" href="/feeds/main"/><lastBuildDate>Tue, 05 Mar 2024 10:00:00 GMT</lastBuildDate>
     <item><title>Hall &amp;amp; choir reopen</title><link>/2024/hall</link><guid isPermaLink="false">l-17</guid><pubDate>Tue, 05 Mar 2024 09:30:00 +0100</pubDate>
     <dc:creator>Ann Bell</dc:creator><category domain="t">Culture</category><description>Short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
     <enclosure url="/a.mp3" type="audio/mpeg" length="12"/></item></channel></rss>`,
    { base },
  )
  const { items, raw: _, ...rest } = { ...document, raw: undefined }
  assert.deepEqual(rest, {
    ok: true,
    format: 'rss',
    version: '2.0',
    problems: [],
    feed: {
      title: 'The Lantern',
      subtitle: 'News',
      link: 'https://paper.example/',
      self: 'https://paper.example/feeds/main',
      language: 'en-ie',
      ttl: '30',
      updated: '2024-03-05T10:00:00Z',
    },
    tombstones: [],
  })
  const { raw, ...first } = items[0] ?? {}
  assert.deepEqual(first, {
    id: 'l-17',
    url: 'https://paper.example/2024/hall',
    title: 'Hall & choir reopen',
    summary: 'Short',
    content: '<p>Long</p>',
    base,
    published: '2024-03-05T08:30:00Z',
    authors: [{ name: 'Ann Bell' }],
    categories: [{ term: 'Culture', scheme: 't' }],
    enclosures: [{ url: 'https://paper.example/a.mp3', type: 'audio/mpeg', length: 12 }],
  })
  assert.match(raw ?? '', /^<item><title>[\s\S]*<\/item>$/)
})

test('an Atom entry: links by relation, bodies by type, people, source', () => {
  const read = entry(
    `<id>tag:paper.example,2024:1</id><title type="html">A &lt;b>bold&lt;/b> claim</title><link rel="enclosure" href="/p.jpg"/><link href="/1"/><link rel="license" href="https://l.example/by"/>
     <published>2024-03-05T08:00:00Z</published><updated>2024-03-06T08:00:00Z</updated><author><name>Bo</name><uri>/bo</uri></author>
     <content type="xhtml" xml:base="/deep/"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>Yes</x:p></x:div></content>
     <source><id>urn:o</id><title>Other</title><link href="https://other.example/"/></source>`,
  )
  assert.equal(read.title, 'A bold claim')
  assert.equal(read.url, 'https://paper.example/1')
  assert.equal(read.licence, 'https://l.example/by')
  assert.equal(read.content, '<p>Yes</p>')
  assert.equal(read.base, 'https://paper.example/deep/')
  assert.deepEqual(read.authors, [{ name: 'Bo', url: 'https://paper.example/bo' }])
  assert.deepEqual(read.source, { title: 'Other', url: 'https://other.example/', id: 'urn:o' })
})

test('elements that are over at once in XHTML are over in HTML', () => {
  const { items } = readText(
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"
     ><p>One</p><script src="/x"/><p title="a > b"/>Two<br/><iframe src='/v'/> three</div></content></entry></feed>`,
    {},
  )
  assert.equal(
    items[0]?.content,
    `<p>One</p><script src="/x"></script><p title="a > b"></p>Two<br/><iframe src='/v'></iframe> three`,
  )
})

test('RDF keeps items and image beside the channel', () => {
  const document = readText(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
     <channel rdf:about="https://paper.example/"><title>Lantern</title></channel><image><url>https://paper.example/l.png</url></image>
     <item rdf:about="https://paper.example/1"><title>One</title><dc:date>2024-03-05</dc:date></item></rdf:RDF>`,
    {},
  )
  assert.deepEqual(
    [document.format, document.version, document.feed.image?.url],
    ['rdf', '1.0', 'https://paper.example/l.png'],
  )
  assert.deepEqual(
    [document.items[0]?.id, document.items[0]?.published],
    ['https://paper.example/1', '2024-03-05T00:00:00Z'],
  )
})

test('deleted entries are told', () => {
  const document = readText(
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><at:deleted-entry ref="tag:x,1:1" when="2024-03-05T08:00:00Z"><at:by><name>Bo</name></at:by><at:comment>Wrong</at:comment></at:deleted-entry></feed>`,
    {},
  )
  assert.deepEqual(document.tombstones, [{ id: 'tag:x,1:1', when: '2024-03-05T08:00:00Z', by: 'Bo', comment: 'Wrong' }])
})

test('namespaces are known by their address, in any prefix, and by their prefix where the address is missing', () => {
  assert.equal(item('<z:creator xmlns:z="http://purl.org/dc/elements/1.1/">Ann</z:creator>').authors?.[0]?.name, 'Ann')
  assert.equal(item('<dc:creator>Ann</dc:creator>').authors?.[0]?.name, 'Ann')
  assert.equal(item('<title xmlns="urn:nobody">Not this</title>').title, undefined)
})

test('pictures with credits, places, licences, comments, the address behind a tracker', () => {
  const read = item(
    `<media:group><media:credit>Photo: Cy</media:credit><media:content url="/p.jpg" medium="image" width="640"/></media:group><georss:point>53.3 -6.2</georss:point>
     <creativeCommons:license>https://l.example/by</creativeCommons:license><comments>/1#c</comments><link>https://track.example/1</link><feedburner:origLink>https://paper.example/1</feedburner:origLink>`,
  )
  assert.deepEqual(read.media, [
    { url: 'https://paper.example/p.jpg', medium: 'image', width: 640, credit: 'Photo: Cy' },
  ])
  assert.deepEqual(read.place, { lat: 53.3, lon: -6.2 })
  assert.deepEqual(
    [read.licence, read.commentsUrl, read.originalUrl],
    ['https://l.example/by', 'https://paper.example/1#c', 'https://paper.example/1'],
  )
})

test('readers see what the author meant, however often it was escaped', () => {
  const meant = '<p>Marriage is <em>equal</em>.</p>'
  const once = meant.replaceAll('<', '&lt;')
  for (const written of [
    once,
    `<![CDATA[${meant}]]>`,
    meant,
    once.replaceAll('&', '&amp;').replaceAll('>', '&amp;gt;'),
  ])
    assert.equal(item(`<description>${written}</description>`).summary, meant, written)
  assert.match(
    item(
      '<description>&amp;lt;p&amp;gt;Text&amp;lt;/p&amp;gt;&amp;lt;center&amp;gt;The post appeared first on &amp;lt;a href=&amp;quot;&amp;quot;&amp;gt;&amp;lt;/a&amp;gt;.</description>',
    ).summary ?? '',
    /^<p>Text<\/p><center>/,
  )
  assert.equal(entry('<summary type="text">5 &lt; 6</summary>').summary, '5 &lt; 6')
  assert.equal(entry('<summary type="text">&lt;p>lies&lt;/p></summary>').summary, '<p>lies</p>')
  assert.equal(item('<description>How to write &amp;lt;x</description>').summary, 'How to write &lt;x')
})

test('titles are plain text', () => {
  const title = (written: string): string | undefined => item(`<title>${written}</title>`).title
  assert.equal(title('It&amp;#8217;s &lt;i&gt;on&lt;/i&gt;'), 'It’s on')
  assert.equal(title('List&lt;String&gt; and 1 &lt; 2'), 'List<String> and 1 < 2')
  assert.equal(title('<![CDATA[ Two\n lines ]]>'), 'Two lines')
  assert.equal(title('Don&#226;&#128;&#153;t'), 'Don’t')
})

test('what is not well-formed is read as far as it makes sense, and told', () => {
  const broken = readText(
    '<rss><channel><title>A & B</title><item><title>One<br>more</title><link>/1</item><item><title>Two</title>',
    { base },
  )
  assert.deepEqual([broken.feed.title, ...broken.items.map((one) => one.title)], ['A & B', 'One more', 'Two'])
  assert.ok(broken.problems.length >= 3)
  assert.match(broken.problems[0] ?? '', /^not well-formed at line 1: /)
  const preceded = readText(
    '<b>Warning</b>: in x.php\n<?xml version="1.0"?><rss version="2.0"><channel><item><title>T</title></item></channel></rss>',
    {},
  )
  assert.equal(preceded.items[0]?.title, 'T')
  assert.equal(preceded.problems.length, 1)
})

test('an item whose end is missing ends where the next begins', () => {
  const { items } = readText(
    '<rss><channel><item><title>One</title><item><title>Two</title></item></channel></rss>',
    {},
  )
  assert.deepEqual(
    items.map((one) => one.title),
    ['One', 'Two'],
  )
})

test('entities: a DTD may declare some, and bombs stay small', () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "${'ha'.repeat(500)}"><!ENTITY b "&a;&a;&a;"><!ENTITY ok "fine">]><rss><channel><title>&ok; &b;</title><description>${'&a;'.repeat(5000)}</description></channel></rss>`
  const { feed } = readText(bomb, {})
  assert.match(feed.title ?? '', /^fine /)
  assert.ok((feed.subtitle?.length ?? 0) < 200_000)
})

test('what is nothing we know is said to be so', () => {
  for (const [text, problem] of [
    ['', /empty/],
    ['hello', /no feed/],
    ['{"a":1}', /no JSON Feed/],
    ['<html><body>Hi</body></html>', /page/],
  ] as const) {
    const document = readText(text, {})
    assert.equal(document.ok, false)
    assert.match(document.problems.join(), problem)
  }
})

test('never throws, never fails inside: random bytes, random text, mutated feeds', () => {
  const fine = (document: ParsedDocument): void =>
    assert.ok(!document.problems.some((problem) => problem.startsWith('reading failed')), document.problems.join())
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => fine(readDocument(bytes, { base }))))
  const pieces =
    '<rss>|<channel>|<item>|</item>|<title>|</title>|<description>|</description>|<![CDATA[|]]>|&amp;|&|<feed xmlns="http://www.w3.org/2005/Atom">|<entry>|<content type="xhtml">|<div>|</p>|<a href=\'x"|xml:base="//["|<!--|-->|<?|<!DOCTYPE a [|]>|text|<link/>|{"items":[|{"id":|}|]|<pubDate>|2024|<opml><outline xmlUrl="a"|>|\u0000|\ud800'.split(
      '|',
    )
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) =>
      fine(readText(parts.join(''), { base })),
    ),
    { numRuns: 500 },
  )
})
