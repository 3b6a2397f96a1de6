/** Forgets who read what and who was away, and after a year what was said in appeals that are decided. */
import { forgetAbsences } from '../db/absences.ts'
import { forgetAppealWords } from '../db/appeals.ts'
import { forgetReadings } from '../db/application-queue.ts'
import type { Db } from '../db/connection.ts'

const year = 365 * 86_400_000

/** How many forgot something. */
export async function forgetModeration(db: Db, now: Date): Promise<number> {
  const appeals = await forgetAppealWords(db, new Date(now.getTime() - year))
  return appeals + (await forgetReadings(db, now)) + (await forgetAbsences(db, now))
}
