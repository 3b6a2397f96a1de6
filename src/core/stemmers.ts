/** Which languages words are brought to their stems in: those PostgreSQL 15 has a stemmer for, by what they are called there. */

const stemmers: ReadonlyMap<string, string> = new Map([
  ['ar', 'arabic'],
  ['ca', 'catalan'],
  ['da', 'danish'],
  ['de', 'german'],
  ['el', 'greek'],
  ['en', 'english'],
  ['es', 'spanish'],
  ['eu', 'basque'],
  ['fi', 'finnish'],
  ['fr', 'french'],
  ['ga', 'irish'],
  ['hi', 'hindi'],
  ['hu', 'hungarian'],
  ['hy', 'armenian'],
  ['id', 'indonesian'],
  ['it', 'italian'],
  ['lt', 'lithuanian'],
  ['nb', 'norwegian'],
  ['ne', 'nepali'],
  ['nl', 'dutch'],
  ['no', 'norwegian'],
  ['pt', 'portuguese'],
  ['ro', 'romanian'],
  ['ru', 'russian'],
  ['sr', 'serbian'],
  ['sv', 'swedish'],
  ['ta', 'tamil'],
  ['tr', 'turkish'],
  ['yi', 'yiddish'],
])

/** `pt-BR` → `pt`. */
export function baseLanguage(language: string): string {
  return (language.split('-')[0] ?? '').toLowerCase()
}

/** What PostgreSQL calls the stemmer of a language; undefined where there is none. */
export function stemmerOf(language: string): string | undefined {
  return stemmers.get(baseLanguage(language))
}

const scripts: ReadonlyMap<string, RegExp> = new Map([
  ['ar', /\p{Script=Arabic}/u],
  ['el', /\p{Script=Greek}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['hy', /\p{Script=Armenian}/u],
  ['ne', /\p{Script=Devanagari}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['sr', /\p{Script=Cyrillic}|\p{Script=Latin}/u],
  ['ta', /\p{Script=Tamil}/u],
  ['yi', /\p{Script=Hebrew}/u],
])

/** Whether a word can be one of a language's that has a stemmer: written in its script, and long enough to have endings. */
export function hasStem(language: string, written: string): boolean {
  return written.length > 2 && (scripts.get(baseLanguage(language)) ?? /\p{Script=Latin}/u).test(written)
}
