/** Room for large documents: only so many are in memory at once, whoever sends them. */

export type Room = {
  /** Waits for a place and answers how to give it back. Rejects when the signal aborts before there is one. */
  take(signal: AbortSignal): Promise<() => void>
}

export function createRoom(places: number): Room {
  let free = places
  const waiting = new Set<() => void>()
  const giveBack = () => {
    const [next] = waiting
    if (next) next()
    else free += 1
  }
  return {
    async take(signal) {
      signal.throwIfAborted()
      if (free > 0) free -= 1
      else await turn(waiting, signal)
      return once(giveBack)
    },
  }
}

function turn(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const come = () => end(resolve)
  const leave = () => end(() => reject(signal.reason))
  const end = (settle: () => void) => {
    waiting.delete(come)
    signal.removeEventListener('abort', leave)
    settle()
  }
  waiting.add(come)
  signal.addEventListener('abort', leave)
  return promise
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}
