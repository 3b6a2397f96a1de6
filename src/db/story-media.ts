/** Which pictures of ours stories show, as the wire writes it down. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import { isOurs } from '../core/story/pictures.ts'
import type { Picture } from '../core/story/story.ts'
import type { Tx } from './connection.ts'
import { forgetMedia } from './unused-media.ts'

type Pictured = { readonly id: StoryId; readonly pictures: readonly Picture[] }

/** Notes which pictures of ours new stories show. */
export async function linkMedia(tx: Tx, stories: readonly Pictured[]): Promise<void> {
  const links = stories.flatMap(({ id, pictures }) =>
    pictures.filter(({ url }) => isOurs(url)).map(({ url }) => ({ id, hash: hashOf(url) })),
  )
  if (links.length === 0) return
  await sql`
    insert into story_media (story_id, hash)
    select given.id, m.hash from unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ hash }) => hash)}::text[]) as given (id, hash)
    join media m on m.hash = given.hash on conflict do nothing`.execute(tx)
}

/** The same of a new version: what an earlier one showed is not shown any more. */
export async function relinkMedia(tx: Tx, story: Pictured): Promise<void> {
  await tx.deleteFrom('storyMedia').where('storyId', '=', story.id).execute()
  await linkMedia(tx, [story])
}

/** Forgets the pictures all versions of a story had and nobody else shows; answers their hashes. */
export async function eraseMedia(tx: Tx, id: StoryId): Promise<string[]> {
  const { rows } = await sql<{ url: string }>`
    select distinct p->>'url' as url from versions v, jsonb_array_elements(v.pictures) p where v.story_id = ${id}`.execute(
    tx,
  )
  const hashes = rows.flatMap(({ url }) => (isOurs(url) ? [hashOf(url)] : []))
  if (hashes.length === 0) return []
  await tx.deleteFrom('storyMedia').where('storyId', '=', id).execute()
  return await forgetMedia(tx, hashes)
}

function hashOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}
