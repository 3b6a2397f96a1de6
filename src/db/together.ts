/**
 * Reads that begin in the same turn of the event loop, made one: the database is asked once for all of them. Nobody joins
 * a read that is under way: what it finds may be older than the question.
 */
export function together<Key, Found>(
  readAll: (keys: readonly Key[]) => Promise<readonly Found[]>,
  most: number,
): (key: Key) => Promise<Found> {
  type Asker = { readonly key: Key; resolve(found: Found): void; reject(error: unknown): void }
  let waiting: Asker[] = []

  async function read(askers: readonly Asker[]): Promise<void> {
    try {
      const found = await readAll(askers.map(({ key }) => key))
      askers.forEach(({ resolve }, at) => {
        resolve(found[at] as Found)
      })
    } catch (error) {
      for (const { reject } of askers) reject(error)
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      if (waiting.length > 1) return
      setImmediate(() => {
        const askers = waiting
        waiting = []
        for (let from = 0; from < askers.length; from += most) void read(askers.slice(from, from + most))
      })
    })
}
