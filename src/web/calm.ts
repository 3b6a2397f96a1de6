/**
 * Lists change with every story that comes, and a network that takes in a thousand a second would render nothing else.
 * What may wait, waits: patient drops are passed on at once, and then no more often than every half second, together.
 * What was taken back never waits.
 */
import { isPatient, tagOfPatient } from '../core/patience.ts'
import type { Keeper } from './kept.ts'

/** What hears the tags as they are sent, patient ones among them. */
export type Hearer = Omit<Keeper, 'outdate'>

const windowMs = 500

export function calm(keeper: Keeper, ms = windowMs): Hearer & { close(): void } {
  /** What came since the last time; undefined while the next may be passed on at once. */
  let waiting: Set<string> | undefined
  let timer: NodeJS.Timeout | undefined

  function pass(tags: readonly string[]): void {
    keeper.outdate(tags)
    waiting = new Set()
    timer = setTimeout(() => {
      const later = [...(waiting ?? [])]
      waiting = undefined
      if (later.length > 0) pass(later)
    }, ms)
    timer.unref()
  }

  return {
    drop(tags) {
      const now = tags.filter((tag) => !isPatient(tag))
      if (now.length > 0) keeper.drop(now)
      const patient = tags.filter(isPatient).map(tagOfPatient)
      if (patient.length === 0) return
      if (waiting) for (const tag of patient) waiting.add(tag)
      else pass(patient)
    },
    suspend: () => keeper.suspend(),
    // It begins with nothing: what was waiting to be dropped is gone.
    resume: () => keeper.resume(),
    close: () => clearTimeout(timer),
  }
}
