import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { command } from '../commands/story.ts'
import type { StoryId } from '../core/id.ts'
import { updateNetwork } from '../db/network.ts'
import { findAddress } from '../db/published.ts'
import { storyHref } from '../routes.ts'
import { hold, release, withdraw } from './recall.ts'

/** One text in English, Spanish and Arabic, behind a real address, where pages are kept until they are dropped. */
async function inThreeLanguages() {
  const world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'es'] }))
  const en = await world.story({ headline: 'Walrus leaves', language: 'en' })
  const es = await world.story({ headline: 'La morsa se va', language: 'es' })
  const ar = await world.story({ headline: 'رحل الفظ', language: 'ar' })
  const { port } = await world.web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
  while ((await fetch(`http://127.0.0.1:${port}/readyz`)).status !== 200) await new Promise(setImmediate)
  const hrefs = new Map<StoryId, string>()
  for (const id of [en, es, ar]) {
    const address = await findAddress(world.db, id)
    assert.ok(address)
    hrefs.set(id, storyHref(address))
  }
  const href = (id: StoryId) => hrefs.get(id) ?? ''
  return {
    ...{ world, en, es, ar, href, get },
    /** Waits until every process has heard: then the page says it, or does not. */
    async until(path: string, said: RegExp, is = true) {
      while (said.test(await get(path)) !== is) await new Promise(setImmediate)
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

async function say(world: World, words: string[], flags: string[] = []) {
  const out = { print: () => undefined, json: () => undefined, note: () => undefined }
  await command.run(
    { words: ['translation', ...words], options: {}, flags: new Set(flags), json: true },
    out,
    world.config,
  )
}

test('stories that are one text name each other on their pages, to machines and to who republishes', async () => {
  await using house = await inThreeLanguages()
  const { world, en, es, ar, href, get, until } = house
  assert.doesNotMatch(await get(href(en)), /Also in/)
  await say(world, [href(en), es])
  await say(world, [ar, `https://wire.example${href(es)}`])
  await until(href(en), /العربية/)
  const page = await get(href(en))
  assert.match(
    page,
    new RegExp(
      `Also in: <a href="${href(ar)}" hreflang="ar" lang="ar" dir="rtl" title="رحل الفظ">العربية</a> · <a href="${href(es)}"`,
    ),
  )
  // Search engines hear of the stories, each in its own language's pages, and nothing of the pages around this one.
  const wanted = [
    `ar https://wire.example${href(ar)}`,
    `en https://wire.example${href(en)}`,
    `es https://wire.example/es${href(es)}`,
    `x-default https://wire.example${href(en)}`,
  ]
  assert.deepEqual(tongues(page), wanted)
  assert.deepEqual(tongues(await get(href(ar))), wanted, 'every page of a text names the same')
  const data = JSON.parse(/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '')
  assert.deepEqual(
    data.workTranslation.map((one: { inLanguage: string }) => one.inLanguage),
    ['ar', 'es'],
  )
  const ninjs = JSON.parse(await get(`${href(en)}.json`))
  assert.deepEqual(
    ninjs.associations.map((one: Record<string, unknown>) => [one.name, one.language, one.uri]),
    [
      ['translation', 'ar', ninjs.uri.replace(en, ar)],
      ['translation', 'es', ninjs.uri.replace(en, es)],
    ],
  )
  for (const feed of ['/feed', '/feed.atom'])
    assert.match(
      await get(feed),
      new RegExp(
        `<(?:atom:)?link rel="alternate" type="text/html" hreflang="es" href="https://wire.example${href(es)}"/>`,
      ),
    )
  assert.match(await get(`${href(en)}/republish`), new RegExp(`Also in: .*href="${href(es)}/republish"`))
})

function tongues(page: string): string[] {
  const links = page.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">/g)
  return [...links].map(([, tongue, to]) => `${tongue} ${to}`).sort()
}

test('a translation that may not be shown is named nowhere, and comes back when it may', async () => {
  await using house = await inThreeLanguages()
  const { world, en, es, href, get, until } = house
  await say(world, [en, es])
  await until(href(en), /Español<\/a>/)
  const act = async (what: (...of: Parameters<typeof hold>) => Promise<unknown>) => {
    world.clock.advance(60)
    const context = await world.wire()
    await world.db.transaction().execute(async (tx) => void (await what(tx, context, es, 'Whyword')))
  }
  await act(hold)
  await until(href(en), /La morsa/, false)
  const paths = [
    href(en),
    `/es${href(en)}`,
    `${href(en)}.json`,
    `${href(en)}/republish`,
    '/feed',
    '/feed.atom',
    '/feed.ninjs',
  ]
  for (const path of paths) assert.doesNotMatch(await get(path), /la-morsa|La morsa/, path)
  await act(release)
  await until(href(en), /La morsa/)
  await act(withdraw)
  await until(href(en), /La morsa/, false)
})

test('what was said is taken back; a text stands once in a language', async () => {
  await using house = await inThreeLanguages()
  const { world, en, es, ar, href, until } = house
  await say(world, [en, es])
  await say(world, [es, ar])
  await until(href(ar), /English<\/a>/)
  await say(world, [href(es)], ['none'])
  await until(href(en), /Español<\/a>/, false)
  await until(href(ar), /English<\/a>/)
  const second = await world.story({ headline: 'Otra morsa', language: 'es' })
  await assert.rejects(say(world, [second, es]), /A text stands once in each language/)
  await say(world, [second, en])
  await assert.rejects(say(world, [es, en]), /A text stands once in each language/)
  await assert.rejects(say(world, [en]), /Say which two stories/)
  await assert.rejects(say(world, [en, '01a0b0c0-0000-7000-8000-000000000001']), /There is no story/)
})
