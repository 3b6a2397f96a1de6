import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { updateNetwork } from '../db/network.ts'

async function inLanguages(world: World, ...languages: string[]): Promise<void> {
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages }))
}

async function ask(world: World, path: string, headers: Record<string, string> = {}) {
  const response = await world.get(path, headers)
  const [, page] = /<html (lang="[\w-]+" dir="\w+")>/.exec(await response.clone().text()) ?? []
  return `${response.status} ${response.headers.get('location') ?? page ?? response.headers.get('content-type')}`
}

test('the address says the language of a page, and nothing else does', async () => {
  await using world = await newsroom()
  await inLanguages(world, 'en', 'es', 'ar')
  for (const path of ['/', '/about', '/members', '/topics', '/notice', '/archive/2026']) {
    const rest = path === '/' ? '' : path
    assert.equal(await ask(world, path, { 'accept-language': 'ar' }), '200 lang="en" dir="ltr"', path)
    assert.equal(await ask(world, `/es${rest}`), '200 lang="es" dir="ltr"', path)
    assert.equal(await ask(world, `/ar${rest}`), '200 lang="ar" dir="rtl"', path)
  }
})

test('where the network’s first language is another, English has the prefix', async () => {
  await using world = await newsroom()
  await inLanguages(world, 'es', 'en')
  assert.equal(await ask(world, '/about'), '200 lang="es" dir="ltr"')
  assert.equal(await ask(world, '/en/about'), '200 lang="en" dir="ltr"')
  assert.equal(await ask(world, '/es/about'), '301 /about')
})

test('the first language’s own prefix, other spellings, and what has no language lead to the one address', async () => {
  await using world = await newsroom()
  await inLanguages(world, 'en', 'es')
  assert.equal(await ask(world, '/en'), '301 /')
  assert.equal(await ask(world, '/en/corrections?before=1&x'), '301 /corrections?before=1&x')
  assert.equal(await ask(world, '/es/'), '301 /es')
  assert.equal(await ask(world, '/ES/About/'), '301 /es/about')
  assert.equal(await ask(world, '/es/feed?before=1'), '301 /feed?before=1')
  assert.equal(await ask(world, '/es/robots.txt'), '301 /robots.txt')
  assert.equal(await ask(world, '/es/healthz'), '301 /healthz')
})

test('a language the network does not have is not found, and said in its own', async () => {
  await using world = await newsroom()
  await inLanguages(world, 'en', 'es')
  assert.equal(await ask(world, '/ar/about'), '404 lang="en" dir="ltr"')
  assert.equal(await ask(world, '/fr/about'), '404 lang="en" dir="ltr"')
  assert.equal(await ask(world, '/es/nothing'), '404 lang="es" dir="ltr"')
  assert.equal(await ask(world, '/es/members/nobody'), '404 lang="es" dir="ltr"')
})

test('ids lead to their story in the language that was asked for', async () => {
  await using world = await newsroom()
  await inLanguages(world, 'en', 'ar')
  const id = await world.story()
  const story = '/2026/11/24/court-lets-a-community-archive-keep-its-name'
  assert.equal(await ask(world, `/ar/stories/${id}`), `302 /ar${story}`)
  assert.equal(await ask(world, `/stories/${id}?text`), `302 ${story}?text`)
  assert.equal(await ask(world, `/ar${story.toUpperCase()}`), `301 /ar${story}`)
})

test('a method that a page does not know is told which it does', async () => {
  await using world = await newsroom()
  for (const [path, allow] of [
    ['/', 'GET, HEAD'],
    ['/feed', 'GET, HEAD'],
    ['/notice', 'GET, HEAD, POST'],
  ]) {
    const response = await world.web.fetch(new Request(`http://wire.example${path}`, { method: 'DELETE' }))
    assert.deepEqual([response.status, response.headers.get('allow')], [405, allow])
  }
})

test('the page that says the database is away needs no database', async () => {
  await using world = await newsroom()
  await inLanguages(world, 'en', 'es')
  assert.equal(await ask(world, '/es/about'), '200 lang="es" dir="ltr"')
  await world.db.schema.alterTable('network').renameTo('gone').execute()
  const response = await world.get('/es/about')
  await world.db.schema.alterTable('gone').renameTo('network').execute()
  assert.equal(response.status, 503)
  assert.match(await response.text(), /<html lang="es" dir="ltr">[\s\S]*Algo ha fallado[\s\S]*test/)
})
