/**
 * Dates as feeds write them: RFC 3339 and RFC 822 nearly always, and everything else people have thought of, in the
 * languages ICU knows. A date without a zone is taken as UTC.
 */
import { firstYear, isoOf, lastYear } from './date-parts.ts'
import { readExactly } from './dates-exact.ts'
import { readLoosely } from './dates-loose.ts'

/** RFC 3339 in UTC, undefined when the text says no date between the years 1900 and 2100. */
export function readDate(written: string): string | undefined {
  const text = written.trim()
  if (text === '' || text.length > 120) return undefined
  const date = readExactly(text) ?? loosely(text)
  if (date === undefined) return undefined
  // The Date of years beyond four digits writes a sign before them.
  const year = Number(date.slice(0, date.indexOf('-', 1)))
  return year >= firstYear && year <= lastYear ? date : undefined
}

function loosely(text: string): string | undefined {
  const time = readLoosely(text)
  // Beyond this Date knows no moments (ECMA-262, 21.4.1.1).
  return time === undefined || !(Math.abs(time) <= 8.64e15) ? undefined : isoOf(time)
}
