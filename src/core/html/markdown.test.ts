import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMarkdown } from './markdown.ts'

const wrong = (text: string) => readMarkdown(text, 10).mistakes

test('Markdown becomes safe HTML', () => {
  const { html, mistakes } = readMarkdown('One **strong** [link](https://a.example/b).\n\n## Part\n\n* a\n* b\n', 1)
  assert.deepEqual(mistakes, [])
  assert.equal(
    html,
    '<p>One <strong>strong</strong> <a href="https://a.example/b" rel="nofollow noopener ugc">link</a>.</p>\n<h2>Part</h2>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>',
  )
})

test('addresses that stand alone are links, and code keeps what looks like markup', () => {
  const { html, mistakes } = readMarkdown('See <https://a.example> or `<b>`.\n\n    <i>\n', 1)
  assert.deepEqual(mistakes, [])
  assert.match(html, /<a href="https:\/\/a\.example\/"/)
  assert.match(html, /<code>&lt;b&gt;<\/code>/)
})

test('HTML is refused where it begins', () => {
  assert.deepEqual(wrong('fine\n\nhere <b>bold</b>\n\n<script>alert(1)</script>\n'), [
    { line: 12, what: 'markup', says: '"<b>" is HTML, which is not taken here: write it in Markdown.' },
    {
      line: 14,
      what: 'markup',
      says: '"<script>alert(1)</script>" is HTML, which is not taken here: write it in Markdown.',
    },
  ])
  assert.match(wrong('<!-- a word among us -->')[0]?.says ?? '', /is HTML/)
})

test('what readers would miss is refused: pictures, boxes, links that lead nowhere, a second headline', () => {
  assert.match(wrong('a\nb ![x](y.png)')[0]?.says ?? '', /under "pictures"/)
  assert.equal(wrong('a\nb ![x](y.png)')[0]?.line, 11)
  assert.match(wrong('- [ ] todo')[0]?.says ?? '', /boxes to tick/)
  for (const target of ['b.html', '/about', '#part', 'javascript:alert(1)', 'https://me:secret@a.example'])
    assert.match(wrong(`[a](${target})`)[0]?.says ?? '', /leads nowhere/, target)
  for (const target of ['https://a.example', 'mailto:a@b.example', 'tel:+1555'])
    assert.deepEqual(wrong(`[a](${target})`), [], target)
  assert.match(wrong('# Headline')[0]?.says ?? '', /begin with "##"/)
  assert.match(wrong('Headline\n========')[0]?.says ?? '', /begin with "##"/)
})

test('mistakes within lists, quotes and tables have their line', () => {
  assert.deepEqual(
    wrong('* a\n* b\n  * c [x](y)\n\n> q\n> ![p](q)\n\n| a |\n|---|\n| <br> |\n').map(({ line }) => line),
    [12, 15, 19],
  )
})

test('no text keeps a process busy, however it nests or how much in it is wrong', () => {
  const began = performance.now()
  const { html } = readMarkdown(`${'> '.repeat(200_000)}deep`, 1)
  assert.equal(html.match(/<blockquote>/g)?.length, 20)
  readMarkdown(`${'* > '.repeat(100_000)}deep\n\n${'1. '.repeat(50_000)}deep`, 1)
  const tags = Array.from({ length: 40_000 }, (_, n) => `<b${n}>`).join(' ')
  assert.equal(readMarkdown(tags, 1).mistakes.length, 200)
  assert.ok(performance.now() - began < 4_000)
  assert.match(readMarkdown('* * *', 1).html, /<hr>/)
})
