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
  counts[0] = 0
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total < 4) return undefined
  const count = (script: string) => counts[scripts.indexOf(script) + 1] ?? 0
  // Japanese mixes kana into its Han characters; Chinese has none.
  if (count('ja') > 0 && (count('ja') + count('zh')) * 2 > total && count('ja') * 12 > count('zh')) return 'ja'
  return scripts[counts.indexOf(Math.max(...counts)) - 1]
}

/** For each sign the languages it speaks for, by their places among `languages`. */
type Signs<Key> = ReadonlyMap<Key, readonly number[]>
type Weights = {
  readonly languages: readonly string[]
  readonly words: Signs<string>
  readonly endings: Signs<string>
  /** By a letter's code. */
  readonly letters: Signs<number>
}

const scriptLanguages: ReadonlyMap<string, Weights> = new Map(
  Object.entries({ latin: latinWords, cyrillic: cyrillicWords, arabic: arabicWords }).map(([script, lists]) => {
    const languages = Object.keys(lists)
    const codes = Object.entries(letters).map(([letter, of]) => [letter.charCodeAt(0), of.split(' ')] as const)
    return [
      script,
      {
        languages,
        words: signs(languages.flatMap((language, i) => (lists[language] ?? []).map((word) => [word, i] as const))),
        endings: signs(languages.flatMap((language, i) => (endings[language] ?? []).map((end) => [end, i] as const))),
        letters: signs(
          codes.flatMap(([code, of]) => of.map((language) => [code, languages.indexOf(language)] as const)),
        ),
      },
    ] as const
  }),
)

function signs<Key>(pairs: readonly (readonly [Key, number])[]): Signs<Key> {
  const found = new Map<Key, number[]>()
  for (const [sign, language] of pairs) {
    const speaks = found.get(sign) ?? []
    if (language >= 0 && !speaks.includes(language)) found.set(sign, [...speaks, language])
  }
  return found
}

/** What an ending and a rare letter count against a small word. */
const [endingWeight, letterWeight] = [0.25, 0.4]
const between = /[\s\d.,;:!?¿¡()[\]{}<>/|"“”„«»‹›‘…–—·•،؛؟*=+_#@&%]+/

function byWords(text: string, known: Weights): string | undefined {
  const scores = new Float64Array(known.languages.length)
  const found = text.split(between)
  for (const word of found) {
    speak(scores, known.words.get(word), 1)
    if (word.length < 5) continue
    speak(scores, known.endings.get(word.slice(-3)), endingWeight)
    if (word.length > 6) speak(scores, known.endings.get(word.slice(-4)), endingWeight)
  }
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
  const told = found.length > 2 && score >= 0.5 && score >= found.length * 0.03 && score > second * 1.02
  return told ? known.languages[best] : undefined
}

/** What many languages have speaks softly for each. */
function speak(scores: Float64Array, languages: readonly number[] | undefined, weight: number): void {
  if (languages)
    for (const language of languages) scores[language] = (scores[language] ?? 0) + weight / languages.length
}
