/** Releases as somebody hands them in: the words a test cares about in a file, with pictures beside it. */
import sharp from 'sharp'
import type { StoryId } from '../../src/core/id.ts'
import { type Corrected, type Correction, correctRelease } from '../../src/desk/correct.ts'
import { type Desk, publishRelease } from '../../src/desk/publish.ts'
import type { Handed } from '../../src/desk/read-release.ts'
import { createMediaStore } from '../../src/net/media-store.ts'
import type { World } from './newsroom.ts'

export const headline = 'Nine groups ask the hosts to open the square'

/** A file of these facts, one to a line; the headline is there unless it is given. */
export function releaseFile(facts: readonly string[] = [], text = 'The groups ask for one thing.'): string {
  const named = facts.some((line) => line.startsWith('headline:')) ? facts : [`headline: ${headline}`, ...facts]
  return ['---', ...named, '---', text, ''].join('\n')
}

export function handed(file: string, pictures: Readonly<Record<string, Uint8Array>> = {}): Handed {
  return {
    name: 'release.md',
    bytes: new TextEncoder().encode(file),
    picture: async (name) => pictures[name],
  }
}

export function deskOf(world: World): Desk {
  return {
    db: world.db,
    media: createMediaStore(world.config, world.clock),
    now: world.clock(),
    by: 'test',
    url: world.config.url,
  }
}

/** Publishes a file for a member (made if there is none of this slug). */
export async function issue(
  world: World,
  file: string,
  options: { member?: string; again?: boolean; pictures?: Readonly<Record<string, Uint8Array>> } = {},
): Promise<{ id: StoryId; url: string; path: string }> {
  const member = options.member ?? (await world.member().catch(() => ({ slug: 'harbour-times' }))).slug
  const { id, url } = await publishRelease(deskOf(world), member, handed(file, options.pictures), {
    again: options.again ?? false,
  })
  return { id, url, path: new URL(url).pathname }
}

export function put(world: World, id: StoryId, file: string | undefined, correction: Correction): Promise<Corrected> {
  return correctRelease(deskOf(world), id, file === undefined ? undefined : handed(file), correction)
}

/** A photograph with a place and a maker written into it. */
export async function photograph(): Promise<Buffer> {
  return await sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a1f6b' } })
    .withExif({ IFD0: { Artist: 'Somebody with a name', ImageDescription: 'At home' } })
    .jpeg()
    .toBuffer()
}
