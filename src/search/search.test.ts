import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { hold, release } from '../wire/recall.ts'
import { revise } from '../wire/revise.ts'
import { forgetWords } from './keep-words.ts'

const read = async (world: World, path: string) => (await world.get(path)).text()
const headlines = (page: string) =>
  [...page.matchAll(/<h3>.*?<a [^>]*>(.*?)<\/a><\/h3>/g)].map(([, words = '']) => words.replace(/<\/?mark>/g, ''))
const find = async (world: World, question: string) =>
  headlines(await read(world, `/search?q=${encodeURIComponent(question)}`))

test('a story is found by its headline at once, and by its body once the log was read', async () => {
  await using world = await newsroom()
  await world.story({ headline: 'Walrus seen at harbour', body: '<p>It slept on a <b>pontoon</b>.</p>' })
  assert.deepEqual(await find(world, 'walrus'), ['Walrus seen at harbour'])
  assert.deepEqual(await find(world, 'pontoon'), [])
  await world.readLog()
  assert.deepEqual(await find(world, 'pontoon'), ['Walrus seen at harbour'])
  assert.deepEqual(await find(world, 'walrus pontoon'), ['Walrus seen at harbour'], 'one word here, the other there')
  assert.match(await read(world, '/search?q=pontoon'), /It slept on a <mark>pontoon<\/mark>\./)
})

test('words are found by their relatives in the story’s language', async () => {
  await using world = await newsroom()
  const other = { excerpt: '…', body: '<p>…</p>' }
  await world.story({ headline: 'Judges are ruling', language: 'en', ...other })
  await world.story({ headline: 'Las organizaciones', language: 'es', ...other })
  await world.story({ headline: 'Новые судьи', language: 'ru', ...other })
  await world.readLog()
  assert.deepEqual(await find(world, 'judge'), ['Judges are ruling'])
  assert.deepEqual(await find(world, 'the rules'), ['Judges are ruling'], 'a common word need not stand there')
  assert.deepEqual(await find(world, 'organización'), ['Las organizaciones'])
  assert.deepEqual(await find(world, 'новый'), ['Новые судьи'])
  assert.deepEqual(await find(world, '"judge"'), [], 'in quotes as it is')
})

test('what is fresh and exact comes first', async () => {
  await using world = await newsroom()
  const old = new Date(world.clock().getTime() - 400 * 86_400_000)
  await world.story({ headline: 'Hope alive: keep', excerpt: 'New.' })
  await world.story({ headline: 'Keep hope alive', excerpt: 'Old.', publishedAt: old })
  world.clock.advance(60)
  await world.story({ headline: 'Another', excerpt: 'They keep some hope alive.' })
  assert.deepEqual(await find(world, 'keep hope alive'), ['Keep hope alive', 'Hope alive: keep', 'Another'])
  const newest = headlines(await read(world, '/search?q=keep+hope+alive&order=newest'))
  assert.deepEqual(newest, ['Another', 'Hope alive: keep', 'Keep hope alive'])
})

test('quotes, a minus and a star mean what they mean elsewhere', async () => {
  await using world = await newsroom()
  await world.story({ headline: 'Press freedom prize', body: '<p>Given in Nairobi.</p>' })
  await world.story({ headline: 'Freedom of the press', body: '<p>Debated.</p>' })
  await world.readLog()
  assert.deepEqual(await find(world, '"press freedom"'), ['Press freedom prize'])
  assert.deepEqual(await find(world, 'press -prize'), ['Freedom of the press'])
  assert.deepEqual(await find(world, 'press -nairobi'), ['Freedom of the press'], 'not in its body either')
  assert.equal((await find(world, 'free*')).length, 2)
  assert.deepEqual(await find(world, '-prize'), ['Freedom of the press'])
})

test('languages without spaces are found by any part of a compound', async () => {
  await using world = await newsroom()
  await world.story({ headline: '東京裁判所が判決', language: 'ja', body: '<p>市民団体が発表した。</p>' })
  await world.story({ headline: 'ศาลอนุญาตให้หอจดหมายเหตุ', language: 'th' })
  await world.readLog()
  assert.deepEqual(await find(world, '裁判所'), ['東京裁判所が判決'])
  assert.deepEqual(await find(world, '市民団体'), ['東京裁判所が判決'])
  assert.deepEqual(await find(world, 'ศาล'), ['ศาลอนุญาตให้หอจดหมายเหตุ'])
})

test('a search is narrowed by filters, in its address and among its words, and counts what they would leave', async () => {
  await using world = await newsroom()
  await world.topic('courts', 'Courts')
  const at = (day: string) => new Date(`${day}T12:00:00Z`)
  await world.story({
    headline: 'Walrus one',
    genre: 'release',
    topics: ['courts'],
    countries: ['KE'],
    publishedAt: at('2013-09-02'),
  })
  await world.story({ headline: 'Walrus two', language: 'pt-BR', publishedAt: at('2025-01-01') })
  await world.story({ headline: 'Otter', topics: ['courts'] })
  const asked = async (rest: string) => headlines(await read(world, `/search?q=walrus&${rest}`))
  assert.deepEqual(await asked('genre=release'), ['Walrus one'])
  assert.deepEqual(await asked('topic=courts'), ['Walrus one'])
  assert.deepEqual(await asked('place=ke'), ['Walrus one'])
  assert.deepEqual(await asked('language=pt'), ['Walrus two'])
  assert.deepEqual(await asked('member=harbour-times&from=2014'), ['Walrus two'])
  assert.deepEqual(await asked('from=2013-09&to=2013-09'), ['Walrus one'])
  assert.deepEqual(await asked('to=2013-09-01'), [])
  for (const odd of ['genre=nonsense', 'place=zz', 'language=xx', 'from=2013-13', 'topic=none', 'member=nobody'])
    assert.deepEqual(await asked(odd), [], odd)
  assert.deepEqual(await find(world, 'walrus genre:release place:KE'), ['Walrus one'])
  assert.deepEqual(await find(world, 'topic:courts'), ['Otter', 'Walrus one'])
  const page = await read(world, '/search?q=walrus')
  assert.match(
    page,
    /<h2>Year<\/h2><ul><li><a rel="nofollow" href="\/search\?q=walrus&amp;from=2013&amp;to=2013"><bdi>2013<\/bdi><\/a> <span class="count">1</,
  )
  assert.match(page, /<meta name="robots" content="noindex">/)
})

test('the archive can be walked by search alone, a page after the other', async () => {
  await using world = await newsroom()
  for (let story = 1; story <= 45; story += 1) await world.story({ headline: `Story ${story}` })
  const seen: string[] = []
  for (let path: string | undefined = '/search'; path; ) {
    const page: string = await read(world, path)
    seen.push(...headlines(page))
    path = /rel="next nofollow" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }
  assert.equal(new Set(seen).size, 45)
  assert.match(await read(world, '/search'), />45 stories</)
})

test('where headlines answer enough, bodies are looked into only when somebody wants it', async () => {
  await using world = await newsroom()
  const member = await world.member()
  const drafts = Array.from({ length: 100 }, (_, n) => draftFor(member, { headline: `Walrus ${n}` }, world.clock()))
  await world.publish([...drafts, draftFor(member, { headline: 'Otter', body: '<p>A walrus.</p>' }, world.clock())])
  await world.readLog()
  const page = await read(world, '/search?q=walrus')
  assert.match(page, />100 stories<[\s\S]*href="\/search\?q=walrus&amp;in=texts">Look into the texts, too</)
  assert.match(await read(world, '/search?q=walrus&in=texts'), />101 stories</)
  // One fewer, and they are looked into.
  assert.match(await read(world, '/search?q=walrus+-99'), />100 stories</)
})

test('a slip of the pen is guessed at, from what readers may see alone', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'Walrus at sea' })
  await world.readLog()
  assert.match(
    await read(world, '/search?q=wlarus'),
    /Did you mean <a rel="nofollow" href="\/search\?q=walrus"><bdi>walrus</,
  )
  await world.db.transaction().execute(async (tx) => hold(tx, await world.wire(), id, 'a doubt'))
  assert.doesNotMatch(await read(world, '/search?q=wlarus'), /Did you mean|walrus/i)
})

test('what is held is found nowhere, and found again when it is let out', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'Walrus', body: '<p>pontoon</p>' })
  await world.readLog()
  const bodies = () => world.db.selectFrom('publicationBodies').selectAll().execute()
  assert.equal((await bodies()).length, 1)
  await world.db.transaction().execute(async (tx) => hold(tx, await world.wire(), id, 'a doubt'))
  assert.deepEqual(await bodies(), [], 'gone in the same transaction')
  await world.readLog()
  assert.deepEqual([await find(world, 'pontoon'), await find(world, 'walrus'), await bodies()], [[], [], []])
  await world.db.transaction().execute(async (tx) => release(tx, await world.wire(), id))
  await world.readLog()
  assert.deepEqual(await find(world, 'pontoon'), ['Walrus'])
})

test('a story that was put right is found by its new text alone, from the moment it reads so', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'Walrus', body: '<p>pontoon</p>' })
  await world.readLog()
  const { text } = draftFor(
    await world.member({ name: 'Other' }),
    { headline: 'Walrus', body: '<p>jetty</p>' },
    world.clock(),
  )
  const revision = { id, kind: 'correction', note: 'It was a jetty.', text } as const
  await world.db.transaction().execute(async (tx) => revise(tx, await world.wire(), [revision]))
  assert.deepEqual(await find(world, 'pontoon'), [])
  await world.readLog()
  assert.deepEqual([await find(world, 'pontoon'), await find(world, 'jetty')], [[], ['Walrus']])
})

test('markup of any kind stays text', async () => {
  await using world = await newsroom()
  await world.story({ headline: 'A <b>walrus</b> & "co"', excerpt: '<script>alert(1)</script> walrus' })
  const page = await read(world, `/search?q=${encodeURIComponent('walrus "><script>')}`)
  assert.doesNotMatch(page, /<script>|<b><mark>|<b>walrus/)
  assert.match(page, /A &lt;b&gt;<mark>walrus<\/mark>&lt;\/b&gt; &amp; &quot;co&quot;/)
})

test('paper tells what was asked, and in words alone a filter goes by its words', async () => {
  await using world = await newsroom()
  await world.story({ headline: 'Walrus seen at harbour' })
  const page = await read(world, '/search?q=walrus+%22seen+at%22&language=en')
  assert.match(page, /<h1>Search<\/h1><p class="imprint lede"><bdi>walrus &quot;seen at&quot;<\/bdi><\/p>/)
  assert.match(page, /×<\/span><span class="unseen">Remove this filter</)
  const words = await read(world, '/search?q=walrus&language=en&text')
  assert.match(words, /English · <a [^>]+><span class="unseen">Remove this filter</)
  assert.doesNotMatch(words, /×|imprint/)
})

test('every search has feeds, the newest first, which go on', async () => {
  await using world = await newsroom()
  for (let story = 1; story <= 33; story += 1) {
    world.clock.advance(1)
    await world.story({ headline: `Walrus ${story}` })
  }
  await world.story({ headline: 'Otter' })
  const page = await read(world, '/search?q=walrus&genre=report')
  for (const [, path = ''] of page.matchAll(/rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)"/g)) {
    const answer = await world.get(path.replaceAll('&amp;', '&'))
    assert.equal(answer.status, 200, path)
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=0, s-maxage=15')
  }
  type Json = { items: { title: string }[]; next_url: string }
  const first = (await (await world.get('/search/feed.json?q=walrus')).json()) as Json
  assert.deepEqual([first.items.length, first.items[0]?.title], [30, 'Walrus 33'])
  const next = new URL(first.next_url)
  const second = (await (await world.get(next.pathname + next.search)).json()) as Json
  assert.deepEqual(
    second.items.map(({ title }) => title),
    ['Walrus 3', 'Walrus 2', 'Walrus 1'],
  )
})

test('a browser may ask from its own field', async () => {
  await using world = await newsroom()
  const page = await read(world, '/')
  assert.match(page, /rel="search" type="application\/opensearchdescription\+xml"/)
  assert.match(page, /href="\/search"/)
  const answer = await world.get('/opensearch.xml')
  assert.match(answer.headers.get('content-type') ?? '', /opensearchdescription/)
  assert.match(await answer.text(), /template="https:\/\/wire\.example\/search\?q=\{searchTerms\}"/)
  assert.match(await read(world, '/no/such/page'), /href="\/search"/)
  assert.match(await read(world, '/robots.txt'), /^Disallow: \/search$/m)
})

test('who asks without end is told to wait, and nothing that is asked is logged', async () => {
  await using world = await newsroom()
  await world.story({ headline: 'Walrus' })
  const statuses = new Set<number>()
  for (let asked = 0; asked < 245; asked += 1) statuses.add((await world.get('/search?q=secretword&genre=none')).status)
  assert.deepEqual([...statuses], [200, 429])
  world.clock.advance(61)
  assert.equal((await world.get('/search?q=secretword')).status, 200)
  assert.doesNotMatch(JSON.stringify(world.logged), /secretword/)
})

test('words of what is gone are forgotten with the day', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'Walrus somewhere' })
  await world.story({ headline: 'Somewhere else' })
  await world.readLog()
  const words = async () =>
    (await world.db.selectFrom('searchVocabulary').select('word').execute()).map(({ word }) => word)
  assert.ok((await words()).includes('walrus'))
  await world.db.transaction().execute(async (tx) => hold(tx, await world.wire(), id, 'a doubt'))
  await forgetWords(world.db)
  assert.equal((await words()).includes('walrus'), false)
  assert.ok((await words()).includes('somewhere'))
})
