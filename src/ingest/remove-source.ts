/**
 * Removes sources: at once they are visited and listed no more, and ten minutes later, unless somebody takes it back, it
 * is carried out. A source that has stories stays behind them, because its grant says how much of them is shown.
 */
import { Conflict } from '../core/errors.ts'
import type { SourceId } from '../core/id.ts'
import type { Db, Tx } from '../db/connection.ts'
import { readNetwork } from '../db/network.ts'
import { recordAct } from '../db/rights.ts'
import {
  finishRemoval,
  insertRemoval,
  listDueRemovals,
  listStandingStories,
  lockRemoval,
  type Removal,
  undoRemoval,
} from '../db/source-removals.ts'
import { deleteSource, findPause, lockSource, pauseSource, resumeSource, type Source } from '../db/sources.ts'
import { listStoriesOfSource } from '../db/stories.ts'
import type { WireContext } from '../wire/publish.ts'
import { withdraw } from '../wire/recall.ts'

/** How long it can be taken back without a trace. */
export const undoMinutes = 10
/** Stories withdrawn in one transaction: each holds the log's lock. */
const batchSize = 25
const mostAtOnce = 20
const why = 'Its source was removed.'

/** Throws Conflict when it is removed already. */
export async function removeSource(
  tx: Tx,
  source: Pick<Source, 'id' | 'url'>,
  { takesDown, at, by }: { readonly takesDown: boolean; readonly at: Date; readonly by: string },
): Promise<void> {
  const dueAt = new Date(at.getTime() + undoMinutes * 60_000)
  const isNew = await insertRemoval(tx, { sourceId: source.id, removedAt: at, removedBy: by, takesDown, dueAt })
  if (!isNew) throw new Conflict('This source is removed already.')
  // One that was paused stays so, for the reason it was paused for.
  await pauseSource(tx, source.id, { at, by, why })
  await recordAct(tx, {
    actedAt: at,
    actedBy: by,
    act: takesDown ? 'remove source and stories' : 'remove source',
    about: source.url,
  })
}

/** Brings a source back. Throws Conflict when it is not removed, or its stories have been taken down with it. */
export async function restoreSource(
  tx: Tx,
  source: Pick<Source, 'id' | 'url'>,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  const removal = await undoRemoval(tx, source.id, at, by)
  if (!removal) throw new Conflict('This source is not removed, or its stories have been withdrawn with it.')
  const pause = await findPause(tx, source.id)
  const isItsOwn = pause?.why === why && pause.pausedAt.getTime() === removal.removedAt.getTime()
  if (isItsOwn) await resumeSource(tx, source.id, at, by)
  await recordAct(tx, { actedAt: at, actedBy: by, act: 'restore source', about: source.url })
}

/** The task of every minute: carries out what is due. Answers how many removals it ended. */
export async function removeDue(db: Db, now: Date): Promise<number> {
  const { timeZone } = await readNetwork(db)
  let ended = 0
  for (const removal of await listDueRemovals(db, now, mostAtOnce)) {
    const context = { now, by: removal.removedBy, timeZone }
    if (removal.takesDown) await takeDown(db, context, removal)
    if (await db.transaction().execute((tx) => carryOut(tx, removal.sourceId, now))) ended += 1
  }
  return ended
}

async function takeDown(db: Db, context: WireContext, { sourceId }: Removal): Promise<void> {
  for (;;) {
    const more = await db.transaction().execute(async (tx) => {
      if (!(await lockRemoval(tx, sourceId))) return false
      const ids = await listStandingStories(tx, sourceId, batchSize)
      for (const id of ids) await withdraw(tx, context, id, why)
      return ids.length > 0
    })
    if (!more) return
  }
}

/** False when it was taken back meanwhile. */
async function carryOut(tx: Tx, sourceId: SourceId, now: Date): Promise<boolean> {
  // A visit that was on its way may write stories until now, and none after.
  await lockSource(tx, sourceId)
  if (!(await lockRemoval(tx, sourceId))) return false
  const hasStories = (await listStoriesOfSource(tx, sourceId)).length > 0
  if (hasStories) await finishRemoval(tx, sourceId, now)
  else await deleteSource(tx, sourceId)
  return true
}
