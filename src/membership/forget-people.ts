/** Forgets whom members asked in, and whom staff put in an owner's place, 30 days after it came to an end. */
import type { Db } from '../db/connection.ts'
import { forgetOwnerChanges } from '../db/owner-changes.ts'
import { forgetSeatInvitations } from '../db/seat-invitations.ts'

const days = 30

/** How many lines went. */
export async function forgetPeople(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000)
  return (await forgetSeatInvitations(db, before)) + (await forgetOwnerChanges(db, before))
}
