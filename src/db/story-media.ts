/** Which pictures of ours stories show, as the wire writes it down. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import { isOurs } from '../core/story/pictures.ts'
import type { Picture } from '../core/story/story.ts'
import type { Tx } from './connection.ts'
import { forgetMedia } from './unused-media.ts'

type Pictured = { readonly id: StoryId; readonly pictures: readonly Picture[] }

/**
 * Notes which pictures new stories show: what is ours is served from now on, what is elsewhere is to be brought. Of
 * unknown licence neither is.
 */
export async function linkMedia(tx: Tx, stories: readonly Pictured[], at: Date): Promise<void> {
  const links = stories.flatMap(({ id, pictures }) =>
    pictures.filter(({ url, licence }) => isOurs(url) || licence !== 'unknown').map(({ url }) => ({ id, url })),
  )
  if (links.length === 0) return
  const ids = links.map(({ id }) => id)
  const urls = links.map(({ url }) => url)
  const hashes = urls.map((url) => (isOurs(url) ? hashOf(url) : null))
  await sql`
    insert into pictures (url, noted_at, next_try_at)
    select distinct url, ${at}::timestamptz, ${at}::timestamptz from unnest(${urls}::text[]) as given (url) order by url
    on conflict (url) do nothing`.execute(tx)
  await sql`
    insert into story_pictures (story_id, url) select * from unnest(${ids}::uuid[], ${urls}::text[])
    on conflict do nothing`.execute(tx)
  // Asked after the rows above are locked: whoever is just bringing one of them sees these stories, or is seen here.
  await sql`
    insert into story_media (story_id, hash)
    select given.id, m.hash from unnest(${ids}::uuid[], ${urls}::text[], ${hashes}::text[]) as given (id, url, hash)
    join pictures k on k.url = given.url
    cross join lateral (
      select given.hash union select r->>'hash' from jsonb_array_elements(k.renditions) r) as shown (hash)
    join media m on m.hash = shown.hash on conflict do nothing`.execute(tx)
}

/** The same of a new version: what an earlier one showed is not shown any more. */
export async function relinkMedia(tx: Tx, story: Pictured, at: Date): Promise<void> {
  await tx.deleteFrom('storyMedia').where('storyId', '=', story.id).execute()
  await tx.deleteFrom('storyPictures').where('storyId', '=', story.id).execute()
  await linkMedia(tx, [story], at)
}

/** Forgets the pictures all versions of a story had and nobody else shows; answers their hashes. */
export async function eraseMedia(tx: Tx, id: StoryId): Promise<string[]> {
  const { rows } = await sql<{ url: string }>`
    select distinct p->>'url' as url from versions v, jsonb_array_elements(v.pictures) p where v.story_id = ${id}`.execute(
    tx,
  )
  if (rows.length === 0) return []
  const urls = rows.map(({ url }) => url)
  await tx.deleteFrom('storyMedia').where('storyId', '=', id).execute()
  await tx.deleteFrom('storyPictures').where('storyId', '=', id).execute()
  return await removePictures(tx, urls)
}

/** Forgets those of these pictures that no story shows; answers the hashes of what nobody needs any more. */
export async function removePictures(tx: Tx, urls: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ hashes: string[] }>`
    delete from pictures k where k.url = any(${urls}::text[])
      and not exists (select from story_pictures s where s.url = k.url)
    returning jsonb_path_query_array(k.renditions, '$[*].hash') as hashes`.execute(tx)
  const hashes = [...urls.filter(isOurs).map(hashOf), ...rows.flatMap((row) => row.hashes)]
  return await forgetMedia(tx, hashes)
}

function hashOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}
