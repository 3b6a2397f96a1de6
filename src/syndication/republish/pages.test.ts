import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../../test/support/newsroom.ts'
import { frame } from '../../../test/support/sample-pages.ts'
import { release } from '../../../test/support/samples.ts'
import { updateNetwork } from '../../db/network.ts'
import { withdraw } from '../../wire/recall.ts'
import { copiesOf } from './pages.ts'

const address = '/2026/11/24/court-lets-a-community-archive-keep-its-name'
const free = { licence: 'free', licenceUrl: 'https://creativecommons.org/licenses/by/4.0/' } as const
const formats = ['html', 'md', 'txt'] as const

/** What stands in the fields, as a browser reads it. */
async function fields(world: World, of = address): Promise<Record<(typeof formats)[number], string>> {
  const answer = await world.get(`${of}/republish`)
  assert.equal(answer.status, 200)
  const page = await answer.text()
  const field = (format: string) => {
    const [, text] = new RegExp(`<textarea id="copy-${format}"[^>]*>([^<]*)</textarea>`).exec(page) ?? []
    assert.ok(text, format)
    return text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  }
  return { html: field('html'), md: field('md'), txt: field('txt') }
}

test('what may be printed is ready to paste in three formats, each with its whole record of origin', async () => {
  await using world = await newsroom()
  await world.story({
    body: '<p>The <em>whole</em> <a href="https://harbour.example/law">text</a>.</p><p><img src="https://harbour.example/a.jpg" alt=""></p>',
    standfirst: 'A standfirst.',
    byline: 'A. Writer',
    origin: free,
  })
  const page = await (await world.get(address)).text()
  assert.ok(page.includes(`href="${address}/republish"`))
  assert.match(page, /Republish this story/)
  const copies = await fields(world)
  for (const format of formats) {
    const text = copies[format]
    for (const told of [
      'A standfirst.',
      'A. Writer',
      'Harbour Times',
      'https://harbour.example/archive-keeps-its-name',
      `https://wire.example${address}`,
      'https://creativecommons.org/licenses/by/4.0/',
      'with credit',
      'report',
    ])
      assert.ok(text.toLowerCase().includes(told.toLowerCase()), `${format} tells “${told}”`)
    assert.doesNotMatch(text, /<img|<script|class=|style=|(?:href|src|cite)="(?!https?:)|\]\((?!https?:)|utm_/, format)
  }
  assert.match(copies.html, /^<article lang="en">\n<h1>Court lets.*<p>The <em>whole<\/em> .*<\/article>\n$/s)
  assert.equal(copies.txt, await (await world.get(`${address}.txt`)).text(), 'a story has one text')
  assert.equal(copies.md, await (await world.get(`${address}.md`)).text())
})

test('what others may quote or name is told as that, and no more is handed over', async () => {
  for (const [origin, title, sentence] of [
    [{ licence: 'excerpt' }, /Quote this story/, /Quote up to 3 words, with the credit below them/],
    [{ licence: 'headline' }, /Link to this story/, /Use the headline, and link to the story/],
    [{ licence: 'unknown' }, /Link to this story/, /For more, ask <bdi>Harbour Times<\/bdi>/],
  ] as const) {
    await using world = await newsroom()
    await world.story({ body: '<p>The whole text.</p>', excerpt: 'A small taste.', origin })
    const page = await (await world.get(`${address}/republish`)).text()
    assert.match(page, title)
    assert.match(page, sentence)
    const copies = await fields(world)
    for (const format of formats) {
      assert.doesNotMatch(copies[format], /whole text/, format)
      assert.equal(copies[format].includes('small taste'), origin.licence === 'excerpt', format)
      assert.match(copies[format], /https:\/\/harbour\.example\/archive-keeps-its-name/)
    }
  }
})

test('a release is there to be printed, whether or not somebody named its licence', async () => {
  await using world = await newsroom()
  await world.story({ genre: 'release', body: '<p>The whole text.</p>' })
  const page = await (await world.get(`${address}/republish`)).text()
  assert.match(page, /You may print this story in whole: released for publication, with credit\./)
  const { html } = await fields(world)
  assert.match(html, /The whole text.*Released for publication, with credit\./s)
})

test('a grant of less than the whole narrows what a free licence would let be printed', async () => {
  await using world = await newsroom()
  await world.story({
    body: '<p>The whole text.</p>',
    excerpt: 'A taste.',
    grant: { shows: 'headline', pictures: 'none' },
    origin: free,
  })
  assert.doesNotMatch(await (await world.get(`${address}/republish`)).text(), /whole text|A taste/)
})

test('only pictures whose own licence is free are in the set, with alt text, caption, credit and their file', async () => {
  await using world = await newsroom()
  const picture = (n: number, licence: 'free' | 'headline' | 'unknown') => ({
    url: `/media/${String(n).repeat(64)}`,
    alt: `Alt ${n}`,
    caption: `Caption ${n}`,
    credit: `Credit "${n}"`,
    licence,
    width: 640,
    height: 400,
  })
  await world.story({
    pictures: [picture(1, 'headline'), picture(2, 'free'), picture(3, 'unknown')],
    grant: { shows: 'full', pictures: 'republish' },
    origin: free,
  })
  const page = await (await world.get(`${address}/republish`)).text()
  assert.match(page, /Alt 2.*Caption 2|Caption 2.*Alt 2/s)
  assert.match(page, /Credit &quot;2&quot;/)
  assert.match(page, /<a class="go" href="https:\/\/wire\.example\/media\/2{64}" download>/)
  assert.doesNotMatch(page, /\/media\/[13]|Caption [13]/)
  const words = await (await world.get(`${address}/republish?text`)).text()
  assert.match(words, /Caption 2.*Credit &quot;2&quot;/s)
  assert.equal(words.match(/Alt 2/g)?.length, 1)
})

test('words that look like markup end no field and act nowhere', async () => {
  await using world = await newsroom()
  const headline = '</textarea><script>alert(1)</script> & "quotes"'
  await world.story({
    headline,
    byline: '"><img src=x onerror=alert(1)>',
    body: '<p>&lt;/textarea&gt;&lt;script&gt;alert(2)&lt;/script&gt;</p>',
    origin: { ...free, publisher: 'Harbour "Times" </article>', url: 'https://harbour.example/?a="b"&c=<d>' },
  })
  const [story] = await world.find('quotes')
  const there = (await world.get(`/stories/${story}`)).headers.get('location') ?? ''
  const page = await (await world.get(`${there}/republish`)).text()
  assert.doesNotMatch(page, /<script>|<img src=x/)
  assert.equal(page.match(/<textarea/g)?.length, 3)
  assert.equal(page.match(/<\/textarea>/g)?.length, 3)
  const { html, txt } = await fields(world, there)
  assert.match(html, /<h1>&lt;\/textarea&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; "quotes"<\/h1>/)
  assert.match(html, /Harbour "Times" &lt;\/article&gt;/)
  assert.doesNotMatch(html, /<script|<img/)
  assert.ok(txt.includes(headline) && txt.includes('</textarea><script>alert(2)</script>'))
})

test('what was put right and the version go along, and the page is in no search engine', async () => {
  const put = copiesOf(frame('/'), release)
  for (const format of formats) assert.match(put[format], /Correction, 22 Nov 2026.* the wrong year/, format)
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'es'] }))
  await world.story({ language: 'ar', headline: 'فظ في الميناء', body: '<p>نص</p>', origin: free })
  const [story] = await world.find('فظ')
  const there = (await world.get(`/stories/${story}`)).headers.get('location') ?? ''
  const page = await (await world.get(`/es${there}/republish`)).text()
  assert.match(page, /<meta name="robots" content="noindex">/)
  assert.match(page, /Republicar esta noticia/)
  for (const [format, dir] of [
    ['html', 'ltr'],
    ['md', 'auto'],
    ['txt', 'rtl'],
  ] as const)
    assert.match(page, new RegExp(`<textarea id="copy-${format}"[^>]* lang="ar" dir="${dir}">`))
  const { html } = await fields(world, there)
  assert.match(html, /^<article lang="ar" dir="rtl">/)
  assert.match(html, /<data value="1">1<\/data>/)
})

test('a story that is gone, or was never there, leads to its address, which says what may be said', async () => {
  await using world = await newsroom()
  const id = await world.story({ origin: free })
  const context = await world.wire()
  await world.db.transaction().execute((tx) => withdraw(tx, context, id, 'Whyword'))
  for (const path of [address, '/2026/11/24/nothing']) {
    const answer = await world.get(`${path}/republish`)
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, path])
  }
  assert.equal((await world.get('/2026/13/24/nothing/republish')).status, 404)
  assert.ok(!(await (await world.get(`${address}/republish`)).text()).includes('Whyword'))
})
