/** How a source usually publishes, and whether it is quieter than that. */

const hour = 3_600
const day = 24 * hour

/** Moments of stories beyond this number tell of another time. */
const mostMoments = 50
/** Of fewer gaps than these nothing can be said. */
const fewestGaps = 4

/**
 * The gap in seconds that nine of ten gaps between a source's stories stay below; undefined for too few stories. What
 * comes within an hour is one moment: many stories put out at once are no habit of haste.
 */
export function habitOf(moments: readonly Date[]): number | undefined {
  const gaps: number[] = []
  let last: number | undefined
  for (const at of moments.map((moment) => moment.getTime() / 1000).sort((a, b) => b - a)) {
    if (last !== undefined && last - at < hour) continue
    if (last !== undefined) gaps.push(last - at)
    last = at
    if (gaps.length === mostMoments) break
  }
  gaps.sort((a, b) => a - b)
  return gaps.length < fewestGaps ? undefined : Math.round(gaps[Math.floor((gaps.length - 1) * 0.9)] ?? 0)
}

/** Whether silence has become longer than the habit explains: three times the usual gap, and at least a day. */
export function isQuieterThanHabit(
  source: { readonly habitSeconds: number | null; readonly lastNewsAt: Date | null },
  now: Date,
): boolean {
  if (source.habitSeconds === null || source.lastNewsAt === null) return false
  return now.getTime() - source.lastNewsAt.getTime() > Math.max(3 * source.habitSeconds, day) * 1000
}
