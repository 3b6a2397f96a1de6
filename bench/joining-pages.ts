/** Readers who ask for pages, fifty a second, while something else goes on; and what is told of their times. */
import { setTimeout as sleep } from 'node:timers/promises'
import { median } from './machine.ts'

const paths = ['/', '/join', '/members', '/about']

export type Timed = { readonly status: number; readonly ms: number }

export async function timed(url: string, init: RequestInit = {}): Promise<Timed> {
  const started = performance.now()
  const answer = await fetch(url, { redirect: 'manual', ...init })
  await answer.arrayBuffer()
  return { status: answer.status, ms: performance.now() - started }
}

/** Until `isOver`; `tick` is told how many were asked. Answers how long each took. */
export async function readPages(
  url: string,
  isOver: () => boolean,
  tick: (asked: number) => void = () => undefined,
): Promise<number[]> {
  const times: number[] = []
  const going: Promise<void>[] = []
  for (let asked = 0; !isOver(); asked += 1) {
    tick(asked)
    // Each another page to the server, so that none is answered from what it keeps.
    going.push(timed(`${url}${paths[asked % 4]}?before=${asked}`).then(({ ms }) => void times.push(ms)))
    await sleep(20)
  }
  await Promise.all(going)
  return times
}

export function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return `half within ${median(sorted).toFixed(0)} ms, 99 of 100 within ${(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0).toFixed(0)} ms`
}
