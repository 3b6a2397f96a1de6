/** Words of ten languages in six scripts, made up, the same every time: few are very common, most are rare, as in any language. */

const scripts: Readonly<Record<string, readonly [string, string]>> = {
  latin: ['b c d f g h l m n p r s t v st tr pr', 'a e i o u ai ou an er on'],
  cyrillic: ['б в г д к л м н п р с т ст пр', 'а е и о у я ан ен ов'],
  arabic: ['ب ت ج د ر س ع ف ق ك ل م ن ه', 'ا و ي ات ين ان'],
  devanagari: ['क ख ग च ज ट त द न प ब म य र ल व स ह', 'ा ि ी ु े ो ं'],
}
const languages: Readonly<Record<string, keyof typeof scripts | 'han'>> = {
  en: 'latin',
  es: 'latin',
  fr: 'latin',
  de: 'latin',
  pt: 'latin',
  it: 'latin',
  ru: 'cyrillic',
  ar: 'arabic',
  hi: 'devanagari',
  zh: 'han',
}
export const madeLanguages = Object.keys(languages)

const endings: Readonly<Record<string, readonly string[]>> = {
  en: ['', '', 's', 'ing', 'ed', 'er'],
  es: ['o', 'a', 'os', 'as', 'ción', 'ciones'],
  fr: ['', 'e', 's', 'ment', 'tion', 'é'],
  de: ['', 'en', 'er', 'ung', 'ungen', 'e'],
  pt: ['o', 'a', 'os', 'ção', 'ções', 'ar'],
  it: ['o', 'a', 'i', 'zione', 'zioni', 'are'],
  ru: ['', 'а', 'ы', 'ов', 'ами', 'ость'],
}

/** Different words of a language. */
const vocabulary = 30_000

/** The same numbers for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const vocabularies = new Map<string, string[]>()

/** The most common first. */
export function wordsOf(language: string): readonly string[] {
  let words = vocabularies.get(language)
  if (!words) {
    words = make(language)
    vocabularies.set(language, words)
  }
  return words
}

function make(language: string): string[] {
  const script = languages[language] ?? 'latin'
  const draw = numbers(language.charCodeAt(0) * 256 + language.charCodeAt(1))
  const of = (list: readonly string[]) => list[Math.floor(draw() * list.length)] ?? ''
  const words = new Set<string>()
  const [starts, middles] = (scripts[script] ?? ['', '']).map((list) => list.split(' '))
  while (words.size < vocabulary) {
    if (script === 'han')
      words.add(
        String.fromCodePoint(0x4e00 + Math.floor(draw() ** 2 * 3_000), 0x4e00 + Math.floor(draw() ** 2 * 3_000)),
      )
    else {
      let word = ''
      for (let syllables = 1 + Math.floor(draw() * 3.2); syllables > 0; syllables -= 1)
        word += of(starts ?? []) + of(middles ?? [])
      words.add(word + of(endings[language] ?? ['']))
    }
  }
  return [...words]
}

/** A word by how often words are used: the thousandth stands in a text a thousand times less often than the first. */
export function drawWord(language: string, draw: () => number): string {
  const words = wordsOf(language)
  return words[Math.min(words.length - 1, Math.floor(words.length ** draw()) - 1)] ?? ''
}

export function text(language: string, length: number, draw: () => number): string {
  const words = Array.from({ length }, () => drawWord(language, draw))
  return words.join(language === 'zh' ? '' : ' ')
}
