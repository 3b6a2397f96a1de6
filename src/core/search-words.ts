/**
 * The words a story is found by, as PostgreSQL keeps them: small letters, no accents, and pairs of characters where a
 * language puts no spaces (Chinese, Japanese, Korean), so that every part of a compound is found. Thai, Lao, Khmer and
 * Burmese are cut by the library's own words. Beside a word stands its stem, where that is another: `en~walrus`.
 */
import { inNormalForm } from './normal-form.ts'

/** PostgreSQL keeps no position beyond this ("Text Search Types"). */
const lastPosition = 16_383
/** PostgreSQL keeps at most so many positions of a word. */
const mostPositions = 255
/** A longer word is no word. Characters. */
const longestWord = 60

/** A word as it is found, and as it was written: in small letters, with its accents. Stems are made of the latter. */
export type Word = { readonly word: string; readonly written: string }

/** Words that follow each other with nothing between: several where a script puts no spaces. */
export type Run = { readonly words: readonly Word[]; readonly isUnspaced: boolean }

/** The stem of a word as written, folded as words are; undefined where it has none of its own. */
export type StemOf = (written: string) => string | undefined

/** A stem as it stands beside words: the language tells it apart from them. */
export function stemToken(language: string, stem: string): string {
  return `${language}~${stem}`
}

/** Texts of a story with what their words weigh: `A` a headline's, `B` a summary's, none a body's. */
export type Part = { readonly text: string; readonly weight: 'A' | 'B' | '' }

/** What to find a story by: a literal of type `tsvector`, with the stems of one language. */
export function searchVector(
  parts: readonly Part[],
  stems?: { readonly language: string; readonly of: StemOf },
): string {
  const places = new Map<string, string[]>()
  let position = 0
  const put = (word: string, weight: string) => {
    const at = places.get(word)
    if (at === undefined) places.set(word, [`${position}${weight}`])
    else if (at.length < mostPositions) at.push(`${position}${weight}`)
  }
  for (const { text, weight } of parts)
    for (const { words } of runsOf(text))
      for (const { word, written } of words) {
        position = Math.min(position + 1, lastPosition)
        put(word, weight)
        const stem = stems?.of(written)
        if (stems && stem !== undefined && stem !== word) put(stemToken(stems.language, stem), weight)
      }
  // Words are letters, digits and marks: nothing in them needs escaping.
  let literal = ''
  for (const [word, at] of places) literal += `${literal === '' ? '' : ' '}'${word}':${at.join()}`
  return literal
}

/** The words of a text, in order. */
export function runsOf(text: string): Run[] {
  const small = text.toLowerCase()
  if (ascii.test(small)) return (small.match(/[a-z0-9]+/g) ?? []).map(plainRun)
  const composed = inNormalForm(small, 'NFC')
  // A vowel of Khmer alone is a mark, and no word: such a run has none.
  return (composed.match(anyUnspaced.test(composed) ? mixed : spaced) ?? [])
    .flatMap(runOf)
    .filter(({ words }) => words.length > 0)
}

/** The words of a text, folded, in their order. */
export function wordsIn(text: string): string[] {
  return runsOf(text).flatMap(({ words }) => words.map(({ word }) => word))
}

/** Small letters without what is written above and below them, as words are found. */
export function folded(text: string): string {
  const small = text.toLowerCase()
  return ascii.test(small) ? small : bare(small)
}

function plainRun(word: string): Run {
  const cut = word.length > longestWord ? word.slice(0, longestWord) : word
  return { words: [{ word: cut, written: cut }], isUnspaced: false }
}

/** Folding may take a run apart (`½` is `1⁄2`): each part is a word then. */
function runOf(written: string): Run[] {
  if (ascii.test(written)) return [plainRun(written)]
  const plain = bare(written)
  const parts = plain.match(anyUnspaced.test(plain) ? mixed : spaced) ?? []
  return parts.map((part) => {
    if (isUnspaced(part)) return { words: pairs([...part]).map(same), isUnspaced: true }
    if (southEast.test(part)) return { words: segmented(part).map(same), isUnspaced: false }
    const word = part.slice(0, longestWord)
    return { words: [{ word, written: parts.length === 1 ? written.slice(0, longestWord) : word }], isUnspaced: false }
  })
}

function same(word: string): Word {
  return { word, written: word }
}

const ascii = /^[\0-\x7f]*$/
const characters = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々ｰﾞﾟ`
const anyUnspaced = new RegExp(`[${characters}]`, 'u')
const spaced = /[\p{L}\p{N}\p{M}]+/gu
const mixed = new RegExp(String.raw`[${characters}]+|(?:(?![${characters}])[\p{L}\p{N}\p{M}])+`, 'gu')
const southEast = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function isUnspaced(run: string): boolean {
  return run > '\u1000' && anyUnspaced.test(run.slice(0, 2))
}

function segmented(run: string): string[] {
  return [...segmenter.segment(run)].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment.slice(0, longestWord)] : [],
  )
}
const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

function pairs(characters: readonly string[]): string[] {
  if (characters.length < 2) return [...characters]
  return characters.slice(1).map((character, before) => `${characters[before]}${character}`)
}

/**
 * Without accents, Arabic and Hebrew points. Marks that are part of a letter (Hindi, Thai) stay.
 */
function bare(small: string): string {
  const stripped = inNormalForm(small, 'NFKD').replace(
    /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g,
    '',
  )
  return inNormalForm(stripped, 'NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll('ı', 'i')
}
