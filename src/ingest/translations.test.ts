/** What feeds say of translations: two stories of one member become one text; nobody else's, and not against people. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atom, type Entry, rss } from '../../test/support/feeds.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { readText } from '../core/formats/read.ts'
import type { SourceId } from '../core/id.ts'
import { listPublishedWhole } from '../db/published.ts'
import { tellAlone } from '../wire/translate.ts'

const base = 'https://harbour.example'
const english: Entry = {
  id: 'en',
  link: `${base}/en/walrus`,
  title: 'The walrus leaves the harbour',
  text: 'It left in the night, and nobody saw it go.',
}
const spanish: Entry = {
  id: 'es',
  link: `${base}/es/morsa`,
  title: 'La morsa deja el puerto',
  text: 'Se fue de noche y nadie la vio irse del puerto.',
}
const language = (tag: string) => `<dc:language>${tag}</dc:language>`
const rssLink = (tag: string, to: Entry) => `<atom:link rel="alternate" hreflang="${tag}" href="${to.link}"/>`

async function named(world: World): Promise<Record<string, string[]>> {
  const stories = await listPublishedWhole(world.db, { limit: 9 })
  return Object.fromEntries(
    stories.map((story) => [story.language, (story.translations ?? []).map((to) => to.language)]),
  )
}

async function visited(world: World, feeds: Readonly<Record<string, string>>) {
  const site = await world.net.site()
  const sources: SourceId[] = []
  for (const [path, text] of Object.entries(feeds)) {
    site.serve(path, text)
    const source = await world.source(site.url + path, { shows: 'full' })
    await world.visit(source)
    sources.push(source)
  }
  return { site, sources }
}

test('the second of two that name each other brings them together, in one feed or in two', async () => {
  for (const feeds of [
    {
      '/feed': rss([
        { ...english, more: language('en') + rssLink('es', spanish) },
        { ...spanish, more: language('es') + rssLink('en', english) },
      ]),
    },
    {
      '/en': rss([{ ...english, more: language('en') + rssLink('es', spanish) }]),
      '/es': rss([{ ...spanish, more: language('es') + rssLink('en', english) }]),
    },
    { '/atom': atom([{ ...english, more: rssLink('es', spanish).replace('atom:', '') }, spanish]) },
  ]) {
    await using world = await newsroom()
    await visited(world, feeds)
    assert.deepEqual(await named(world), { en: ['es'], es: ['en'] }, Object.keys(feeds).join())
  }
})

test('who names another member’s story, one in its own language, or what people told apart, brings nothing together', async () => {
  await using world = await newsroom()
  const { site, sources } = await visited(world, {
    '/feed': rss([
      { ...english, more: language('en') + rssLink('es', spanish) },
      { ...spanish, more: language('es') },
    ]),
  })
  const [first] = await listPublishedWhole(world.db, { limit: 1 })
  assert.ok(first)
  await world.db.transaction().execute((tx) => tellAlone(tx, { now: world.clock(), by: 'operator' }, first.id))
  assert.deepEqual(await named(world), { en: [], es: [] })
  site.serve(
    '/feed',
    rss([
      { ...english, text: 'It left in the night, they say.', more: language('en') + rssLink('es', spanish) },
      { ...spanish, text: 'Se fue de noche, dicen todos aquí.', more: language('es') + rssLink('en', english) },
    ]),
  )
  world.clock.advance(3_600)
  for (const source of sources) assert.equal((await world.visit(source)).itemsChanged, 2)
  assert.deepEqual(await named(world), { en: [], es: [] })

  await using other = await newsroom()
  const theirs = await other.member({ name: 'Somebody else', site: 'https://else.example' })
  await other.story({ headline: 'La morsa', language: 'es', origin: { url: spanish.link ?? null } })
  assert.ok(theirs)
  await visited(other, {
    '/feed': rss([
      { ...english, more: language('en') + rssLink('es', spanish) },
      {
        ...english,
        id: '2',
        link: `${base}/2`,
        title: 'The walrus is back again',
        more: language('en') + rssLink('es', english),
      },
    ]),
  })
  for (const story of await listPublishedWhole(other.db, { limit: 9 })) assert.deepEqual(story.translations, [])
})

test('an item’s own page is the one in its own language, whichever comes first; the others are its translations', () => {
  const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><id>x</id><title>x</title><entry><id>1</id><title>Uno</title>
<link rel="alternate" hreflang="en" href="/en/1"/><link hreflang="es" href="/es/1"/><link rel="alternate" hreflang="pt_BR" href="/pt/1"/><link rel="enclosure" hreflang="fr" href="/fr/1.mp3"/></entry></feed>`
  const [item] = readText(text, { base }).items
  assert.equal(item?.url, `${base}/es/1`)
  assert.deepEqual(item?.translations, [
    { language: 'en', url: `${base}/en/1` },
    { language: 'pt-BR', url: `${base}/pt/1` },
  ])
})
