/** A clock that a test owns. */
import type { Clock } from '../../src/core/clock.ts'

export type TestClock = Clock & { set(at: string): void; advance(seconds: number): void }

export function testClock(at = '2026-11-24T12:00:00Z'): TestClock {
  let now = new Date(at).getTime()
  return Object.assign(() => new Date(now), {
    set: (to: string) => {
      now = new Date(to).getTime()
    },
    advance: (seconds: number) => {
      now += seconds * 1000
    },
  })
}
