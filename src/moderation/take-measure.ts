/** Warning, suspending, letting back, removing: the rows, the letter, what becomes of sources and stories. */
import type { AccountId, MemberId } from '../core/id.ts'
import { endOfDay, type Measure, type MeasureOutcome, takeMeasure } from '../core/member/measure.ts'
import type { Tx } from '../db/connection.ts'
import { dropEditions } from '../db/notify.ts'
import { recordAct } from '../db/rights.ts'
import { listSeats, lockSeats } from '../db/seats.ts'
import { pauseSource, resumeSource } from '../db/sources.ts'
import {
  endSuspension,
  findMemberLine,
  findSuspension,
  insertRemoval,
  insertSuspension,
  insertWarning,
  listPausedBy,
  listReadSources,
  type MemberLine,
  type SuspensionId,
  suspensionName,
} from '../db/suspensions.ts'
import { addTasks } from '../db/tasks.ts'
import { measureLetter } from './letters.ts'
import { type Telling, tellOwners } from './tell-owners.ts'

const acts = {
  warn: { act: 'warn member' },
  suspend: { act: 'suspend member' },
  end: { act: 'end suspension' },
  remove: { act: 'remove member' },
} as const

/** A measure without faults, by one of the staff. */
export async function measureMember(
  tx: Tx,
  on: Telling & { readonly now: Date; readonly by: string; readonly account: AccountId },
  { id, slug }: Pick<MemberLine, 'id' | 'slug'>,
  measure: Measure,
): Promise<MeasureOutcome> {
  const { now, by, account } = on
  await lockSeats(tx, id)
  const [line, suspension, seats] = [
    await findMemberLine(tx, slug),
    await findSuspension(tx, id),
    await listSeats(tx, id),
  ]
  const outcome = takeMeasure(measure.kind, {
    isSuspended: suspension !== undefined,
    isRemoved: !line || line.leftAt !== null,
    isOwn: seats.some((seat) => seat.account === account),
  })
  if (outcome !== 'taken') return outcome
  // Before a removal nobody sits there any more, so that its owners still hear of it.
  await tellOwners(tx, on, id, (to) => measureLetter(to, { ...measure, name: line?.name ?? '' }))
  await write(tx, { member: id, at: now, by }, measure, suspension?.id)
  await recordAct(tx, { actedAt: now, actedBy: by, ...acts[measure.kind], about: slug, why: measure.why })
  await dropEditions(tx, ['moderation-log'])
  if (measure.kind !== 'warn') {
    await dropEditions(tx, ['members', 'network', `member:${slug}`])
    await addTasks(tx, [{ name: 'hold-stories', payload: { member: id } }])
  }
  return 'taken'
}

async function write(
  tx: Tx,
  at: { readonly member: MemberId; readonly at: Date; readonly by: string },
  { kind, ground = 'other', why, words, stories, until }: Measure,
  suspension: SuspensionId | undefined,
): Promise<void> {
  const reasons = { ...at, ground, why, words }
  switch (kind) {
    case 'warn':
      return await insertWarning(tx, reasons)
    case 'suspend': {
      const ends = until === '' ? null : endOfDay(until)
      const id = await insertSuspension(tx, { ...reasons, stories: stories === 'held' ? 'held' : 'stay', until: ends })
      return await pauseSources(tx, at, suspensionName(id))
    }
    case 'end':
      return suspension && (await letBack(tx, suspension, at.at, at.by))
    case 'remove': {
      if (suspension) await endSuspension(tx, suspension, at.at, at.by)
      const id = await insertRemoval(tx, { ...reasons, stories: stories === 'withdrawn' ? 'withdrawn' : 'stay' })
      return await pauseSources(tx, at, `removal ${id}`)
    }
  }
}

/** Ends a suspension: its sources are read again; a task releases the stories it held. */
export async function letBack(tx: Tx, id: SuspensionId, at: Date, by: string): Promise<void> {
  const member = await endSuspension(tx, id, at, by)
  if (!member) return
  await resumeSources(tx, suspensionName(id), at)
  await addTasks(tx, [{ name: 'hold-stories', payload: { member } }])
}

/** What a measure paused is read again. */
export async function resumeSources(tx: Tx, name: string, at: Date): Promise<void> {
  for (const source of await listPausedBy(tx, name)) await resumeSource(tx, source, at, name)
}

async function pauseSources(tx: Tx, { member, at }: { member: MemberId; at: Date }, name: string): Promise<void> {
  const why = name.startsWith('removal') ? 'Its member was removed.' : 'Its member is suspended.'
  for (const source of await listReadSources(tx, member)) await pauseSource(tx, source, { at, by: name, why })
}
