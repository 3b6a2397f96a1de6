/**
 * Which words of headlines and summaries are common, as the database itself has counted for its plans (`pg_stats`): it knows
 * of single words, and takes a word with its stems in ten languages for ten times as common as it is.
 */
import { sql } from 'kysely'
import type { Db } from './connection.ts'

export type CommonWords = {
  /** The part of all stories that has a word, 0 to 1. What is missing is rare. */
  readonly shares: ReadonlyMap<string, number>
  /** About how many stories there are. */
  readonly stories: number
}

/** What is known stays true for a while: it is counted anew when a tenth of the stories is new. */
const keptFor = 10 * 60_000
const kept = new WeakMap<Db, { readonly at: number; readonly words: CommonWords }>()

export async function readCommonWords(db: Db, now: Date): Promise<CommonWords> {
  const known = kept.get(db)
  if (known && Math.abs(now.getTime() - known.at) < keptFor) return known.words
  const { rows } = await sql<{ stories: number; words: string[] | null; shares: number[] | null }>`
    select greatest(c.reltuples, 0)::int as stories, s.most_common_elems::text::text[] as words,
      s.most_common_elem_freqs::float8[] as shares
    from pg_class c left join pg_stats s
      on s.schemaname = c.relnamespace::regnamespace::text and s.tablename = c.relname and s.attname = 'search'
    where c.oid = 'publications'::regclass`.execute(db)
  const [row] = rows
  const words = {
    // Behind the shares of the words stand the least and the greatest of them.
    shares: new Map((row?.words ?? []).map((word, at) => [word, row?.shares?.[at] ?? 0])),
    stories: row?.stories ?? 0,
  }
  kept.set(db, { at: now.getTime(), words })
  return words
}
