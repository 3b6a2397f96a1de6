/** Forgets applications that are past their time, with their pictures. */
import { forgetApplications } from '../db/applications.ts'
import type { Db } from '../db/connection.ts'
import { addTasks } from '../db/tasks.ts'

const day = 86_400_000
/** Days. A draft nobody goes on with, and never sooner than its reminder said; a question nobody answers; what was decided or taken back, for appeals and those who come again. */
const kept = { drafts: 30, reminded: 10, returned: 90, decided: 365 }

/** How many. */
export async function forgetPastApplications(db: Db, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * day)
  return await db.transaction().execute(async (tx) => {
    const past = {
      drafts: before(kept.drafts),
      reminded: before(kept.reminded),
      returned: before(kept.returned),
      decided: before(kept.decided),
    }
    const { count, hashes } = await forgetApplications(tx, past)
    if (hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes } }])
    return count
  })
}
