/** Names under their letters, as the index of a book in some language has them. */
import { inNormalForm } from '../normal-form.ts'

export type Lettered<T> = { readonly letter: string; readonly entries: readonly T[] }

const article = /^(?:the|der|die|das|le|la|les|el|los|las|il|o|a)\s+(?=\S)/i

/** The Lambda Wire stands under L. */
export function withoutArticle(name: string): string {
  return name.trim().replace(article, '')
}

/** In the order of names in `language`, each under its letter; figures in them by what they count: Radio 2 before Radio 10. */
export function lettered<T>(things: readonly T[], nameOf: (thing: T) => string, language: string): Lettered<T>[] {
  const order = new Intl.Collator(language, { numeric: true })
  const bases = new Intl.Collator(language, { sensitivity: 'base' })
  const keyed = things.map((thing) => ({ thing, key: withoutArticle(nameOf(thing)) }))
  const groups = new Map<string, T[]>()
  for (const { thing, key } of keyed.sort((a, b) => order.compare(a.key, b.key))) {
    const letter = letterOf(key, bases, language)
    const group = groups.get(letter)
    if (group) group.push(thing)
    else groups.set(letter, [thing])
  }
  return [...groups].map(([letter, entries]) => ({ letter, entries }))
}

/** One letter for all that a reader looks for in one place; figures share one, and so do Han characters. */
function letterOf(name: string, bases: Intl.Collator, language: string): string {
  const first = /[\p{L}\p{N}]\p{M}*/u.exec(name)?.[0]
  if (first === undefined) return '·'
  if (/\p{N}/u.test(first)) return '0–9'
  if (/\p{Script=Han}/u.test(first)) return '漢'
  if (/\p{Script=Hangul}/u.test(first)) return consonantOf(first)
  // Written before the consonant, spoken after it: the dictionary has the consonant.
  if (/^[\u0e40-\u0e44]/.test(first)) return /[\u0e01-\u0e2e]/.exec(name)?.[0] ?? first
  const upper = asHiragana(first).toLocaleUpperCase(language)
  const bare = inNormalForm(upper, 'NFD').replace(/\p{M}/gu, '')
  // Å is a letter of its own in Swedish, and an A in English.
  return bare !== '' && bases.compare(bare, upper) === 0 ? bare : upper
}

function asHiragana(letter: string): string {
  return letter.replace(/[\u30a1-\u30f6]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
}

/** 한 → ㅎ */
function consonantOf(syllable: string): string {
  const leading = (inNormalForm(syllable, 'NFD').codePointAt(0) ?? 0) - 0x1100
  return 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'[leading] ?? syllable
}
