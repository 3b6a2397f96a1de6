/** One visit to a source: go there politely, take in what is new, write the ledger's line, say when to come again. */
import { createHash } from 'node:crypto'
import type { Clock } from '../core/clock.ts'
import { retryAfterSeconds } from '../core/http-times.ts'
import { judgeMove, type Move, type MoveVerdict } from '../core/moves.ts'
import { hostPauseMs, nextVisit } from '../core/polling.ts'
import type { Db, Tx } from '../db/connection.ts'
import { keepFrame } from '../db/frames.ts'
import { insertMove, isSource, pauseSource, type Source } from '../db/sources.ts'
import { type Lesson, recordVisit, type Visit } from '../db/visits.ts'
import type { Fetched, Fetcher, FetchOptions } from '../net/fetch.ts'
import type { Room } from './room.ts'
import { type Found, failed, takeIn } from './take-in.ts'

export type IngestContext = {
  readonly db: Db
  readonly fetcher: Fetcher
  readonly clock: Clock
  /** Seconds between two visits to one source, at least. */
  readonly minPollSeconds: number
  /** The network's public address, by which its own stories are known when they come back. */
  readonly url: string
  /** Room for large documents, where many visits are made at once. */
  readonly room?: Room
  /** Room for documents that are being taken in, which take several times the memory of one that waits. */
  readonly desk?: Room
}

/** After this many failures in a row nobody goes there any more, until a person says so. */
const mostFailures = 30
/** A server that is overwhelmed is left alone for all its sources, but one of them cannot stop the others for longer. */
const longestHostPauseMs = 3_600_000

export type Visited = Visit & {
  /** Why this visit was the last one, if it was. */
  readonly paused?: string
  /** What went wrong on our side, if that is why the visit failed. */
  readonly fault?: unknown
}

/**
 * The source must have been claimed; the claims end with the visit. Throws when the visit cannot be recorded, and when
 * it is broken off by the signal, which leaves the claims to whoever broke it off.
 */
export async function visit(context: IngestContext, source: Source, signal?: AbortSignal): Promise<Visited> {
  const { room } = context
  let leaveRoom = () => {}
  try {
    return await visitWith(context, source, {
      ...(signal === undefined ? {} : { signal }),
      ...(room === undefined
        ? {}
        : {
            room: async (patience) => {
              leaveRoom = await room.take(patience)
            },
          }),
    })
  } finally {
    leaveRoom()
  }
}

async function visitWith(context: IngestContext, source: Source, options: FetchOptions): Promise<Visited> {
  const at = context.clock()
  const { etag, lastModified, validatorsFrom } = source
  const fetched = await context.fetcher.fetch(source.url, {
    ...options,
    // A page that is read as if it were a feed is still a page.
    feed: source.format !== 'h-feed',
    agent: source.agent,
    accept: feedTypes,
    validators: { etag, lastModified, from: validatorsFrom ?? source.url },
  })
  options.signal?.throwIfAborted()
  const leaveDesk = await context.desk?.take(options.signal ?? new AbortController().signal)
  try {
    return await conclude(context, source, fetched, await takeIn(context, source, fetched, at))
  } catch (fault) {
    // A document that breaks us must not be fetched again at once and for ever: it counts as a failure.
    const reason = 'What is there could not be taken in; the fault is on our side.'
    return { ...(await conclude(context, source, fetched, failed(source, fetched, at, reason))), fault }
  } finally {
    leaveDesk?.()
  }
}

export const feedTypes =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1'

/** Decides what comes next, and records it all at once: mostly that is one statement, which needs no transaction. */
async function conclude(context: IngestContext, source: Source, fetched: Fetched, found: Found): Promise<Visited> {
  const now = context.clock()
  const { pace, at: nextVisitAt } = nextVisit(source, found.outcome, {
    least: context.minPollSeconds,
    jitter: (createHash('sha256').update(source.id).digest()[0] ?? 0) / 256,
    at: now,
    advice: found.advice,
  })
  const lesson: Lesson = { ...found.learnt, ...pace, nextVisitAt }
  const freeAt = hostFreeAt(context, fetched, now)
  const told = { ...found.visit, reason: found.visit.reason.slice(0, 500) }
  const verdict: MoveVerdict =
    told.outcome === 'failed' ? { kind: 'none' } : judgeMove(notedMove(source), fetched.movedTo, told.at)
  const stop = reasonToStop(fetched, pace.failures, told)
  if (verdict.kind === 'none' && stop === undefined && !found.frame) {
    await recordVisit(context.db, source.id, told, lesson, freeAt)
    return told
  }
  return await context.db.transaction().execute(async (tx) => {
    const move = await followMove(tx, source, verdict, told.at)
    const visit = { ...told, reason: [move.said, told.reason].filter(Boolean).join(' ').slice(0, 500) }
    await recordVisit(tx, source.id, visit, { ...lesson, ...move.lesson }, freeAt)
    if (found.frame) await keepFrame(tx, source.id, found.frame.format, found.frame, visit.at)
    const why = move.dead ?? stop
    if (why === undefined) return visit
    await pauseSource(tx, source.id, { at: now, by: 'wireroom', why })
    return { ...visit, paused: why }
  })
}

function reasonToStop(fetched: Fetched, failures: number, visit: Visit): string | undefined {
  if (fetched.status === 410 && fetched.kind === 'http-error') return 'The server says that it is gone for good (410).'
  return failures >= mostFailures ? `It failed ${failures} times in a row, last with: ${visit.reason}` : undefined
}

/** Notes where the source redirects for good; once that is believed, it becomes its address. */
async function followMove(
  tx: Tx,
  source: Source,
  verdict: MoveVerdict,
  at: Date,
): Promise<{ lesson?: Partial<Lesson>; said?: string; dead?: string }> {
  const forgotten = { movedTo: null, movedSeenAt: null, movedSightings: 0 }
  switch (verdict.kind) {
    case 'none':
      return {}
    case 'forget':
      return { lesson: forgotten }
    case 'note': {
      const { to, firstSeenAt, sightings } = verdict.move
      return { lesson: { movedTo: to, movedSeenAt: firstSeenAt, movedSightings: sightings } }
    }
    case 'settle': {
      const { to } = verdict
      if (await isSource(tx, to)) return { dead: `It has moved to ${to}, which is a source already.` }
      await insertMove(tx, source.id, { from: source.url, to, at })
      return { lesson: { ...forgotten, url: to }, said: `It has moved for good, from ${source.url}.` }
    }
  }
}

function notedMove({ movedTo, movedSeenAt, movedSightings }: Source): Move | undefined {
  return movedTo && movedSeenAt ? { to: movedTo, firstSeenAt: movedSeenAt, sightings: movedSightings } : undefined
}

/** When somebody may go to the host again: after a pause, or when the host itself says so. */
function hostFreeAt({ minPollSeconds }: IngestContext, fetched: Fetched, now: Date): Date {
  const overwhelmed = fetched.status === 429 || fetched.status === 503
  const asked = overwhelmed ? (retryAfterSeconds(fetched.headers, now) ?? 0) * 1000 : 0
  return new Date(now.getTime() + Math.max(hostPauseMs(minPollSeconds), Math.min(asked, longestHostPauseMs)))
}
