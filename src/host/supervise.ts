/** Keeps the parts of the program running as processes of their own, and stops them together. */
import { type ChildProcess, fork } from 'node:child_process'
import type { Log } from '../core/log.ts'

export type Part = {
  readonly name: string
  readonly args: readonly string[]
  /** For Node itself. */
  readonly flags?: readonly string[]
}

/**
 * With gigabytes at hand a heap is tidied late: less does for who reads feeds. And what a feed leaves behind is gone by the
 * next one: with room for 8 MB of it a process is 40 MB smaller, and no slower (docs/performance.md).
 */
export const jobsFlags = ['--max-old-space-size=1408', '--max-semi-space-size=8']

export type Supervision = {
  /** Asks every part to stop; those that have not after `ms` are ended. */
  stop(ms: number): Promise<void>
}

/** Waits before a part that died is started again: the more often it dies at once, the longer. Milliseconds. */
const backOff = { first: 100, longest: 10_000, wellAfter: 10_000 }

export function supervise(main: string, parts: readonly Part[], log: Log): Supervision {
  const running = new Map<Part, ChildProcess>()
  const waiting = new Set<NodeJS.Timeout>()
  let stopping = false

  function start(part: Part, failures: number): void {
    const began = Date.now()
    // The channel tells the part when its supervisor is gone: a part alone would serve on without anybody minding it.
    const child = fork(main, part.args, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [...(part.flags ?? [])],
    })
    running.set(part, child)
    child.once('error', (error) => log.error(`The ${part.name} process could not be started.`, { error }))
    child.once('exit', (code, signal) => {
      running.delete(part)
      if (stopping) return
      const died = Date.now() - began > backOff.wellAfter ? 0 : failures + 1
      const wait = died === 0 ? 0 : Math.min(backOff.longest, backOff.first * 2 ** (died - 1))
      log.warning(`The ${part.name} process ended and is started again.`, { code, signal, wait })
      const timer = setTimeout(() => {
        waiting.delete(timer)
        start(part, died)
      }, wait)
      waiting.add(timer)
    })
  }

  for (const part of parts) start(part, 0)
  return {
    async stop(ms) {
      stopping = true
      for (const timer of waiting) clearTimeout(timer)
      const children = [...running.values()]
      const gone = Promise.all(
        children.map((child) =>
          child.exitCode !== null || child.signalCode !== null
            ? undefined
            : new Promise((resolve) => child.once('exit', resolve)),
        ),
      )
      for (const child of children) child.kill('SIGTERM')
      const timer = setTimeout(() => {
        for (const child of children) child.kill('SIGKILL')
      }, ms)
      await gone
      clearTimeout(timer)
    },
  }
}
