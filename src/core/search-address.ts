/** What an address of the search says, and how one is written. */
import { isDay } from './calendar.ts'
import { isCountry } from './country.ts'
import { canonicalLanguage, isKnownLanguage } from './language.ts'
import { type FilterName, type Filters, filterNames, type Question, readQuestion } from './question.ts'
import { baseLanguage } from './stemmers.ts'
import { genres } from './story/gate.ts'

export type Search = {
  readonly question: Question
  /** As addresses write them: `topic` and `member` by slug, `place` as `ke`, `from` and `to` as `2013`, `2013-09` or a day. */
  readonly filters: Filters
  /** The same as the database is asked: days for `from` and `to`; undefined where one of them can fit nothing. */
  readonly sought: Filters | undefined
  readonly order: 'best' | 'newest'
  /** Whether bodies are to be looked into, too, however many headlines and summaries answer. */
  readonly bodies: boolean
  /** 1, 2 … */
  readonly page: number
}

/** What an address may say beside the words. */
export const searchParameters = ['q', ...filterNames, 'order', 'in'] as const

/** Any address is a search. A filter beside the words counts before one among them. */
export function readSearch(query: Readonly<Record<string, string | undefined>>): Search {
  const question = readQuestion(query.q ?? '')
  const filters: Partial<Record<FilterName, string>> = {}
  for (const name of filterNames) {
    const value = query[name]?.trim().toLowerCase() || question.filters[name]
    // What is cut may end in half a character, which no address can say.
    if (value) filters[name] = value.slice(0, 100).toWellFormed()
  }
  const page = /^[1-9]\d?$/.test(query.page ?? '') ? Number(query.page) : 1
  return {
    question,
    filters,
    sought: soughtBy(filters),
    order: query.order === 'newest' ? 'newest' : 'best',
    bodies: query.in === 'texts',
    page,
  }
}

/** What stands beside the path: `q=paper&topic=courts`; empty for the search of everything. */
export function writeSearch(
  { question, filters, order, bodies }: Pick<Search, 'question' | 'filters' | 'order' | 'bodies'>,
  page = 1,
): string {
  const said: [string, string | undefined][] = [
    ['q', question.text || undefined],
    ...filterNames.map((name): [string, string | undefined] => [name, filters[name]]),
    ['order', order === 'newest' ? order : undefined],
    ['in', bodies ? 'texts' : undefined],
    ['page', page > 1 ? String(page) : undefined],
  ]
  return said
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')
}

function soughtBy(filters: Filters): Filters | undefined {
  const { genre, place, language, from, to } = filters
  if (genre !== undefined && !genres.some((one) => one === genre)) return undefined
  if (place !== undefined && !isCountry(place.toUpperCase())) return undefined
  const tongue = canonicalLanguage(language)
  if (language !== undefined && (!tongue || !isKnownLanguage(tongue))) return undefined
  const first = from === undefined ? undefined : endOf(from, 'first')
  const last = to === undefined ? undefined : endOf(to, 'last')
  if ((from !== undefined && !first) || (to !== undefined && !last)) return undefined
  return { ...filters, ...(tongue ? { language: baseLanguage(tongue) } : {}), from: first, to: last }
}

/** The first or the last day of a year, a month or a day. */
function endOf(period: string, end: 'first' | 'last'): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return isDay(period) ? period : undefined
  const first = /^\d{4}$/.test(period) ? `${period}-01-01` : `${period}-01`
  if (!/^\d{4}(?:-\d{2})?$/.test(period) || !isDay(first)) return undefined
  if (end === 'first') return first
  if (period.length === 4) return `${period}-12-31`
  return [31, 30, 29, 28].map((day) => `${period}-${day}`).find(isDay)
}
