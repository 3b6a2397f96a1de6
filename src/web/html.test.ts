import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { sanitise } from '../core/html/sanitise.ts'
import { type Html, html, inlineScript, jsonLd, linkable, render, trusted } from './html.ts'

test('text between tags is escaped, markup of ours is not', () => {
  const inner = html`<b>${'1 < 2 & "3"'}</b>`
  assert.equal(render(html`<p>${inner}</p>`), '<p><b>1 &lt; 2 &amp; &quot;3&quot;</b></p>')
})

test('lists are written one after another, nothing for null, undefined, false and true, zero as zero', () => {
  assert.equal(
    render(html`<p>${['a', 1, null, [html`<i>${0}</i>`]]}${undefined}${false}${true}</p>`),
    '<p>a1<i>0</i></p>',
  )
})

test('an attribute that is one hole alone goes when there is nothing to say, and stands empty for true', () => {
  const link = (lang: string | undefined, hidden: boolean) =>
    render(html`<a class="x" lang="${lang}" hidden="${hidden}">y</a>`)
  assert.equal(link(undefined, false), '<a class="x">y</a>')
  assert.equal(link('', true), '<a class="x" lang="" hidden="">y</a>')
  assert.equal(render(html`<a class="a ${null} b">y</a>`), '<a class="a  b">y</a>')
})

test('an address that could run something leads nowhere', () => {
  const link = (address: string) => render(html`<a href="${address}">x</a>`)
  for (const bad of [
    'javascript:alert(1)',
    ' javascript:x',
    'java\tscript:x',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'vbscript:x',
    'http:evil',
    'x',
    '',
  ])
    assert.equal(link(bad), '<a href="about:invalid">x</a>', bad)
  for (const good of [
    '/',
    '/a?b=1',
    'https://a.example/ä',
    'http://a.example',
    'mailto:a@b.example',
    'tel:+1',
    '#x',
    '?before=1',
  ])
    assert.equal(link(good), `<a href="${good}">x</a>`)
})

test('a hole later in an address is text, and only after its scheme is settled', () => {
  assert.equal(render(html`<a href="/a/${'"x'}">x</a>`), '<a href="/a/&quot;x">x</a>')
  assert.throws(() => html`<a href="java${'script:x'}">x</a>`, SyntaxError)
  assert.throws(() => html`<a href="/${'/evil.example'}">x</a>`, SyntaxError)
})

test('a second hole in an address stands only where the first cannot leave the scheme to it', () => {
  const nothing = null
  assert.throws(() => html`<a href="${nothing}${'javascript:x'}">x</a>`, SyntaxError)
  assert.throws(() => html`<a href="${'/'}${'/evil.example'}">x</a>`, SyntaxError)
  assert.throws(() => html`<a href="${nothing}:${'alert(1)'}">x</a>`, SyntaxError)
  assert.throws(() => html`<a href="${nothing}/${'/evil.example'}">x</a>`, SyntaxError)
  assert.equal(
    render(html`<a href="${'https://a.example'}/x/${'"y'}">x</a>`),
    '<a href="https://a.example/x/&quot;y">x</a>',
  )
  assert.equal(render(html`<a href="${nothing}?q=${'javascript:x'}">x</a>`), '<a href="?q=javascript:x">x</a>')
})

test('an attribute that makes a page go or load elsewhere by another grammar takes no hole', () => {
  assert.throws(() => html`<meta http-equiv="refresh" content="0;url=${'javascript:x'}">`, SyntaxError)
  assert.throws(() => html`<img imagesrcset="${'x'}">`, SyntaxError)
  assert.equal(render(html`<meta name="description" content="${'x'}">`), '<meta name="description" content="x">')
})

test('holes where nothing can be escaped are refused, whatever is in them', () => {
  const refused: (() => Html)[] = [
    () => html`<a href=${'/x'}>x</a>`,
    () => html`<a class='${'x'}'>x</a>`,
    () => html`<${'b'}>x</b>`,
    () => html`<b${'x'}>x</b>`,
    () => html`<b ${'hidden'}>x</b>`,
    () => html`<b ${'on'}="x">x</b>`,
    () => html`<!-- ${'x'} -->`,
    () => html`<script>${'x'}</script>`,
    () => html`<style>${'x'}</style>`,
    () => html`<noscript>${'x'}</noscript>`,
    () => html`<iframe srcdoc="${'x'}"></iframe>`,
    () => html`<p onclick="${'x'}">x</p>`,
    () => html`<p style="${'x'}">x</p>`,
    () => html`<img srcset="${'x'}">`,
    () => html`<p class="${'x'}`,
    () => html`<p>1 < 2</p>`,
  ]
  for (const template of refused) assert.throws(template, SyntaxError, template.toString())
})

test('what only looks like markup of ours is refused', () => {
  const forged = JSON.parse('{"markup":"<script>"}') as Html
  assert.throws(() => html`<p>${forged}</p>`, TypeError)
  assert.throws(() => html`<p class="${html`<b></b>`}">x</p>`, TypeError)
})

test('the sanitiser’s output is taken as it is', () => {
  assert.equal(render(html`<div>${trusted(sanitise('<p>a<script>b</script></p>'))}</div>`), '<div><p>a</p></div>')
})

test('data for machines cannot end its element', () => {
  const written = render(jsonLd({ headline: '</script><script>alert(1)</script>\u2028' }))
  assert.equal(written.match(/<\/script>/g)?.length, 1)
  assert.deepEqual(JSON.parse(written.replace(/<\/?script[^>]*>/g, '')), {
    headline: '</script><script>alert(1)</script>\u2028',
  })
})

test('any text comes back from a browser’s parser as it went in, and nothing else with it', () => {
  // NUL and line ends are the parser's own affair (HTML, 13.2.3.5).
  const text = fc.string({ unit: 'binary' }).map((s) => s.replace(/[\0\r]/g, '').toWellFormed())
  fc.assert(
    fc.property(text, text, (content, attribute) => {
      const fragment = parseFragment(render(html`<p title="${attribute}">${content}</p>`))
      assert.equal(fragment.childNodes.length, 1)
      const p = fragment.childNodes[0] as unknown as { attrs: { value: string }[]; childNodes: { value: string }[] }
      assert.equal(p.attrs[0]?.value, attribute)
      assert.equal(p.childNodes[0]?.value ?? '', content)
      assert.ok(p.childNodes.length <= 1)
    }),
  )
})

test('no text at all makes an address with a scheme that runs', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((s) => `javascript:${s}`),
      ),
      (text) => {
        const safe = linkable(text)
        if (safe === undefined) return
        const url = new URL(safe, 'https://home.example/')
        assert.ok(['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol))
        if (safe.startsWith('/')) assert.equal(url.host, 'home.example')
      },
    ),
  )
})

test('a script that stands in a page cannot end it', () => {
  assert.equal(render(inlineScript('sum', '1 < 2')), '<script id="sum">1 < 2</script>')
  for (const hostile of ['</script>', '"<!--"', '<SCRIPT>'])
    assert.throws(() => inlineScript('x', hostile), TypeError, hostile)
})
