/** Pictures: what is known of the bytes in the media store. */
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

export async function findMedia(db: Db, hash: string): Promise<(Media & { createdAt: Date }) | undefined> {
  return await db
    .selectFrom('media')
    .select(['hash', 'type', 'width', 'height', 'bytes', 'createdAt'])
    .where('hash', '=', hash)
    .executeTakeFirst()
}
