/** Warning, suspending, letting back, removing: the rows, the letter, what becomes of sources and stories. */
import type { AccountId, MemberId } from '../core/id.ts'
import { endOfDay, type Measure, type MeasureOutcome, takeMeasure } from '../core/member/measure.ts'
import type { Tx } from '../db/connection.ts'
import { newId } from '../db/new-id.ts'
import { dropEditions } from '../db/notify.ts'
import { recordAct } from '../db/rights.ts'
import { listSeats, lockSeats } from '../db/seats.ts'
import { pauseSource, resumeSource } from '../db/sources.ts'
import {
  endRemoval,
  endSuspension,
  findMemberLine,
  findSuspension,
  insertRemoval,
  insertSuspension,
  insertWarning,
  listPausedBy,
  listReadSources,
  type MemberLine,
  type NewRemoval,
  type NewSuspension,
  type RemovalId,
  type SuspensionId,
  suspensionName,
} from '../db/suspensions.ts'
import { addTasks } from '../db/tasks.ts'
import type { Task } from '../jobs/tasks.ts'
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
      const id = newId<SuspensionId>(at.at)
      return await suspend(tx, { ...reasons, id, stories: stories === 'held' ? 'held' : 'stay', until: ends })
    }
    case 'end':
      return suspension && (await letBack(tx, suspension, at.at, at.by))
    case 'remove': {
      if (suspension) await supersede(tx, suspension, at)
      const id = newId<RemovalId>(at.at)
      return await remove(tx, { ...reasons, id, stories: stories === 'withdrawn' ? 'withdrawn' : 'stay' })
    }
  }
}

export async function suspend(tx: Tx, suspension: NewSuspension): Promise<void> {
  const { id, member, at, by, ground, stories, until } = suspension
  await insertSuspension(tx, suspension)
  await pauseSources(tx, suspension, suspensionName(id))
  const ends = until?.toISOString() ?? null
  const payload = { what: 'suspension', id, member, at: at.toISOString(), by, ground, stories, until: ends } as const
  await addTasks(tx, [{ name: 'keep-measure', payload }])
}

/** A suspension ends with its member's removal, which pauses for itself: its end must find all that is paused. */
export async function supersede(
  tx: Tx,
  id: SuspensionId,
  { member, at, by }: { readonly member: MemberId; readonly at: Date; readonly by: string },
): Promise<void> {
  await endSuspension(tx, id, at, by)
  await resumeSources(tx, suspensionName(id), at)
  await addTasks(tx, [ended(id, member, at, by)])
}

export async function remove(tx: Tx, removal: NewRemoval): Promise<void> {
  const { id, member, at, by, ground, stories } = removal
  await insertRemoval(tx, removal)
  await pauseSources(tx, removal, removalName(id))
  const payload = { what: 'removal', id, member, at: at.toISOString(), by, ground, stories } as const
  await addTasks(tx, [{ name: 'keep-measure', payload }])
}

/** Ends a suspension: its sources are read again; a task releases the stories it held. */
export async function letBack(tx: Tx, id: SuspensionId, at: Date, by: string): Promise<void> {
  const member = await endSuspension(tx, id, at, by)
  if (!member) return
  await resumeSources(tx, suspensionName(id), at)
  await addTasks(tx, [ended(id, member, at, by), { name: 'hold-stories', payload: { member } }])
}

/** Ends a removal: its sources are read again. What was withdrawn stays so. */
export async function takeBackIn(tx: Tx, id: RemovalId, at: Date, by: string): Promise<void> {
  const member = await endRemoval(tx, id, at, by)
  if (!member) return
  await resumeSources(tx, removalName(id), at)
  await addTasks(tx, [ended(id, member, at, by)])
}

function ended(id: string, member: MemberId, at: Date, by: string): Task {
  return { name: 'keep-measure', payload: { what: 'end', id, member, at: at.toISOString(), by } }
}

/** What a measure paused is read again. */
async function resumeSources(tx: Tx, name: string, at: Date): Promise<void> {
  for (const source of await listPausedBy(tx, name)) await resumeSource(tx, source, at, name)
}

function removalName(id: RemovalId): string {
  return `removal ${id}`
}

async function pauseSources(tx: Tx, { member, at }: { member: MemberId; at: Date }, name: string): Promise<void> {
  const why = name.startsWith('removal') ? 'Its member was removed.' : 'Its member is suspended.'
  for (const source of await listReadSources(tx, member)) await pauseSource(tx, source, { at, by: name, why })
}
