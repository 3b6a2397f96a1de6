/** Days as people of a time zone live them. A day is `2026-11-22`. */
import { dayIn } from './story/address.ts'

/** The moment the next day begins in a time zone, to the second. */
export function nextMidnight(timeZone: string, now: Date): Date {
  const today = dayIn(timeZone, now)
  let before = now.getTime()
  // A day has 25 hours at most, where a clock is put back.
  let after = before + 26 * 3_600_000
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2)
    if (dayIn(timeZone, new Date(middle)) === today) before = middle
    else after = middle
  }
  return new Date(Math.floor(after / 1000) * 1000)
}

/** Whole years from one day to another; negative ones count as none. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years)
}

/** Whether such a day exists: 2026-02-30 does not, and there was no year 0000. */
export function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`)
  return !text.startsWith('0000') && !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text
}

/** The day so many days after a day, or before it. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
