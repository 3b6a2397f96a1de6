/** A picture that readers may not see yet: for the people of its draft, and for editors once it was sent in. */
import type { Visitor } from '../core/account/visitor.ts'
import type { Db } from '../db/connection.ts'
import { findDraftMedia } from '../db/drafts.ts'
import type { MediaStore } from '../net/media-store.ts'
import type { Answer } from '../web/answer.ts'

/** Undefined where whoever asks may not see it, or nobody has it. */
export async function draftMedia(
  { db, media }: { readonly db: Db; readonly media: MediaStore },
  hash: string,
  visitor: Visitor | undefined,
): Promise<Answer | undefined> {
  if (!visitor) return undefined
  const members = visitor.seats.map(({ member }) => member)
  const found = await findDraftMedia(db, hash, { members, isEditor: visitor.rights.includes('editor') })
  const body = found && (await media.get(hash))
  return found && body && { status: 200, type: found.type, body, cache: 'private', tags: [] }
}
