/** What a process keeps between requests, and how it hears that something of it is stale. */

export type Keeper = {
  /** Something of what has this tag is another thing now; `all`: everything. */
  drop(tags: readonly string[]): void
  /** From here on nobody hears of what is stale, until `resume`, which begins with nothing. */
  suspend(): void
  resume(): void
}

/** Several that are told as one. */
export function everyone(...keepers: readonly Keeper[]): Keeper {
  const tell = (how: (keeper: Keeper) => void) => {
    for (const keeper of keepers) how(keeper)
  }
  return {
    drop: (tags) => tell((keeper) => keeper.drop(tags)),
    suspend: () => tell((keeper) => keeper.suspend()),
    resume: () => tell((keeper) => keeper.resume()),
  }
}

/** What many pages need, read once and kept under its tag until somebody declares that stale. */
export type Kept = Keeper & {
  /** While nobody can be heard, everything is read anew. One tag has one thing. */
  get<T>(tag: string, read: () => Promise<T>): Promise<T>
}

/** `most` things are kept, the ones asked for last. */
export function createKept(most: number): Kept {
  const readings = new Map<string, Promise<unknown>>()
  let listening = false
  return {
    get<T>(tag: string, read: () => Promise<T>): Promise<T> {
      if (!listening) return read()
      const known = readings.get(tag) as Promise<T> | undefined
      const own = known ?? read()
      readings.delete(tag)
      readings.set(tag, own)
      if (known) return known
      for (const oldest of readings.keys()) {
        if (readings.size <= most) break
        readings.delete(oldest)
      }
      // What could not be read is not kept; what was read since stays.
      own.catch(() => readings.get(tag) === own && readings.delete(tag))
      return own
    },
    drop(tags) {
      for (const tag of tags)
        if (tag === 'all') readings.clear()
        else readings.delete(tag)
    },
    suspend() {
      listening = false
      readings.clear()
    },
    resume() {
      listening = true
      readings.clear()
    },
  }
}
