/**
 * The round that follows the log and writes down by which words bodies are found. A story is found by its headline and
 * summary from the moment it is public; its body is found when this round has been there, a few seconds later.
 */
import type { StoryId } from '../core/id.ts'
import { partsOf, textShown } from '../core/search-parts.ts'
import { type Part, searchVector } from '../core/search-words.ts'
import { baseLanguage, stemmerOf } from '../core/stemmers.ts'
import { isGuessable, variantsOf } from '../core/typos.ts'
import type { Db } from '../db/connection.ts'
import { dropEditions } from '../db/notify.ts'
import {
  addSearchLanguages,
  addVocabulary,
  claimProgress,
  forgetVocabulary,
  keepProgress,
  type Readable,
  readChanged,
  writeBodies,
} from '../db/search-keeping.ts'
import { readStems, type StemsIn } from '../db/stems.ts'
import { floodWatch } from '../jobs/flood.ts'
import type { Round } from '../jobs/runner.ts'

/** Events read at a time: enough that a statement is worth its way, few enough that nobody waits for their stories. */
const atOnce = 200
/** And while more than that come in each second. */
const inFlood = 20
/** Characters of a body that are looked at. */
const longestBody = 200_000
/** Bytes of a vector; PostgreSQL takes a megabyte. */
const largestVector = 900_000

/** What of a process is kept under this tag: the languages questions are stemmed in. */
export const languagesTag = 'search-languages'

/** So many a second and no more: stories that come in by thousands come first, and are found by their headlines meanwhile. */
export function wordsRound(db: Db): Round {
  const isFlood = floodWatch(db, atOnce)
  return {
    name: 'words of bodies',
    everyMs: 1_000,
    async run() {
      await keepWords(db, (await isFlood()) ? inFlood : atOnce)
      return false
    },
  }
}

/** Reads on in the log, so many events at most; answers whether there was anything. */
export async function keepWords(db: Db, most = atOnce): Promise<boolean> {
  return await db.transaction().execute(async (tx) => {
    const after = await claimProgress(tx)
    if (after === undefined) return false
    const { last, stories } = await readChanged(tx, after, most)
    if (last === undefined) return false
    const read = stories.map((story) => ({ story, parts: partsOf(story, 'full', bodyOf(story)) }))
    const stems = await readStems(
      tx,
      read.map(({ story, parts }) => ({ language: story.language, words: parts.map(({ words }) => words) })),
    )
    await writeBodies(
      tx,
      read.flatMap(({ story, parts }) => (story.shows === 'full' ? wordsOf(story, parts, stems) : [])),
    )
    await addVocabulary(tx, vocabularyOf(read.flatMap(({ parts }) => parts)))
    const languages = new Set(stories.flatMap(({ language }) => (stemmerOf(language) ? baseLanguage(language) : [])))
    if (await addSearchLanguages(tx, [...languages])) await dropEditions(tx, [languagesTag])
    await keepProgress(tx, last)
    return true
  })
}

/** Daily: words that only stood in what nobody may read any more. */
export async function forgetWords(db: Db): Promise<number> {
  return await db.transaction().execute(forgetVocabulary)
}

function bodyOf({ shows, body, pictureUse }: Readable): string {
  return shows === 'full' ? textShown(body, pictureUse).slice(0, longestBody) : ''
}

function wordsOf(
  { id, version, language }: Readable,
  parts: readonly Part[],
  stems: StemsIn,
): { id: StoryId; version: number; words: string }[] {
  const words = searchVector(parts, stems(language))
  // What has more different words than that is no text; its headline and summary are found.
  if (Buffer.byteLength(words) > largestVector) return []
  return [{ id, version, words }]
}

/** Of headlines and summaries: bodies have too many words that stand nowhere else. */
function vocabularyOf(parts: readonly Part[]): Map<string, readonly string[]> {
  const vocabulary = new Map<string, readonly string[]>()
  for (const { words, weight } of parts)
    for (const word of weight === '' ? [] : words.found)
      if (!vocabulary.has(word) && isGuessable(word)) vocabulary.set(word, variantsOf(word))
  return vocabulary
}
