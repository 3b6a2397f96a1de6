/** Pictures: what is known of the bytes in the media store. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'

export type Media = {
  readonly hash: string
  readonly type: string
  readonly width: number
  readonly height: number
  readonly bytes: number
}

export async function insertMedia(tx: Tx, media: Media, at: Date): Promise<void> {
  await tx
    .insertInto('media')
    .values({ ...media, createdAt: at })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

/**
 * Whoever puts a picture into the store, or removes it from there, holds its name until that is written down: else one
 * would remove what another has just put there, which is the same picture by its hash.
 */
export async function lockMedia(tx: Tx, hash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`media ${hash}`}, 0))`.execute(tx)
}

/** Whether a picture is still known of. */
export async function isKnownMedia(db: Db, hash: string): Promise<boolean> {
  return (await db.selectFrom('media').select('hash').where('hash', '=', hash).executeTakeFirst()) !== undefined
}

/** A picture that readers may see: a member's logo or banner, or one of a story that is shown with its pictures. */
export async function findShownMedia(
  db: Db,
  hash: string,
): Promise<(Media & { readonly createdAt: Date; readonly stories: readonly StoryId[] }) | undefined> {
  const { rows } = await sql<Media & { createdAt: Date; stories: StoryId[]; isLogo: boolean }>`
    select m.hash, m.type, m.width, m.height, m.bytes, m.created_at,
      exists (select from members where logo = m.hash)
        or exists (select from member_profiles where banner = m.hash) as is_logo,
      array(select s.story_id from story_media s join published_stories p on p.id = s.story_id
        where s.hash = m.hash and p.picture_use <> 'none') as stories
    from media m where m.hash = ${hash}`.execute(db)
  const [row] = rows
  if (!row || (!row.isLogo && row.stories.length === 0)) return undefined
  const { isLogo: _, ...media } = row
  return media
}

export async function findMedia(db: Db, hash: string): Promise<Media | undefined> {
  return await db
    .selectFrom('media')
    .select(['hash', 'type', 'width', 'height', 'bytes'])
    .where('hash', '=', hash)
    .executeTakeFirst()
}
