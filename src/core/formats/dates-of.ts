/** The dates of one document: read, bounded, and what is wrong with them said once. */
import { firstYear, lastYear } from '../date-parts.ts'
import { readDate } from '../dates.ts'

export type Dates = {
  /** RFC 3339, UTC; undefined where nothing is said, or nothing that can be believed. */
  read(written: string | undefined): string | undefined
  problems(): string[]
}

/** A clock that forgets its zone is less than this ahead. Milliseconds. */
const aheadMost = 86_400_000

/** What is later than a day after `now` has not happened; without `now` only the years are bounded. */
export function datesUntil(now: Date | undefined): Dates {
  const latest = now && new Date(now.getTime() + aheadMost).toISOString()
  const unread = tally(`cannot be read or lies outside ${firstYear} to ${lastYear}`)
  const ahead = tally('lies in the future and is not believed')
  return {
    read(written) {
      if (written === undefined || written === '') return undefined
      const date = readDate(written)
      if (date === undefined) unread.count(written)
      else if (latest !== undefined && date > latest) ahead.count(written)
      else return date
      return undefined
    },
    problems: () => [...unread.said(), ...ahead.said()],
  }
}

function tally(what: string) {
  let first = ''
  let last: string | undefined
  let times = 0
  return {
    count(written: string): void {
      // Asked for twice in a row it is still one.
      if (written === last || written.trim() === '') return
      last = written
      if (times === 0) first = written.trim().slice(0, 40)
      times += 1
    },
    said(): string[] {
      if (times === 0) return []
      const more = times === 1 ? '' : ` (and ${times - 1} more)`
      return [`a date ${what}: ${JSON.stringify(first)}${more}`]
    },
  }
}
