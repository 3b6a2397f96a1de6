import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type EntryOut, type FeedOut, fitting } from './feed-out.ts'
import { plain } from './markup.ts'
import { readText } from './read.ts'
import { writeAtom } from './write-atom.ts'
import { writeJsonFeed } from './write-json-feed.ts'
import { writeNinjs } from './write-ninjs.ts'
import { writeRss } from './write-rss.ts'

const writers = { rss: writeRss, atom: writeAtom, json: writeJsonFeed }

const feed = (entries: readonly EntryOut[]): FeedOut => ({
  id: 'tag:wire.example,2026:feed/front',
  title: 'The Lambda Wire & friends',
  subtitle: 'News <for> everybody',
  page: 'https://wire.example/',
  self: 'https://wire.example/feed',
  next: 'https://wire.example/feed?before=1',
  icon: 'https://wire.example/favicon.svg',
  language: 'en',
  updated: new Date('2026-11-24T12:00:00Z'),
  entries,
  tombstones: [],
})

const entry = (words: Partial<EntryOut> = {}): EntryOut => ({
  id: 'tag:wire.example,2026:story/1',
  url: 'https://wire.example/2026/11/24/court',
  canonical: 'https://upande.example/court',
  title: 'Court lets archive keep its name',
  summary: 'Judges ruled.',
  content: '<p>Judges ruled.</p>',
  published: new Date('2026-11-24T10:00:00Z'),
  updated: new Date('2026-11-24T11:00:00Z'),
  author: '',
  located: '',
  keywords: ['law'],
  pictures: [],
  origin: {
    publisher: 'Upande Press',
    publisherUrl: 'https://upande.example/',
    url: 'https://upande.example/court',
    publishedAt: '2026-11-24T09:00:00.000Z',
    licence: 'free',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    usageTerms: 'With credit.',
    genre: 'report',
    language: 'en',
    version: 2,
    hops: [],
  },
  ...words,
})

const hostile = [
  ']]></title><script>alert(1)</script>',
  '<b>bold?</b> & "quotes" \'too\'',
  'a\u0000b\u0008c\ud800d\uFFFE',
  '&lt;p&gt; &amp;amp; &#x26;',
  'עברית عربي 日本語 🏳️‍🌈',
]

for (const [format, write] of Object.entries(writers)) {
  test(`${format}: what is written is read again as it was meant, hostile words included`, () => {
    for (const words of hostile) {
      const written = write(feed([entry({ title: words, summary: words, author: words, keywords: [words] })]))
      const read = readText(written, { base: 'https://wire.example/feed' })
      assert.deepEqual(read.problems, [], `${format}: ${words}`)
      const [item] = read.items
      const clean = words.replace(/[\u0000\u0008\uFFFE]/g, '').toWellFormed()
      // A title that looks like markup is read as markup: other people's feeds mean it so.
      if (!/[<&]/.test(words) && format !== 'json') assert.equal(item?.title?.replace(/\s+/g, ' '), clean)
      assert.doesNotMatch(item?.title ?? '', /<script/)
      assert.equal(item?.id, 'tag:wire.example,2026:story/1')
      assert.equal(item?.url, 'https://wire.example/2026/11/24/court')
      assert.equal(Date.parse(item?.published ?? ''), Date.parse('2026-11-24T10:00:00Z'))
      assert.equal(read.feed.next, 'https://wire.example/feed?before=1')
    }
  })

  test(`${format}: the body survives to the letter`, () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z <>&;"'\]é日]{0,40}$/), (text) => {
        const content = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}x</p>`
        const [item] = readText(write(feed([entry({ content })])), { base: 'https://wire.example/' }).items
        assert.equal(item?.content?.trim(), content)
      }),
    )
  })
}

/** Words without markup: what looks like it is read as it, because other people mean it so. */
const word = fc
  .array(fc.constantFrom(...'abcZ éßñ日本ب🏳', ' ', '"', "'", '>', ';', '#'), { minLength: 1, maxLength: 30 })
  .map((letters) => `w${letters.join('').replace(/\s+/g, ' ').trim()}`)
const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })

for (const [format, write] of Object.entries(writers))
  test(`${format}: written and read again, a story says the same`, () => {
    fc.assert(
      fc.property(
        word,
        word,
        word,
        fc.uniqueArray(word, { maxLength: 4 }),
        moments,
        (title, summary, author, keywords, at) => {
          const published = new Date(Math.floor(at.getTime() / 1000) * 1000)
          const story = entry({
            title,
            summary,
            author,
            keywords,
            published,
            updated: new Date(published.getTime() + 60_000),
          })
          const { items, feed: facts, problems } = readText(write({ ...feed([story]), title, subtitle: summary }), {})
          const [item] = items
          assert.deepEqual([problems, facts.title, facts.subtitle && plain(facts.subtitle)], [[], title, summary])
          assert.deepEqual(
            {
              id: item?.id,
              url: item?.url,
              title: item?.title,
              summary: plain(item?.summary ?? ''),
              content: item?.content,
              author: item?.authors?.[0]?.name,
              keywords: item?.categories?.map(({ term }) => term) ?? [],
              published: item?.published,
              updated: item?.updated,
              language: item?.language,
            },
            {
              id: story.id,
              url: story.url,
              title,
              summary,
              content: story.content,
              author,
              keywords,
              published: `${published.toISOString().slice(0, 19)}Z`,
              updated: `${story.updated.toISOString().slice(0, 19)}Z`,
              language: 'en',
            },
          )
        },
      ),
    )
  })

test('only the headline goes out where only the headline may', () => {
  for (const write of Object.values(writers)) {
    const written = write(feed([entry({ summary: '', content: '' })]))
    assert.doesNotMatch(written, /Judges ruled/)
    assert.deepEqual(readText(written, {}).problems, [])
  }
})

test('RSS readers take a description for HTML: words that look like markup reach them as words', () => {
  const written = writeRss(feed([entry({ summary: '</p><script>alert(1)</script> R&B' })]))
  assert.ok(
    written.includes(
      '<description>&amp;lt;/p&amp;gt;&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt; R&amp;amp;B</description>',
    ),
  )
  const harmless = writeRss(feed([entry({ summary: 'R&B < all' })]))
  assert.equal(readText(harmless, {}).items[0]?.summary, 'R&amp;B &lt; all')
})

test('however long, and in whatever script, a feed stays below 500 KB and goes on elsewhere', () => {
  for (const text of ['日', 'ب', '<', '"', 'x']) {
    const entries = Array.from({ length: 30 }, (_, i) =>
      entry({ id: `tag:wire.example,2026:story/${i}`, content: text.repeat(40_000) }),
    )
    const shown = fitting(entries, 490_000)
    assert.ok(shown.length > 0 && shown.length < 30, text)
    for (const write of Object.values(writers)) assert.ok(Buffer.byteLength(write(feed(shown))) < 500_000, text)
  }
  assert.equal(fitting([entry({ content: 'x'.repeat(900_000) })], 490_000).length, 1)
})

test('a picture that others may have goes out with its words, in the shape each format has for it', () => {
  const picture = {
    ...{ url: 'https://wire.example/media/aa', type: 'image/jpeg', width: 1200, height: 800 },
    ...{ alt: 'Two boats', caption: 'Boats & <sails>', credit: 'Jane Doe' },
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  }
  const written = Object.entries(writers).map(([name, write]) => [name, write(feed([entry({ pictures: [picture] })]))])
  const read = Object.fromEntries(written.map(([name = '', text = '']) => [name, readText(text, {}).items[0]]))
  const { url, type, width, height } = picture
  assert.deepEqual(read.rss?.media, [
    ...[
      {
        url,
        type,
        medium: 'image',
        width,
        height,
        title: 'Two boats',
        description: 'Boats & <sails>',
        credit: 'Jane Doe',
      },
    ],
  ])
  assert.deepEqual(read.atom?.enclosures, [{ url, type }])
  assert.deepEqual(read.json?.enclosures, [{ url, type }])
  assert.match(writeJsonFeed(feed([entry({ pictures: [picture] })])), /"image": "https:\/\/wire\.example\/media\/aa"/)
  const ninjs = JSON.parse(writeNinjs(entry({ pictures: [picture] })))
  assert.deepEqual(ninjs.associations[0].renditions, [{ name: 'web', href: url, contentType: type, width, height }])
})
