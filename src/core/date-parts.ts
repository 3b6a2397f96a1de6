/** The parts of a date and what they come to: years we believe, zones by name and number. */

export const firstYear = 1900
export const lastYear = 2100

export type Parts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  fraction: number
  offset: number
}

/** Milliseconds since 1970; NaN when a part is out of its range. A day too late in its month is that month's last. */
export function timeOf(parts: Parts): number {
  const { year, month, day, hour, minute, second } = parts
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return Number.NaN
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  if (year < firstYear) return Number.NaN
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Date.UTC(year, month - 1, Math.min(day, last), hour, minute, second, parts.fraction) - parts.offset * 60_000
}

/** RFC 3339 in UTC, without the fraction of a second where it is none. */
export function isoOf(time: number): string {
  const iso = new Date(time).toISOString()
  return iso.endsWith('.000Z') ? `${iso.slice(0, 19)}Z` : iso
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
export function offsetOf(zone: string): number | undefined {
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
