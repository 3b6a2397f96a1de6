/** When to visit a source again: as often as it publishes, never more often than allowed, patiently when it fails. */

export type Pace = { readonly intervalSeconds: number; readonly failures: number }

const day = 86_400
/** Where a new source starts: half an hour. */
export const firstInterval = 1_800

export type VisitOutcome =
  | { readonly kind: 'new-items' }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'failed'; readonly retryAfterSeconds?: number | undefined }

/**
 * The pace after a visit, and the seconds until the next. New items halve the interval, quiet visits stretch it by a
 * fifth; failures double the wait up to a day without changing the pace. `jitter` is a number in [0, 1) that spreads
 * visits by a tenth; `least` the lower bound in seconds; `ttlSeconds` what the feed itself asks for, honoured up to a
 * day.
 */
export function nextVisit(
  pace: Pace,
  outcome: VisitOutcome,
  bounds: { least: number; ttlSeconds?: number | undefined; jitter: number },
): { pace: Pace; seconds: number } {
  const { least, jitter } = bounds
  const spread = (seconds: number) => Math.round(seconds * (1 + jitter / 10))
  if (outcome.kind === 'failed') {
    const failures = pace.failures + 1
    const backOff = Math.min(day, Math.max(least, 60) * 2 ** Math.min(failures - 1, 12))
    const wait = Math.min(day, Math.max(backOff, outcome.retryAfterSeconds ?? 0, least))
    return { pace: { ...pace, failures }, seconds: spread(wait) }
  }
  const wanted = outcome.kind === 'new-items' ? pace.intervalSeconds / 2 : pace.intervalSeconds * 1.2
  const asked = Math.min(day, bounds.ttlSeconds ?? 0)
  const intervalSeconds = Math.round(Math.min(day, Math.max(least, asked, wanted)))
  return { pace: { intervalSeconds, failures: 0 }, seconds: spread(intervalSeconds) }
}
