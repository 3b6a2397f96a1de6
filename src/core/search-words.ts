/**
 * The words a story is found by, as PostgreSQL keeps them: small letters, no accents, and pairs of characters where a
 * language puts no spaces (Chinese, Japanese, Korean), so that every part of a compound is found. Thai, Lao, Khmer and
 * Burmese are cut by the library's own words. Beside a word stands its stem, where that is another: `en~walrus`.
 */
import { inNormalForm } from './normal-form.ts'

/** PostgreSQL keeps no position beyond this ("Text Search Types"). */
const lastPosition = 16_383
/** Characters of a word's positions: PostgreSQL keeps the first 255. */
const longestPlaces = 2_000
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

/** The words of a text in their order, as they are found; and at the same places as they were written. */
export type Words = { readonly found: readonly string[]; readonly written: readonly string[] }

/** Words of a story with what they weigh: `A` a headline's, `B` a summary's, none a body's. */
export type Part = { readonly words: Words; readonly weight: 'A' | 'B' | '' }

/** What to find a story by: a literal of type `tsvector`, with the stems of one language as they stand beside words. */
export function searchVector(parts: readonly Part[], stems?: { token(written: string): string | undefined }): string {
  const places = new Map<string, string>()
  let position = 0
  const put = (word: string, place: string) => {
    const at = places.get(word)
    if (at === undefined) places.set(word, place)
    else if (at.length < longestPlaces) places.set(word, `${at},${place}`)
  }
  for (const { words, weight } of parts)
    for (let i = 0; i < words.found.length; i += 1) {
      position = Math.min(position + 1, lastPosition)
      const place = `${position}${weight}`
      const word = words.found[i] ?? ''
      put(word, place)
      const token = stems?.token(words.written[i] ?? '')
      if (token !== undefined && !isStem(word, token)) put(token, place)
    }
  // Words are letters, digits and marks: nothing in them needs escaping.
  let literal = ''
  for (const [word, at] of places) literal += `${literal === '' ? '' : ' '}'${word}':${at}`
  return literal
}

/** Whether it is the word itself that stands in the token. */
function isStem(word: string, token: string): boolean {
  return token.endsWith(word) && token.charAt(token.length - word.length - 1) === '~'
}

/** The words of a text, in order. */
export function wordsOf(text: string): Words {
  const small = text.toLowerCase()
  if (ascii.test(small)) {
    const words = small.match(/[a-z0-9]+/g) ?? []
    const short = words.some((word) => word.length > longestWord) ? words.map(cut) : words
    return { found: short, written: short }
  }
  const found: string[] = []
  const written: string[] = []
  for (const run of piecesOf(inNormalForm(small, 'NFC'))) {
    const plain = ascii.test(run) ? run : run.length > longestWord ? undefined : plainOf(run)
    if (plain !== undefined) {
      found.push(cut(plain))
      written.push(cut(run))
    } else
      for (const { words } of runOf(run))
        for (const word of words) {
          found.push(word.word)
          written.push(word.written)
        }
  }
  return { found, written }
}

/** The same, with those together that follow each other with nothing between. */
export function runsOf(text: string): Run[] {
  const small = text.toLowerCase()
  // A vowel of Khmer alone is a mark, and no word: such a run has none.
  return piecesOf(ascii.test(small) ? small : inNormalForm(small, 'NFC'))
    .flatMap(runOf)
    .filter(({ words }) => words.length > 0)
}

/** The words of a text, folded, in their order. */
export function wordsIn(text: string): readonly string[] {
  return wordsOf(text).found
}

/** Small letters without what is written above and below them, as words are found. */
export function folded(text: string): string {
  const small = text.toLowerCase()
  return ascii.test(small) ? small : bare(small)
}

function piecesOf(composed: string): readonly string[] {
  return composed.match(anyUnspaced.test(composed) ? mixed : spaced) ?? []
}

function cut(word: string): string {
  return word.length > longestWord ? word.slice(0, longestWord) : word
}

/** A word that folding left whole, of a script that puts spaces. Words come again and again: they are kept. */
function plainOf(written: string): string | undefined {
  let plain = plainWords.get(written)
  if (plain === undefined) {
    const [first, ...others] = runOf(written).flatMap(({ words }) => words)
    plain = others.length === 0 && first?.written === written ? alone(first.word) : ''
    if (plainWords.size >= mostPlainWords) plainWords.clear()
    plainWords.set(alone(written), plain)
  }
  return plain || undefined
}
const plainWords = new Map<string, string>()
const mostPlainWords = 20_000

/** A copy, for who keeps it: a word cut from a text keeps the whole text in memory. */
export function alone(word: string): string {
  return Buffer.from(word, 'utf16le').toString('utf16le')
}

/** Folding may take a run apart (`½` is `1⁄2`): each part is a word then. */
function runOf(written: string): Run[] {
  if (ascii.test(written)) {
    const word = cut(written)
    return [{ words: [{ word, written: word }], isUnspaced: false }]
  }
  const parts = piecesOf(bare(written))
  return parts.map((part) => {
    if (isUnspaced(part)) return { words: pairs([...part]).map(same), isUnspaced: true }
    if (southEast.test(part)) return { words: segmented(part).map(same), isUnspaced: false }
    const word = cut(part)
    return { words: [{ word, written: parts.length === 1 ? cut(written) : word }], isUnspaced: false }
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
