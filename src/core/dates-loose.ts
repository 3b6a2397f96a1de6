/** Dates in words, in any order and many languages: pieces are recognised and taken away until only a day is left. */

import { offsetOf, type Parts, timeOf } from './date-parts.ts'
import { meridiems, monthNamed, withoutThaiDots } from './date-words.ts'
import { inNormalForm } from './normal-form.ts'

/** What is left of a date as pieces of it are recognised and taken away. */
type Rest = {
  text: string
  offset?: number
  region?: string
  hour: number
  minute: number
  second: number
  korean: boolean
  timed: boolean
}

/** Milliseconds since 1970, NaN when it is no date. */
export function readLoosely(written: string): number | undefined {
  if (/^\d{9,10}$/.test(written)) return Number(written) * 1000
  if (/^\d{12,13}$/.test(written)) return Number(written)
  const rest: Rest = {
    text: tidy(written),
    hour: 0,
    minute: 0,
    second: 0,
    korean: /[오년월일]/.test(written),
    timed: false,
  }
  if (!takeTime(rest)) return Number.NaN
  if (!takeZone(rest)) return Number.NaN
  const day = takeDay(rest)
  if (!day) return Number.NaN
  if (/[\d:]/.test(rest.text)) return Number.NaN
  if (!day.exact && rest.timed) return Number.NaN
  if (!day.exact && /[a-z]/i.test(rest.text)) return Number.NaN
  const wall = { ...day, hour: rest.hour, minute: rest.minute, second: rest.second, fraction: 0 }
  if (rest.region) return inRegion(wall, rest.region)
  // Korean sites of the first years of blogging wrote local time and no zone.
  return timeOf({ ...wall, offset: rest.offset ?? (rest.korean && rest.timed ? 540 : 0) })
}

/** Digits of every script become ours; comments, ordinals, and marks between date and time go. */
function tidy(written: string): string {
  return (
    inNormalForm(written, 'NFKC')
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
      .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
      .replace(/\([^)]*\)/g, ' ')
      .replace(/(\d)(?:st|nd|rd|th|er|º|ª)(?![a-z\d])/gi, '$1')
      // ISO's basic form beside the extended one, and the clock of soldiers.
      .replace(
        /(\d)T(\d\d)(\d\d)(\d\d)?(?!\d)/,
        (_, day, ...clock) => `${day} ${clock.slice(0, 3).filter(Boolean).join(':')}`,
      )
      .replace(/(?<=\d )([01]\d|2[0-3])([0-5]\d)(?=\s?(?:gmt|utc|z)\b)/i, '$1:$2')
      .replace(/(\d)T(?=\d)/g, '$1 ')
      // The common log format, and a day in GMT.
      .replace(/(\d{4}):(?=\d\d:\d\d)/, '$1 ')
      .replace(/(\d{4})\s(?:gmt|utc|z)$/i, '$1')
      .replace(/[\u200e\u200f]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

const clock = /(?<![\d:])(\d{1,2})\s?[:h時시]\s?(\d{1,2})(?:[:.m分분]\s?(\d{1,2})(?:[.,]\d+)?)?[秒초]?(?![\d:])/
const dottedClock = /(?<=\s)(\d{1,2})\.(\d\d)(?:\.(\d\d))?(?![\d.:])/
const bareClock = /\b(\d{1,2})\s?([ap])\.?m\b\.?/i

function takeTime(rest: Rest): boolean {
  const found = clock.exec(rest.text) ?? dottedClock.exec(rest.text) ?? bareClock.exec(rest.text)
  if (!found) return true
  const [whole, hour, minute, second] = found
  rest.timed = true
  rest.hour = Number(hour)
  rest.minute = /^\d+$/.test(minute ?? '') ? Number(minute) : 0
  rest.second = Number(second ?? 0)
  const before = rest.text.slice(0, found.index)
  const after = rest.text.slice(found.index + whole.length)
  rest.text = `${before} | ${after}`
  return takeMeridiem(rest, /^\d+$/.test(minute ?? '') ? undefined : (minute ?? ''))
}

function takeMeridiem(rest: Rest, bare: string | undefined): boolean {
  let half = bare?.toLowerCase() === 'p' ? 'pm' : bare ? 'am' : undefined
  if (!half)
    rest.text = rest.text.replace(meridiems.pattern, (word) => {
      half ??= meridiems.halfOf(word)
      return ' '
    })
  if (half && rest.hour > 12) half = undefined
  if (half === 'pm' && rest.hour < 12) rest.hour += 12
  if (half === 'am' && rest.hour === 12) rest.hour = 0
  return rest.hour <= 24 && rest.minute <= 59 && rest.second <= 60
}

function takeZone(rest: Rest): boolean {
  if (!rest.timed) return true
  const region = /\b(?:[A-Z][A-Za-z]+\/)+[A-Z][A-Za-z_]+\b/.exec(rest.text)
  if (region) {
    rest.region = region[0]
    rest.text = rest.text.replace(region[0], ' ')
    return true
  }
  const number =
    /\|\s*(?:gmt|utc|ut|z)?\s*([+-]\d{1,2}(?::?\d\d)?)(?![\d:])/i.exec(rest.text) ??
    /(?:gmt|utc)\s*([+-]\d{1,2}(?::?\d\d)?)(?![\d:])/i.exec(rest.text)
  if (number) {
    rest.text = rest.text.replace(number[0], ' ')
    const offset = offsetOf(number[1] ?? '')
    if (offset === undefined) return false
    rest.offset = offset
    return true
  }
  const name = /\|\s*([a-z]{1,4})\b/i.exec(rest.text)
  const offset = name ? offsetOf(name[1] ?? '') : undefined
  if (name && offset !== undefined) {
    rest.offset = offset
    rest.text = rest.text.replace(name[0], ' ')
  }
  return true
}

type Day = { year: number; month: number; day: number; exact: boolean }

function takeDay(rest: Rest): Day | undefined {
  const text = rest.text.replace(/\|/g, ' ').trim()
  rest.text = ''
  return numericDay(text, rest) ?? namedDay(text, rest)
}

function numericDay(text: string, rest: Rest): Day | undefined {
  const keep = (whole: string): void => {
    rest.text = text.replace(whole, ' ')
  }
  const ymd = /(?<![\d-])(\d{4})\s?(?:[-/.年년])\s?0?(\d{1,2})\s?(?:[-/.月월])\s?(\d{1,2})[日일]?(?!\d)/.exec(text)
  if (ymd) {
    keep(ymd[0])
    return { year: Number(ymd[1]), month: Number(ymd[2]), day: Number(ymd[3]), exact: true }
  }
  const dmy = /(?<![\d-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text)
  if (dmy) {
    keep(dmy[0])
    return numericOrder(Number(dmy[1]), dmy[2] ?? '', Number(dmy[3]), dmy[4] ?? '')
  }
  // Vietnamese months have numbers for names; some write all three that way.
  const spaced = /(?<!\d)(\d{1,2})\s(?:th(?:áng|g)\.?\s)?(\d{1,2}),?\s(?:năm\s)?(\d{4})(?!\d)/i.exec(text)
  if (spaced) {
    keep(spaced[0])
    return { year: Number(spaced[3]), month: Number(spaced[2]), day: Number(spaced[1]), exact: true }
  }
  return shortIso(text)
}

/** 30.10.23 is European, 03/30/2020 American, 03-12-31 the start of an ISO date. */
function numericOrder(first: number, mark: string, second: number, last: string): Day {
  if (mark === '-' && last.length === 2 && Number(last) <= 31)
    return { year: fullYear(first, '00'), month: second, day: Number(last), exact: true }
  const year = fullYear(Number(last), last)
  const monthFirst = mark === '/' && first <= 12
  return { year, month: monthFirst ? first : second, day: monthFirst ? second : first, exact: true }
}

/** ISO 8601's shorter forms: 2003-12, 2003, 20031231, 031231, 03335 (day of the year), -0312, -03-12. */
function shortIso(text: string): Day | undefined {
  const forms: readonly (readonly [RegExp, (a: string, b: string, c: string) => Day])[] = [
    [/^(\d{4})-(\d\d)$/, (year, month) => ({ year: Number(year), month: Number(month), day: 1, exact: false })],
    [/^(\d{4})$/, (year) => ({ year: Number(year), month: 1, day: 1, exact: false })],
    [
      /^(\d{4})-?(\d\d)-?(\d\d)$/,
      (year, month, day) => ({ year: Number(year), month: Number(month), day: Number(day), exact: true }),
    ],
    [
      /^(\d\d)(\d\d)(\d\d)$/,
      (year, month, day) => ({
        year: fullYear(Number(year), year),
        month: Number(month),
        day: Number(day),
        exact: true,
      }),
    ],
    [
      /^-(\d\d)-?(\d\d)$/,
      (year, month) => ({ year: fullYear(Number(year), year), month: Number(month), day: 1, exact: false }),
    ],
    [/^(\d\d|\d{4})-?(\d{3})$/, (year, day) => ordinal(fullYear(Number(year), year), Number(day))],
  ]
  for (const [form, day] of forms) {
    const found = form.exec(text)
    if (found) return day(found[1] ?? '', found[2] ?? '', found[3] ?? '')
  }
  return undefined
}

function ordinal(year: number, dayOfYear: number): Day {
  if (dayOfYear < 1 || dayOfYear > 366) return { year, month: 0, day: 0, exact: true }
  const date = new Date(Date.UTC(year, 0, dayOfYear))
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate(), exact: true }
}

function fullYear(year: number, written: string): number {
  if (written.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

/** Thailand counts from the death of the Buddha. */
function gregorian(year: number, text: string): number {
  return year > 2400 && /\p{Script=Thai}/u.test(text) ? year - 543 : year
}

/** A month in words; the numbers around it are day and year, the year last unless it cannot be. */
function namedDay(text: string, rest: Rest): Day | undefined {
  const words = withoutThaiDots(text).match(/[\p{L}\p{M}]+|\d+/gu) ?? []
  let month: number | undefined
  const numbers: string[] = []
  const unknown: string[] = []
  for (const word of words) {
    if (/^\d/.test(word)) numbers.push(word)
    // The last one counts: "mar." is March, and Tuesday in French, Spanish and Italian.
    else if (monthNamed(word) !== undefined) month = monthNamed(word)
    else unknown.push(word)
  }
  if (text.includes(':')) return undefined
  if (month === undefined || numbers.length === 0 || numbers.length > 2) return undefined
  if (numbers.length === 1) {
    const [only = ''] = numbers
    rest.text = unknown.join(' ')
    return only.length === 4 ? { year: Number(only), month, day: 1, exact: false } : undefined
  }
  const [a = '', b = ''] = numbers
  const [day, year] = a.length === 4 ? [b, a] : [a, b]
  return { year: gregorian(fullYear(Number(year), year), text), month, day: Number(day), exact: true }
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

/** Wall-clock time in a region such as `America/Los_Angeles`. */
function inRegion(wall: Omit<Parts, 'offset'>, region: string): number {
  const asUtc = timeOf({ ...wall, offset: 0 })
  if (!formats.has(region)) formats.set(region, formatOf(region))
  const format = formats.get(region)
  if (!format || Number.isNaN(asUtc)) return asUtc
  const offsetAt = (time: number): number => {
    const part = (type: Intl.DateTimeFormatPartTypes): number =>
      Number(format.formatToParts(time).find((one) => one.type === type)?.value)
    return (
      Date.UTC(part('year'), part('month') - 1, part('day'), part('hour') % 24, part('minute'), part('second')) -
      Math.floor(time / 1000) * 1000
    )
  }
  return asUtc - offsetAt(asUtc - offsetAt(asUtc))
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    const numeric = 'numeric'
    return new Intl.DateTimeFormat('en-u-hc-h23', {
      timeZone,
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    })
  } catch {
    return undefined
  }
}
