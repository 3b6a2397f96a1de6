import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markup } from '../../../test/support/markup.ts'
import { type Attribute, heeded, type Sink } from './sink.ts'
import { readStraight } from './straight.ts'
import { readTree } from './tree.ts'

/** Writes down what it is told, text in one piece. */
class Notes implements Sink {
  readonly #lines: string[] = []
  #words = ''
  #marked = { lines: 0, words: '' }

  open(name: string, attributes: readonly Attribute[]): void {
    this.#endText()
    const asked = attributes.filter((one) => heeded.has(one.name)).map((one) => ` ${one.name}=${one.value}`)
    this.#lines.push(`<${name}${asked.join('')}>`)
  }

  text(text: string): void {
    this.#words += text
  }

  close(): void {
    this.#endText()
    this.#lines.push('</>')
  }

  mark(): void {
    this.#marked = { lines: this.#lines.length, words: this.#words }
  }

  rewind(): void {
    this.#lines.length = this.#marked.lines
    this.#words = this.#marked.words
  }

  get told(): string {
    this.#endText()
    return this.#lines.join('\n')
  }

  #endText(): void {
    if (this.#words !== '') this.#lines.push(JSON.stringify(this.#words))
    this.#words = ''
  }
}

function byTree(html: string): string {
  const notes = new Notes()
  readTree(html, notes)
  return notes.told
}

/** As `readHtml` reads it, and how much of it was read straight. */
function straight(html: string): { told: string; count: number } {
  const notes = new Notes()
  const count = readStraight(html, notes)
  if (count < html.length) readTree(html.slice(count), notes)
  return { told: notes.told, count }
}

test('what is read straight is what a browser builds, to the last attribute', () => {
  const read = { whole: 0, partly: 0 }
  fc.assert(
    fc.property(fc.oneof(markup('sound'), markup('any')), (written) => {
      // As `readHtml` gives it: newlines are normal, and characters that are none are the tree's.
      const html = written.replace(/\r\n?/g, '\n').replaceAll('\0', '')
      const { told, count } = straight(html)
      if (count === html.length) read.whole += 1
      else if (count > 0) read.partly += 1
      assert.equal(told, byTree(html))
    }),
    { numRuns: 2_000, ...given },
  )
  assert.ok(read.whole > 500 && read.partly > 100, `${JSON.stringify(read)}: the test tests too little`)
})
/** The same every time: a test that fails must fail again. */
const given = { seed: 2026 }

test('whatever four tags in a row do to each other, both readers say the same of it', () => {
  for (const names of ['p div li ul b', 'dd dt dl span address', 'ruby rt rp p li', 'h2 h3 p b section'])
    agree(names, 4)
  for (const names of ['table tbody thead tr td', 'table caption colgroup col td', 'table tr th p a']) agree(names, 4)
  for (const names of ['p hr table br', 'a div p b', 'li dd ul x-y', 'pre p noscript script']) agree(names, 4)
})

/** Every document of so many start tags, end tags and texts. */
function agree(names: string, length: number): void {
  const tokens = [...names.split(' ').flatMap((name) => [`<${name}>`, `</${name}>`]), 'x', '\n']
  const write = (html: string, left: number): void => {
    const { told, count } = straight(html)
    if (count > 0 && told !== byTree(html)) assert.equal(told, byTree(html), html)
    if (left > 0) for (const token of tokens) write(html + token, left - 1)
  }
  write('', length)
}

test('what publications write is read straight', () => {
  for (const html of [
    '<p>One<p>two <a href=x>three</a></p>\n<p>four<br/>five</p>',
    '<div class="c"><h2>H</h2><figure><img src="a.jpg" alt=""/><figcaption>c</figcaption></figure></div>',
    '<ul><li>a<li>b <ul><li>c</ul></ul><dl><dt>a<dd>b<dt>c<dd>d</dl>',
    '<table><tr><td>1<td>2<tr><th>3</table><table><caption>c</caption><col><thead><tr><td>x</table>',
    '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
    '<!-- wp:paragraph --><p>a &amp; b &#8217; &nbsp; < c</p><!-- /wp:paragraph -->',
    '<pre>\n\na</pre><script>if (a < b) c("</p>")</script><iframe src="https://v.example/"></iframe><p>x</p></p>',
  ])
    assert.deepEqual(straight(html), { told: byTree(html), count: html.length }, html)
})

test('what a browser would repair is left to the tree', () => {
  for (const html of [
    '<b><i>x</b></i>',
    '<p><b>x<p>y',
    '<a href=x>1<a href=y>2</a>',
    '<table>x<tr><td>y</table>',
    '<svg><p>x</svg>',
    '<select><option>x</select>',
    '<h2>a<h3>b</h3></h2>',
    '<!-- a --!> b -->',
    '<p title="x',
    '<script><!--<script></script>x',
    '<td>x</td>',
    '</br>',
  ])
    assert.deepEqual(straight(`<p>a</p>${html}`), { told: byTree(`<p>a</p>${html}`), count: 8 }, html)
})
