/** What waits for a person, in numbers: for whoever watches over the network. Nothing is counted beyond a limit. */
import { sql } from 'kysely'
import type { Db } from './connection.ts'

/** In a flood more of them would say no more. */
const most = 10_000
const weekMs = 7 * 86_400_000

export type Waiting = {
  /** Of those that nobody has decided, how many wait for longer than a week. */
  readonly applications: { readonly waiting: number; readonly overWeek: number }
  readonly noticesOverWeek: number
  readonly suspended: number
  readonly quarantines: number
  readonly draftsSent: number
  readonly moderators: number
}

export async function countWaiting(db: Db, now: Date): Promise<Waiting> {
  const since = new Date(now.getTime() - weekMs)
  const count = (rows: ReturnType<typeof sql>) => sql`(select count(*)::int from (${rows} limit ${most}) x)`
  const { rows } = await sql<Omit<Waiting, 'applications'> & Waiting['applications']>`
    select ${count(sql`select from applications where standing = 'waiting'`)} as waiting,
      ${count(sql`select from applications where standing = 'waiting' and submitted_at < ${since}`)} as over_week,
      ${count(sql`select from notices where closed_at is null and received_at < ${since}`)} as notices_over_week,
      ${count(sql`select from suspensions where ended_at is null`)} as suspended,
      ${count(sql`select from quarantines where ended_at is null`)} as quarantines,
      ${count(sql`select from drafts where standing = 'sent'`)} as drafts_sent,
      ${count(sql`select from rights where right_name = 'moderator' and revoked_at is null`)} as moderators`.execute(db)
  const [counted] = rows
  if (!counted) throw new Error('Counting answered nothing.')
  const { waiting, overWeek, ...others } = counted
  return { applications: { waiting, overWeek }, ...others }
}
