/**
 * What a text is recognised by wherever it appears again: with another headline, cut, with a paragraph added, in other
 * markup. Runs of words are hashed; a part of the hashes is kept, the same part in every text (FracMinHash), so that how
 * much two texts share can be told from what is kept; and a few keys are made of the smallest of them (one-permutation
 * MinHash in bands), by which texts that may share much are found among hundreds of thousands.
 *
 * A. Broder, On the resemblance and containment of documents (1997); P. Li et al., One Permutation Hashing (2012).
 */
import { wordsIn } from '../search-words.ts'

export type Fingerprint = {
  /** Keys to find it by, 64 bits each: two texts that share one are worth comparing. */
  readonly keys: readonly bigint[]
  /** The hashes that are kept, in ascending order. */
  readonly kept: Uint32Array
  /** One of so many hashes is kept: a power of two. */
  readonly scale: number
  /** All hashes of how the text begins, in ascending order. */
  readonly opening: Uint32Array
}

/** Words in one run. Fewer would find common phrases in everything; more would miss what was lightly edited. */
const runLength = 4
/** Fewer runs than this say nothing: "photo gallery", "listen to the programme". */
const fewestRuns = 12
const mostKept = 256
/** Where a text begins it is looked up by, too: what was cut to an excerpt has its beginning left. Runs. */
const firstRuns = 36

const bins = 60
const rowsPerBand = 3

/** Undefined for what is too short to be recognised by. `text` is plain, without headline or credit. */
export function fingerprint(text: string): Fingerprint | undefined {
  const hashes = runHashes(wordsIn(text))
  const all = [...new Set(hashes)].sort((a, b) => a - b)
  if (all.length < fewestRuns) return undefined
  let scale = 1
  while (all.length / scale > mostKept) scale *= 2
  const limit = 2 ** 32 / scale
  const end = all.findIndex((hash) => hash >= limit)
  const kept = Uint32Array.from(end === -1 ? all : all.slice(0, end))
  const bands = new Set([...bandsOf(all, bins, 0), ...bandsOf(hashes.slice(0, firstRuns), 12, 1)])
  const begins = Uint32Array.from(new Set(hashes.slice(0, openingOf(hashes.length)))).sort()
  return { keys: [...bands], kept, scale, opening: begins }
}

/** What two texts are compared by. */
type Kept = Omit<Fingerprint, 'keys'>

export type Overlap = {
  /** The part of all runs of both that both have. */
  readonly resemblance: number
  /** The part of the shorter one's runs that the longer one has. */
  readonly containment: number
  /** How many shared hashes that was told from. */
  readonly shared: number
  /** The part of how one of them begins that the other has, whichever is more. */
  readonly opening: number
}

export function overlap(a: Kept, b: Kept): Overlap {
  const limit = 2 ** 32 / Math.max(a.scale, b.scale)
  let [i, j, ofA, ofB, shared] = [0, 0, 0, 0, 0]
  for (;;) {
    const left = a.kept[i] ?? limit
    const right = b.kept[j] ?? limit
    if (left >= limit && right >= limit) break
    if (left <= right) {
      i += 1
      ofA += 1
    }
    if (right <= left) {
      j += 1
      ofB += 1
    }
    if (left === right) shared += 1
  }
  const shorter = Math.min(ofA, ofB)
  return {
    resemblance: shared / Math.max(1, ofA + ofB - shared),
    containment: shorter === 0 ? 0 : shared / shorter,
    shared,
    opening: Math.max(foundIn(b, a.opening), foundIn(a, b.opening)),
  }
}

/** The part of these hashes, as far as such are kept, that a text has. */
function foundIn({ kept, scale }: Kept, hashes: Uint32Array): number {
  const limit = 2 ** 32 / scale
  const has = new Set(kept)
  const asked = hashes.filter((hash) => hash < limit)
  return asked.length === 0 ? 0 : asked.filter((hash) => has.has(hash)).length / asked.length
}

/** A quarter of a text, as far as that is a few sentences: what is news in it stands there. */
function openingOf(runs: number): number {
  return Math.max(24, Math.min(64, Math.round(runs / 4)))
}

function runHashes(words: readonly string[]): number[] {
  const each = words.map(hashOf)
  const hashes: number[] = []
  for (let at = 0; at + runLength <= each.length; at += 1) {
    let hash = 0x9e3779b9
    for (let step = 0; step < runLength; step += 1) hash = mix(hash ^ (each[at + step] as number))
    hashes.push(hash >>> 0)
  }
  return hashes
}

/** The smallest hash of each bin; bins without one take the next one's (densified). `kind` keeps keys apart. */
function bandsOf(hashes: readonly number[], bins: number, kind: number): bigint[] {
  const smallest = new Float64Array(bins).fill(Number.POSITIVE_INFINITY)
  for (const hash of hashes) {
    const spread = mix(hash ^ 0x85ebca6b) >>> 0
    const bin = spread % bins
    if (spread < (smallest[bin] as number)) smallest[bin] = spread
  }
  const filled = [...smallest].map((_, bin) => {
    for (let step = 0; step < bins; step += 1) {
      const value = smallest[(bin + step) % bins] as number
      if (value !== Number.POSITIVE_INFINITY) return mix(value + step * 0x9e3779b1) >>> 0
    }
    return 0
  })
  const keys: bigint[] = []
  for (let band = 0; band * rowsPerBand < bins; band += 1) {
    let [high, low] = [mix(band + 1 + kind * 1000), mix(band + 77 + kind * 1000)]
    for (let row = 0; row < rowsPerBand; row += 1) {
      const value = filled[band * rowsPerBand + row] as number
      high = mix(high ^ value)
      low = mix(low ^ mix(value ^ 0x27d4eb2f))
    }
    keys.push(BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)))
  }
  return keys
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** The key of an address: who names the same as the place it was first published at carries the same. */
export function addressKey(url: string): bigint {
  const [high, low] = [hashOf(url), hashOf(`${url} `)]
  return BigInt.asIntN(64, (BigInt(mix(high) >>> 0) << 32n) | BigInt(mix(low ^ 0x5bd1e995) >>> 0))
}
