/**
 * Reads again what a source gave before: its items are kept as they came, and a better reader may make more of them.
 * Stories change where readers would see a difference; what people have worked on stays as they left it.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../core/clock.ts'
import { Conflict } from '../core/errors.ts'
import { type Frame, frameFor, inFrame } from '../core/formats/frame.ts'
import { readText } from '../core/formats/read.ts'
import { claimSource, keepClaim, releaseClaim } from '../db/claims.ts'
import type { Db } from '../db/connection.ts'
import { type KeptFrame, listFrames } from '../db/frames.ts'
import { countItems, listRawItems, type RawItem } from '../db/items.ts'
import { findReread, finishReread, type RereadId } from '../db/source-rereads.ts'
import { findSource, type Source } from '../db/sources.ts'
import { unpack } from './packed.ts'
import { receive } from './receive.ts'

export type Reread = {
  /** Items read again. */
  readonly items: number
  /** Stories that are new, and stories that have a new version. */
  readonly added: number
  readonly changed: number
  /** Items that still become no story. */
  readonly refused: number
  /** Items whose text is not kept any more. */
  readonly forgotten: number
}

/** Items read in one go. */
const batchSize = 1_000
const leaseMs = 120_000

export type RereadContext = {
  readonly db: Db
  readonly clock: Clock
  readonly by: string
  /** The network's public address. */
  readonly url: string
}

/** A visit that is on its way ends within its lease; so long is waited for it. */
const patienceMs = 150_000
const lookMs = 2_000

/** The task: reads again what somebody asked for, once. Throws Conflict when the source is busy for very long. */
export async function rereadAsked(context: RereadContext, id: RereadId): Promise<void> {
  const { db, clock } = context
  const asked = await findReread(db, id)
  const source = asked && (await findSource(db, asked.sourceId))
  if (!source || asked.doneAt !== null) return
  for (let waited = 0; ; waited += lookMs) {
    try {
      await finishReread(db, id, clock(), await reread(context, source))
      return
    } catch (error) {
      if (!(error instanceof Conflict) || waited >= patienceMs) throw error
      await sleep(lookMs)
    }
  }
}

/** Throws Conflict when somebody is on the way to the source. */
export async function reread(context: RereadContext, source: Source): Promise<Reread> {
  const { db, clock, by } = context
  const lease = () => ({ now: clock(), until: new Date(clock().getTime() + leaseMs), by })
  // Nobody may take in something newer meanwhile, which would then be overwritten.
  if (!(await claimSource(db, source.id, lease())))
    throw new Conflict('Somebody is on the way to this source: try again in a moment.')
  try {
    const frames = await listFrames(db, source.id)
    const { forgotten } = await countItems(db, source.id)
    const total = { items: 0, added: 0, changed: 0, refused: 0, forgotten }
    let after: RawItem | undefined
    for (;;) {
      const batch = await listRawItems(db, source.id, { after, most: batchSize })
      if (batch.length === 0) return total
      for (const [frame, items] of framed(batch, frames)) {
        const received = await readAgain(context, source, frame, items)
        total.items += items.length
        total.added += received.added
        total.changed += received.changed
        total.refused += received.refused
      }
      await keepClaim(db, source.id, lease())
      after = batch.at(-1)
    }
  } finally {
    await releaseClaim(db, source.id, by)
  }
}

/** Items with the frame that held when they came. */
function framed(batch: readonly RawItem[], frames: readonly KeptFrame[]): [Frame, string[]][] {
  const groups: [Frame, string[]][] = []
  for (const item of batch) {
    const raw = unpack(item.raw)
    const frame = frames.findLast(({ since }) => since <= item.changedAt) ?? frameFor(raw)
    const last = groups.at(-1)
    if (last && (last[0] === frame || last[0].head === frame.head)) last[1].push(raw)
    else groups.push([frame, [raw]])
  }
  return groups
}

async function readAgain(context: RereadContext, source: Source, frame: Frame, raws: readonly string[]) {
  const document = readText(inFrame(frame, raws), { base: source.validatorsFrom ?? source.url })
  const { db, clock, url } = context
  return await receive(db, { now: clock(), url, again: true }, source, document)
}
