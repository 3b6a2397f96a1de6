/** When to visit a source again: as often as it publishes, never more often than allowed, patiently when it fails. */

export type Pace = { readonly intervalSeconds: number; readonly failures: number }

/** The paces there are, in units of the least wait allowed: at the usual 300 seconds half an hour and a day. */
const firstInLeasts = 6
const longestInLeasts = 288

/** Where a new source starts. */
export function firstInterval(least: number): number {
  return firstInLeasts * least
}

export type VisitOutcome =
  | { readonly kind: 'new-items' }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'failed'; readonly retryAfterSeconds?: number | undefined }

/**
 * The pace after a visit, and the seconds until the next. New items halve the interval, quiet visits stretch it by a
 * fifth; failures double the wait without changing the pace; nothing waits longer than 288 times the least (a day).
 * `least` is the lower bound in seconds, `ttlSeconds` what the feed itself asks for, `jitter` a number in [0, 1) that
 * spreads visits by a tenth.
 */
export function nextVisit(
  pace: Pace,
  outcome: VisitOutcome,
  bounds: { least: number; ttlSeconds?: number | undefined; jitter: number },
): { pace: Pace; seconds: number } {
  const { least, jitter } = bounds
  const within = (seconds: number) => Math.min(least * longestInLeasts, Math.max(least, seconds))
  const spread = (seconds: number) => Math.round(seconds * (1 + jitter / 10))
  if (outcome.kind === 'failed') {
    const failures = pace.failures + 1
    const backOff = least * 2 ** Math.min(failures - 1, 12)
    return {
      // Named one by one: callers hand in whole sources, of which only the pace may come back.
      pace: { intervalSeconds: pace.intervalSeconds, failures },
      seconds: spread(within(Math.max(backOff, outcome.retryAfterSeconds ?? 0))),
    }
  }
  const wanted = outcome.kind === 'new-items' ? pace.intervalSeconds / 2 : pace.intervalSeconds * 1.2
  const intervalSeconds = Math.round(within(Math.max(wanted, bounds.ttlSeconds ?? 0)))
  return { pace: { intervalSeconds, failures: 0 }, seconds: spread(intervalSeconds) }
}
