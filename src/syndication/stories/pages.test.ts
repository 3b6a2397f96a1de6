import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../../test/support/newsroom.ts'
import { kill, withdraw } from '../../wire/recall.ts'

const address = '/2026/11/24/court-lets-a-community-archive-keep-its-name'

test('a story is a file in three formats, which its page names', async () => {
  await using world = await newsroom()
  const id = await world.story({
    body: '<p>The <em>whole</em> text.</p><ul><li>One</li></ul>',
    standfirst: 'A standfirst.',
    byline: 'A. Writer',
    located: 'Mombasa',
    keywords: ['archives'],
  })
  const page = await (await world.get(address)).text()
  const types = { json: 'application/json', txt: 'text/plain', md: 'text/markdown' }
  for (const [format, type] of Object.entries(types)) {
    const answer = await world.get(`${address}.${format}`)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), `${type}; charset=utf-8`)
    assert.equal(answer.headers.get('link'), `<https://wire.example${address}>; rel="canonical"`)
    assert.match(answer.headers.get('cache-tag') ?? '', new RegExp(`story:${id}`))
    assert.ok(page.includes(`href="${address}.${format}"`))
  }
  const ninjs = (await (await world.get(`${address}.json`)).json()) as { uri: string; bodies: { value: string }[] }
  assert.match(ninjs.uri, new RegExp(`:story/${id}$`))
  assert.deepEqual(
    ninjs.bodies.map(({ value }) => value),
    ['<p>The <em>whole</em> text.</p><ul><li>One</li></ul>', 'The whole text.\n\nOne'],
  )
  assert.equal(
    await (await world.get(`${address}.txt`)).text(),
    `Court lets a community archive keep its name

A standfirst.

by A. Writer

Mombasa

The whole text.

One

-- 
Published by: Harbour Times <https://harbour.example/>
First published: 2026-11-24T10:00:00.000Z
Read the original: https://harbour.example/archive-keeps-its-name
On this wire: https://wire.example${address}
Licence: Rights are with Harbour Times: ask before republishing more than the headline.
Genre: report
Language: en
Version: 1
`.replace('2026-11-24T10:00:00.000Z', world.clock().toISOString()),
  )
  const markdown = await (await world.get(`${address}.md`)).text()
  assert.match(markdown, /^---\nheadline: Court lets a community archive keep its name\n/)
  assert.match(
    markdown,
    /\n---\n\n# Court lets a community archive keep its name\n\n\*\*A standfirst\.\*\*\n\nThe \*whole\* text\.\n\n- One\n\n---\n\nPublished by: \[Harbour Times\]\(https:\/\/harbour\.example\/\) · .* · Version: 1\n$/,
  )
})

test('a text written from the right keeps addresses and dates the right way round, whole for programs that make links', async () => {
  await using world = await newsroom()
  await world.story({ language: 'ar', headline: 'محكمة في الميناء', body: '<p>نص</p>' })
  const [story] = await world.find('محكمة')
  const there = (await world.get(`/stories/${story}`)).headers.get('location') ?? ''
  const lines = (await (await world.get(`${there}.txt`)).text()).split('\n')
  const facts = lines.slice(lines.indexOf('-- ') + 1, -1).map((line) => line.slice(line.indexOf(': ') + 2))
  assert.deepEqual(facts.slice(0, 5), [
    '\u2068Harbour Times\u2069 \u2068<https://harbour.example/>\u2069',
    `\u2068${world.clock().toISOString()}\u2069`,
    '\u2068<https://harbour.example/archive-keeps-its-name>\u2069',
    `\u2068<https://wire.example${there}>\u2069`,
    '\u2068Rights are with Harbour Times: ask before republishing more than the headline.\u2069',
  ])
})

test('a file tells no more than may go out', async () => {
  await using world = await newsroom()
  await world.story({
    body: '<p>The whole text.</p>',
    standfirst: 'A standfirst.',
    excerpt: 'A taste.',
    located: 'Mombasa',
    grant: { shows: 'headline', pictures: 'none' },
  })
  const text = await (await world.get(`${address}.txt`)).text()
  assert.match(text, /^Court lets a community archive keep its name\n\n-- \n/, 'no place that no report begins with')
  for (const format of ['json', 'txt', 'md']) {
    const text = await (await world.get(`${address}.${format}`)).text()
    assert.match(text, /Court lets/)
    assert.doesNotMatch(text, /whole text|standfirst|taste/, format)
  }
})

test('a story that was taken back is gone in every format, and told to programs as such', async () => {
  await using world = await newsroom()
  const id = await world.story()
  for (const [recall, words] of [
    [withdraw, /took it back/],
    [kill, /law or safety/],
  ] as const) {
    world.clock.advance(60)
    const context = await world.wire()
    await world.db.transaction().execute((tx) => recall(tx, context, id, 'Whyword'))
    const ninjs = await world.get(`${address}.json`)
    assert.equal(ninjs.status, 410)
    const { pubStatus, versionCreated } = (await ninjs.json()) as Record<string, string>
    assert.deepEqual([pubStatus, versionCreated], ['canceled', world.clock().toISOString()])
    for (const format of ['txt', 'md']) {
      const answer = await world.get(`${address}.${format}`)
      assert.equal(answer.status, 410)
      assert.match(await answer.text(), words)
    }
  }
})

test('there is no story in a format nobody knows, nor of a day there is not', async () => {
  await using world = await newsroom()
  await world.story()
  for (const path of [`${address}.xml`, `${address}x.json`, '/2026/13/24/court.json'])
    assert.equal((await world.get(path)).status, 404, path)
})
