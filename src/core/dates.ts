/**
 * Dates as feeds write them: RFC 3339 and RFC 822 nearly always, and everything else people have thought of, in the
 * languages ICU knows. A date without a zone is taken as UTC.
 */
import { meridiems, monthNamed } from './date-words.ts'

const firstYear = 1900
const lastYear = 2100

type Parts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  fraction: number
  offset: number
}

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

/** Milliseconds since 1970; NaN when a part is out of its range. A day too late in its month is that month's last. */
function timeOf(parts: Parts): number {
  const { year, month, day, hour, minute, second } = parts
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return Number.NaN
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  if (year < firstYear) return Number.NaN
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Date.UTC(year, month - 1, Math.min(day, last), hour, minute, second, parts.fraction) - parts.offset * 60_000
}

/** North America as RFC 822 has it, then what feeds from elsewhere use; hours, or minutes when above 24. */
const zones: Readonly<Record<string, number>> = {
  ...{
    gmt: 0,
    utc: 0,
    ut: 0,
    z: 0,
    wet: 0,
    est: -5,
    edt: -4,
    et: -5,
    cst: -6,
    cdt: -5,
    ct: -6,
    mst: -7,
    mdt: -6,
    mt: -7,
    pst: -8,
    pdt: -7,
    pt: -8,
  },
  ...{
    at: -4,
    ast: -4,
    adt: -3,
    nst: -210,
    ndt: -150,
    akst: -9,
    akdt: -8,
    hst: -10,
    hdt: -9,
    brt: -3,
    brst: -2,
    art: -3,
    clt: -4,
    clst: -3,
  },
  ...{
    bst: 1,
    ist: 330,
    west: 1,
    cet: 1,
    mez: 1,
    met: 1,
    mewt: 1,
    cest: 2,
    mesz: 2,
    mest: 2,
    sast: 2,
    cat: 2,
    wat: 1,
    eat: 3,
    eet: 2,
    eest: 3,
    msk: 3,
    msd: 4,
    trt: 3,
  },
  ...{
    gst: 4,
    pkt: 5,
    npt: 345,
    ict: 7,
    wib: 7,
    hkt: 8,
    sgt: 8,
    myt: 8,
    pht: 8,
    awst: 8,
    jst: 9,
    kst: 9,
    aest: 10,
    aedt: 11,
    acst: 570,
    acdt: 630,
    nzst: 12,
    nzdt: 13,
  },
}

/** Minutes east of Greenwich. */
function offsetOf(zone: string): number | undefined {
  const number = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(zone)
  if (number) {
    const hours = Number(number[2])
    const minutes = Number(number[3] ?? 0)
    if (hours > 15 || minutes > 59) return undefined
    return (number[1] === '-' ? -1 : 1) * (hours * 60 + minutes)
  }
  const name = zone.toLowerCase()
  // Military letters were specified the wrong way round: RFC 2822, 4.3 says to read them as UTC.
  if (/^[a-z]$/.test(name)) return 0
  const hours = zones[name]
  return hours === undefined ? undefined : Math.abs(hours) > 24 ? hours : hours * 60
}

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

function readLoosely(written: string): number | undefined {
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
  return written
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/\([^)]*\)/g, ' ')
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª)(?![a-z\d])/gi, '$1')
    .replace(/(\d)T(?=\d)/g, '$1 ')
    .replace(/[\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
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

/** A month in words; the numbers around it are day and year, the year last unless it cannot be. */
function namedDay(text: string, rest: Rest): Day | undefined {
  const words = text.match(/[\p{L}\p{M}]+|\d+/gu) ?? []
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
  return { year: fullYear(Number(year), year), month, day: Number(day), exact: true }
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
