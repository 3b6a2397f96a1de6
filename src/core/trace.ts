/**
 * Counts of days as the line a seismograph would draw: a step for every day, to one side and to the other by turns, as far
 * as there was something that day.
 */

/** How far the line swings at most, to either side. */
export const swing = 20
/** The least that is seen. */
const least = 2
/** A day with fewer is never drawn to the edge: a young network has no earthquakes. */
const much = 6

/** How many stories swing the line all the way: nearly the most there were, so that one day alone does not flatten all others. */
export function fullSwing(counts: Iterable<number>): number {
  const sorted = [...counts].sort((a, b) => a - b)
  return Math.max(much, sorted[Math.floor(sorted.length * 0.99)] ?? 0, (sorted.at(-1) ?? 0) / 2)
}

/**
 * The line of some days as an SVG path, from (0, `swing`) on, a unit wide for each. It ends where it began, so that the
 * next days' line goes on.
 */
export function tracePath(counts: readonly number[], full: number): string {
  let y = 0
  const steps = counts.map((count, day) => {
    const far = count === 0 ? 0 : Math.min(swing, Math.max(least, Math.round((count / full) * swing)))
    const next = day % 2 === 0 ? -far : far
    const step = next - y
    y = next
    return `${day === 0 ? '.5' : '1'}${step < 0 ? '' : ' '}${step}`
  })
  return `M0 ${swing}l${[...steps, `.5${y > 0 ? '' : ' '}${y === 0 ? 0 : -y}`].join(' ')}`
}
