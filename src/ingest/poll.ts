/** The round that goes to the sources that are due, several at once, one to a host; the slow keep nobody waiting. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../core/log.ts'
import { hostPauseMs } from '../core/polling.ts'
import { claimDueSources } from '../db/claims.ts'
import type { Source } from '../db/sources.ts'
import type { Round } from '../jobs/runner.ts'
import { createRoom } from './room.ts'
import { type IngestContext, visit } from './visit.ts'

const atOnce = 24
/** New visits begin when so many places are free, so that a claim is worth its queries. */
const worthwhile = atOnce / 2
/** Large documents in memory at once; the others wait, for as long as their visits may last. */
const largeAtOnce = 4
/** Documents taken in at once: enough that the database is never waited for by all. */
const takenAtOnce = 3
/** Longer than any visit may take: a claim older than this belongs to the dead. */
export const leaseMs = 120_000

type PollContext = IngestContext & { readonly worker: string; readonly log: Log }

export function pollRound(parts: PollContext): Round {
  const context = { ...parts, room: createRoom(largeAtOnce), desk: createRoom(takenAtOnce) }
  return {
    name: 'poll',
    everyMs: 1_000,
    async run(signal) {
      const underway = new Set<Promise<void>>()
      try {
        // The round lasts while there is work, and a moment longer: hosts in their pause become free.
        for (let idle = false; !signal.aborted; ) {
          const most = atOnce - underway.size
          const due = await claim(context, most)
          for (const source of due) {
            const going = visitOne(context, source, signal).finally(() => underway.delete(going))
            underway.add(going)
          }
          if (underway.size === 0 && idle) return false
          idle = underway.size === 0
          // Where fewer were due than there were places, only time brings more.
          await (due.length < most ? moment(context, signal) : placesOrMoment(context, underway, signal))
        }
        return false
      } finally {
        await Promise.all(underway)
      }
    },
  }
}

async function claim(context: PollContext, most: number): Promise<Source[]> {
  const now = context.clock()
  const until = new Date(now.getTime() + leaseMs)
  return most > 0 ? await claimDueSources(context.db, { now, until, by: context.worker, most }) : []
}

/** The slow may hold most places: then what is free after a moment has to do. */
async function placesOrMoment(
  context: PollContext,
  underway: ReadonlySet<Promise<void>>,
  signal: AbortSignal,
): Promise<void> {
  const ended = new AbortController()
  let patient = true
  const patience = moment(context, AbortSignal.any([signal, ended.signal])).then(() => {
    patient = false
  })
  while (patient && underway.size > atOnce - worthwhile) await Promise.race([...underway, patience])
  ended.abort()
}

/** About the pause of a host, but not so short that looking becomes work. */
async function moment({ minPollSeconds }: PollContext, signal: AbortSignal): Promise<void> {
  const ms = Math.min(1_000, Math.max(50, hostPauseMs(minPollSeconds)))
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}

async function visitOne(context: PollContext, source: Source, signal: AbortSignal): Promise<void> {
  const { log } = context
  try {
    const { outcome, reason, itemsNew, itemsChanged, paused, fault } = await visit(context, source, signal)
    log.debug(`Visited ${source.url}: ${outcome}.`, { source: source.id, outcome, reason, itemsNew, itemsChanged })
    if (fault !== undefined)
      log.error(`What ${source.url} gives could not be taken in.`, { source: source.id, error: fault })
    if (paused !== undefined) log.warning(`${source.url} is not visited any more: ${paused}`, { source: source.id })
  } catch (error) {
    // What is broken off when stopping is given back with the worker's other claims.
    if (signal.aborted) return
    log.error(`The visit to ${source.url} could not be recorded; its claim runs out.`, { source: source.id, error })
  }
}
