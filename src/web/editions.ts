/**
 * Editions: answers every reader gets alike, rendered once, compressed once, served until something they were made of
 * changes. A class of bugs is kept out by one rule: an edition is stored only if none of its tags was dropped while it
 * was being rendered.
 */
import type { Clock } from '../core/clock.ts'
import { type Edition, type Encoding, editionOf, sizeOf, unkept, type Variant, variantOf, wanted } from './edition.ts'

export type Editions = {
  get(key: string): Edition | undefined
  /** The edition for an address, rendered now unless somebody is rendering it already. */
  render(key: string, make: () => Promise<Response>): Promise<Edition>
  /** What is compressed already; what is asked for often is then compressed better, when there is time. */
  ready(edition: Edition, encoding: Encoding): Variant | undefined
  variant(edition: Edition, encoding: Encoding): Promise<Variant>
  /** Makes an outdated edition anew while readers still get the old one, unless somebody does already. */
  renew(key: string, make: () => Promise<Response>): Promise<void>
  drop(tags: readonly string[]): void
  /** What has these tags is served for another moment, and made anew when it is asked for. */
  outdate(tags: readonly string[]): void
  /** Nothing is served or kept from here on, until `resume`, which begins with nothing. */
  suspend(): void
  resume(): void
  counts(): { editions: number; bytes: number; hits: number; misses: number }
}

/** Asked for this often, an edition is worth the fifty milliseconds of the best compression. */
const worthBest = 8
/** What is outdated is served for so long while one render of it goes on. Milliseconds. */
const graceMs = 250

export function createEditions(options: { clock: Clock; maxBytes: number }): Editions {
  const { clock, maxBytes } = options
  const kept = new Map<string, Edition>()
  const byTag = new Map<string, Set<string>>()
  const rendering = new Map<string, Promise<Edition>>()
  /** When, in drops, each tag was dropped last; only while somebody renders. */
  const dropped = new Map<string, number>()
  /** The same for what was outdated. */
  const outdated = new Map<string, number>()
  /** Renders under way; more than `rendering` holds, which forgets those that a drop has made old. */
  let underWay = 0
  let drops = 0
  let additions = 0
  let bytes = 0
  let suspended = false
  let hits = 0
  let misses = 0

  function forget(key: string): void {
    const edition = kept.get(key)
    if (!edition) return
    kept.delete(key)
    bytes -= sizeOf(edition)
    for (const tag of edition.tags) {
      const keys = byTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) byTag.delete(tag)
    }
  }

  function keep(key: string, edition: Edition): void {
    forget(key)
    additions += 1
    kept.set(key, edition)
    bytes += sizeOf(edition)
    for (const tag of edition.tags) {
      const keys = byTag.get(tag)
      if (keys) keys.add(key)
      else byTag.set(tag, new Set([key]))
    }
    shrink()
  }

  /** The ones asked for longest ago go first: a map keeps the order, and a hit moves its edition to the end. */
  function shrink(): void {
    for (const key of kept.keys()) {
      if (bytes <= maxBytes) return
      forget(key)
    }
  }

  async function renderOnce(key: string, make: () => Promise<Response>): Promise<Edition | undefined> {
    const began = { drops, moment: clock().getTime() }
    underWay += 1
    try {
      const edition = await editionOf(await make(), clock)
      keys.set(edition, key)
      if (!edition.kept) return edition
      await compressLike(kept.get(key), edition)
      if (suspended) return unkept(edition)
      const since = (when: Map<string, number>) =>
        ['all', ...edition.tags].some((tag) => (when.get(tag) ?? 0) > began.drops)
      if (since(dropped)) return undefined
      // The newest thing it can have is as old as its beginning.
      if (since(outdated)) edition.outdated = began.moment
      const fits = edition.plain.length <= maxBytes / 8
      if (fits && !isNewer(kept.get(key), edition)) keep(key, edition)
      return edition
    } finally {
      underWay -= 1
      if (underWay === 0) {
        dropped.clear()
        outdated.clear()
      }
    }
  }

  /** What was dropped while it was rendered is rendered again; if that happens twice, nobody may keep what came out. */
  async function renderNow(key: string, make: () => Promise<Response>): Promise<Edition> {
    return (
      (await renderOnce(key, make)) ?? (await renderOnce(key, make)) ?? unkept(await editionOf(await make(), clock))
    )
  }

  async function compress(edition: Edition, encoding: Encoding, best: boolean): Promise<Variant> {
    const variant = await variantOf(edition, encoding, best)
    const before = sizeOf(edition)
    edition.variants.set(encoding, variant)
    // Only what is still kept counts; what was dropped meanwhile goes with its last reader.
    if (kept.get(keyOf(edition)) === edition) {
      bytes += sizeOf(edition) - before
      shrink()
    }
    return variant
  }

  function ready(edition: Edition, encoding: Encoding): Variant | undefined {
    const form = wanted(edition, encoding)
    const variant = edition.variants.get(form)
    if (form === 'br' && edition.hits === worthBest && variant) whenIdle(() => void compress(edition, 'br', true))
    return variant
  }

  const keys = new WeakMap<Edition, string>()
  const keyOf = (edition: Edition) => keys.get(edition) ?? ''

  async function render(key: string, make: () => Promise<Response>): Promise<Edition> {
    const running = suspended ? undefined : rendering.get(key)
    // Only what may be kept is the same for everybody; what is not is made for each.
    if (running) {
      const shared = await running
      if (shared.kept) return shared
    }
    const own = renderNow(key, make)
    if (!suspended) rendering.set(key, own)
    try {
      return await own
    } finally {
      if (rendering.get(key) === own) rendering.delete(key)
    }
  }

  /** Notes when tags were dropped or outdated, for the renders under way; answers what is kept under them. */
  function note(when: Map<string, number>, tags: readonly string[]): Set<string> {
    drops += 1
    // Whoever asks from now on must not be given what was begun before.
    rendering.clear()
    if (underWay > 0) for (const tag of tags) when.set(tag, drops)
    return new Set(tags.flatMap((tag) => (tag === 'all' ? [...kept.keys()] : [...(byTag.get(tag) ?? [])])))
  }

  return {
    get(key) {
      if (suspended) return undefined
      const edition = kept.get(key)
      const now = clock().getTime()
      if (!edition || now >= edition.until || now >= (edition.outdated ?? now) + graceMs) {
        misses += 1
        return undefined
      }
      hits += 1
      edition.hits += 1
      // Only what is new pushes anything out: between two new ones the order need not change twice.
      if (edition.movedAt !== additions) {
        edition.movedAt = additions
        kept.delete(key)
        kept.set(key, edition)
      }
      return edition
    },

    render,

    async renew(key, make) {
      if (!rendering.has(key)) await render(key, make)
    },

    ready,

    async variant(edition, encoding) {
      return ready(edition, encoding) ?? (await compress(edition, wanted(edition, encoding), false))
    },

    drop(tags) {
      for (const key of note(dropped, tags)) forget(key)
    },

    outdate(tags) {
      const now = clock().getTime()
      for (const key of note(outdated, tags)) {
        const edition = kept.get(key)
        if (edition) edition.outdated ??= now
      }
    },

    suspend() {
      suspended = true
      rendering.clear()
      kept.clear()
      byTag.clear()
      bytes = 0
    },

    resume() {
      // What is being rendered began before we could hear of drops: it must not be kept.
      drops += 1
      if (underWay > 0) dropped.set('all', drops)
      suspended = false
    },

    counts: () => ({ editions: kept.size, bytes, hits, misses }),
  }
}

/** In the forms its forerunner was asked for: whoever waits for it need not wait for its compression, too. */
async function compressLike(before: Edition | undefined, edition: Edition): Promise<void> {
  const forms = new Set([...(before?.variants.keys() ?? [])].map((encoding) => wanted(edition, encoding)))
  const compress = async (form: Encoding) => void edition.variants.set(form, await variantOf(edition, form, false))
  await Promise.all([...forms].map(compress))
}

/** Of two editions of one address: whether the first knows of something that the second does not. */
function isNewer(kept: Edition | undefined, made: Edition): boolean {
  const outdated = (edition: Edition) => edition.outdated ?? Number.POSITIVE_INFINITY
  return kept !== undefined && outdated(kept) > outdated(made)
}

/** Later, and only while the process has little to do. */
function whenIdle(act: () => void): void {
  const before = performance.eventLoopUtilization()
  const timer = setTimeout(() => {
    if (performance.eventLoopUtilization(before).utilization < 0.5) act()
  }, 500)
  timer.unref()
}
