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
    const profile = await findProfile(tx, seat.member)
    await updateMember(tx, seat.member, facts)
    await keepProfile(tx, seat.member, { ...profile, ...rest }, now, by)
    await keepHomes(tx, seat.member, homes, now)
    if (homes.length > 0) await addTasks(tx, [{ name: 'check-homes', payload: {} }])
    await keepContacts(tx, seat.member, sealContacts(secret, contacts, now))
    const was = called(before.name, profile.names)
    const is = called(facts.name, given.names)
    // A name that is only left out is nobody else's.
    if (is.some((name) => !was.includes(name)) || before.name !== facts.name) {
      const why = `${was.join(', ')} → ${is.join(', ')}`
      await recordAct(tx, { actedAt: now, actedBy: by, act: 'rename member', about: seat.slug, why })
      const moderators = (await listHolders(tx)).filter(({ right }) => right === 'moderator')
      await tellAccounts(
        tx,
        moderators.map(({ account }) => account),
        on,
        {
          what: 'renamed',
          member: { slug: seat.slug, name: is.join(', ') },
          was: was.join(', '),
        },
      )
    }
    await dropEditions(tx, ['members', 'network', `member:${seat.slug}`])
  })
}

function called(name: string, others: ProfileGiven['names']): string[] {
  return [name, ...others.map((other) => other.name)]
}
