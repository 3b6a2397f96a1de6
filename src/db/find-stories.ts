/** What somebody asks, answered: words get their stems, bodies are left out where they would take too long, typos are guessed. */
import { type Unit, withWords } from '../core/question.ts'
import { distance, isGuessable, variantsOf } from '../core/typos.ts'
import type { Db } from './connection.ts'
import { countWord, type Found, findAlike, mostHits, type Seek, seek, tookTooLong } from './search.ts'
import { readStems } from './stems.ts'

export type Asked = Pick<
  Seek,
  'question' | 'filters' | 'now' | 'order' | 'from' | 'limit' | 'before' | 'facets' | 'oneEach'
> & {
  /** The languages stories are stemmed in. */
  readonly languages: readonly string[]
  /** The language of whoever asks: its commonest words need not stand in a story. */
  readonly language: string
  /** Whether bodies are looked into however many stories headlines and summaries give. */
  readonly bodies: boolean
}

/** So many stories by headline and summary are enough, unless somebody wants bodies, too. */
const enough = 100

export type Answered = Found & {
  /** The stems that were asked for beside the words. */
  readonly stems: Seek['stems']
  /** Whether bodies would have taken too long. */
  readonly withoutBodies: boolean
}

/** Throws what `tookTooLong` knows where even headlines and summaries took too long. */
export async function findStories(db: Db, asked: Asked): Promise<Answered> {
  const { question, filters } = asked
  const languages = stemmedIn(asked)
  const written = [...question.wanted, ...question.unwanted].flatMap(({ words }) => words.map((word) => word.written))
  const stemsIn = await readStems(
    db,
    [...languages, asked.language].map((language) => ({ language, words: [{ written }] })),
  )
  const stems = languages.flatMap((language) => stemsIn(language) ?? [])
  const common = stemsIn(asked.language)
  const needed = { ...question, wanted: withoutCommon(question.wanted, (word) => common?.isCommon(word) === true) }
  const sought = { ...asked, question: needed, filters, stems }
  try {
    return {
      ...(await seek(db, { ...sought, bodiesBelow: asked.bodies ? mostHits + 1 : enough })),
      stems,
      withoutBodies: false,
    }
  } catch (error) {
    if (!tookTooLong(error)) throw error
    return { ...(await seek(db, { ...sought, bodiesBelow: 0 })), stems, withoutBodies: true }
  }
}

/** Where only stories of one language are wanted, words have the stems of that. */
function stemmedIn({ languages, filters }: Pick<Asked, 'languages' | 'filters'>): readonly string[] {
  return filters.language === undefined ? languages : languages.filter((one) => one === filters.language)
}

function withoutCommon(units: readonly Unit[], isCommon: (written: string) => boolean): readonly Unit[] {
  const rare = units.filter(({ kind, words: [word] }) => kind !== 'word' || !word || !isCommon(word.written))
  return rare.length > 0 ? rare : units
}

const mostAlike = 40
const mostTried = 4
/** Words of a question that are guessed at: a phrase may have forty, and each is asked for several times. */
const mostGuessed = 5

/**
 * What was meant, where a word of the question stands in no story: the same question with words that do, and that finds
 * something. A word is told only after it was found in a story readers may see.
 */
export async function guess(db: Db, asked: Asked): Promise<string | undefined> {
  const { question } = asked
  const others = new Map<string, string>()
  const words = question.wanted.flatMap(({ kind, words }) => (kind === 'beginning' ? [] : words))
  for (const { word } of words.filter(({ word }) => isGuessable(word)).slice(0, mostGuessed)) {
    if ((await countWord(db, word, 1, asked.now)) > 0) continue
    const other = await nearest(db, word, asked.now)
    if (other !== undefined) others.set(word, other)
  }
  if (others.size === 0) return undefined
  const meant = question.wanted.map((unit) => ({ ...unit, words: unit.words.map((word) => otherOf(word, others)) }))
  const found = await findStories(db, {
    ...{ ...asked, question: { ...question, wanted: meant } },
    ...{ from: 0, limit: 1, before: undefined, facets: false, order: 'newest' },
  })
  return found.hits > 0 ? withWords(question, others) : undefined
}

/** The nearest word that stands in most stories. */
async function nearest(db: Db, word: string, now: Date): Promise<string | undefined> {
  const alike = (await findAlike(db, variantsOf(word), mostAlike))
    .map((other) => ({ other, far: distance(word, other) }))
    .filter(({ far }) => far > 0 && far <= 2)
    .sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1))
  let best: { other: string; far: number; stories: number } | undefined
  for (const { other, far } of alike.slice(0, mostTried)) {
    if (best && far > best.far && best.stories > 0) break
    const stories = await countWord(db, other, 100, now)
    if (!best || stories > best.stories) best = { other, far, stories }
  }
  return best && best.stories > 0 ? best.other : undefined
}

function otherOf(word: Unit['words'][number], others: ReadonlyMap<string, string>): Unit['words'][number] {
  const other = others.get(word.word)
  return other === undefined ? word : { word: other, written: other }
}
