/** Two texts side by side: how much they share, and which of their sentences the other has not. For people, who decide. */
import { wordsIn } from '../search-words.ts'
import { fingerprint, overlap } from './fingerprint.ts'

export type Comparison = {
  /** The part of the shorter text that stands in the longer one, from 0 to 1; undefined where one is too short to tell. */
  readonly alike: number | undefined
  readonly onlyFirst: readonly string[]
  readonly onlyOther: readonly string[]
}

/** Characters of a text that are looked at. */
const longest = 20_000

export function compare(first: string, other: string): Comparison {
  const [a, b] = [fingerprint(first), fingerprint(other)]
  const [ofFirst, ofOther] = [sentencesOf(first), sentencesOf(other)]
  return {
    alike: a && b ? overlap(a, b).containment : undefined,
    onlyFirst: missing(ofFirst, ofOther),
    onlyOther: missing(ofOther, ofFirst),
  }
}

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** By their words: other quotation marks, spaces and capitals make no other sentence. */
function sentencesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const { segment } of sentences.segment(text.slice(0, longest))) {
    const words = wordsIn(segment).join(' ')
    if (words !== '' && !found.has(words)) found.set(words, segment.trim())
  }
  return found
}

function missing(these: ReadonlyMap<string, string>, those: ReadonlyMap<string, string>): string[] {
  return [...these].flatMap(([words, sentence]) => (those.has(words) ? [] : [sentence]))
}
