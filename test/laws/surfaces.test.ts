/** Every public address is asked, over its kept editions too: what may not be shown is nowhere, whatever happened to it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SafeHtml } from '../../src/core/html/sanitise.ts'
import type { SourceId, StoryId } from '../../src/core/id.ts'
import type { Tx } from '../../src/db/connection.ts'
import { updateNetwork } from '../../src/db/network.ts'
import { listPublished } from '../../src/db/published.ts'
import { routes } from '../../src/routes.ts'
import { grant } from '../../src/wire/grant.ts'
import type { WireContext } from '../../src/wire/publish.ts'
import { erase, hold, kill, release, withdraw } from '../../src/wire/recall.ts'
import { draftFor } from '../support/drafts.ts'
import { newsroom, type World } from '../support/newsroom.ts'

/** A word for each part of the story, which stands nowhere else. */
const words = {
  headline: 'Headlineword',
  excerpt: 'Excerptword',
  body: 'Bodyword',
  backMatter: 'Quoteword',
  byline: 'Bylineword',
  edNote: 'Ednoteword',
  located: 'Placeword',
  keywords: 'Keywordword',
}
type Part = keyof typeof words

test('a story is shown as far as it may be, and what is taken back is nowhere', async () => {
  await using newsroomAtWork = await atWork()
  const { world, id, source, ask, act } = newsroomAtWork
  const address = '/2026/11/24/headlineword-in-the-harbour'

  const whole = await ask()
  assert.deepEqual(whole.told, ['headline', 'excerpt', 'body', 'backMatter', 'byline', 'located', 'keywords'])
  assert.equal(whole.statusOf(address), 200)

  await act(address, (tx, context) => grant(tx, context, source, { shows: 'headline', pictures: 'none' }))
  assert.deepEqual((await ask()).told, ['headline', 'byline', 'located', 'keywords'])
  await act(address, (tx, context) => grant(tx, context, source, { shows: 'full', pictures: 'none' }))
  // Asked before it is held, so that every page of it is kept as an edition by then.
  assert.equal((await ask()).told.length, 7)

  await act(address, (tx, context) => hold(tx, context, id, 'Whyword'))
  const held = await ask()
  assert.deepEqual([held.told, held.counted, held.statusOf(address)], [[], [], 404])

  await act(address, (tx, context) => release(tx, context, id))
  assert.equal((await ask()).told.length, 7)

  for (const [recall, whose] of [
    [withdraw, true],
    [kill, false],
    [erase, false],
  ] as const) {
    // A page that names nobody reads the same after an erasure.
    await act(address, (tx, context) => recall(tx, context, id, 'Whyword'), recall !== erase)
    const gone = await ask()
    assert.deepEqual([gone.told, gone.counted, gone.statusOf(address)], [[], [], 410], recall.name)
    assert.equal(/harbour.times/i.test(gone.textOf(address)), whose, recall.name)
  }
  assert.deepEqual(await listPublished(world.db, { limit: 5 }), [])
})

async function atWork() {
  const world = await newsroom()
  const { port } = await world.web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' })
  const until = async (true_: () => Promise<boolean>) => {
    while (!(await true_())) await new Promise(setImmediate)
  }
  await until(async () => (await get('/readyz')).status === 200)
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'es'] }))
  await world.topic('harbours', 'Harbours')
  const member = await world.member()
  const source = await world.granted({ shows: 'full', pictures: 'none' })
  const id = await publish(world, member, source)
  const paths = addressesOf(id)

  return {
    world,
    id,
    source,
    /** Acts in a transaction, and returns when the processes have heard of it: the story's edition is another one. */
    async act(
      address: string,
      what: (tx: Tx, context: WireContext) => Promise<unknown>,
      changes = true,
    ): Promise<void> {
      const before = await editionOf(await get(address))
      world.clock.advance(60)
      const context = await world.wire()
      await world.db.transaction().execute((tx) => what(tx, context))
      if (changes) await until(async () => (await editionOf(await get(address))) !== before)
    },
    /** Asks every address twice, the second time for what is kept by then. */
    async ask() {
      const answers = new Map<string, { status: number; text: string }>()
      for (const path of [...paths, ...paths]) {
        const answer = await get(path)
        const headers = JSON.stringify([...answer.headers])
        answers.set(path, { status: answer.status, text: (await answer.text()) + headers })
      }
      const said = [...answers.values()].map(({ text }) => text).join('\n')
      assert.doesNotMatch(said, /Ednoteword|Whyword/, 'the note to editors and the reasons of staff are never public')
      return {
        told: (Object.keys(words) as Part[]).filter((part) => said.includes(words[part])),
        counted: [...answers].filter(([, { text }]) => /\b1 (?:story|noticia)\b/.test(text)).map(([path]) => path),
        statusOf: (path: string) => answers.get(path)?.status,
        textOf: (path: string) => answers.get(path)?.text ?? '',
      }
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

async function editionOf(answer: Response): Promise<string> {
  return `${answer.status} ${await answer.text()}`
}

async function publish(world: World, member: Parameters<typeof draftFor>[0], source: SourceId): Promise<StoryId> {
  const { excerpt, body, byline, edNote, located, keywords } = words
  const backMatter = {
    dated: '2026-11-24',
    event: null,
    quotes: [{ words: words.backMatter, speaker: 'Somebody', role: '' }],
    supporters: [],
    notesToEditors: '' as SafeHtml,
    boilerplate: [],
    contacts: [],
  }
  const text = { excerpt, body: `<p>${body}</p>`, byline, edNote, located, keywords: [keywords], backMatter }
  const about = { topics: ['harbours'], countries: ['KE'] }
  const headline = `${words.headline} in the harbour`
  const draft = draftFor(member, { headline, ...text, ...about, source }, world.clock())
  const [id] = await world.publish([draft])
  assert.ok(id)
  return id
}

/** Every route, filled in for this story. A route with a name that is not known here fails, so that none is forgotten. */
function addressesOf(id: StoryId): string[] {
  const names: Readonly<Record<string, string>> = {
    year: '2026',
    month: '11',
    day: '24',
    id,
    hash: 'f'.repeat(64),
    country: 'ke',
    tag: 'en',
    number: '0000-0000-0000',
    part: '1',
    passkey: '0123456789abcdef',
    step: 'facts',
    act: 'pause',
    member: 'harbour-times',
    draft: '01a0b0c0-0000-7000-8000-000000000001',
    story: '01a0b0c0-0000-7000-8000-000000000002',
    token: 'abcdefghijklmnopqrstuv',
    version: '1',
  }
  const slug = 'headlineword-in-the-harbour'
  /** What the search and pages of people who are signed in are asked. */
  const others: Readonly<Record<string, string>> = {
    state: 'failing',
    member: 'harbour-times',
    q: 'harbour',
    sort: 'next',
    after: '1',
    url: 'https://harbour.example',
    only: 'added',
    all: '',
    of: 'abcdef01',
    done: 'mail',
    work: 'none',
    language: 'es',
    do: 'refused',
    use: 'spam',
    topic: 'harbours',
    place: 'ke',
    genre: 'report',
    from: '2026-11',
    order: 'newest',
    in: 'texts',
    page: '1',
    by: 'map',
    kind: 'newspaper',
    country: 'ke',
  }
  /** What stands for a list or a story in several formats. */
  const files: Readonly<Record<string, readonly string[]>> = {
    feed: ['feed', 'feed.atom', 'feed.json', 'feed.ninjs'],
    storyFile: [`${slug}.json`, `${slug}.txt`, `${slug}.md`],
    other: ['abcdef.css'],
  }
  const slugs: Readonly<Record<string, string>> = {
    story: slug,
    republish: slug,
    topic: 'harbours',
    topicFeed: 'harbours',
  }
  return Object.entries(routes).flatMap(([route, { pattern, query, speaks }]) => {
    const last = pattern.includes(':feed') ? 'feed' : route in files ? route : 'other'
    return (files[last] ?? []).flatMap((file) => addressesAt(route, pattern, query, speaks, file))
  })

  function addressesAt(route: string, pattern: string, query: readonly string[], speaks: boolean, file: string) {
    const path = pattern.replace(/:(\w+)(\{[^/]*\})?/g, (_all, name: string) => {
      if (route === 'sitemapMonth' && name === 'month') return '2026-11'
      const value = { slug: slugs[route] ?? 'harbour-times', feed: file, file }[name] ?? names[name]
      assert.ok(value, `${route} has a ":${name}": say in test/laws/surfaces.test.ts how its address is made`)
      return value
    })
    const asked = query.flatMap((name) => {
      const value = { before: `9999999999999-${id}`, story: id, text: '', to: '/about', key: 'none', ...others }[name]
      assert.ok(value !== undefined, `${route} is asked "${name}": say in test/laws/surfaces.test.ts what for`)
      return `${path}?${name}=${value}`
    })
    return [path, ...asked, ...(speaks ? [`/es${path}`.replace(/\/$/, '')] : [])]
  }
}
