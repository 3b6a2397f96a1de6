/**
 * The words a story is found by, as PostgreSQL keeps them: small letters, no accents, and pairs of characters where a
 * language puts no spaces (Chinese, Japanese, Korean), so that every part of a compound is found. Thai, Lao, Khmer and
 * Burmese are cut by the library's own words.
 */
import { inNormalForm } from './normal-form.ts'

/** PostgreSQL keeps no position beyond this ("Text Search Types"). */
const lastPosition = 16_383
/** A longer word is no word. Characters. */
const longestWord = 60

/** What to find a story by: words of its headline weigh A, those of its summary B. A literal of type `tsvector`. */
export function searchVector(headline: string, summary: string): string {
  const places = new Map<string, string>()
  const position = place(places, headline, 'A', 0)
  place(places, summary, 'B', position)
  // Words are letters, digits and marks: nothing in them needs escaping.
  let literal = ''
  for (const [word, at] of places) literal += literal === '' ? `'${word}':${at}` : ` '${word}':${at}`
  return literal
}

/** Notes where words stand, after those before them; answers how many there are now. */
function place(places: Map<string, string>, text: string, weight: 'A' | 'B', before: number): number {
  let position = before
  for (const word of wordsIn(text)) {
    position += 1
    if (position > lastPosition) continue
    const others = places.get(word)
    places.set(word, others === undefined ? `${position}${weight}` : `${others},${position}${weight}`)
  }
  return position
}

/** The words of a text, folded, in their order. */
export function wordsIn(text: string): string[] {
  return runs(text).flatMap((run) => (isPlain(run) ? run : wordsOf(run)))
}

/**
 * A literal of type `tsquery` that asks for all the words of a question, each in its own right and pairs of characters
 * one after the other; empty when it has none.
 */
export function searchQuery(question: string): string {
  return runs(question)
    .map((run) => {
      const words = wordsOf(run)
      return words.length > 1
        ? `(${words.map(quoted).join(isUnspaced(run) ? ' <-> ' : ' & ')})`
        : words.map(quoted).join('')
    })
    .filter(Boolean)
    .join(' & ')
}

/** Whether a run is one word as it stands. */
function isPlain(run: string): boolean {
  return run.length <= longestWord && run < '\u0e00'
}

function quoted(word: string): string {
  return `'${word}'`
}

/** Letters, digits and marks that follow each other; runs of unspaced scripts stand alone. */
function runs(text: string): string[] {
  const plain = folded(text)
  if (ascii.test(plain)) return plain.match(/[a-z0-9]+/g) ?? []
  return plain.match(anyUnspaced.test(plain) ? mixed : spaced) ?? []
}

const ascii = /^[\0-\x7f]*$/
const characters = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々`
const anyUnspaced = new RegExp(`[${characters}]`, 'u')
const spaced = /[\p{L}\p{N}\p{M}]+/gu
const mixed = new RegExp(String.raw`[${characters}]+|(?:(?![${characters}])[\p{L}\p{N}\p{M}])+`, 'gu')
const southEast = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function isUnspaced(run: string): boolean {
  return run > '\u1000' && anyUnspaced.test(run.slice(0, 2))
}

function wordsOf(run: string): string[] {
  if (isUnspaced(run)) return pairs([...run])
  if (southEast.test(run))
    return [...segmenter.segment(run)].flatMap(({ segment, isWordLike }) =>
      isWordLike ? [segment.slice(0, longestWord)] : [],
    )
  return [run.slice(0, longestWord)]
}
const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

function pairs(characters: readonly string[]): string[] {
  if (characters.length < 2) return [...characters]
  return characters.slice(1).map((character, before) => `${characters[before]}${character}`)
}

/**
 * Small letters without what is written above and below them: accents, Arabic and Hebrew points. Marks that are part
 * of a letter (Hindi, Thai) stay.
 */
function folded(text: string): string {
  const small = text.toLowerCase()
  if (ascii.test(small)) return small
  const bare = inNormalForm(small, 'NFKD').replace(
    /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g,
    '',
  )
  return inNormalForm(bare, 'NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
}
