import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { allowed, globalAttributes } from './allowed.ts'
import { removeDebris } from './debris.ts'
import { sanitise, withoutPictures } from './sanitise.ts'
import { excerpt, inlineText, plainText } from './text.ts'

const base = 'https://paper.example/news/'

test('what acts is gone, what is said stays', () => {
  const table: [string, string][] = [
    ['<p onclick="x()">Hi<script>alert(1)</script></p>', '<p>Hi</p>'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href=" java\nscript:alert(1)">x</a>', 'x'],
    ['<img src=x onerror=alert(1)>', '<img src="https://paper.example/news/x" alt="" loading="lazy">'],
    ['<svg><style><img src=x onerror=alert(1)></style></svg>t', 'sanitised'],
    ['<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', ''],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">', 'sanitised'],
    ['<form action="/x"><input name=a><button>Go</button>Text</form>', 'Text'],
    ['<p style="display:none">hidden words</p>seen', 'seen'],
    ['<h1>Big</h1>', '<h2>Big</h2>'],
    ['<p dir="rtl" lang="ar" class="x" id="main">عربي</p>', '<p dir="rtl" lang="ar">عربي</p>'],
    ['a &lt;b&gt; c', 'a &lt;b&gt; c'],
  ]
  for (const [given, wanted] of table) {
    const got = sanitise(given, { base })
    if (wanted === 'sanitised') assert.doesNotMatch(got, /onerror|<style|<svg|<noscript/)
    else assert.equal(got, wanted)
  }
})

test('links are absolute and freed of trackers; embeds become links; counting pixels are gone', () => {
  assert.equal(
    sanitise('<a href="../a?utm_source=x&id=1">y</a>', { base }),
    '<a href="https://paper.example/a?id=1" rel="nofollow noopener ugc">y</a>',
  )
  assert.equal(sanitise('<a href="relative">y</a>'), 'y')
  assert.match(sanitise('<iframe src="https://video.example/1" title="The hearing"></iframe>'), />The hearing<\/a>/)
  assert.equal(sanitise('<img src="https://stats.example/p.gif" width="1" height="1">'), '')
})

test('a figure without its picture leaves its caption', () => {
  const html = sanitise('<figure><img src="https://a.example/p.jpg"><figcaption>Who</figcaption></figure>')
  assert.equal(withoutPictures(html), '<figure><figcaption>Who</figcaption></figure>')
  assert.equal(withoutPictures(sanitise('<p><img src="https://a.example/p.jpg"></p><p>t</p>')), '<p>t</p>')
})

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="x">',
      '</a>',
      '<b>',
      '<table>',
      '<td>',
      '<svg>',
      '<style>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<img src=x onerror=y>',
      '<pre>\n',
      '<li>',
      '<select>',
      '<template>',
      '<math>',
      '<mtext>',
      '<noscript>',
      '<title>',
      '<plaintext>',
      '&lt;',
      '&amp;',
      '<div dir=rtl>',
      '<h1>',
      '<center>',
      '<iframe src=//e.example>',
    ),
    fc.string({ maxLength: 8 }),
  ),
  { maxLength: 30 },
)

test('whatever comes: never throws, twice is once, and nothing but the allowed is written', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const once = sanitise(parts.join(''), { base })
      assert.equal(sanitise(once, { base }), once)
      check(parseFragment(once).childNodes)
      removeDebris(once)
      plainText(once)
    }),
    { numRuns: 300 },
  )
})

function check(nodes: readonly unknown[]): void {
  for (const node of nodes as { tagName?: string; attrs?: { name: string }[]; childNodes?: unknown[] }[]) {
    if (node.tagName === undefined) continue
    const rule = allowed.get(node.tagName)
    assert.ok(rule, `<${node.tagName}> was written`)
    for (const { name } of node.attrs ?? [])
      assert.ok(
        rule.has(name) ||
          globalAttributes.has(name) ||
          ['rel', 'src', 'alt', 'width', 'height', 'loading'].includes(name),
        name,
      )
    check(node.childNodes ?? [])
  }
}

test('the empty credit of the old network is gone, however often it was escaped', () => {
  const credit =
    '<p>Nine organisations ask.</p><p></p><center>The post appeared first on <a title="" href="" target="_blank"></a>.</center>'
  assert.deepEqual(removeDebris(sanitise(credit)), { html: '<p>Nine organisations ask.</p>' })
})

test('a credit line in many languages is read as a fact and removed', () => {
  for (const line of [
    'The post <a href="https://a.example/x">X</a> appeared first on <a href="https://a.example">The Paper</a>.',
    'La entrada <a href="https://a.example/x">X</a> apareció primero en <a href="https://a.example">The Paper</a>.',
    'L\'article <a href="https://a.example/x">X</a> est apparu en premier sur <a href="https://a.example">The Paper</a>.',
    'Der Beitrag <a href="https://a.example/x">X</a> erschien zuerst auf <a href="https://a.example">The Paper</a>.',
    'O post <a href="https://a.example/x">X</a> apareceu primeiro em <a href="https://a.example">The Paper</a>.',
    'Сообщение <a href="https://a.example/x">X</a> появились сначала на <a href="https://a.example">The Paper</a>.',
    'ظهرت المقالة <a href="https://a.example/x">X</a> أولاً على <a href="https://a.example">The Paper</a>.',
  ]) {
    const { html, creditLine } = removeDebris(sanitise(`<p>Text.</p><p>${line}</p>`))
    assert.equal(html, '<p>Text.</p>', line)
    assert.equal(creditLine?.publisher, 'The Paper', line)
  }
})

test('what only looks like debris stays', () => {
  for (const text of [
    '<p>Text.</p><p>About Us: we help.</p>',
    '<p>Text.</p><p>Helpline: <a href="tel:123" rel="nofollow noopener ugc">123</a></p>',
    '<p>More people came than ever.</p>',
    '<p>A</p><table><tbody><tr><td>b</td></tr></tbody></table>',
    '<ul><li>one</li></ul>',
  ])
    assert.equal(removeDebris(sanitise(text)).html, text)
})

test('an excerpt is whole sentences, else whole words; never half an emoji', () => {
  assert.equal(
    excerpt('<p>First sentence here. Second one is a little longer than that.</p>', { most: 40 }),
    'First sentence here.',
  )
  assert.match(excerpt(`${'word '.repeat(50)}`, { most: 30 }), /^(word ){4,5}word…$/)
  assert.equal(excerpt('👩‍👩‍👧'.repeat(20), { most: 30 }).toWellFormed(), excerpt('👩‍👩‍👧'.repeat(20), { most: 30 }))
  assert.equal(inlineText('<b>A</b> &amp; B<br>C'), 'A & B C')
})

test('hostile lengths cost time in proportion', () => {
  for (const bad of [
    '<b>'.repeat(50_000),
    '<a '.repeat(50_000),
    '<table>'.repeat(10_000),
    '<p '.concat('a=b '.repeat(50_000)),
  ])
    assert.ok(sanitise(bad).length < bad.length)
})
