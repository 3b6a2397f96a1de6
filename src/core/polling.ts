/** When to visit a source again: as often as it publishes, never more often than it asks for, patiently when it fails. */
import type { Schedule } from './formats/schedule.ts'

export type Pace = { readonly intervalSeconds: number; readonly failures: number }

/** The paces there are, in units of the least wait allowed: at the usual 300 seconds half an hour and a day. */
const firstInLeasts = 6
const longestInLeasts = 288

/** Where a new source starts. */
export function firstInterval(least: number): number {
  return firstInLeasts * least
}

/** Milliseconds between two visits to one host: a second at the usual least wait of 300 seconds. */
export function hostPauseMs(least: number): number {
  return Math.ceil((least * 1000) / 300)
}

export type VisitOutcome =
  | { readonly kind: 'new-items' }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'failed'; readonly retryAfterSeconds?: number | undefined }

/** What the answer and the feed in it say of when to come again, and what the source's past says. */
export type Advice = {
  /** How long the answer stays as it is (`freshSeconds`). */
  readonly freshSeconds?: number | undefined
  readonly ttlSeconds?: number | undefined
  readonly schedule?: Schedule | undefined
  /** The usual gap between two stories (`habitOf`), and how long ago the last one came. */
  readonly habitSeconds?: number | undefined
  readonly silentSeconds?: number | undefined
}

export type Bounds = {
  /** The lower bound of a wait, in seconds. */
  readonly least: number
  /** A number in [0, 1) that spreads visits by a tenth of their wait. */
  readonly jitter: number
  /** Now. */
  readonly at: Date
  readonly advice?: Advice
}

/**
 * The pace after a visit, and when the next is due. New items halve the interval; quiet visits stretch it by a fifth,
 * but not beyond half the gap in which the source usually publishes while it keeps to its habit. Failures double the
 * wait without changing the pace. What server and feed ask for makes a wait longer, never shorter. Nothing waits longer
 * than 288 times the least (a day), but for hours and days that the feed says to skip.
 */
export function nextVisit(pace: Pace, outcome: VisitOutcome, bounds: Bounds): { pace: Pace; at: Date } {
  const { least, advice = {} } = bounds
  if (outcome.kind === 'failed') {
    const failures = pace.failures + 1
    const backOff = least * 2 ** Math.min(failures - 1, 12)
    const seconds = Math.max(backOff, outcome.retryAfterSeconds ?? 0)
    // Named one by one: callers hand in whole sources, of which only the pace may come back.
    return { pace: { intervalSeconds: pace.intervalSeconds, failures }, at: after(seconds, bounds) }
  }
  const wanted = outcome.kind === 'new-items' ? pace.intervalSeconds / 2 : stretched(pace.intervalSeconds, advice)
  const intervalSeconds = Math.round(within(wanted, least))
  const asked = Math.max(intervalSeconds, advice.freshSeconds ?? 0, advice.ttlSeconds ?? 0)
  const { schedule } = advice
  const due = (schedule && onSchedule(schedule, asked, bounds)) ?? after(asked, bounds)
  return { pace: { intervalSeconds, failures: 0 }, at: schedule ? afterSkipped(due, schedule) : due }
}

function stretched(intervalSeconds: number, { habitSeconds, silentSeconds }: Advice): number {
  const keepsHabit = habitSeconds !== undefined && silentSeconds !== undefined && silentSeconds <= habitSeconds
  return Math.min(intervalSeconds * 1.2, keepsHabit ? habitSeconds / 2 : Number.POSITIVE_INFINITY)
}

function within(seconds: number, least: number): number {
  return Math.min(least * longestInLeasts, Math.max(least, seconds))
}

function after(seconds: number, { at, least, jitter }: Bounds): Date {
  const spread = within(within(seconds, least) * (1 + jitter / 10), least)
  return new Date(at.getTime() + Math.round(spread) * 1000)
}

/** The next moment of a schedule with a base; else the wait it asks for, if that is the longer one. */
function onSchedule({ everySeconds, base }: Schedule, asked: number, bounds: Bounds): Date | undefined {
  if (everySeconds === undefined || everySeconds <= asked) return undefined
  const start = Date.parse(base ?? '')
  if (Number.isNaN(start)) return after(everySeconds, bounds)
  const step = everySeconds * 1000
  const earliest = bounds.at.getTime() + asked * 1000
  const next = start + Math.ceil((earliest - start) / step) * step
  // A little after the stroke: others come then too.
  return after((next - bounds.at.getTime()) / 1000 + (bounds.jitter * everySeconds) / 10, { ...bounds, jitter: 0 })
}

const hourMs = 3_600_000

/** The moment, or the same minute of the first hour behind it that the feed does not say to skip. */
function afterSkipped(due: Date, { skipHours = [], skipDays = [] }: Schedule): Date {
  const skipped = (at: Date) => skipHours.includes(at.getUTCHours()) || skipDays.includes(at.getUTCDay())
  let at = due
  // A week holds every hour of every day; a feed that skips them all skips none.
  for (let hours = 0; skipped(at); hours += 1) {
    if (hours > 7 * 24) return due
    at = new Date(at.getTime() + hourMs)
  }
  return at
}
