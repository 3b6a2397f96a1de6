/** Forgets of decided notices how to reach their writers after 30 days, and what they said after a year. */
import type { Db } from '../db/connection.ts'
import { forgetNoticeWords } from '../db/notices.ts'

const day = 86_400_000

/** How many forgot something. */
export async function forgetNotices(db: Db, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * day)
  return await forgetNoticeWords(db, { contact: before(30), words: before(365) })
}
