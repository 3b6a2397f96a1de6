/** What of sessions, links and tries is past its time. */
import { sql } from 'kysely'
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
      delete from accounts a using identities i
      where i.account_id = a.id and i.mail_confirmed_at is null and a.password is null and a.created_at < ${weekAgo}
        and not exists (select from links where account_id = a.id)
        and not exists (select from sessions where account_id = a.id)
        and not exists (select from passkeys where account_id = a.id)
        and not exists (select from rights where account_id = a.id and revoked_at is null)`.execute(db),
  ]
  return gone.reduce((sum, { numAffectedRows = 0n }) => sum + Number(numAffectedRows), 0)
}
