/** Counts of days as a seismograph would draw them: a stroke for every day, as long as there was something that day. */

/** How far a stroke goes at most, to either side of its middle. */
export const swing = 40
/** The least that is seen. */
const least = 2
/** A day with fewer is never drawn to the edge: a young network has no earthquakes. */
const much = 6
/** Twice as much is not quite twice as long, so that quiet years are seen beside loud ones. */
const power = 0.8

/** How many stories make the longest stroke. A few days are louder, so that one alone does not flatten all others. */
export function fullSwing(counts: Iterable<number>): number {
  const sorted = [...counts].sort((a, b) => a - b)
  return Math.max(much, sorted[Math.floor(sorted.length * 0.995)] ?? 0)
}

/** The strokes of some days as an SVG path, a unit of width for each, around a middle at `swing`. Days without any have none. */
export function tracePath(counts: readonly number[], full: number): string {
  let path = ''
  let [x, y] = [0, 0]
  counts.forEach((count, day) => {
    if (count === 0) return
    const far = Math.max(least, Math.round(Math.min(1, count / full) ** power * swing))
    path += path === '' ? `M${day + 0.5} ${swing - far}` : `m${day - x}${-far - y < 0 ? '' : ' '}${-far - y}`
    path += `v${2 * far}`
    x = day
    y = far
  })
  return path
}
