/** At a time: more would only compete for the same processors. */
const mostReads = 2

/**
 * Reads that begin in the same turn of the event loop, made one: the database is asked once for all of them. While as many
 * are under way as may be, the next ones wait and are then made one, too. Nobody joins a read that is under way: what it
 * finds may be older than the question.
 */
export function together<Key, Found>(
  readAll: (keys: readonly Key[]) => Promise<readonly Found[]>,
  most: number,
): (key: Key) => Promise<Found> {
  type Asker = { readonly key: Key; resolve(found: Found): void; reject(error: unknown): void }
  let waiting: Asker[] = []
  let reads = 0

  async function read(askers: readonly Asker[]): Promise<void> {
    reads += 1
    try {
      const found = await readAll(askers.map(({ key }) => key))
      askers.forEach(({ resolve }, at) => {
        resolve(found[at] as Found)
      })
    } catch (error) {
      for (const { reject } of askers) reject(error)
    }
    reads -= 1
    go()
  }

  function go(): void {
    while (reads < mostReads && waiting.length > 0) {
      const askers = waiting.slice(0, most)
      waiting = waiting.slice(most)
      void read(askers)
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      if (waiting.length === 1) setImmediate(go)
    })
}
