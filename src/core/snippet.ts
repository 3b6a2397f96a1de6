/**
 * The part of a text that answers a question, with the words it was asked for. Pieces are plain text: whoever shows them
 * escapes them, as any text.
 */
import { type Stems, stemsOf, type Unit } from './question.ts'
import { folded, runsOf, type StemOf, stemToken, type Word } from './search-words.ts'

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

/** The whole text, in pieces. `stems`: those of its language. */
export function mark(text: string, marker: Marker, stems?: { language: string; of: StemOf }): Piece[] {
  return cut(text, spotsIn(text, marker, stems))
}

/** The part with most of what was asked for, of some `most` characters; undefined where nothing of it stands in the text. */
export function snippet(
  text: string,
  marker: Marker,
  { stems, most = 220 }: { stems?: { language: string; of: StemOf } | undefined; most?: number } = {},
): Piece[] | undefined {
  const spots = spotsIn(text, marker, stems)
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

type Spot = { readonly start: number; readonly end: number }

const letters = /[\p{L}\p{N}\p{M}]+/gu

function spotsIn(text: string, marker: Marker, stems: { language: string; of: StemOf } | undefined): Spot[] {
  const spots: Spot[] = []
  for (const { 0: written, index } of text.matchAll(letters)) {
    const runs = runsOf(written)
    const [run] = runs
    const [word] = run?.words ?? []
    if (runs.length === 1 && run?.words.length === 1 && word && isSpaced(word.word)) {
      if (isAsked(word, marker, stems)) spots.push({ start: index, end: index + written.length })
    } else spots.push(...rowsIn(written, index, marker))
  }
  return spots
}

function isAsked(word: Word, marker: Marker, stems: { language: string; of: StemOf } | undefined): boolean {
  if (marker.words.has(word.word) || marker.beginnings.some((begins) => word.word.startsWith(begins))) return true
  const stem = stems?.of(word.written)
  return stems !== undefined && stem !== undefined && marker.words.has(stemToken(stems.language, stem))
}

/** Folded character by character, so that every place is known. */
function rowsIn(written: string, index: number, { rows, words }: Marker): Spot[] {
  let plain = ''
  const places: number[] = []
  // A script has a few thousand letters, a text may have a million.
  const known = new Map<string, string>()
  let at = 0
  for (const character of written) {
    const small = known.get(character) ?? folded(character)
    known.set(character, small)
    for (let i = 0; i < small.length; i += 1) places.push(at)
    plain += small
    at += character.length
  }
  places.push(at)
  const spots: Spot[] = []
  for (const row of [...rows, ...words])
    for (let from = plain.indexOf(row); from >= 0 && row !== ''; from = plain.indexOf(row, from + row.length))
      spots.push({ start: index + (places[from] ?? 0), end: index + (places[from + row.length] ?? at) })
  return apart(spots)
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
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u.test(
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
