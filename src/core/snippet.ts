/**
 * The part of a text that answers a question, with the words it was asked for. Pieces are plain text: whoever shows them
 * escapes them, as any text.
 */
import { inNormalForm } from './normal-form.ts'
import { type Stems, stemsOf, type Unit } from './question.ts'
import { folded, type Word, wordsOf } from './search-words.ts'

export type Piece = { readonly text: string; readonly isHit: boolean }

/** What makes a word of a story one that was asked for. */
export type Marker = {
  readonly words: ReadonlySet<string>
  readonly beginnings: readonly string[]
  /** Where a script puts no spaces: characters in a row. */
  readonly rows: readonly string[]
}

export function markerOf(units: readonly Unit[], stems: readonly Stems[]): Marker {
  const words = new Set<string>()
  const beginnings: string[] = []
  const rows: string[] = []
  for (const unit of units) {
    const [first] = unit.words
    if (!first) continue
    if (unit.kind === 'beginning') beginnings.push(first.word)
    else if (isSpaced(first.word)) for (const { word } of unit.words) words.add(word)
    else rows.push(rowOf(unit.words))
    if (unit.kind === 'word') for (const stem of stemsOf(first, stems)) words.add(stem)
  }
  return { words, beginnings, rows }
}

type Spot = { readonly start: number; readonly end: number }

/** Where in a text there stands what was asked for, in order. */
export type Spotter = (text: string) => readonly Spot[]

/**
 * For the texts of one language on one page: words come again and again in them, and each is looked at once. `stems` are
 * those of the language, as they stand beside words.
 */
export function spotterOf(marker: Marker, stems?: { token(written: string): string | undefined }): Spotter {
  const kinds = new Map<string, Kind>()
  const kindOf = kindTeller(marker, stems)
  const rowsIn = rowFinder([...marker.rows, ...marker.words].filter((row) => row !== ''))
  return (text) => {
    const spots: Spot[] = []
    let end = 0
    for (const written of text.match(letters) ?? []) {
      // Nothing but what is no letter stands before it.
      const start = text.indexOf(written, end)
      end = start + written.length
      let kind = kinds.get(written)
      if (kind === undefined) {
        kind = kindOf(written)
        kinds.set(written, kind)
      }
      if (kind === 'asked') spots.push({ start, end })
      // One by one: there may be more than a call takes.
      else if (kind === 'row') for (const spot of rowsIn(written, start)) spots.push(spot)
    }
    return spots
  }
}

/** The whole text, in pieces. */
export function mark(text: string, spotter: Spotter): Piece[] {
  return cut(text, spotter(text))
}

/** The part with most of what was asked for, of some `most` characters; undefined where nothing of it stands in the text. */
export function snippet(text: string, spotter: Spotter, most = 220): Piece[] | undefined {
  const spots = spotter(text)
  const [first] = spots
  if (!first) return undefined
  if (text.length <= most) return cut(text, spots)
  let best = { first, count: 0 }
  for (const [at, spot] of spots.entries()) {
    let count = 0
    for (let other = at; (spots[other]?.end ?? Infinity) <= spot.start + most * 0.75; other += 1) count += 1
    if (count > best.count) best = { first: spot, count }
  }
  const from = best.first.start <= most * 0.25 ? 0 : wordStart(text, best.first.start - Math.floor(most * 0.25))
  const to = from + most >= text.length ? text.length : wordEnd(text, from + most)
  const inside = spots.filter(({ start, end }) => start >= from && end <= to)
  const pieces = cut(
    text.slice(from, to),
    inside.map(({ start, end }) => ({ start: start - from, end: end - from })),
  )
  const plain = (told: string): Piece => ({ text: told, isHit: false })
  return [...(from > 0 ? [plain('… ')] : []), ...pieces, ...(to < text.length ? [plain(' …')] : [])]
}

const letters = /[\p{L}\p{N}\p{M}]+/gu

/** A word that was asked for, another one, or characters in a row, where what was asked for may stand anywhere. */
type Kind = 'asked' | 'other' | 'row'

function kindTeller(marker: Marker, stems: Parameters<typeof spotterOf>[1]): (written: string) => Kind {
  const isStem = (word: string) => marker.words.has(stems?.token(word) ?? '')
  // Hardly any word begins as one that was asked for: of most no more than that need be folded. What folds to nothing
  // says nothing.
  const initials = new Set(['', ...[...marker.words, ...marker.beginnings].map((word) => word.charAt(0))])
  const known = new Map<string, boolean>()
  const mayBeAsked = (written: string) => {
    const start = written.slice(0, 2)
    const may = known.get(start) ?? initials.has(folded(start).charAt(0))
    known.set(start, may)
    return may
  }
  return (written) => {
    if (!isSpaced(written)) return 'row'
    if (onlyLetters.test(written) && !mayBeAsked(written))
      return isStem(inNormalForm(written.toLowerCase(), 'NFC')) ? 'asked' : 'other'
    const words = wordsOf(written)
    const [word = ''] = words.found
    if (words.found.length !== 1 || !isSpaced(word)) return 'row'
    const isAsked = marker.words.has(word) || marker.beginnings.some((begins) => word.startsWith(begins))
    return isAsked || isStem(words.written[0] ?? '') ? 'asked' : 'other'
  }
}

/** Anything else may be several words once it is folded (`½`). A longer word is cut. */
const onlyLetters = /^\p{L}[\p{L}\p{M}]{0,59}$/u

/** Finds rows of characters. They are folded one by one, so that every place is known. */
function rowFinder(rows: readonly string[]): (written: string, index: number) => Spot[] {
  // A script has a few thousand letters, a text may have a million.
  const known = new Map<string, string>()
  const fold = (character: string) => {
    const small = known.get(character) ?? folded(character)
    known.set(character, small)
    return small
  }
  return (written, index) => {
    const characters = [...written]
    const plain = characters.map(fold).join('')
    const found = rows.filter((row) => plain.includes(row))
    if (found.length === 0) return []
    const places: number[] = []
    let at = index
    for (const character of characters) {
      for (let i = fold(character).length; i > 0; i -= 1) places.push(at)
      at += character.length
    }
    const spots: Spot[] = []
    for (const row of found)
      for (let from = plain.indexOf(row); from >= 0; from = plain.indexOf(row, from + row.length))
        spots.push({ start: places[from] ?? at, end: places[from + row.length] ?? at })
    return apart(spots)
  }
}

/** In order, none within another. */
function apart(spots: readonly Spot[]): Spot[] {
  const kept: Spot[] = []
  for (const spot of spots.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (spot.start >= (kept.at(-1)?.end ?? 0)) kept.push(spot)
  return kept
}

function cut(text: string, spots: readonly Spot[]): Piece[] {
  const pieces: Piece[] = []
  let told = 0
  for (const { start, end } of spots) {
    if (start > told) pieces.push({ text: text.slice(told, start), isHit: false })
    pieces.push({ text: text.slice(start, end), isHit: true })
    told = end
  }
  if (told < text.length) pieces.push({ text: text.slice(told), isHit: false })
  return pieces
}

function isSpaced(word: string): boolean {
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々ｰﾞﾟ]/u.test(
    word,
  )
}

/** Pairs of characters as the characters they are of. */
function rowOf(words: readonly Word[]): string {
  const isPairs = words.every(
    ({ word }) => !/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(word),
  )
  return words.map(({ word }, at) => (at === 0 || !isPairs ? word : [...word].slice(1).join(''))).join('')
}

/** The beginning of the word after a place, or the place where no space is near. */
function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + 30).search(/\s/)
  const from = space >= 0 ? at + space + 1 : at
  return isLow(text, from) ? from + 1 : from
}

function wordEnd(text: string, at: number): number {
  const space = text.slice(at - 30, at).search(/\s\S*$/)
  const to = space >= 0 ? at - 30 + space : at
  return isLow(text, to) ? to - 1 : to
}

/** Whether a cut here would part one character's two halves. */
function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
