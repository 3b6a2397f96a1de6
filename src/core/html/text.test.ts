import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markup } from '../../../test/support/markup.ts'
import { sanitise } from './sanitise.ts'
import { plainText, textOfSafe } from './text.ts'

test('paragraphs stand apart, lines break, cells and lists are readable', () => {
  assert.equal(
    plainText('<h2>Head</h2><p>One <b>two</b>\n three<br>four</p><p>five</p>'),
    'Head\n\nOne two three\nfour\n\nfive',
  )
  assert.equal(plainText('<table><tr><td>a</td><td>b</td></tr></table>'), 'a b')
  assert.equal(plainText('<ul><li>a</li><li>b</li></ul>'), 'a\n\nb')
  assert.equal(plainText('A &amp; B &lt;c&gt;'), 'A & B <c>')
})

test('no-break spaces stay between what belongs together, and nowhere else', () => {
  const html =
    '<p>«&nbsp;Pourquoi&nbsp;?&nbsp;» Le&nbsp;port, <b>10</b>&nbsp;km&nbsp; plus <i>loin </i>&nbsp;!&nbsp;</p><p>&nbsp;</p><p>&nbsp;5&nbsp;<br>m'
  const told = '«\u00a0Pourquoi\u00a0?\u00a0» Le port, 10\u00a0km plus loin !\n\n5\nm'
  assert.equal(plainText(html), told)
  assert.equal(textOfSafe(sanitise(html)), told)
})

test('what is no text of a story is left out', () => {
  assert.equal(plainText('a<script>b</script><style>c</style><p hidden>d</p><video>e</video><title>f</title>'), 'a')
})

test('never throws', () => {
  fc.assert(
    fc.property(markup('any'), (html) => {
      plainText(html)
    }),
    { numRuns: 500, seed: 2026 },
  )
})

test('of safe markup the short way reads what the long one does', () => {
  for (const html of [
    'One\ntwo',
    '<p>One\n two</p>\n<p> three<br> four</p>',
    '<table><tr><td>a</td><td>b &amp; c</td></tr></table>',
    '<ul><li>a<li> <b>b</b> c</ul>d',
  ]) {
    const safe = sanitise(html)
    assert.equal(textOfSafe(safe), plainText(safe), html)
  }
  fc.assert(
    fc.property(markup('any'), (html) => {
      const safe = sanitise(html)
      assert.equal(textOfSafe(safe), plainText(safe))
    }),
    { numRuns: 1000, seed: 2026 },
  )
})
