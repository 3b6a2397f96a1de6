/** One line for one story, however many carry it. */
import type { StoryId } from '../id.ts'
import type { Copy, StoryLine } from './story.ts'

/**
 * The lines of a list, each with who else carries its text, without those of which another line of the list was published
 * first.
 */
export function oneLineEach(
  lines: readonly StoryLine[],
  copies: ReadonlyMap<StoryId, readonly Copy[]>,
): readonly StoryLine[] {
  if (copies.size === 0) return lines
  const listed = new Map(lines.map((line) => [line.id, line]))
  return lines.flatMap((line) => {
    const others = copies.get(line.id) ?? []
    const isTold = others.some(({ id }) => isBefore(listed.get(id), line))
    return isTold ? [] : [{ ...line, copies: others }]
  })
}

function isBefore(one: StoryLine | undefined, other: StoryLine): boolean {
  if (!one) return false
  const [a, b] = [one.origin.publishedAt.getTime(), other.origin.publishedAt.getTime()]
  return a === b ? one.id < other.id : a < b
}
