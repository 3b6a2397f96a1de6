/** Forgets pictures that only versions from before had: nobody sees them, and after a month nobody misses them. */
import type { Db } from '../db/connection.ts'
import { forgetPictures } from '../db/pictures.ts'
import { addTasks } from '../db/tasks.ts'

const month = 30 * 86_400_000

/** Answers how many files of them go. */
export async function forgetPastPictures(db: Db, now: Date): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const hashes = await forgetPictures(tx, new Date(now.getTime() - month))
    if (hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes } }])
    return hashes.length
  })
}
