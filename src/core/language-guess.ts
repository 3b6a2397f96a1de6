/** A guess at the language of a text that nobody declared: by its script, its small words, and its rare letters. */
import { arabicWords, cyrillicWords, endings, latinWords, letters } from './language-words.ts'

/** So much of a text tells as much as all of it. Characters. */
const enough = 300

/** The likely language of plain text, or undefined when there is too little to tell. */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, enough)
  const script = scriptOf(sample)
  if (script === undefined) return undefined
  const known = scriptLanguages.get(script)
  if (known === undefined) return script
  return byWords(sample.toLowerCase(), known) ?? fallback[script]
}

/** Scripts whose languages share letters: what most feeds in that script are in; Latin tells too little. */
const fallback: Readonly<Record<string, string>> = { cyrillic: 'ru', arabic: 'ar' }

/** First and last code of a script's letters: the script, or the language that it is the script of. */
const ranges: readonly (readonly [first: number, last: number, script: string])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x370, 0x3ff, 'el'],
  [0x400, 0x52f, 'cyrillic'],
  [0x531, 0x58f, 'hy'],
  [0x5d0, 0x5f4, 'he'],
  [0x620, 0x6ff, 'arabic'],
  [0x750, 0x77f, 'arabic'],
  [0x900, 0x97f, 'hi'],
  [0x980, 0x9ff, 'bn'],
  [0xa00, 0xa7f, 'pa'],
  [0xa80, 0xaff, 'gu'],
  [0xb80, 0xbff, 'ta'],
  [0xc00, 0xc7f, 'te'],
  [0xc80, 0xcff, 'kn'],
  [0xd00, 0xd7f, 'ml'],
  [0xd80, 0xdff, 'si'],
  [0xe00, 0xe7f, 'th'],
  [0xe80, 0xeff, 'lo'],
  [0x1000, 0x109f, 'my'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1100, 0x11ff, 'ko'],
  [0x1200, 0x139f, 'am'],
  [0x1780, 0x17ff, 'km'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'el'],
  [0x3040, 0x30ff, 'ja'],
  [0x3400, 0x9fff, 'zh'],
  [0xac00, 0xd7af, 'ko'],
]

const scripts = [...new Set(ranges.map(([, , script]) => script))]
/** By a letter's code: the place of its script among `scripts`, plus one. */
const scriptOfCode = new Uint8Array(0x1_0000)
for (const [first, last, script] of ranges) scriptOfCode.fill(scripts.indexOf(script) + 1, first, last + 1)

function scriptOf(text: string): string | undefined {
  const counts = new Uint32Array(scripts.length + 1)
  for (let at = 0; at < text.length; at += 1) {
    const script = scriptOfCode[text.charCodeAt(at)] ?? 0
    counts[script] = (counts[script] ?? 0) + 1
  }
  let total = 0
  let most = 1
  for (let script = 1; script < counts.length; script += 1) {
    total += counts[script] ?? 0
    if ((counts[script] ?? 0) > (counts[most] ?? 0)) most = script
  }
  if (total < 4) return undefined
  const [kana, han] = [counts[japanese] ?? 0, counts[chinese] ?? 0]
  // Japanese mixes kana into its Han characters; Chinese has none.
  if (kana > 0 && (kana + han) * 2 > total && kana * 12 > han) return 'ja'
  return scripts[most - 1]
}
const [japanese, chinese] = [scripts.indexOf('ja') + 1, scripts.indexOf('zh') + 1]

/** Words, or ends of words, each with the languages it speaks for, by their places among `languages`. */
class Signs {
  /** By a number made of their letters: so a text is looked through without cutting its words out. */
  readonly #byNumber = new Map<number, { readonly sign: string; readonly speaksFor: readonly number[] }[]>()

  constructor(languages: readonly string[], lists: Readonly<Record<string, readonly string[]>>) {
    const signs = languages.flatMap((language, i) => (lists[language] ?? []).map((sign) => [sign, i] as const))
    for (const [sign, speaksFor] of gathered(signs)) {
      const number = numberOf(sign, 0, sign.length)
      this.#byNumber.set(number, [...(this.#byNumber.get(number) ?? []), { sign, speaksFor }])
    }
  }

  /** The languages that what stands here speaks for. */
  at(text: string, from: number, to: number, number = numberOf(text, from, to)): readonly number[] | undefined {
    return this.#byNumber.get(number)?.find(({ sign }) => sign.length === to - from && text.startsWith(sign, from))
      ?.speaksFor
  }
}

/** A number for the letters of a word: of a longer one it is made of the number of its beginning. */
function withLetter(number: number, code: number): number {
  return (Math.imul(number, 31) + code) | 0
}

function numberOf(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) number = withLetter(number, text.charCodeAt(at))
  return number
}

type Weights = {
  readonly languages: readonly string[]
  readonly words: Signs
  readonly endings: Signs
  /** By a letter's code. */
  readonly letters: ReadonlyMap<number, readonly number[]>
}

const scriptLanguages: ReadonlyMap<string, Weights> = new Map(
  Object.entries({ latin: latinWords, cyrillic: cyrillicWords, arabic: arabicWords }).map(([script, lists]) => {
    const languages = Object.keys(lists)
    const codes = Object.entries(letters).flatMap(([letter, of]) =>
      of.split(' ').map((language) => [letter.charCodeAt(0), languages.indexOf(language)] as const),
    )
    const signs = {
      words: new Signs(languages, lists),
      endings: new Signs(languages, endings),
      letters: gathered(codes),
    }
    return [script, { languages, ...signs }]
  }),
)

function gathered<Key>(pairs: readonly (readonly [Key, number])[]): Map<Key, readonly number[]> {
  const found = new Map<Key, readonly number[]>()
  for (const [sign, language] of pairs) {
    const speaksFor = found.get(sign) ?? []
    if (language >= 0 && !speaksFor.includes(language)) found.set(sign, [...speaksFor, language])
  }
  return found
}

/** What an ending and a rare letter count against a small word. */
const [endingWeight, letterWeight] = [0.25, 0.4]

const spaces =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
/** By a character's code: whether it stands between words. */
const isBetween = new Uint8Array(0x1_0000)
for (const sign of `${spaces}0123456789.,;:!?¿¡()[]{}<>/|"“”„«»‹›‘…–—·•،؛؟*=+_#@&%`) isBetween[sign.charCodeAt(0)] = 1

function byWords(text: string, known: Weights): string | undefined {
  const scores = new Float64Array(known.languages.length)
  const pieces = hearWords(text, known, scores)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 0x7f) speak(scores, known.letters.get(code), letterWeight)
  }
  let best = 0
  for (let language = 1; language < scores.length; language += 1)
    if ((scores[language] ?? 0) > (scores[best] ?? 0)) best = language
  const score = scores[best] ?? 0
  const second = scores.reduce((most, other, language) => (language === best ? most : Math.max(most, other)), 0)
  // Names and slogans of two words tell nothing; a sentence tells by a lead.
  const told = pieces > 2 && score >= 0.5 && score >= pieces * 0.03 && score > second * 1.02
  return told ? known.languages[best] : undefined
}

/** Lets words and their ends speak, and tells how many pieces the text is in, empty ones at its ends included. */
function hearWords(text: string, known: Weights, scores: Float64Array): number {
  let pieces = 1
  let start = 0
  let number = 0
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0x20
    if (isBetween[code] !== 1) {
      number = withLetter(number, code)
      continue
    }
    if (at < text.length && (at === 0 || at > start)) pieces += 1
    if (at > start) {
      speak(scores, known.words.at(text, start, at, number), 1)
      if (at - start >= 5) speak(scores, known.endings.at(text, at - 3, at), endingWeight)
      if (at - start > 6) speak(scores, known.endings.at(text, at - 4, at), endingWeight)
    }
    start = at + 1
    number = 0
  }
  return pieces
}

/** What many languages have speaks softly for each. */
function speak(scores: Float64Array, languages: readonly number[] | undefined, weight: number): void {
  if (languages)
    for (const language of languages) scores[language] = (scores[language] ?? 0) + weight / languages.length
}
