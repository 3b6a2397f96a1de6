/**
 * What somebody asks the search: words, "words in their order", -words that must not be there, begin* of words, and
 * filters (`member:harbour-times`). Anything that is typed is a question; what makes no sense in it is left out.
 */
import { folded, type Run, runsOf, type StemOf, stemToken, type Word } from './search-words.ts'

export const filterNames = ['topic', 'place', 'language', 'genre', 'member', 'from', 'to'] as const
export type FilterName = (typeof filterNames)[number]
export type Filters = { readonly [Name in FilterName]?: string | undefined }

/** `words` are one word; or several that follow each other, in a phrase or where a script puts no spaces. */
export type Unit = { readonly words: readonly Word[]; readonly kind: 'word' | 'phrase' | 'beginning' }

export type Question = {
  readonly wanted: readonly Unit[]
  readonly unwanted: readonly Unit[]
  readonly filters: Filters
  /** What was asked, without the filters, as far as it was read. */
  readonly text: string
}

/** Nobody means more; each word costs. Characters, and units. */
export const longestQuestion = 200
const mostUnits = 10
/** Fewer letters begin too many words. */
const shortestBeginning = 3

export function readQuestion(asked: string): Question {
  const text = asked
    .slice(0, longestQuestion)
    .toWellFormed()
    .replace(/[“”„«»＂]/g, '"')
  const wanted: Unit[] = []
  const unwanted: Unit[] = []
  const filters: Partial<Record<FilterName, string>> = {}
  const kept: string[] = []
  for (const [token, minus, quoted, plain = ''] of text.matchAll(/(?<=^|\s)([-−]?)(?:"([^"]*)"?|(\S+))/gu)) {
    const filter = quoted === undefined && minus === '' ? filterIn(plain) : undefined
    if (filter) {
      filters[filter.name] = filter.value
      continue
    }
    const units = quoted === undefined ? unitsOf(plain) : phraseOf(quoted)
    if (units.length === 0) continue
    kept.push(token)
    ;(minus ? unwanted : wanted).push(...units)
  }
  return {
    wanted: wanted.slice(0, mostUnits),
    unwanted: unwanted.slice(0, mostUnits),
    filters,
    text: kept.join(' '),
  }
}

function filterIn(token: string): { name: FilterName; value: string } | undefined {
  const [, name = '', value = ''] = /^([a-z]+):(\S+)$/i.exec(token) ?? []
  const known = filterNames.find((one) => one === name.toLowerCase())
  return known && { name: known, value: value.toLowerCase() }
}

function unitsOf(token: string): Unit[] {
  const runs = runsOf(token)
  const last = runs.at(-1)
  return runs.map((run) => {
    const begins =
      token.endsWith('*') &&
      run === last &&
      run.words.length === 1 &&
      (run.words[0]?.word.length ?? 0) >= shortestBeginning
    return { words: run.words, kind: begins ? 'beginning' : kindOf(run) }
  })
}

function kindOf({ words }: Run): Unit['kind'] {
  return words.length > 1 ? 'phrase' : 'word'
}

function phraseOf(quoted: string): Unit[] {
  const words = runsOf(quoted).flatMap((run) => run.words)
  return words.length === 0 ? [] : [{ words, kind: 'phrase' }]
}

/** The stems of one language, to ask for beside the words. */
export type Stems = { readonly language: string; readonly of: StemOf }

/** A literal of type `tsquery` that asks for all units, each word or one of its stems; empty when there are none. */
export function queryOf(units: readonly Unit[], stems: readonly Stems[] = [], join: '&' | '|' = '&'): string {
  return units.map((unit) => `(${unitQuery(unit, stems)})`).join(` ${join} `)
}

function unitQuery({ words, kind }: Unit, stems: readonly Stems[]): string {
  const [first] = words
  if (!first) return ''
  if (kind === 'phrase') return words.map(({ word }) => `'${word}'`).join(' <-> ')
  if (kind === 'beginning') return `'${first.word}':*`
  return [first.word, ...stemsOf(first, stems)].map((word) => `'${word}'`).join(' | ')
}

/** What a word's relatives are found by: the stem each language makes of it, and the words that are such a stem. */
export function stemsOf({ word, written }: Word, stems: readonly Stems[]): string[] {
  const found = new Set<string>()
  for (const { language, of } of stems) {
    const stem = of(written)
    if (stem === undefined) continue
    found.add(stemToken(language, stem))
    if (stem !== word) found.add(stem)
  }
  return [...found]
}

/**
 * About which part of all stories has these units, 0 to 1, by the part that has each common word: as if each came without
 * regard to the others. 0 where one of them has no common word in it.
 */
export function shareOf(units: readonly Unit[], stems: readonly Stems[], common: ReadonlyMap<string, number>): number {
  return units.reduce((share, unit) => share * Math.min(1, unitShare(unit, stems, common)), 1)
}

function unitShare({ words, kind }: Unit, stems: readonly Stems[], common: ReadonlyMap<string, number>): number {
  const [first] = words
  if (!first) return 1
  if (kind === 'phrase') return Math.min(...words.map(({ word }) => common.get(word) ?? 0))
  const alike =
    kind === 'beginning'
      ? [...common.keys()].filter((word) => word.startsWith(first.word))
      : [first.word, ...stemsOf(first, stems)]
  return alike.reduce((sum, word) => sum + (common.get(word) ?? 0), 0)
}

/** The words of a question one after the other in a headline, for those who ask for one; empty where that says nothing more. */
export function inOrder(units: readonly Unit[]): string {
  if (units.length < 2 || units.some(({ kind }) => kind === 'beginning')) return ''
  return units.flatMap(({ words }) => words.map(({ word }) => `'${word}':A`)).join(' <-> ')
}

/** The question with other words in it, as somebody would type it. */
export function withWords(question: Question, others: ReadonlyMap<string, string>): string {
  return question.text.replace(/[\p{L}\p{N}\p{M}]+/gu, (written) => others.get(folded(written)) ?? written)
}
