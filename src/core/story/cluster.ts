/** Which stories carry the same text, and what becomes of the clusters they stand in. */
import type { StoryId } from '../id.ts'
import type { Overlap } from './fingerprint.ts'

/**
 * Whether two texts are the same one for readers: who has read the one gains nothing of substance from the other. Most of
 * the shorter text stands in the longer one, and with it how one of them begins: else what they share is what an
 * organisation says of itself below each of its releases, or a statement both quote. Where the two are of very different
 * length nearly all of the shorter one does: the frame of a column comes every week. The bounds were found with test/pairs.
 */
export function isSameText({ resemblance, containment, opening, shared }: Overlap): boolean {
  if (shared < 6 || opening < 0.15) return false
  return containment + opening / 4 >= 0.83 && (resemblance >= 0.3 || containment >= 0.85)
}

export type Placed = { readonly story: StoryId; readonly cluster: string | undefined }
export type Ruling = { readonly one: StoryId; readonly other: StoryId; readonly kind: 'together' | 'apart' }

/** A cluster as it is to be: who comes into it, and which clusters end because theirs came over. */
export type Join = {
  /** Undefined where one is to be made. */
  readonly into: string | undefined
  readonly stories: readonly StoryId[]
  readonly ended: readonly string[]
}

/**
 * What is to be done about a story that was found to carry the text of `matches` (the oldest first, each with the cluster
 * it stands in). Undefined when nothing is. `members` are the stories of those clusters and of the story's own; what
 * editors have told apart never comes together, whoever else it is the same as.
 */
export function join(
  story: Placed,
  matches: readonly Placed[],
  members: ReadonlyMap<string, readonly StoryId[]>,
  rulings: readonly Ruling[],
): Join | undefined {
  const apart = new Set(rulings.filter(({ kind }) => kind === 'apart').map(({ one, other }) => pair(one, other)))
  const groupOf = ({ story, cluster }: Placed) => (cluster ? (members.get(cluster) ?? [story]) : [story])
  const together = [...groupOf(story)]
  const joined = new Set(story.cluster ? [story.cluster] : [])
  for (const match of matches) {
    const group = groupOf(match)
    if (group.some((one) => together.includes(one))) continue
    if (group.some((one) => together.some((other) => apart.has(pair(one, other))))) continue
    together.push(...group)
    if (match.cluster) joined.add(match.cluster)
  }
  if (together.length === groupOf(story).length) return undefined
  const [into, ...ended] = joined
  const already = new Set(into ? members.get(into) : [])
  return { into, stories: together.filter((one) => !already.has(one)), ended }
}

function pair(one: StoryId, other: StoryId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
