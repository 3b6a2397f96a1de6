/** What of sessions, links and tries is past its time. */
import { sql } from 'kysely'
import { isUnused } from './accounts.ts'
import type { Db } from './connection.ts'

/** Failures count for an hour; the rest says itself when it is over. Answers how many lines went. */
export async function forgetPastDoors(db: Db, now: Date): Promise<number> {
  const hourAgo = new Date(now.getTime() - 3_600_000)
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000)
  const gone = [
    await sql`delete from sessions where expires_at < ${now}`.execute(db),
    await sql`delete from links where expires_at < ${now}`.execute(db),
    await sql`delete from answered_challenges where expires_at < ${now}`.execute(db),
    await sql`delete from failed_sign_ins where failed_at < ${hourAgo}`.execute(db),
    // Made for an invitation that nobody took up.
    await sql`
      delete from accounts a where a.created_at < ${weekAgo} and ${isUnused}
        and not exists (select from links where account_id = a.id)`.execute(db),
  ]
  return gone.reduce((sum, { numAffectedRows = 0n }) => sum + Number(numAffectedRows), 0)
}
