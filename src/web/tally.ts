/** How many stories each of many things has, kept: after a drop only what it named is counted again. */

/** By name; of all when none are named. What has no stories is not in it. */
export type CountNamed = (names?: readonly string[]) => Promise<ReadonlyMap<string, number>>

export type Tally = {
  /** Read it at once: it goes on changing. */
  get(count: CountNamed): Promise<ReadonlyMap<string, number>>
  forget(name: string): void
  forgetAll(): void
}

export function createTally(): Tally {
  let counts: Map<string, number> | undefined
  let missing = new Set<string>()
  /** How often everything was forgotten: what was begun before is kept for nobody. */
  let ages = 0
  /** One counts at a time: whoever asks later also knows what was forgotten meanwhile. */
  let turn: Promise<unknown> = Promise.resolve()

  async function complete(count: CountNamed): Promise<ReadonlyMap<string, number>> {
    if (!counts) return await countAll(count)
    if (missing.size === 0) return counts
    const [names, age] = [missing, ages]
    missing = new Set()
    try {
      const found = await count([...names])
      if (ages !== age) return await complete(count)
      for (const name of names) {
        const stories = found.get(name)
        if (stories === undefined) counts.delete(name)
        else counts.set(name, stories)
      }
      return counts
    } catch (error) {
      for (const name of names) missing.add(name)
      throw error
    }
  }

  async function countAll(count: CountNamed): Promise<ReadonlyMap<string, number>> {
    const age = ages
    missing.clear()
    const found = new Map(await count())
    if (ages === age) counts = found
    return found
  }

  return {
    async get(count) {
      const own = turn.then(() => complete(count))
      turn = own.catch(() => undefined)
      return await own
    },
    forget: (name) => void missing.add(name),
    forgetAll() {
      counts = undefined
      ages += 1
    },
  }
}
