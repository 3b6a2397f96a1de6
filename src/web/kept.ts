/** What a process keeps between requests, and how it hears that something of it is stale. */
import { type CountNamed, createTally, type Tally } from './tally.ts'

export type Keeper = {
  /** Something of what has this tag is another thing now; `all`: everything. From here on nobody may be given it. */
  drop(tags: readonly string[]): void
  /** There is only something new: what is kept is not the newest any more, and not wrong either. */
  outdate(tags: readonly string[]): void
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
    outdate: (tags) => tell((keeper) => keeper.outdate(tags)),
    suspend: () => tell((keeper) => keeper.suspend()),
    resume: () => tell((keeper) => keeper.resume()),
  }
}

/** What many pages need, read once and kept under its tag until somebody declares that stale. */
export type Kept = Keeper & {
  /** While nobody can be heard, everything is read anew. One tag has one thing. */
  get<T>(tag: string, read: () => Promise<T>): Promise<T>
  /** The stories of everything that has a tag of this kind: `member` for `member:SLUG`. */
  tally(kind: string, count: CountNamed): Promise<ReadonlyMap<string, number>>
}

/** `most` things are kept, the ones asked for last. */
export function createKept(most: number): Kept {
  const readings = new Map<string, Promise<unknown>>()
  const tallies = new Map<string, Tally>()
  let listening = false

  function forget(tags: readonly string[]): void {
    if (tags.includes('all')) forgetAll()
    for (const tag of tags) {
      readings.delete(tag)
      const [kind = '', name] = tag.split(':')
      if (name !== undefined) tallies.get(kind)?.forget(name)
    }
  }

  function forgetAll(): void {
    readings.clear()
    for (const tally of tallies.values()) tally.forgetAll()
  }

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
    async tally(kind, count) {
      if (!listening) return await count()
      const tally = tallies.get(kind) ?? createTally()
      tallies.set(kind, tally)
      return await tally.get(count)
    },
    drop: forget,
    // What pages are made of is read anew whenever one is made.
    outdate: forget,
    suspend() {
      listening = false
      forgetAll()
    },
    resume() {
      listening = true
      forgetAll()
    },
  }
}
