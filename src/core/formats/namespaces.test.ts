/** Every vocabulary that publications mix into their feeds is read, whatever prefix it is given. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentItem, FeedFacts, ParsedDocument } from './document.ts'
import { readText } from './read.ts'

const base = 'https://paper.example/feed'
const addresses = {
  atom: 'http://www.w3.org/2005/Atom',
  at: 'http://purl.org/atompub/tombstones/1.0',
  cc: 'http://creativecommons.org/ns#',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  feedburner: 'http://rssnamespace.org/feedburner/ext/1.0',
  fh: 'http://purl.org/syndication/history/1.0',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  georss: 'http://www.georss.org/georss',
  gml: 'http://www.opengis.net/gml',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  licence: 'http://backend.userland.com/creativeCommonsRssModule',
  media: 'http://search.yahoo.com/mrss/',
  podcast: 'https://podcastindex.org/namespace/1.0',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  slash: 'http://purl.org/rss/1.0/modules/slash/',
  source: 'http://source.scripting.com/',
  thr: 'http://purl.org/syndication/thread/1.0',
  wfw: 'http://wellformedweb.org/CommentAPI/',
  xhtml: 'http://www.w3.org/1999/xhtml',
}
/** `x-` before every prefix: only the address tells what it is. */
const declared = Object.entries(addresses)
  .map(([prefix, address]) => `xmlns:x-${prefix}="${address}"`)
  .join(' ')

function channel(inside: string): ParsedDocument {
  const document = readText(`<rss version="2.0" ${declared}><channel>${inside}</channel></rss>`, { base })
  assert.deepEqual(document.problems, [], inside)
  return document
}
const feed = (inside: string): FeedFacts => channel(inside).feed
const item = (inside: string): DocumentItem => channel(`<item>${inside}</item>`).items[0] ?? {}
const entry = (inside: string): DocumentItem =>
  readText(`<feed xmlns="${addresses.atom}" ${declared}><entry>${inside}</entry></feed>`, { base }).items[0] ?? {}

test('content: the whole text beside the short one', () => {
  const read = item(
    '<description>Short</description><x-content:encoded><![CDATA[<p>Long &amp; whole</p>]]></x-content:encoded>',
  )
  assert.deepEqual([read.summary, read.content], ['Short', '<p>Long &amp; whole</p>'])
})

test('Dublin Core, old and new', () => {
  const old =
    item(`<x-dc:title>Hall reopens</x-dc:title><x-dc:creator>Ann Bell</x-dc:creator><x-dc:contributor>Cy</x-dc:contributor>
    <x-dc:date>2026-03-05T09:00:00Z</x-dc:date><x-dc:subject>Choirs</x-dc:subject><x-dc:language>ga</x-dc:language><x-dc:rights>All ours</x-dc:rights>
    <x-dc:identifier>urn:hall:1</x-dc:identifier><x-dc:source>https://first.example/1</x-dc:source><x-dc:coverage>Galway</x-dc:coverage><x-dc:description>It does.</x-dc:description>`)
  assert.deepEqual(
    { ...old, raw: undefined },
    {
      raw: undefined,
      base,
      id: 'urn:hall:1',
      title: 'Hall reopens',
      summary: 'It does.',
      published: '2026-03-05T09:00:00Z',
      updated: '2026-03-05T09:00:00Z',
      authors: [{ name: 'Ann Bell' }],
      contributors: [{ name: 'Cy' }],
      categories: [{ term: 'Choirs' }],
      language: 'ga',
      rights: 'All ours',
      source: { url: 'https://first.example/1' },
      place: { name: 'Galway' },
    },
  )
  const young =
    item(`<x-dcterms:issued>2026-03-05</x-dcterms:issued><x-dcterms:modified>2026-03-06</x-dcterms:modified><x-dcterms:creator>Bo</x-dcterms:creator>
    <x-dcterms:subject>Law</x-dcterms:subject><x-dcterms:abstract>In short</x-dcterms:abstract><x-dcterms:spatial>Cork</x-dcterms:spatial>
    <x-dcterms:license x-rdf:resource="https://l.example/by"/>`)
  assert.deepEqual(
    [young.published, young.updated, young.authors, young.categories, young.summary, young.place, young.licence],
    [
      '2026-03-05T00:00:00Z',
      '2026-03-06T00:00:00Z',
      [{ name: 'Bo' }],
      [{ term: 'Law' }],
      'In short',
      { name: 'Cork' },
      'https://l.example/by',
    ],
  )
})

test('media: what a group says holds for all in it, what an object says for itself', () => {
  const read =
    item(`<x-media:group><x-media:credit>Photo: Cy</x-media:credit><x-media:title>The hall</x-media:title><x-media:thumbnail url="/t.jpg"/>
    <x-media:content url="/a.jpg" type="image/jpeg" medium="image" width="640" height="480"/>
    <x-media:content url="/b.mp4" medium="video" duration="93"><x-media:credit>Film: Di</x-media:credit><x-media:description>Doors open</x-media:description></x-media:content></x-media:group>
    <x-media:keywords>hall, choir</x-media:keywords>`)
  const shared = { title: 'The hall', thumbnail: 'https://paper.example/t.jpg' }
  assert.deepEqual(read.media, [
    {
      url: 'https://paper.example/a.jpg',
      type: 'image/jpeg',
      medium: 'image',
      width: 640,
      height: 480,
      credit: 'Photo: Cy',
      ...shared,
    },
    {
      url: 'https://paper.example/b.mp4',
      medium: 'video',
      duration: 93,
      credit: 'Film: Di',
      description: 'Doors open',
      ...shared,
    },
  ])
  assert.deepEqual(read.categories, [{ term: 'hall' }, { term: 'choir' }])
  assert.deepEqual(item('<x-media:thumbnail url="/t.jpg"/>').media, [
    { url: 'https://paper.example/t.jpg', medium: 'image', thumbnail: 'https://paper.example/t.jpg' },
  ])
})

test('itunes: who speaks, for how long, about what', () => {
  const read =
    item(`<x-itunes:author>Ann Bell</x-itunes:author><x-itunes:summary>We talk.</x-itunes:summary><x-itunes:duration>1:02:03</x-itunes:duration>
    <x-itunes:keywords>law, choirs</x-itunes:keywords><x-itunes:image href="/e.jpg"/><enclosure url="/e.mp3" type="audio/mpeg" length="7"/>`)
  assert.deepEqual(read.authors, [{ name: 'Ann Bell' }])
  assert.equal(read.summary, 'We talk.')
  assert.deepEqual(read.enclosures, [
    { url: 'https://paper.example/e.mp3', type: 'audio/mpeg', length: 7, duration: 3723 },
  ])
  assert.equal(read.media?.[0]?.url, 'https://paper.example/e.jpg')
  assert.deepEqual(
    read.categories?.map(({ term }) => term),
    ['law', 'choirs'],
  )
  const owned = feed(
    `<x-itunes:owner><x-itunes:name>Lantern Radio</x-itunes:name><x-itunes:email>radio@paper.example</x-itunes:email></x-itunes:owner>
     <x-itunes:category text="News"><x-itunes:category text="Politics"/></x-itunes:category><x-itunes:image href="/r.png"/>`,
  )
  assert.deepEqual(owned.authors, [{ name: 'Lantern Radio', email: 'radio@paper.example' }])
  assert.deepEqual(
    owned.categories?.map(({ term }) => term),
    ['News', 'Politics'],
  )
  assert.equal(owned.image?.url, 'https://paper.example/r.png')
})

test('podcast: people, transcripts, other forms, places and licences', () => {
  const read =
    item(`<x-podcast:person role="guest" href="https://bo.example/">Bo</x-podcast:person><x-podcast:location geo="geo:53.3,-6.2">Dublin</x-podcast:location>
    <x-podcast:license>https://l.example/by</x-podcast:license><x-podcast:transcript url="/e.vtt" type="text/vtt"/>
    <x-podcast:alternateEnclosure type="video/mp4" title="Film" height="720"><x-podcast:source uri="/e.mp4"/></x-podcast:alternateEnclosure>`)
  assert.deepEqual(read.contributors, [{ name: 'Bo', url: 'https://bo.example/' }])
  assert.deepEqual(read.place, { lat: 53.3, lon: -6.2, name: 'Dublin' })
  assert.equal(read.licence, 'https://l.example/by')
  assert.deepEqual(read.media, [
    { url: 'https://paper.example/e.vtt', type: 'text/vtt', medium: 'document' },
    { url: 'https://paper.example/e.mp4', type: 'video/mp4', title: 'Film', height: 720 },
  ])
  assert.equal(feed('<x-podcast:guid>917393e3</x-podcast:guid>').id, '917393e3')
})

test('places: GeoRSS, GML and W3C geo, points and the middle of areas', () => {
  const dublin = { lat: 53.3, lon: -6.2 }
  for (const written of [
    '<x-georss:point>53.3 -6.2</x-georss:point>',
    '<x-georss:circle>53.3 -6.2 500</x-georss:circle>',
    '<x-georss:box>53.2 -6.3 53.4 -6.1</x-georss:box>',
    '<x-georss:polygon>53.2 -6.3 53.4 -6.3 53.4 -6.1 53.2 -6.3</x-georss:polygon>',
    '<x-georss:where><x-gml:Point><x-gml:pos>53.3 -6.2</x-gml:pos></x-gml:Point></x-georss:where>',
    '<x-georss:where><x-gml:Envelope><x-gml:lowerCorner>53.2 -6.3</x-gml:lowerCorner><x-gml:upperCorner>53.4 -6.1</x-gml:upperCorner></x-gml:Envelope></x-georss:where>',
    '<x-georss:where><x-gml:Polygon><x-gml:exterior><x-gml:LinearRing><x-gml:posList>53.2 -6.3 53.4 -6.1</x-gml:posList></x-gml:LinearRing></x-gml:exterior></x-gml:Polygon></x-georss:where>',
    '<x-geo:lat>53.3</x-geo:lat><x-geo:long>-6.2</x-geo:long>',
    '<x-geo:Point><x-geo:lat>53.3</x-geo:lat><x-geo:long>-6.2</x-geo:long></x-geo:Point>',
  ]) {
    const { lat = 0, lon = 0 } = item(written).place ?? {}
    assert.deepEqual({ lat: Number(lat.toFixed(6)), lon: Number(lon.toFixed(6)) }, dublin, written)
  }
  assert.deepEqual(item('<x-georss:featureName>Dublin</x-georss:featureName>').place, { name: 'Dublin' })
  assert.equal(item('<x-georss:point>530 -6.2</x-georss:point>').place, undefined)
})

test('comments and threads: Slash, CommentAPI, RFC 4685', () => {
  const read = item(
    '<comments>/1#c</comments><x-wfw:commentRss>/1/feed</x-wfw:commentRss><x-slash:comments>12</x-slash:comments>',
  )
  assert.deepEqual(
    [read.commentsUrl, read.commentsFeed, read.commentCount],
    ['https://paper.example/1#c', 'https://paper.example/1/feed', 12],
  )
  const reply = entry(
    `<x-thr:in-reply-to ref="tag:first.example,2026:1" href="https://first.example/1"/><link rel="replies" type="text/html" href="/1#c"/>
     <link rel="replies" type="application/atom+xml" href="/1.atom" x-thr:count="3"/>`,
  )
  assert.deepEqual(reply.inReplyTo, { id: 'tag:first.example,2026:1', url: 'https://first.example/1' })
  assert.deepEqual(
    [reply.commentsUrl, reply.commentsFeed, reply.commentCount],
    ['https://paper.example/1#c', 'https://paper.example/1.atom', 3],
  )
  assert.equal(entry('<x-thr:total>4</x-thr:total>').commentCount, 4)
})

test('licences: two vocabularies of Creative Commons, and the link of RFC 4946', () => {
  const by = 'https://creativecommons.org/licenses/by/4.0/'
  assert.equal(item(`<x-cc:license x-rdf:resource="${by}"/>`).licence, by)
  assert.equal(item(`<x-cc:license>${by}</x-cc:license>`).licence, by)
  assert.equal(item(`<x-licence:license>${by}</x-licence:license>`).licence, by)
  assert.equal(item(`<x-atom:link rel="license" href="${by}"/>`).licence, by)
})

test('source: where an item came from, and what it answers', () => {
  assert.deepEqual(item('<source url="https://first.example/feed">First</source>').source, {
    title: 'First',
    url: 'https://first.example/feed',
  })
  assert.deepEqual(item('<x-source:inReplyTo>https://first.example/1</x-source:inReplyTo>').inReplyTo, {
    url: 'https://first.example/1',
  })
  assert.equal(item('<x-source:markdown>Words alone</x-source:markdown>').content, 'Words alone')
  assert.equal(feed('<x-source:self>https://paper.example/f</x-source:self>').self, 'https://paper.example/f')
})

test('Atom in RSS: links, people and times', () => {
  const facts = feed('<x-atom:link rel="self" href="/feed"/><x-atom:link rel="hub" href="https://hub.example/"/>')
  assert.deepEqual([facts.self, facts.hub], ['https://paper.example/feed', 'https://hub.example/'])
  const read = item(
    '<x-atom:author><x-atom:name>Ann</x-atom:name></x-atom:author><x-atom:updated>2026-03-05T09:00:00Z</x-atom:updated>',
  )
  assert.deepEqual([read.authors, read.updated], [[{ name: 'Ann' }], '2026-03-05T09:00:00Z'])
})

test('feedburner: the address behind the tracker', () => {
  const read = item(
    '<link>https://track.example/1</link><x-feedburner:origLink>https://paper.example/1</x-feedburner:origLink>',
  )
  assert.deepEqual([read.url, read.originalUrl], ['https://track.example/1', 'https://paper.example/1'])
})

test('xhtml: bodies as real elements, of any prefix', () => {
  const meant = '<p>One <em>more</em></p>'
  const body = '<x-xhtml:p>One <x-xhtml:em>more</x-xhtml:em></x-xhtml:p>'
  assert.equal(item(`<x-xhtml:body>${body}</x-xhtml:body>`).content, meant)
  assert.equal(item(`<x-xhtml:div>${body}</x-xhtml:div>`).content, meant)
  assert.equal(entry(`<content type="xhtml"><x-xhtml:div>${body}</x-xhtml:div></content>`).content, meant)
})

test('pages and archives of RFC 5005', () => {
  assert.equal(feed('<x-atom:link rel="next" href="/feed?page=2"/>').next, 'https://paper.example/feed?page=2')
  const facts = feed('<x-atom:link rel="prev-archive" href="/2025.xml"/><x-fh:archive/>')
  assert.deepEqual([facts.next, facts.archive, facts.complete], ['https://paper.example/2025.xml', true, undefined])
  assert.equal(feed('<x-fh:complete/>').complete, true)
})

test('deleted entries of RFC 6721, in Atom and in RSS', () => {
  const gone = `<x-at:deleted-entry ref="tag:paper.example,2026:1" when="2026-03-05T09:00:00Z"><x-at:by><x-atom:name>Bo</x-atom:name></x-at:by><x-at:comment>Wrong hall</x-at:comment></x-at:deleted-entry>`
  const told = [{ id: 'tag:paper.example,2026:1', when: '2026-03-05T09:00:00Z', by: 'Bo', comment: 'Wrong hall' }]
  assert.deepEqual(channel(gone).tombstones, told)
  assert.deepEqual(readText(`<feed xmlns="${addresses.atom}" ${declared}>${gone}</feed>`, {}).tombstones, told)
})
