/** Stems of words, as PostgreSQL's stemmers make them: each word of a language is asked for once in a process. */
import { sql } from 'kysely'
import { alone, folded, type StemOf, stemToken, type Words } from '../core/search-words.ts'
import { baseLanguage, hasStem, stemmerOf } from '../core/stemmers.ts'
import type { Db } from './connection.ts'

/** What somebody wants the stems of. */
export type Stemming = { readonly language: string; readonly words: readonly Pick<Words, 'written'>[] }
/** The stems of a language, for `searchVector` and `queryOf`; undefined where it has no stemmer. */
export type StemsIn = (language: string) => StemsOf | undefined
export type StemsOf = {
  readonly language: string
  readonly of: StemOf
  /** The stem as it stands beside words. */
  token(written: string): string | undefined
  /** Whether it is a word that stands everywhere ("the"). */
  isCommon(written: string): boolean
}

/** What is kept of a word: its stem as it stands beside words; `common`; or `none`, which it has not in its language. */
type Kept = string
const common = ''
const none = '-'

/** Words kept, of all languages. They are small, and when there are too many all are forgotten. */
const mostKept = 50_000
const kept = new Map<string, Map<string, Kept>>()
let count = 0

/** Reads the stems of all these words. */
export async function readStems(db: Db, asked: readonly Stemming[]): Promise<StemsIn> {
  if (count > mostKept) {
    kept.clear()
    count = 0
  }
  // Others may have all forgotten before this has its answer.
  const mine = new Map<string, Map<string, Kept>>()
  const wanted = new Map<string, Set<string>>()
  for (const { language, words } of asked) {
    if (stemmerOf(language) === undefined) continue
    const base = baseLanguage(language)
    const known = knownIn(base)
    mine.set(base, known)
    for (const { written } of words)
      for (const word of written) {
        if (known.has(word)) continue
        if (hasStem(base, word)) wanted.set(base, (wanted.get(base) ?? new Set()).add(word))
        else keep(known, word, none)
      }
  }
  if (wanted.size > 0) await stem(db, wanted, mine)
  return (language) => {
    const base = baseLanguage(language)
    const known = mine.get(base)
    return known && stemsIn(base, known)
  }
}

function stemsIn(language: string, known: ReadonlyMap<string, Kept>): StemsOf {
  const token = (written: string) => {
    const found = known.get(written)
    return found === none || found === common ? undefined : found
  }
  return {
    language,
    token,
    of: (written) => token(written)?.slice(stemToken(language, '').length),
    isCommon: (written) => known.get(written) === common,
  }
}

function knownIn(language: string): Map<string, Kept> {
  const known = kept.get(language) ?? new Map<string, Kept>()
  kept.set(language, known)
  return known
}

function keep(known: Map<string, Kept>, word: string, what: Kept): void {
  known.set(alone(word), what)
  count += 1
}

/** A word that is in the way of others ("the") has no stem. */
async function stem(
  db: Db,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  mine: ReadonlyMap<string, Map<string, Kept>>,
): Promise<void> {
  const asked = [...wanted].flatMap(([language, words]) => [...words].map((word) => ({ language, word })))
  const { rows } = await sql<{ stem: string | null }>`
    select (ts_lexize(('pg_catalog.' || stemmer || '_stem')::regdictionary, word))[1] as stem
    from unnest(${asked.map(({ language }) => stemmerOf(language))}::text[], ${asked.map(({ word }) => word)}::text[])
      with ordinality as asked (stemmer, word, place)
    order by place`.execute(db)
  rows.forEach(({ stem }, at) => {
    const { language = '', word = '' } = asked[at] ?? {}
    const plain = folded(stem ?? '')
    const isWord = /^[\p{L}\p{N}\p{M}]{2,60}$/u.test(plain)
    const known = mine.get(language)
    if (known) keep(known, word, isWord ? stemToken(language, plain) : common)
  })
}
