/**
 * Dates as feeds write them: RFC 3339 and RFC 822 nearly always, and everything else people have thought of, in the
 * languages ICU knows. A date without a zone is taken as UTC.
 */
import { firstYear, lastYear, offsetOf, timeOf } from './date-parts.ts'
import { readLoosely } from './dates-loose.ts'

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?$/
const rfc822 =
  /^(?:[A-Z][a-z]{2,8}, ?)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{1,2}):(\d\d)(?::(\d\d))? (GMT|UTC|Z|[+-]\d{4})$/
const englishMonths = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** RFC 3339 in UTC, undefined when the text says no date between the years 1900 and 2100. */
export function readDate(written: string): string | undefined {
  const text = written.trim()
  if (text === '' || text.length > 120) return undefined
  const time = readRfc3339(text) ?? readRfc822(text) ?? readLoosely(text)
  if (time === undefined || Number.isNaN(time)) return undefined
  const date = new Date(time)
  const year = date.getUTCFullYear()
  if (year < firstYear || year > lastYear) return undefined
  const iso = date.toISOString()
  return iso.endsWith('.000Z') ? `${iso.slice(0, 19)}Z` : iso
}

function readRfc3339(text: string): number | undefined {
  const found = rfc3339.exec(text)
  if (!found) return undefined
  const [, year, month, day, hour, minute, second, fraction, zone] = found
  const offset = zone ? offsetOf(zone) : 0
  if (offset === undefined) return Number.NaN
  return timeOf({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    fraction: fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0,
    offset,
  })
}

function readRfc822(text: string): number | undefined {
  const found = rfc822.exec(text)
  if (!found) return undefined
  const [, day, name = '', year, hour, minute, second, zone = ''] = found
  const month = englishMonths.indexOf(name)
  const offset = offsetOf(zone)
  if (month === -1 || month % 3 !== 0 || offset === undefined) return undefined
  return timeOf({
    year: Number(year),
    month: month / 3 + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    fraction: 0,
    offset,
  })
}
