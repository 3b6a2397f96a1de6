/** Forgets drafts nobody has touched for 180 days, and whom supporters were asked by after 30. */
import type { Db } from '../db/connection.ts'
import { deleteDraft, listForgottenDrafts } from '../db/drafts.ts'
import { forgetSupporterMails } from '../db/supporters.ts'
import { addTasks } from '../db/tasks.ts'

const day = 86_400_000

/** How many of each. */
export async function forgetDrafts(db: Db, now: Date): Promise<{ drafts: number; supporters: number }> {
  const ago = (days: number) => new Date(now.getTime() - days * day)
  const past = await listForgottenDrafts(db, ago(180))
  for (const id of past)
    await db.transaction().execute(async (tx) => {
      const hashes = await deleteDraft(tx, id)
      if (hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes } }])
    })
  return { drafts: past.length, supporters: await forgetSupporterMails(db, ago(30)) }
}
