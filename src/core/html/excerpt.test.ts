import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markup } from '../../../test/support/markup.ts'
import { excerpt } from './excerpt.ts'
import { sanitise } from './sanitise.ts'

const of = (html: string, most: number) => excerpt(sanitise(html), { most })

test('the first whole sentences that fit', () => {
  assert.equal(of('<p>First sentence here. Second one is a little longer than that.</p>', 40), 'First sentence here.')
  assert.equal(of('<p>Short.</p>', 40), 'Short.')
  assert.equal(of('<p>裁判所は判断した。次の文はもっと長いので入らないはずだと思う。</p>', 20), '裁判所は判断した。')
  assert.equal(of('<p>हमने फैसला किया। अगला वाक्य इससे कहीं लंबा है और यहाँ नहीं आएगा।</p>', 30), 'हमने फैसला किया।')
})

test('a full stop after a title or an initial ends no sentence', () => {
  const text = '<p>The court heard them. Later Dr. Smith of the U.S. Senate spoke at length about archives.</p>'
  assert.equal(of(text, 32), 'The court heard them.')
  assert.equal(of(text, 52), 'The court heard them.')
})

test('it begins where sentences begin: not with headings, captions, bylines or buttons', () => {
  const html =
    '<h2>News</h2><figure><img src="https://a.example/p.jpg"><figcaption>The hall, in May.</figcaption></figure><p>By A. Writer</p><p>The hall is open. Come in.</p><ul><li>One</li></ul>'
  assert.equal(of(html, 100), 'The hall is open. Come in.')
  assert.equal(of('<ul><li>One</li><li>Two</li></ul>', 100), 'One Two')
})

test('where no sentence fits, whole words with an ellipsis', () => {
  assert.equal(of(`<p>${'word '.repeat(50)}</p>`, 30), `${'word '.repeat(6).trim()}…`)
  assert.equal(
    of('<p>One sentence that never ends, as far as we can see, and more</p>', 30),
    'One sentence that never ends…',
  )
  assert.equal(of('<p>คำพิพากษาของศาลระบุว่าหอจดหมายเหตุสามารถเก็บชื่อไว้ได้</p>', 20), 'คำพิพากษาของศาลระบุ…')
})

test('no comma, colon, dash or bracket is left hanging before an ellipsis, whoever wrote it', () => {
  const table: [html: string, told: string][] = [
    ['<p>Boats came from the harbour, …</p>', 'Boats came from the harbour…'],
    ['<p>Boats came from the harbour, &hellip;</p>', 'Boats came from the harbour…'],
    ['<p>She said: “boats,” …</p>', 'She said: “boats”…'],
    ['<p>Boats came – (...</p>', 'Boats came…'],
    ['<p>船が港から、…</p>', '船が港から…'],
    ['<p>Boats came. They said, … and left.</p>', 'Boats came. They said, … and left.'],
    ['<p>Boote kamen …</p>', 'Boote kamen …'],
  ]
  for (const [html, told] of table) assert.equal(of(html, 100), told)
  assert.equal(of('<p>One sentence that, as “boats,” shows us, never ends</p>', 34), 'One sentence that, as “boats”…')
  assert.equal(of('<p>Boats came from the harbour, and others came too</p>', 30), 'Boats came from the harbour…')
})

test('never inside an address, a link or a phrase of the other direction', () => {
  assert.equal(of('<p>Read it at https://paper.example/a/very/long/path or not</p>', 30), 'Read it at…')
  assert.equal(
    of('<p>One two three four five <a href="https://a.example/">a link of words</a> six</p>', 34),
    'One two three four five…',
  )
  assert.equal(of('<p>The words שלום עולם טוב are said in this text</p>', 18), 'The words…')
  assert.equal(of('<p>قال المتحدث باسم Human Rights Watch إن الحكومة لم تفعل شيئا</p>', 28), 'قال المتحدث باسم…')
})

test('what does not break in the text does not in the excerpt', () => {
  assert.equal(of('<p>Le&nbsp;port est à 10&nbsp;km&nbsp;!</p>', 100), 'Le port est à 10\u00a0km\u00a0!')
})

test('marks of direction that were opened are closed', () => {
  assert.equal(of('<p>\u2067שלום עולם טוב מאוד ויפה\u2069 and more</p>', 12), '\u2067שלום עולם\u2069…')
})

test('never half an emoji', () => {
  const family = '👩‍👩‍👧'
  assert.match(of(`<p>${family.repeat(20)}</p>`, 30), new RegExp(`^(?:${family})+…$`, 'u'))
  assert.match(of(`<p>${'🏳️‍🌈'.repeat(9)}</p>`, 20), /^(?:🏳️‍🌈)+…$/u)
})

test('never markup, not even what was escaped once too often', () => {
  assert.equal(of('&lt;p&gt;Nine ask.&lt;/p&gt;&lt;center&gt;&lt;/center&gt;', 100), 'Nine ask.')
  assert.equal(of('&amp;lt;b&amp;gt;Nine&amp;lt;/b&amp;gt; ask.', 100), 'Nine ask.')
  assert.equal(of('<p>Fish &amp;amp; chips,&amp;nbsp;today&amp;#8217;s.</p>', 100), 'Fish & chips, today’s.')
  assert.equal(of('<p>1 &lt; 2 and 3 &gt; 2.</p>', 100), '1 < 2 and 3 > 2.')
})

test('whatever comes: short enough, one line, well formed, the text’s own words', () => {
  fc.assert(
    fc.property(fc.array(markup('any'), { maxLength: 4 }), fc.integer({ min: 20, max: 300 }), (parts, most) => {
      const told = of(parts.join(' '), most)
      // What closes marks of direction may follow.
      assert.ok(told.replace(/[\u202c\u2069]+(?=…?$)/, '').length <= most, told)
      assert.doesNotMatch(told, /\n|<\/?[a-z][^<>]*>/i)
      assert.ok(told.isWellFormed())
    }),
    { numRuns: 1_000, seed: 2026 },
  )
})
