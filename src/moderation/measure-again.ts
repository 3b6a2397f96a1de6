/** After a backup was put back: who was suspended or removed since is so again, and who was let back is so, too. */
import type { KeptMeasure } from '../core/member/measure.ts'
import type { Db, Tx } from '../db/connection.ts'
import { findMemberById } from '../db/members.ts'
import { recordAct } from '../db/rights.ts'
import { lockSeats } from '../db/seats.ts'
import { findSuspension, measureStands, type RemovalId, type SuspensionId } from '../db/suspensions.ts'
import { holdStories } from './hold-stories.ts'
import { letBack, remove, supersede, suspend, takeBackIn } from './take-measure.ts'

const why = 'A backup that was older was put back.'

type On = { readonly now: Date; readonly timeZone: string }

/** Answers how many measures were carried out again, or ended again. Their stories follow before anybody reads. */
export async function measureAgain(db: Db, kept: readonly KeptMeasure[], on: On): Promise<number> {
  const over = new Set(kept.flatMap(({ id, what }) => (what === 'end' ? [id] : [])))
  let again = 0
  for (const measure of kept) {
    // What began and ended since has left nothing behind.
    if (measure.what !== 'end' && over.has(measure.id)) continue
    if (await db.transaction().execute((tx) => follow(tx, measure, on.now))) again += 1
    await holdStories(db, measure.member, on)
  }
  return again
}

async function follow(tx: Tx, measure: KeptMeasure, now: Date): Promise<boolean> {
  const { id, member, by } = measure
  await lockSeats(tx, member)
  const found = await findMemberById(tx, member)
  const stands = await measureStands(tx, id)
  if (!found || stands === 'ended') return false
  if (measure.what === 'end') {
    if (!stands) return false
    // One of the two knows the number.
    await letBack(tx, id as SuspensionId, now, by)
    await takeBackIn(tx, id as RemovalId, now, by)
    return true
  }
  if (stands || found.leftAt) return false
  const reasons = { member, at: new Date(measure.at), by, ground: measure.ground, why, words: '' }
  const before = await findSuspension(tx, member)
  if (measure.what === 'suspension') {
    const until = measure.until === null ? null : new Date(measure.until)
    if (before || (until && until <= now)) return false
    await suspend(tx, { ...reasons, id: id as SuspensionId, stories: measure.stories, until })
  } else {
    if (before) await supersede(tx, before.id, { member, at: now, by })
    await remove(tx, { ...reasons, id: id as RemovalId, stories: measure.stories })
  }
  const act = measure.what === 'suspension' ? 'suspend member' : 'remove member'
  await recordAct(tx, { actedAt: now, actedBy: 'operator', act, about: found.slug, why })
  return true
}
