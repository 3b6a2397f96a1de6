import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Hints } from './document.ts'
import { frameFor, frameOf, inFrame } from './frame.ts'
import { readDocument, readText } from './read.ts'

const hints: Hints = { base: 'https://harbour.example/feed' }

/** A document, taken apart into frame and items and put together again with only some of them. */
function again(text: string, pick: (raws: string[]) => string[]) {
  const bytes = Buffer.from(text)
  const document = readDocument(bytes, hints)
  const raws = document.items.map((item) => item.raw ?? '')
  return { document, reread: readText(inFrame(frameOf(bytes, hints, document), pick(raws)), hints) }
}

test('items in the frame they came in say what they said: prefixes, bases, languages and entities', () => {
  const { document, reread } = again(
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY paper "Harbour Times">]>
<rss version="2.0" xmlns:stuff="http://purl.org/rss/1.0/modules/content/" xml:base="https://cdn.example/" xml:lang="cy">
<channel><title>&paper;</title>
<item><guid>1</guid><title>One of &paper;</title><stuff:encoded><![CDATA[<a href="x">x</a>]]></stuff:encoded></item>
<item><guid>2</guid><title>Two</title></item>
<image><url>https://harbour.example/i.png</url></image></channel></rss>`,
    ([one = '']) => [one],
  )
  assert.deepEqual(reread.items, document.items.slice(0, 1))
  assert.deepEqual(reread.feed, document.feed)
  assert.deepEqual(reread.problems, [])
})

test('JSON is framed like XML', () => {
  const { document, reread } = again(
    '{"items":[{"id":1,"title":"One"},{"id":2,"title":"Two"}],"version":"https://jsonfeed.org/version/1","title":"Harbour","language":"cy"}',
    (raws) => raws.toReversed(),
  )
  assert.deepEqual(reread.items, document.items.toReversed())
  assert.deepEqual(reread.feed, document.feed)
})

test('a feed that says too much of itself, or has no items, is framed without what it says', () => {
  const { reread } = again(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>${'x'.repeat(70_000)}</title><entry><id>1</id><title>One</title></entry></feed>`,
    (raws) => raws,
  )
  assert.equal(reread.feed.title, undefined)
  assert.equal(reread.items[0]?.title, 'One')
  const empty = again('<rss version="2.0"><channel><title>t</title></channel></rss>', () => [
    '<item><title>Late</title></item>',
  ])
  assert.equal(empty.reread.items[0]?.title, 'Late')
})

test('an item whose frame is not known is read as what it looks like', () => {
  for (const raw of ['<item><title>Found</title></item>', '<entry><title>Found</title></entry>', '{"title":"Found"}'])
    assert.equal(readText(inFrame(frameFor(raw), [raw]), hints).items[0]?.title, 'Found', raw)
})

test('of more items than are wanted the first are read, and it is said', () => {
  const xml = `<rss version="2.0"><channel>${'<item><title>x</title></item>'.repeat(7)}</channel></rss>`
  const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: Array(7).fill({ title: 'x' }) })
  for (const text of [xml, json]) {
    const document = readText(text, { mostItems: 5 })
    assert.equal(document.items.length, 5)
    assert.deepEqual(document.problems, ['it has 7 items: only the first 5 are read'])
  }
})
