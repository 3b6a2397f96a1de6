/** The draft an address names, where it is one of the member's whose people may enter. */
import { seatOf } from '../core/account/visitor.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import { readId } from '../core/id.ts'
import type { DraftFields } from '../core/story/draft-fields.ts'
import type { Tx } from '../db/connection.ts'
import { type Draft, type DraftId, findDraft, lockDraft, saveDraft } from '../db/drafts.ts'
import type { Asked } from './means.ts'

export async function ownDraft(context: Asked): Promise<Draft> {
  const { member } = seatOf(context, context.params.member ?? '')
  const id = readId<DraftId>(context.params.draft ?? '')
  const draft = id && (await findDraft(context.db, id, member))
  if (!draft) throw new NotFound('There is no such draft.')
  return draft
}

/** Whether its people may change it now. */
export function isOpen({ standing }: Draft): boolean {
  return standing === 'open' || standing === 'returned'
}

/** Changes a draft under its lock. Throws Conflict when editors have it, or it is published. */
export async function changeDraft<T>(
  { db, now }: Asked,
  { id }: Draft,
  change: (tx: Tx, draft: Draft) => Promise<{ readonly fields?: DraftFields; readonly answer: T }>,
): Promise<T> {
  return await db.transaction().execute(async (tx) => {
    const draft = await lockDraft(tx, id)
    if (!draft) throw new NotFound('There is no such draft.')
    if (!isOpen(draft)) throw new Conflict('This draft was sent in: take it back first.')
    const { fields, answer } = await change(tx, draft)
    if (fields) await saveDraft(tx, id, fields, now)
    return answer
  })
}
