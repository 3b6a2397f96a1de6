import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { markup } from '../../../test/support/markup.ts'
import { allowed, globalAttributes } from './allowed.ts'
import { readHtml } from './read.ts'
import { sanitise, withoutPictures } from './sanitise.ts'
import { unswallowed } from './swallowed.ts'
import { readTree } from './tree.ts'
import { SafeWriter } from './writer.ts'

const base = 'https://paper.example/news/'
const clean = (html: string) => sanitise(html, { base })
const rel = 'rel="nofollow noopener ugc"'

function becomes(pairs: readonly (readonly [given: string, wanted: string])[]): void {
  for (const [given, wanted] of pairs) assert.equal(clean(given), wanted, given)
}

test('what acts is gone, what is said stays', () => {
  becomes([
    ['<p onclick="x()">Hi<script>alert(1)</script></p>', '<p>Hi</p>'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href=" java\nscript:alert(1)">x</a>', 'x'],
    ['<img src=x onerror=alert(1)>', '<img src="https://paper.example/news/x" alt="" loading="lazy">'],
    ['<svg><style>*{x:y}</style><script>alert(1)</script></svg>t', 't'],
    ['<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', ''],
    ['<form action="/x"><input name=a><button>Go</button>Text</form>', '<div>Text</div>'],
    ['<p style="color:red" class="x" id="main">Red</p>', '<p>Red</p>'],
    ['a &lt;b&gt; c', 'a &lt;b&gt; c'],
    ['<template><p>x</p></template><noscript>y</noscript>z', 'z'],
  ])
})

test('the structure of news stays: figures, quotes, tables, lists, ruby, code, details', () => {
  for (const html of [
    '<h2>a</h2><p>b<br>c <em>d</em> <strong>e</strong></p><hr><p>f</p>',
    '<blockquote cite="https://a.example/"><p>q</p></blockquote>',
    '<ol start="3" reversed="" type="a"><li value="5">a</li></ol><dl><dt>t</dt><dd>d</dd></dl>',
    '<table><caption>c</caption><colgroup><col span="2"></colgroup><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td colspan="2">x</td></tr></tbody></table>',
    '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
    '<pre>\n\na  b</pre><p><code>x</code> <kbd>y</kbd> <samp>z</samp> <var>v</var></p>',
    '<details open=""><summary>s</summary>d</details>',
    '<p dir="rtl" lang="ar">عربي <bdi>abc</bdi> <bdo dir="ltr">x</bdo></p>',
    '<p><time datetime="2026-11-24">Tuesday</time> <del>a</del> <ins>b</ins> <mark>m</mark> H<sub>2</sub>O</p>',
  ])
    assert.equal(clean(html), html)
})

test('old and odd elements become what they mean', () => {
  becomes([
    ['<h1>Big</h1><center>c</center><strike>s</strike>', '<h2>Big</h2><div>c</div><s>s</s>'],
    ['<section><nav>a</nav><nav>b</nav></section>', '<div><div>a</div><div>b</div></div>'],
    ['<font color=red>a</font> <big>b</big> <o:p>c</o:p>', 'a b c'],
    ['<p>a</p><p>&nbsp;</p><p><span> </span></p><p>b</p>', '<p>a</p><p>b</p>'],
    ['<b>a</b><i> </i><b>b</b>', '<b>a</b> <b>b</b>'],
    ['<a href="/x"><button>Donate</button></a>', `<a href="https://paper.example/x" ${rel}>Donate</a>`],
    ['<p xml:lang="he">א</p>', '<p lang="he">א</p>'],
    ['<math><mi>x</mi><mo>=</mo><mn>1</mn><annotation>x=1</annotation></math>', 'x=1'],
    ['<svg><title>Icon</title><path/><text>Words</text> loose</svg>', 'Words'],
  ])
})

test('links are absolute, go where they say, and lead nowhere but to pages, mail and telephones', () => {
  becomes([
    ['<a href="../a?utm_source=x&id=1">y</a>', `<a href="https://paper.example/a?id=1" ${rel}>y</a>`],
    ['<a href="//b.example">y</a>', `<a href="https://b.example/" ${rel}>y</a>`],
    ['<a href="mailto:a@b.example">y</a>', `<a href="mailto:a@b.example" ${rel}>y</a>`],
    ['<a href="tel:+4930">y</a>', `<a href="tel:+4930" ${rel}>y</a>`],
    [
      '<a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fc.example%2F&h=1">y</a>',
      `<a href="https://c.example/" ${rel}>y</a>`,
    ],
    ['<a href="https://name:word@d.example/">y</a>', 'y'],
    ['<a href="#note">y</a>', 'y'],
    ['<a href="ftp://e.example/">y</a>', 'y'],
    [
      '<div xml:base="https://f.example/g/"><a href="h">y</a></div>',
      `<div><a href="https://f.example/g/h" ${rel}>y</a></div>`,
    ],
    [
      '<a href="/1">a<a href="/2">b</a></a>',
      `<a href="https://paper.example/1" ${rel}>a</a><a href="https://paper.example/2" ${rel}>b</a>`,
    ],
  ])
  assert.equal(sanitise('<a href="relative">y</a>'), 'y')
})

test('of drawings and formulas stays what is said, and where it leads', () => {
  becomes([
    [
      'Look: <svg><desc>Turnout, <b>district</b> by district<script>x</script></desc><path/></svg>',
      'Look:  Turnout, district by district',
    ],
    ['<svg><desc>Created with Sketch.</desc><path/></svg>t', 't'],
    ['<svg><desc>A map drawn by hand</desc><path/></svg>t', 'A map drawn by hand t'],
    ['<svg aria-hidden="true"><desc>An arrow</desc></svg><svg><g><desc>Bar 7</desc></g></svg>t', 't'],
    ['<svg style="display:none"><desc>An arrow</desc></svg><desc>x</desc>t', 't'],
    [
      '<svg><svg><desc>Inner</desc></svg><desc>&lt;img src=x onerror=alert(1)></desc></svg>',
      '&lt;img src=x onerror=alert(1)&gt;',
    ],
    [
      '<math><mrow xlink:href="https://a.example/"><mi>a</mi><mo>+</mo><mi>b</mi></mrow></math>',
      `<a href="https://a.example/" ${rel}>a+b</a>`,
    ],
    ['<math><mi href="javascript:alert(1)">a</mi></math>', 'a'],
    ['<svg><a href="/1" xlink:href="/2"><text>x</text></a></svg>', `<a href="https://paper.example/1" ${rel}>x</a>`],
  ])
})

test('what plays or frames something from elsewhere is a link to it, with its title', () => {
  becomes([
    [
      '<iframe src="https://video.example/1" title="The hearing"></iframe>',
      `<p><a href="https://video.example/1" ${rel}>The hearing</a></p>`,
    ],
    [
      '<p>See <iframe src="https://www.video.example/1"></iframe></p>',
      `<p>See <a href="https://www.video.example/1" ${rel}>video.example</a></p>`,
    ],
    [
      '<iframe src="https://www.youtube-nocookie.com/embed/abc"></iframe>',
      `<p><a href="https://www.youtube.com/watch?v=abc" ${rel}>youtube.com</a></p>`,
    ],
    [
      '<video poster=p><source src="/v.mp4">old browser</video>',
      `<p><a href="https://paper.example/v.mp4" ${rel}>paper.example</a></p>`,
    ],
    [
      '<object data="/a.pdf">fallback</object>',
      `<p><a href="https://paper.example/a.pdf" ${rel}>paper.example</a></p>`,
    ],
    [
      '<object><param name=movie value="/m.swf"><embed src="/m.swf"></object>',
      `<p><a href="https://paper.example/m.swf" ${rel}>paper.example</a></p>`,
    ],
    ['<object>words for all</object>', 'words for all'],
    [
      '<iframe src="about:blank" data-lazy-src="https://www.youtube.com/embed/abc"></iframe>',
      `<p><a href="https://www.youtube.com/watch?v=abc" ${rel}>youtube.com</a></p>`,
    ],
    [
      '<iframe data-cookieblock-src="https://video.example/1" title="The hearing" src="data:text/html,x"></iframe>',
      `<p><a href="https://video.example/1" ${rel}>The hearing</a></p>`,
    ],
    ['<audio></audio><iframe srcdoc="<p>x"></iframe><iframe src="javascript:x"></iframe>', ''],
    [
      '<iframe src="https://www.googletagmanager.com/ns.html?id=1"></iframe><iframe src="/c" width="1" height="1"></iframe>',
      '',
    ],
    [
      '<blockquote class="tiktok-embed" cite="https://t.example/v/1"><section></section></blockquote>',
      `<blockquote cite="https://t.example/v/1"><p><a href="https://t.example/v/1" ${rel}>t.example</a></p></blockquote>`,
    ],
    [
      '<blockquote class="twitter-tweet"><p>Said</p>— A <a href="https://t.example/1">May 1</a></blockquote>',
      `<blockquote><p>Said</p>— A <a href="https://t.example/1" ${rel}>May 1</a></blockquote>`,
    ],
  ])
})

test('a frame or script that nothing ends, or that ends as in XML, swallows none of the text behind it', () => {
  const link = `<p><a href="https://video.example/1" ${rel}>video.example</a></p>`
  becomes([
    ['<p>One</p><iframe src="https://video.example/1"/><p>Two</p>', `<p>One</p>${link}<p>Two</p>`],
    ['<p>One</p><iframe src="https://video.example/1"><p>Two</p>', `<p>One</p>${link}<p>Two</p>`],
    [
      '<iframe src="https://video.example/1"/>Two <IFRAME src="https://video.example/1"></iframe>',
      `${link}Two ${link}`,
    ],
    ['<p>One</p><script src="/x.js"/><p>Two</p>', '<p>One</p><p>Two</p>'],
    ['One<textarea/><title a=">"/> Two', 'One Two'],
    ['One<script>two()<p>never</p>', 'One'],
    ['One<script src="/x.js"/>two()</script>', 'One'],
  ])
})

test('pictures are found where late loading hid them; counters are gone; drawn emoji are characters again', () => {
  const img = (src: string, rest = '') => `<img src="${src}" alt=""${rest} loading="lazy">`
  becomes([
    [
      '<img src="data:image/gif;base64,AA" data-src="/p.jpg" width="300px" height=200>',
      img('https://paper.example/p.jpg', ' width="300" height="200"'),
    ],
    ['<img srcset="/s.jpg 300w, /l.jpg 900w">', img('https://paper.example/l.jpg')],
    ['<picture><source srcset="/p.webp"><img src="/p.jpg"></picture>', img('https://paper.example/p.jpg')],
    ['<img src="https://stats.example/p.gif" width="1" height="1">', ''],
    ['<img src="https://stats.example/p.gif" width="01" height="0">', ''],
    ['<img src="https://stats.example/matomo.php?idsite=3&rec=1">', ''],
    ['<img class="emoji" alt="🏳️‍🌈" src="https://e.example/1f3f3.png">', '🏳️‍🌈'],
    ['<img src="javascript:alert(1)">', ''],
  ])
})

test('words of attributes are words: markup in them goes', () => {
  becomes([
    ['<abbr title="a </noscript><img src=x onerror=y> b">x</abbr>', '<abbr title="a b">x</abbr>'],
    ['<abbr title=" 1 < 2\n &amp; 3 --> 4 ">x</abbr>', '<abbr title="1 &lt; 2 &amp; 3 → 4">x</abbr>'],
  ])
})

test('a figure without its picture leaves its caption', () => {
  const html = sanitise('<figure><img src="https://a.example/p.jpg"><figcaption>Who</figcaption></figure>')
  assert.equal(withoutPictures(html), '<figure><figcaption>Who</figcaption></figure>')
  assert.equal(withoutPictures(sanitise('<p><img src="https://a.example/p.jpg"></p><p>t</p>')), '<p>t</p>')
})

test('boxes of buttons go by their class', () => {
  becomes([
    [
      '<p>Text</p><div class="sharedaddy sd-sharing-enabled"><p>Share this:</p><ul><li>x</li></ul></div>',
      '<p>Text</p>',
    ],
    ['<p>Text</p><div class="feedflare"><a href="/x">+</a></div>', '<p>Text</p>'],
    ['<div class="shared-reading">Text</div>', '<div>Text</div>'],
  ])
})

test('markup that nests as no markup can is written as it will be read', () => {
  for (const html of [
    '<p><object><p>x</object>y',
    'م\u200c<object></object>\u200cم',
    `${'<div>'.repeat(78)}<table><tr><td>x`,
    '<table><tr><td><a href=/1><table><tr><td><a href=/2>x',
    '<li><section><li>x</section>',
    '<table><b><tr><td>x</table>y',
    '<a href=/x><div><a href=/y>z</div></a>',
    '<svg><foreignObject><p>a<p>b</foreignObject></svg>',
    '<p>a<svg><p>b</svg>c',
  ]) {
    const once = clean(html)
    assert.equal(clean(once), once, html)
    assert.equal(parseFragmentOf(once), once.replaceAll('\n', ''), html)
  }
})

/** The same markup, by way of the tree a browser builds of it. */
function parseFragmentOf(html: string): string {
  const write = (nodes: readonly Found[]): string =>
    nodes
      .map(({ tagName, value, attrs = [], childNodes = [] }) =>
        tagName === undefined
          ? (value ?? '')
          : `<${tagName}${attrs.map((one) => ` ${one.name}="${one.value}"`).join('')}>${write(childNodes)}${/^(?:br|img)$/.test(tagName) ? '' : `</${tagName}>`}`,
      )
      .join('')
  return write(parseFragment(html).childNodes as readonly Found[])
}
type Found = {
  tagName?: string
  value?: string
  attrs?: { name: string; value: string }[]
  childNodes?: Found[]
}

test('whatever comes: never throws, twice is once, and nothing but the allowed is written', () => {
  fc.assert(
    fc.property(fc.oneof(markup('any'), markup('sound'), fc.string({ unit: 'binary' })), (html) => {
      const once = clean(html)
      assert.equal(clean(once), once)
      assert.equal(sanitise(once), once)
      assert.ok(once.isWellFormed())
      check(parseFragment(once).childNodes as readonly Found[])
    }),
    { numRuns: 3_000, seed: 2026 },
  )
})

function check(nodes: readonly Found[]): void {
  for (const { tagName, attrs = [], childNodes = [] } of nodes) {
    if (tagName === undefined) continue
    const rule = allowed.get(tagName)
    assert.ok(rule, `<${tagName}> was written`)
    for (const { name, value } of attrs) {
      assert.ok(
        rule.has(name) || globalAttributes.has(name) || (tagName === 'a' && name === 'rel'),
        `${tagName} ${name}`,
      )
      if (/^(?:href|src|cite)$/.test(name)) assert.match(value, /^(?:https?|mailto|tel):/)
    }
    check(childNodes)
  }
}

test('by the straight way and by the tree the same is written', () => {
  fc.assert(
    fc.property(fc.oneof(markup('any'), markup('sound')), (written) => {
      const html = written.replace(/\r\n?/g, '\n')
      const both = readHtml(html, new SafeWriter(base))
      const tree = new SafeWriter(base)
      readTree(unswallowed(html), tree)
      assert.equal(both.html, tree.html)
      assert.equal(both.certain, tree.certain)
    }),
    { numRuns: 2_000, seed: 2027 },
  )
})

test('hostile lengths cost time in proportion, and are answered with what words they hold', () => {
  for (const bad of [
    '<b>'.repeat(50_000),
    '<a '.repeat(50_000),
    '<table>'.repeat(20_000),
    '<p '.concat('a=b '.repeat(50_000)),
    '<svg>'.repeat(50_000),
    '<!--'.repeat(50_000),
    `<a href="${'x'.repeat(500_000)}`,
    '\u200b'.repeat(500_000),
    `${Array.from({ length: 499 }, (_, n) => `<font a=${n}>`).join('')}${'<p>'.repeat(50_000)}`,
  ])
    assert.ok(clean(bad).length < bad.length)
  assert.match(clean(`<p>word</p>${'<b><i></b>'.repeat(20_000)}<p>last</p>`), /word.*last/s)
})
