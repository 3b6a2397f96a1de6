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

/** One thing every page needs, read once and kept until somebody declares it stale; while nobody can be heard, read anew. */
export function kept<T>(tag: string, read: () => Promise<T>): Keeper & { get(): Promise<T> } {
  let reading: Promise<T> | undefined
  let listening = false
  const forget = () => {
    reading = undefined
  }
  return {
    get(): Promise<T> {
      if (!listening) return read()
      if (reading) return reading
      const own = read()
      reading = own
      // What could not be read is not kept; what was read since stays.
      own.catch(() => reading === own && forget())
      return own
    },
    drop(tags: readonly string[]): void {
      if (tags.includes(tag) || tags.includes('all')) forget()
    },
    suspend(): void {
      listening = false
      forget()
    },
    resume(): void {
      listening = true
      forget()
    },
  }
}
