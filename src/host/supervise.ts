/** Keeps the parts of the program running as processes of their own, and stops them together. */
import { type ChildProcess, fork } from 'node:child_process'
import process from 'node:process'
import type { Log } from '../core/log.ts'

export type Part = { readonly name: string; readonly args: readonly string[] }

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
    const child = fork(main, part.args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] })
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

/**
 * For the time before `untilAsked`: a part whose supervisor goes away while it starts ends too. Answers a way to watch
 * over a step that may hang for ever when the database is killed under it: it has a minute.
 */
export function whileStarting(): <T>(step: Promise<T>) => Promise<T> {
  const end = () => process.exit(1)
  process.once('disconnect', () => setTimeout(end, 5_000))
  return async (step) => {
    const timer = setTimeout(end, 60_000)
    try {
      return await step
    } finally {
      clearTimeout(timer)
    }
  }
}

/**
 * Runs `stop` once when the process is asked to end (SIGTERM, SIGINT), its supervisor is gone, or `failed` settles; then
 * the process ends. A second signal ends it at once. Status 0 for a wish, 1 for a failure.
 */
export function untilAsked(stop: () => Promise<void>, failed: Promise<void> = new Promise(() => undefined)): void {
  let asked = false
  const end = async (status: number) => {
    if (asked) {
      if (status === 0) process.exit(130)
      return
    }
    asked = true
    // Whatever hangs, the process ends in time.
    setTimeout(() => process.exit(status || 1), 4_800).unref()
    await stop().catch(() => undefined)
    process.exit(status)
  }
  process.on('SIGTERM', () => void end(0))
  process.on('SIGINT', () => {
    // Ctrl-C reaches the parts of a supervisor too, which are stopped by their supervisor.
    if (process.channel === undefined || process.channel === null) void end(0)
  })
  process.on('disconnect', () => void end(0))
  // It may have gone before we were here to hear it.
  if (process.connected === false) void end(0)
  failed.then(
    () => end(1),
    () => end(1),
  )
}
