/** How a source is doing, in one word and in a sentence for whoever looks after it. */
import { isQuieterThanHabit } from './habit.ts'

export const sourceStates = ['failing', 'quiet', 'paused', 'new', 'well'] as const
export type SourceState = (typeof sourceStates)[number]

export type Health = {
  readonly state: SourceState
  readonly words: string
}

export type SourceFacts = {
  readonly paused: string | null
  readonly failures: number
  readonly lastProblem: string | null
  readonly lastSuccessAt: Date | null
  readonly habitSeconds: number | null
  readonly lastNewsAt: Date | null
}

export function healthOf(source: SourceFacts, now: Date): Health {
  const { paused, failures, lastProblem, lastSuccessAt, habitSeconds, lastNewsAt } = source
  if (paused !== null) return { state: 'paused', words: `paused: ${paused}` }
  if (failures > 0)
    return {
      state: 'failing',
      words: `failed ${failures === 1 ? 'once' : `${failures} times in a row`}: ${lastProblem?.replace(/\.$/, '')}`,
    }
  if (lastSuccessAt === null) return { state: 'new', words: 'not read yet' }
  if (isQuieterThanHabit(source, now))
    return {
      state: 'quiet',
      words: `quieter than its habit: nothing new for ${span(since(lastNewsAt ?? now, now))}, usually within ${span(habitSeconds ?? 0)}`,
    }
  return { state: 'well', words: `well, last read ${minute(lastSuccessAt)}` }
}

/** A moment to the minute, as commands show it. */
export function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Seconds in the largest unit that says enough: "40 minutes", "9 hours", "12 days". */
export function span(seconds: number): string {
  const [size, name] =
    seconds < 2 * 3_600 ? [60, 'minute'] : seconds < 2 * 86_400 ? [3_600, 'hour'] : ([86_400, 'day'] as const)
  const count = Math.max(1, Math.round(seconds / Number(size)))
  return `${count} ${name}${count === 1 ? '' : 's'}`
}

function since(at: Date, now: Date): number {
  return (now.getTime() - at.getTime()) / 1000
}
