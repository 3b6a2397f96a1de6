/** A profile is saved. A new name is told to moderators: under another's name somebody could be taken for them. */
import { Conflict } from '../core/errors.ts'
import type { Seat } from '../core/member/seat.ts'
import type { Network } from '../core/network.ts'
import type { Db } from '../db/connection.ts'
import { dropEditions } from '../db/notify.ts'
import { findOwnFacts, findProfile, keepContacts, keepHomes, keepProfile, updateMember } from '../db/profiles.ts'
import { listHolders, recordAct } from '../db/rights.ts'
import { lockSeats } from '../db/seats.ts'
import { addTasks } from '../db/tasks.ts'
import { sealContacts } from '../host/member-contacts.ts'
import { tellAccounts } from './letters.ts'
import type { ProfileGiven } from './profile-form.ts'

export type Saving = {
  readonly secret: string
  readonly network: Network
  readonly url: string
  readonly now: Date
  readonly by: string
}

export async function saveProfile(
  db: Db,
  on: Saving,
  seat: Pick<Seat, 'member' | 'slug'>,
  given: ProfileGiven,
): Promise<void> {
  const { now, by, secret } = on
  const { facts, homes, contacts, ...rest } = given
  await db.transaction().execute(async (tx) => {
    await lockSeats(tx, seat.member)
    const before = await findOwnFacts(tx, seat.member)
    if (!before || before.leftAt) throw new Conflict('This member has left.')
    await updateMember(tx, seat.member, facts)
    await keepProfile(tx, seat.member, { ...(await findProfile(tx, seat.member)), ...rest }, now, by)
    await keepHomes(tx, seat.member, homes, now)
    if (homes.length > 0) await addTasks(tx, [{ name: 'check-homes', payload: {} }])
    await keepContacts(tx, seat.member, sealContacts(secret, contacts, now))
    if (before.name !== facts.name) {
      const why = `${before.name} → ${facts.name}`
      await recordAct(tx, { actedAt: now, actedBy: by, act: 'rename member', about: seat.slug, why })
      const moderators = (await listHolders(tx)).filter(({ right }) => right === 'moderator')
      await tellAccounts(
        tx,
        moderators.map(({ account }) => account),
        on,
        {
          what: 'renamed',
          member: { slug: seat.slug, name: facts.name },
          was: before.name,
        },
      )
    }
    await dropEditions(tx, ['members', 'network', `member:${seat.slug}`])
  })
}
