/** Closing a notice with what was decided. */
import { Conflict, Invalid, NotFound } from '../core/errors.ts'
import type { NoticeNumber } from '../core/notice.ts'
import type { Tx } from '../db/connection.ts'
import { closeNotice, findNotice } from '../db/notices.ts'
import { dropEditions } from '../db/notify.ts'

/** `why` is told to whoever has the number. Throws NotFound, Conflict when it is closed already, Invalid without a reason. */
export async function decideNotice(
  tx: Tx,
  number: NoticeNumber,
  decision: { readonly at: Date; readonly by: string; readonly why: string },
): Promise<void> {
  const why = decision.why.trim()
  if (!why) throw new Invalid('Say what was decided: whoever has the number reads it.')
  if (await closeNotice(tx, number, { ...decision, why })) return await dropEditions(tx, ['moderation-log'])
  const notice = await findNotice(tx, number)
  if (!notice) throw new NotFound(`There is no notice ${number}.`)
  throw new Conflict(`The notice ${number} is closed already: ${notice.closed?.why ?? ''}`)
}
