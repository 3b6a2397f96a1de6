/**
 * The two forms that nearly every feed writes, RFC 3339 and RFC 822 with a year of four digits, read letter by letter:
 * a feed has more dates than anything else, and regular expressions take ten times as long.
 */
import { firstYear, isoOf, offsetOf, timeOf } from './date-parts.ts'

/** RFC 3339 in UTC; undefined when the text is written in neither form, or names no moment. */
export function readExactly(text: string): string | undefined {
  return text.charCodeAt(4) === dash ? readRfc3339(text) : readRfc822(text)
}

const [space, plus, comma, dash, dot, zero, colon, letterT, letterZ] = [32, 43, 44, 45, 46, 48, 58, 84, 90]
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const longestWeekday = 10

function readRfc3339(text: string): string | undefined {
  const between = text.charCodeAt(10)
  if (text.charCodeAt(7) !== dash || text.charCodeAt(13) !== colon || (between !== letterT && between !== space))
    return undefined
  const hasSeconds = text.charCodeAt(16) === colon
  let at = hasSeconds ? 19 : 16
  const second = hasSeconds ? two(text, 17) : 0
  let fraction = ''
  const mark = text.charCodeAt(at)
  if (mark === dot || mark === comma) {
    const from = at + 1
    for (at = from; isDigit(text.charCodeAt(at)); ) at += 1
    if (at === from) return undefined
    fraction = text.slice(from, Math.min(at, from + 3)).padEnd(3, '0')
  }
  const offset = at === text.length ? 0 : zoneAt(text, at)
  const year = two(text, 0) * 100 + two(text, 2)
  return inUtc(year, two(text, 5), two(text, 8), two(text, 11), two(text, 14), second, fraction, offset)
}

function readRfc822(text: string): string | undefined {
  let at = 0
  if (!isDigit(text.charCodeAt(0))) {
    at = text.indexOf(',') + 1
    if (at === 0 || at > longestWeekday) return undefined
    if (text.charCodeAt(at) === space) at += 1
  }
  const dayLength = isDigit(text.charCodeAt(at + 1)) ? 2 : 1
  const day = dayLength === 2 ? two(text, at) : one(text, at)
  at += dayLength
  const month = months.indexOf(text.slice(at + 1, at + 4))
  if (month % 3 !== 0 || text.charCodeAt(at) !== space || text.charCodeAt(at + 4) !== space) return undefined
  const year = two(text, at + 5) * 100 + two(text, at + 7)
  if (text.charCodeAt(at + 9) !== space) return undefined
  at += 10
  const hourLength = text.charCodeAt(at + 1) === colon ? 1 : 2
  const hour = hourLength === 2 ? two(text, at) : one(text, at)
  at += hourLength
  if (text.charCodeAt(at) !== colon) return undefined
  const minute = two(text, at + 1)
  at += 3
  let second = 0
  if (text.charCodeAt(at) === colon) {
    second = two(text, at + 1)
    at += 3
  }
  if (text.charCodeAt(at) !== space) return undefined
  return inUtc(year, month / 3 + 1, day, hour, minute, second, '', zoneAt(text, at + 1))
}

/** Minutes east of Greenwich; NaN for what is written in another way. */
function zoneAt(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  if (sign === letterZ && at + 1 === text.length) return 0
  if ((sign === plus || sign === dash) && text.length - at === 5 && text.endsWith('0000')) return 0
  return offsetOf(text.slice(at)) ?? Number.NaN
}

function inUtc(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  fraction: string,
  offset: number,
): string | undefined {
  const minutes = hour * 60 + minute - offset
  // What crosses midnight, and the ends of months and minutes, are for the calendar.
  const isPlain = month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour <= 23 && minute <= 59 && second <= 59
  if (!isPlain || !(minutes >= 0 && minutes < 1440) || !(year >= firstYear)) {
    const time = timeOf({ year, month, day, hour, minute, second, fraction: Number(fraction), offset })
    return Number.isNaN(time) ? undefined : isoOf(time)
  }
  const clock = `${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[second]}`
  const parts = fraction === '' || fraction === '000' ? '' : `.${fraction}`
  return `${year}-${twoDigits[month]}-${twoDigits[day]}T${clock}${parts}Z`
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

function one(text: string, at: number): number {
  const digit = text.charCodeAt(at) - zero
  return digit >= 0 && digit <= 9 ? digit : Number.NaN
}

function two(text: string, at: number): number {
  return one(text, at) * 10 + one(text, at + 1)
}

function isDigit(code: number): boolean {
  return code >= zero && code < colon
}
