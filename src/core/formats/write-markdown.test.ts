import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { marked } from 'marked'
import { markup } from '../../../test/support/markup.ts'
import { sanitise } from '../html/sanitise.ts'
import { plainText } from '../html/text.ts'
import { markdownText, writeMarkdown } from './write-markdown.ts'

const base = 'https://harbour.example/'
const markdown = (html: string) => writeMarkdown(sanitise(html, { base }))

test('what news is made of has its marks', () => {
  const pairs = [
    ['<p>One <em>two</em> <b>three</b>.</p><p>Four<br>five</p>', 'One *two* **three**.\n\nFour  \nfive'],
    ['<h2>Head</h2><p>Text</p><hr><p>More</p>', '## Head\n\nText\n\n---\n\nMore'],
    ['<p><a href="/a(b)">A link</a></p>', '[A link](https://harbour.example/a%28b%29)'],
    ['<ul><li>One</li><li>Two<ol start="3"><li>Three</li></ol></li></ul>', '- One\n\n- Two\n\n  3. Three'],
    ['<blockquote><p>Said.</p><p>Twice.</p></blockquote>', '> Said.\n>\n> Twice.'],
    ['<pre>a\n  b</pre><p>Say <code>x`y</code></p>', '```\na\n  b\n```\n\nSay `` x`y ``'],
    [
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1 | 2</td><td>3</td></tr></table>',
      '| A | B |\n| --- | --- |\n| 1 \\| 2 | 3 |',
    ],
    ['<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>', '漢字 (かんじ)'],
    ['<figure><figcaption>A <i>caption</i></figcaption></figure>', 'A *caption*'],
  ] as const
  for (const [html, wanted] of pairs) assert.equal(markdown(html), wanted, html)
})

test('text that looks like a mark stays text', () => {
  for (const text of [
    '# no heading',
    '- no item',
    '1. no item',
    '1984. A year',
    '> no quotation',
    '*no* _emphasis_ `no` code',
    '[no](link) ![no](picture)',
    '<b>no tag</b> &amp; no entity',
    'a | b ~~c~~ \\d',
    '=== no line',
    '+ no item',
  ]) {
    const back = plainText(marked.parse(markdownText(text), { async: false }))
    assert.equal(back, text)
    assert.equal(
      plainText(marked.parse(markdown(`<p>Before<br>${asHtml(text)}</p>`), { async: false })),
      `Before\n${text}`,
    )
  }
})

test('whatever a story holds, its words are the same in Markdown', () => {
  fc.assert(
    fc.property(markup('sound'), (written) => {
      const html = sanitise(written, { base })
      const back = marked.parse(writeMarkdown(html), { async: false })
      assert.equal(words(back), words(html))
    }),
    { numRuns: 500, seed: 2026 },
  )
})

/** Letters and digits alone: what no mark can be taken for. Annotations and quotation marks are written as text. */
function words(html: string): string {
  return plainText(html).replace(/[^\p{L}\p{N}]+/gu, '')
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
