import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read.ts'

const base = 'https://paper.example/'

test('JSON Feed 1.1, with what people get wrong in it', () => {
  const document = readText(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Lantern',
      home_page_url: base,
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
      items: [
        {
          id: 7,
          url: '/7',
          title: 'Seven',
          content_text: '1 < 2',
          date_published: '2024-03-05T09:00:00+01:00',
          authors: { name: 'Ann' },
          tags: ['a', 'a', 1],
          attachments: [{ url: '/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: '12' }],
        },
        null,
      ],
    }),
    { base },
  )
  assert.deepEqual([document.format, document.version, document.feed.hub], ['json', '1.1', 'https://hub.example/'])
  const { raw, ...item } = document.items[0] ?? {}
  assert.deepEqual(item, {
    id: '7',
    url: 'https://paper.example/7',
    title: 'Seven',
    content: '1 &lt; 2',
    published: '2024-03-05T08:00:00Z',
    authors: [{ name: 'Ann' }],
    categories: [{ term: 'a' }, { term: '1' }],
    enclosures: [{ url: 'https://paper.example/a.mp3', type: 'audio/mpeg', length: 12 }],
    base: 'https://paper.example/7',
  })
  assert.equal(JSON.parse(raw ?? '').id, 7)
})

test('JSON that breaks off, or holds raw newlines and commas too many, is mended', () => {
  for (const text of [
    '{"items":[{"id":"1"},{"id":"2"},{"id":"3","ti',
    '{"items":[{"id":"1"},{"id":"2",},],}',
    '{"items":[{"id":"1"},{"id":"2","title":"a\nb"}]}',
  ]) {
    const document = readText(text, {})
    assert.deepEqual(
      document.items.map((item) => item.id),
      ['1', '2'],
      text,
    )
    assert.match(document.problems[0] ?? '', /^not well-formed/)
  }
})

test('OPML: feeds in the order of the list, folders as categories', () => {
  const document = readText(
    `<opml version="2.0"><head><title>Members</title></head><body><outline text="Ireland"><outline text="A" xmlUrl="/a.xml" htmlUrl="https://a.example/"/></outline><outline text="B" xmlUrl="/b.xml"/></body></opml>`,
    { base },
  )
  assert.deepEqual([document.format, document.version, document.feed.title], ['opml', '2.0', 'Members'])
  assert.deepEqual(
    document.items.map((item) => [item.title, item.url, item.source?.url, item.categories]),
    [
      ['A', 'https://a.example/', 'https://paper.example/a.xml', [{ term: 'Ireland' }]],
      ['B', undefined, 'https://paper.example/b.xml', undefined],
    ],
  )
})

test('a page of h-entries is a feed', () => {
  const document = readText(
    `<html lang="ga"><title>Page</title><div class="h-feed"><h1 class="p-name">Lantern</h1><article class="h-entry"><h2 class="p-name"><a class="u-url" href="/1">One</a></h2>
     <a class="p-author h-card" href="/ann">Ann</a><time class="dt-published" datetime="2024-03-05T09:00:00Z"></time><div class="e-content"><p>Text<br>more</p></div><a class="p-category">a</a></article></div>`,
    { base },
  )
  assert.deepEqual(
    [document.ok, document.format, document.feed.title, document.feed.language],
    [true, 'h-feed', 'Lantern', 'ga'],
  )
  const { raw: _, ...item } = document.items[0] ?? {}
  assert.deepEqual(item, {
    id: 'https://paper.example/1',
    url: 'https://paper.example/1',
    title: 'One',
    content: '<p>Text<br>more</p>',
    published: '2024-03-05T09:00:00Z',
    authors: [{ name: 'Ann', url: 'https://paper.example/ann' }],
    categories: [{ term: 'a' }],
    base,
  })
})

test('older pages mark their entries as hAtom does, and some mark nothing but the entry', () => {
  const page = (inside: string) => readText(`<html><body>${inside}</body></html>`, { base }).items[0] ?? {}
  const older = page(
    `<div class="hfeed"><div class="hentry"><h2 class="entry-title"><a href="/1" rel="bookmark">One</a></h2><abbr class="published" title="2024-03-05T09:00:00Z">today</abbr>
     <span class="author vcard"><span class="fn">Ann</span></span><div class="entry-content">Text</div></div></div>`,
  )
  assert.deepEqual(
    [older.title, older.url, older.published, older.authors, older.content],
    ['One', 'https://paper.example/1', '2024-03-05T09:00:00Z', [{ name: 'Ann' }], 'Text'],
  )
  const bare = page('<li class="h-entry"><a href="/2">Two</a></li>')
  assert.deepEqual([bare.title, bare.url], ['Two', 'https://paper.example/2'])
})

test('JSON that calls markup text, escapes it twice or hides a NUL in it shows readers what was meant', () => {
  const item = (words: object) => readText(JSON.stringify({ items: [{ id: '1', ...words }] }), { base }).items[0] ?? {}
  assert.equal(item({ content_text: '<p>One &amp; two</p>' }).content, '<p>One &amp; two</p>')
  assert.equal(item({ content_text: 'One\n\nTwo < three' }).content, '<p>One</p>\n<p>Two &lt; three</p>')
  assert.equal(item({ content_html: '&lt;p&gt;One&lt;/p&gt;' }).content, '<p>One</p>')
  assert.equal(item({ title: 'A\u0000B' }).title, 'AB')
})

test('wide characters that somebody took for narrow ones are read', () => {
  const wide = [...'<rss version="2.0"><channel><title>Lantern</title></channel></rss>'].join('\0')
  const document = readText(`\ufffd\ufffd${wide}\0`, {})
  assert.equal(document.feed.title, 'Lantern')
  assert.match(document.problems[0] ?? '', /NUL/)
})
