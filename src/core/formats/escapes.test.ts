import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clean } from './clean.ts'
import { meantMarkup } from './escapes.ts'
import { readText } from './read.ts'

const base = 'https://paper.example/'
/** What a reader is shown of an item, with its text written that way. */
const shown = (written: string): string => {
  const feed = `<rss version="2.0"><channel><item><description>${written}</description></item></channel></rss>`
  return clean(readText(feed, { base })).items[0]?.summary ?? ''
}
const escaped = (markup: string) => markup.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const quoted = (markup: string) => escaped(markup).replace(/"/g, '&quot;')

const tail = '<p></p><center>The post appeared first on <a title="" href="" target="_blank"></a>.</center>'
const statement = `<p>Nine groups ask the court for a hearing.</p>${tail}`

test('a statement with an empty credit line reaches readers without a mark, however it was escaped', () => {
  const once = shown(escaped(statement))
  assert.match(once, /^<p>Nine groups ask the court for a hearing\.<\/p>/)
  assert.doesNotMatch(once, /&lt;|&gt;|&amp;/)
  for (const written of [
    `<![CDATA[${statement}]]>`,
    statement,
    escaped(quoted(statement)),
    escaped(escaped(statement)),
    escaped(quoted(quoted(statement))),
    `<![CDATA[${quoted(statement)}]]>`,
    `<![CDATA[<![CDATA[${statement}]]>]]&gt;`,
    escaped(`<![CDATA[${statement}]]>`),
  ])
    assert.equal(shown(written), once, written)
})

test('escaped markup inside real markup is markup too', () => {
  for (const written of [
    `<p>${quoted(statement)}</p>`,
    `<div>${escaped(statement)}</div>`,
    `<p>Nine groups ask the court for a hearing.</p><p>${quoted(tail)}</p>`,
    `<p>Nine groups ask the court for a hearing.</p> The post appeared first on ${quoted('<a href="">Paper</a>')}.`,
  ])
    assert.doesNotMatch(shown(`<![CDATA[${written}]]>`), /&lt;/, written)
})

test('who writes about markup is shown it', () => {
  for (const written of [
    'How to write &lt;x in a headline',
    '<p>Write &lt;em&gt;so&lt;/em&gt; and it leans.</p>',
    '<p>For example:</p><pre>&lt;p&gt;a paragraph&lt;/p&gt;</pre>',
    '<p>For example <code>&lt;a href="/x"&gt;x&lt;/a&gt;</code>, no more.</p>',
    'if a &lt; b and c &gt; d',
  ])
    assert.equal(meantMarkup(written), written)
})

test('what looks like a declaration and is none stays in the text', () => {
  assert.equal(shown(escaped("Look at <!' <b>this</b>")), "Look at &lt;!' <b>this</b>")
  assert.equal(shown(escaped('It begins with <!DOCTYPE')), 'It begins with &lt;!DOCTYPE')
  assert.equal(shown(escaped('<!DOCTYPE html><p>One</p><!-- two --><![endif]>')), '<p>One</p>')
})

test('the end of an inner CDATA section goes with it where a program has escaped it', () => {
  assert.equal(shown('<![CDATA[<![CDATA[<p>One</p>]]&gt;]]>'), '<p>One</p>')
  assert.equal(shown('<![CDATA[<p>a[b[0]]&gt;1</p>]]>'), '<p>a[b[0]]&gt;1</p>')
})

test('titles lose the marks of a CDATA section within another', () => {
  const feed = '<rss version="2.0"><channel><title><![CDATA[<![CDATA[The Lantern]]>]]&gt;</title></channel></rss>'
  assert.equal(readText(feed, {}).feed.title, 'The Lantern')
})
