/** The round that goes to the sources that are due, several at once, one to a host. */
import type { Log } from '../core/log.ts'
import { claimDueSources, releaseClaim, type Source } from '../db/sources.ts'
import type { Round } from '../jobs/runner.ts'
import { type IngestContext, visit } from './visit.ts'

const atOnce = 24
/** Longer than any visit may take: a claim older than this belongs to the dead. */
export const leaseMs = 120_000

export function pollRound(context: IngestContext & { worker: string; log: Log }): Round {
  return {
    name: 'poll',
    everyMs: 1_000,
    async run(signal) {
      const now = context.clock()
      const due = await claimDueSources(context.db, {
        now,
        until: new Date(now.getTime() + leaseMs),
        by: context.worker,
        most: atOnce,
      })
      await Promise.all([...Map.groupBy(due, hostOf).values()].map((sources) => visitInTurn(context, sources, signal)))
      return due.length === atOnce
    },
  }
}

async function visitInTurn(
  context: IngestContext & { worker: string; log: Log },
  sources: readonly Source[],
  signal: AbortSignal,
): Promise<void> {
  for (const source of sources) {
    // What is left when stopping is given back with the worker's other claims.
    if (signal.aborted) return
    try {
      const { outcome, reason, itemsNew, itemsChanged } = await visit(context, source)
      context.log.debug(`Visited ${source.url}: ${outcome}.`, {
        source: source.id,
        outcome,
        reason,
        itemsNew,
        itemsChanged,
      })
    } catch (error) {
      context.log.error(`The visit to ${source.url} failed on our side; it is made again.`, {
        source: source.id,
        error,
      })
      // Where even this fails, the claim runs out by itself.
      await releaseClaim(context.db, source.id, context.worker).catch(() => undefined)
    }
  }
}

function hostOf(source: Source): string {
  return URL.parse(source.url)?.host ?? source.url
}
