import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { frame } from '../../test/support/sample-pages.ts'
import { placeCounts, topicCounts } from '../../test/support/samples.ts'
import { withdraw } from '../wire/recall.ts'
import { languagesPage, placesPage, topicsPage } from './indexes.ts'

async function read(world: World, path: string) {
  const response = await world.get(path)
  return { status: response.status, text: await response.text(), location: response.headers.get('location') }
}

test('a story is found by its topic, the countries it is about, and its language with its varieties', async () => {
  await using world = await newsroom()
  await world.topic('harbours', 'Harbours')
  await world.topic('sport', 'Sport')
  await world.story({ headline: 'O porto', language: 'pt-BR', topics: ['harbours'], countries: ['BR', 'KE'] })
  for (const path of ['/topics/harbours', '/places/br', '/places/ke', '/languages/pt', '/languages/pt-br'])
    assert.match((await read(world, path)).text, /<h3><a [^>]*lang="pt-BR"[^>]*>O porto/, path)
  for (const path of ['/topics/sport', '/places/de', '/languages/en', '/languages/pt-pt', '/releases']) {
    const page = await read(world, path)
    assert.equal(page.status, 200, path)
    assert.doesNotMatch(page.text, /O porto/, path)
  }
  assert.match((await read(world, '/topics')).text, /<a href="\/topics\/harbours"><bdi>Harbours<\/bdi><\/a>/)
  assert.doesNotMatch((await read(world, '/topics')).text, /Sport/)
  assert.match((await read(world, '/places')).text, /<a href="\/places\/br">Brazil<\/a>/)
  assert.match(
    (await read(world, '/languages')).text,
    /<a href="\/languages\/pt"><bdi lang="pt" dir="ltr">Português<\/bdi>/,
  )
  const story = (await read(world, '/2026/11/24/o-porto')).text
  assert.match(
    story,
    /<a href="\/topics\/harbours">.*<a href="\/places\/br">Brazil<\/a> · <a href="\/places\/ke">Kenya/s,
  )
  assert.match(story, /<a href="\/languages\/pt-br" lang="pt-BR">/)
})

test('where a member is makes no place', async () => {
  await using world = await newsroom()
  await world.member({ country: 'UG' })
  await world.story()
  assert.match((await read(world, '/places')).text, /No story says yet which country it is about/)
  const uganda = await read(world, '/places/ug')
  assert.match(uganda.text, /Nothing about this country can be read here at the moment/)
  assert.doesNotMatch(uganda.text, /Harbour Times/)
})

test('what was withdrawn leaves every list, and is counted in none', async () => {
  await using world = await newsroom()
  await world.topic('harbours', 'Harbours')
  const id = await world.story({ topics: ['harbours'], countries: ['KE'], language: 'sw', genre: 'release' })
  const context = await world.wire()
  await world.db.transaction().execute((tx) => withdraw(tx, context, id, 'a test'))
  for (const path of [
    '/topics',
    '/topics/harbours',
    '/places',
    '/places/ke',
    '/languages',
    '/languages/sw',
    '/releases',
  ])
    assert.doesNotMatch((await read(world, path)).text, /keep its name|1 story|href="\/topics\/harbours"/, path)
})

test('long lists go on page by page, each line once, and lead back to the first', async () => {
  await using world = await newsroom()
  await world.topic('harbours', 'Harbours')
  const member = await world.member()
  const drafts = Array.from({ length: 85 }, (_, i) => {
    const publishedAt = new Date(world.clock().getTime() - i * 60_000)
    const about = { topics: ['harbours'], countries: ['KE'], genre: 'release' as const }
    return draftFor(member, { headline: `Story number ${i}.`, publishedAt, ...about }, world.clock())
  })
  await world.publish(drafts)
  for (const first of ['/topics/harbours', '/places/ke', '/languages/en', '/releases']) {
    const seen: string[] = []
    let path: string | undefined = first
    for (let pages = 0; path && pages < 5; pages += 1) {
      const { text } = await read(world, path)
      assert.equal(new RegExp(`<a href="${first}">Back to the latest`).test(text), path !== first, path)
      seen.push(...[...text.matchAll(/Story number \d+\./g)].map(([headline]) => headline))
      path = /rel="next" href="([^"]+)"/.exec(text)?.[1]
    }
    assert.deepEqual([seen.length, new Set(seen).size], [85, 85], first)
  }
})

test('what names no topic, country or language is not found, and other spellings are led to the one', async () => {
  await using world = await newsroom()
  const to = async (path: string) => {
    const { status, location } = await read(world, path)
    return `${status} ${location ?? ''}`.trim()
  }
  assert.equal(await to('/places/KE'), '301 /places/ke')
  assert.equal(await to('/languages/pt-BR'), '301 /languages/pt-br')
  assert.equal(await to('/topics/'), '301 /topics')
  for (const path of [
    '/topics/x',
    '/places/zz',
    '/places/qx',
    '/places/ken',
    '/languages/xx',
    '/languages/e',
    '/places/ke?before=1',
  ])
    assert.equal(await to(path), '404', path)
})

test('where there is nothing to read, the way leads on', () => {
  const onward = /yet\.<\/p><ul class="plainlist">\s<li><a href="\/">The latest stories<\/a>/
  assert.match(topicsPage(frame('/topics'), []), onward)
  assert.doesNotMatch(topicsPage(frame('/topics'), topicCounts), /plainlist/)
})

test('a language is called by its own name, and by ours where that is another', () => {
  const counted = ['es', 'mi', 'en'].map((language) => ({ language, stories: 2 }))
  const page = languagesPage(frame('/languages'), counted)
  assert.match(page, /<bdi lang="es" dir="ltr">Español<\/bdi> <span class="soft">Spanish<\/span><\/a>/)
  assert.match(page, /<bdi lang="mi" dir="ltr">Māori<\/bdi><\/a>/)
  assert.match(
    languagesPage(frame('/languages', { query: { text: '' } }), counted),
    />Español<\/bdi>\u00a0· Spanish<\/a>/,
  )
})

test('lists stand in the order in which the page’s language has names', () => {
  const order = (page: string) =>
    [...page.matchAll(/<li><a href="\/(?:es\/)?(?:places|topics)\/([\w-]+)"/g)].map(([, to]) => to)
  assert.deepEqual(order(placesPage(frame('/places'), placeCounts)).slice(0, 3), ['ba', 'ca', 'cd'])
  assert.deepEqual(order(placesPage(frame('/places', { language: 'es' }), placeCounts)).slice(0, 3), ['de', 'ba', 'ca'])
  assert.deepEqual(order(topicsPage(frame('/topics'), topicCounts)).slice(0, 2), ['archives', 'culture'])
})
