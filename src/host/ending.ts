/** How a process ends: when it is asked to, when its supervisor is gone, or when it cannot go on. */
import process from 'node:process'

const wishes = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/**
 * One wish may come twice: a terminal tells every process of the group, and whoever started us (npm, an older Node)
 * hands it on as well. What comes within so many milliseconds is the same wish.
 */
const echo = 1_000
/** Whatever hangs, the process ends in time. Milliseconds. */
const patience = 4_800

export type Ending = {
  /** Watches over a step that may hang for ever when the database is killed under it: it has a minute. */
  within<T>(step: Promise<T>): Promise<T>
  /** From here on a wish runs `stop` and then ends the process with status 0; so does `failed`, with status 1. */
  by(stop: () => Promise<void>, failed?: Promise<void>): void
}

/**
 * Hears from now on whether the process is asked to end (SIGTERM, SIGINT, SIGHUP) or its supervisor goes away. What is
 * asked while it still starts is done as soon as `by` says how. A second wish ends the process at once.
 */
export function hearEnding(): Ending {
  let stop: (() => Promise<void>) | undefined
  let askedAt: number | undefined
  let ending = false

  const end = (status: number) => {
    if (ending || !stop) return
    ending = true
    setTimeout(() => process.exit(status || 1), patience).unref()
    void stop()
      .catch(() => undefined)
      .then(() => process.exit(status))
  }
  const asked = () => {
    if (askedAt !== undefined) {
      if (Date.now() - askedAt > echo) process.exit(130)
      return
    }
    askedAt = Date.now()
    setTimeout(() => process.exit(1), patience).unref()
    end(0)
  }

  for (const wish of wishes)
    process.on(wish, () => {
      // The terminal tells the parts of a supervisor too, which are stopped by their supervisor.
      if (wish === 'SIGTERM' || !isSupervised()) asked()
    })
  process.once('disconnect', asked)
  // Listening there keeps a process alive: one that could not start would stay, and nobody would start it again.
  process.channel?.unref()

  return {
    async within(step) {
      const timer = setTimeout(() => process.exit(1), 60_000)
      try {
        return await step
      } finally {
        clearTimeout(timer)
      }
    },
    by(how, failed) {
      stop = how
      // The supervisor may have gone before we were here to hear it.
      if (askedAt !== undefined) end(0)
      else if (process.connected === false) asked()
      failed?.then(
        () => end(1),
        () => end(1),
      )
    },
  }
}

/**
 * For a command: runs `act`; asked to end meanwhile, lets go of what it holds and ends the process with status 130.
 */
export async function interruptible<T>(act: () => Promise<T>, letGo: () => Promise<void>): Promise<T> {
  let leaving = false
  const leave = () => {
    if (leaving) return
    leaving = true
    setTimeout(() => process.exit(130), patience).unref()
    void letGo()
      .catch(() => undefined)
      .then(() => process.exit(130))
  }
  for (const wish of wishes) process.on(wish, leave)
  try {
    return await act()
  } catch (error) {
    // What failed because we were leaving is nobody's news.
    if (leaving) await new Promise(() => undefined)
    throw error
  } finally {
    for (const wish of wishes) process.off(wish, leave)
  }
}

function isSupervised(): boolean {
  return process.channel !== undefined && process.channel !== null
}
