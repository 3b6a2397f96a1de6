/** A source whose stories have a picture, and what readers and staff see of it. */
import assert from 'node:assert/strict'
import sharp from 'sharp'
import type { Grant } from '../../src/core/story/gate.ts'
import { shownPictures } from '../../src/core/story/pictures.ts'
import type { Tx } from '../../src/db/connection.ts'
import { listRefusedPictures } from '../../src/db/pictures.ts'
import { listPublished } from '../../src/db/published.ts'
import type { WireContext } from '../../src/wire/publish.ts'
import { newsroom, type World } from './newsroom.ts'
import type { Stranger } from './strangers.ts'

export const photograph = (colour = '#7a1f6b') =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: colour } })

type Words = { url?: string; title?: string; credit?: string; text?: string }

export function feed(site: Stranger, ...stories: readonly Words[]): string {
  const items = stories.map(
    ({ url = `${site.url}/boats.jpg`, title = 'Boats', credit = '', text = 'They came back in the evening.' }) =>
      `<item><guid>${title}</guid><title>${title} in the harbour</title><link>https://harbour.example/${title}</link><description>${text}</description>
<media:content url="${url}" medium="image"><media:title>Two boats</media:title><media:description>Boats in May</media:description><media:credit>${credit}</media:credit></media:content></item>`,
  )
  return `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour Times</title>${items.join('')}</channel></rss>`
}

export async function atSea(
  words: Words = {},
  given: Partial<Grant> = { pictures: 'credit' },
  env: Record<string, string> = {},
) {
  const world = await newsroom(env)
  const site = await world.net.site()
  site.serve('/boats.jpg', { headers: { 'content-type': 'image/jpeg' }, body: await photograph().jpeg().toBuffer() })
  site.serve('/feed', feed(site, words))
  const source = await world.source(`${site.url}/feed`, given)
  await world.visit(source)
  const asked = (path = '/boats.jpg') => site.requests.filter((request) => request.path === path).length
  return { world, site, source, asked, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

export async function line(world: World) {
  const [story] = await listPublished(world.db, { limit: 1 })
  assert.ok(story)
  return story
}

export async function shown(world: World) {
  const story = await line(world)
  const [picture] = shownPictures(story)
  const page = await (await world.get(`/${story.day.replaceAll('-', '/')}/${story.slug}`)).text()
  return { story, picture, page }
}

/** What each file of a picture answers. */
export async function statuses(world: World, hashes: readonly string[]) {
  return [...new Set(await Promise.all(hashes.map(async (hash) => (await world.get(`/media/${hash}`)).status)))]
}

export type Act = (tx: Tx, context: WireContext) => Promise<unknown>

export async function transact(world: World, act: Act): Promise<void> {
  world.clock.advance(1)
  const context = await world.wire()
  await world.db.transaction().execute(async (tx) => void (await act(tx, context)))
}

export async function refusals({ world, source }: Awaited<ReturnType<typeof atSea>>) {
  return (await listRefusedPictures(world.db, source, 9)).map(({ reason, nextTryAt }) => [reason, nextTryAt !== null])
}
