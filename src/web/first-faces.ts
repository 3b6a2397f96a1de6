/**
 * The faces a page asks for before its stylesheet is read, where a visit goes on or no script runs (assets/inline/faces.js),
 * so that they are there when its first line is set: a face that comes later waits for the next page. What headlines,
 * texts and the interface are set in, with low priority. A browser that kept them has them at once.
 */

const files = {
  Latn: ['source-serif-4-latin-wght-normal', 'ibm-plex-sans-latin-wght-normal'],
  Cyrl: ['source-serif-4-cyrillic-wght-normal', 'ibm-plex-sans-cyrillic-wght-normal'],
  Arab: ['ibm-plex-sans-arabic-arabic-400-normal', 'ibm-plex-sans-arabic-arabic-600-normal'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What a text in this language needs of the serif besides. */
const further: readonly (readonly [RegExp, string])[] = [
  [/^(?:az|bs|cs|eo|hr|hu|lt|lv|mt|pl|ro|sk|sl|tr)$/, 'source-serif-4-latin-ext-wght-normal'],
  [/^el$/, 'source-serif-4-greek-wght-normal'],
  [/^vi$/, 'source-serif-4-vietnamese-wght-normal'],
  [/^(?:be|bg|mk|ru|sr|uk)$/, 'source-serif-4-cyrillic-wght-normal'],
]

/** Their files. `texts` are the languages of the page's texts: where there are several, none can be told to come first. */
export function firstFaces(language: string, texts: Iterable<string> = []): readonly string[] {
  const [text = '', ...others] = texts
  const base = text.split('-')[0] ?? ''
  const besides = others.length > 0 ? [] : further.flatMap(([of, file]) => (of.test(base) ? [file] : []))
  return [...new Set([...files[scriptOf(language)], ...besides])].map((file) => `${file}.woff2`)
}

/** Of the languages the interface has. */
function scriptOf(language: string): keyof typeof files {
  if (language === 'ar') return 'Arab'
  return language === 'ru' ? 'Cyrl' : 'Latn'
}
