/** How long a text takes to read, told from its length in the unit its script is read by. */
import type { SafeHtml } from '../html/sanitise.ts'
import { textOfSafe } from '../html/text.ts'

/**
 * What people read in a minute, silently and for information: the means Trauzettel-Klosinski and Dietz measured in 17
 * languages (2012, Table 2), rounded down to tens. In words where a script sets them apart, else in characters.
 */
const wordsAMinute: Readonly<Record<string, number>> = {
  ar: 130,
  de: 170,
  en: 220,
  es: 210,
  fi: 160,
  fr: 190,
  he: 180,
  it: 180,
  nl: 200,
  pl: 160,
  pt: 180,
  ru: 180,
  sl: 180,
  sv: 190,
  tr: 160,
}
const charactersAMinute: Readonly<Record<string, number>> = {
  ja: 350,
  zh: 250,
  yue: 250,
  th: 900,
  lo: 900,
  km: 900,
  my: 900,
}

/** For languages nobody measured. */
const usualWords = 180

/** Scripts without spaces between words: what stands in them is counted by characters, whatever the text's language. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu

/** Whole minutes, one at least; undefined for a body with hardly a word in it, of which nothing can be said. */
export function minutesToRead(body: SafeHtml, language: string): number | undefined {
  const text = textOfSafe(body)
  const characters = text.match(unspaced)?.length ?? 0
  const words = text.replace(unspaced, ' ').match(word)?.length ?? 0
  const [base = ''] = language.toLowerCase().split('-')
  const minutes =
    words / (wordsAMinute[base] ?? usualWords) + characters / (charactersAMinute[base] ?? charactersOf(text))
  return minutes < 0.2 ? undefined : Math.max(1, Math.round(minutes))
}

/** Characters a minute where the language does not say: the alphabets of the south-east take several to a word. */
function charactersOf(text: string): number {
  return /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(text) ? 900 : 250
}
