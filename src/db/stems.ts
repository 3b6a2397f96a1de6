/** Stems of words, as PostgreSQL's stemmers make them: each word of a language is asked for once in a process. */
import { sql } from 'kysely'
import { folded, runsOf, type StemOf } from '../core/search-words.ts'
import { baseLanguage, hasStem, stemmerOf } from '../core/stemmers.ts'
import type { Db } from './connection.ts'

/** What somebody wants the stems of. */
export type Stemming = { readonly language: string; readonly texts: readonly string[] }
/** The stems of a language, for `searchVector` and `queryOf`; undefined where it has no stemmer. */
export type StemsIn = (language: string) => StemsOf | undefined
export type StemsOf = {
  readonly language: string
  readonly of: StemOf
  /** Whether it is a word that stands everywhere ("the"). */
  isCommon(written: string): boolean
}

/** Words kept, of all languages. They are small, and when there are too many all are forgotten. */
const mostKept = 100_000
const kept = new Map<string, Map<string, string>>()
let count = 0

/** Reads the stems of all words of these texts. */
export async function readStems(db: Db, asked: readonly Stemming[]): Promise<StemsIn> {
  if (count > mostKept) {
    kept.clear()
    count = 0
  }
  const stemmers: string[] = []
  const words: string[] = []
  const wanted = new Set<string>()
  for (const { language, texts } of asked) {
    const stemmer = stemmerOf(language)
    if (stemmer === undefined) continue
    const known = knownIn(stemmer)
    for (const text of texts)
      for (const run of runsOf(text))
        for (const { written } of run.words) {
          const name = `${stemmer} ${written}`
          if (known.has(written) || wanted.has(name) || !hasStem(language, written)) continue
          wanted.add(name)
          stemmers.push(stemmer)
          words.push(written)
        }
  }
  if (words.length > 0) await stem(db, stemmers, words)
  return (language) => {
    const stemmer = stemmerOf(language)
    if (stemmer === undefined) return undefined
    const known = knownIn(stemmer)
    return {
      language: baseLanguage(language),
      of: (written) => known.get(written) || undefined,
      isCommon: (written) => known.get(written) === '',
    }
  }
}

function knownIn(stemmer: string): Map<string, string> {
  let known = kept.get(stemmer)
  if (!known) {
    known = new Map()
    kept.set(stemmer, known)
  }
  return known
}

/** A word that is in the way of others ("the") has no stem. */
async function stem(db: Db, stemmers: readonly string[], words: readonly string[]): Promise<void> {
  const { rows } = await sql<{ stem: string | null }>`
    select (ts_lexize(('pg_catalog.' || stemmer || '_stem')::regdictionary, word))[1] as stem
    from unnest(${stemmers}::text[], ${words}::text[]) with ordinality as asked (stemmer, word, place)
    order by place`.execute(db)
  rows.forEach(({ stem }, at) => {
    const plain = folded(stem ?? '')
    const isWord = /^[\p{L}\p{N}\p{M}]{2,60}$/u.test(plain)
    knownIn(stemmers[at] ?? '').set(words[at] ?? '', isWord ? plain : '')
  })
  count += words.length
}
