/**
 * Whether a story was taken back at its source. Absence deletes nothing: only a tombstone, or an original that says it
 * is gone for good, withdraws a story, and only after a second sign that it was no mistake.
 */
import type { StoryId } from '../id.ts'

export type Doubt = {
  readonly storyId: StoryId
  /** What raised it: the feed says so (RFC 6721), or the item is missing from the middle of the feed. */
  readonly kind: 'tombstone' | 'missing'
  /** Who took it back and why, in the tombstone's words. */
  readonly said: string
  readonly firstAt: Date
  readonly lastAt: Date
  /** How often the original was looked at. */
  readonly looks: number
  /** When the original first answered 410. */
  readonly goneAt: Date | null
  /** The original's address. */
  readonly url: string | null
}

export type Verdict =
  | { readonly outcome: 'withdrawn'; readonly why: string }
  | { readonly outcome: 'stays' }
  | { readonly outcome: null; readonly lookAt: Date; readonly goneAt: Date | null }

const hour = 3_600_000
const day = 24 * hour
/** After each look that settles nothing, the wait until the next; after the last the story stays. */
const waits = [hour, day, 7 * day]

/** What follows from the status the original answered with now; null: it did not answer, or nobody could ask. */
export function settle(doubt: Doubt, status: number | null, now: Date): Verdict {
  const by = doubt.said ? ` (${doubt.said})` : ''
  if (doubt.kind === 'tombstone') {
    if (status === 404 || status === 410)
      return { outcome: 'withdrawn', why: `Its feed says it was taken back${by}, and its page answers ${status}.` }
    if (doubt.lastAt.getTime() - doubt.firstAt.getTime() >= hour)
      return { outcome: 'withdrawn', why: `Its feed says so again and again: it was taken back${by}.` }
  } else if (status === 410) {
    if (doubt.goneAt && now.getTime() - doubt.goneAt.getTime() >= hour)
      return { outcome: 'withdrawn', why: 'It is gone from its feed, and its page answers 410, twice.' }
    return { outcome: null, lookAt: new Date(now.getTime() + hour), goneAt: doubt.goneAt ?? now }
  }
  const wait = waits[doubt.looks]
  return wait === undefined
    ? { outcome: 'stays' }
    : { outcome: null, lookAt: new Date(now.getTime() + wait), goneAt: null }
}
