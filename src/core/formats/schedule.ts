/** When a feed says it is worth coming: RSS `skipHours` and `skipDays`, and the syndication module (`sy:*`) of RSS 1.0. */
import { readDate } from '../dates.ts'
import { all, type Element, first, textOf, type Words, words } from './element.ts'

export type Schedule = {
  /** Hours of the day, 0 to 23 in UTC, in which nothing comes. */
  skipHours?: number[]
  /** Days of the week, 0 for Sunday, in UTC, on which nothing comes. */
  skipDays?: number[]
  /** Seconds from one update to the next. */
  everySeconds?: number
  /** A moment at which one came or will come; the others follow in steps of `everySeconds`. */
  base?: string
}

const periods: Readonly<Record<string, number>> = {
  hourly: 3_600,
  daily: 86_400,
  weekly: 7 * 86_400,
  monthly: 30 * 86_400,
  yearly: 365 * 86_400,
}
const hourBoxes = words('rss:skiphours')
const hourWords = words('rss:hour')
const dayBoxes = words('rss:skipdays')
const dayWords = words('rss:day')
const periodWords = words('sy:updateperiod')
const frequencies = words('sy:updatefrequency')
const bases = words('sy:updatebase')
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** Undefined when it says nothing that makes sense, e.g. that every hour is to be skipped. */
export function scheduleOf(channel: Element): Schedule | undefined {
  const schedule: Schedule = {}
  const hours = within(channel, hourBoxes, hourWords).map((text) => (/^\d{1,2}$/.test(text) ? Number(text) : -1))
  const skipHours = distinct(hours.filter((hour) => hour >= 0 && hour <= 24).map((hour) => hour % 24))
  if (skipHours.length > 0 && skipHours.length < 24) schedule.skipHours = skipHours
  const names = within(channel, dayBoxes, dayWords).map((text) => days.indexOf(text.slice(0, 3).toLowerCase()))
  const skipDays = distinct(names.filter((day) => day >= 0))
  if (skipDays.length > 0 && skipDays.length < 7) schedule.skipDays = skipDays

  const period = textOf(channel, periodWords)?.toLowerCase()
  const frequency = textOf(channel, frequencies) ?? '1'
  if (period !== undefined || first(channel, frequencies)) {
    const seconds = periods[period ?? 'daily']
    // "updateFrequency 0" and the like are what forms left empty.
    const times = /^\d{1,5}$/.test(frequency) ? Math.max(1, Number(frequency)) : 1
    if (seconds !== undefined) schedule.everySeconds = Math.round(seconds / times)
    const base = seconds === undefined ? undefined : readDate(textOf(channel, bases) ?? '')
    if (base !== undefined) schedule.base = base
  }
  return Object.keys(schedule).length > 0 ? schedule : undefined
}

function within(channel: Element, box: Words, name: Words): string[] {
  return all(channel, box).flatMap((element) => all(element, name).map((child) => child.text.trim()))
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
