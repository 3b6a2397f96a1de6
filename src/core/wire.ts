/** The wire's vocabulary: what can happen to a story, as everybody down the road hears it. */
import type { EventId, MemberId, Seq, StoryId } from './id.ts'

export const eventKinds = [
  'published',
  'updated',
  'corrected',
  'clarified',
  'noted',
  'held',
  'released',
  'withdrawn',
  'killed',
  'expired',
] as const
export type EventKind = (typeof eventKinds)[number]

/** One line of the log: ids and kinds, never text. */
export type WireEvent = {
  readonly seq: Seq
  readonly id: EventId
  readonly kind: EventKind
  readonly storyId: StoryId
  readonly memberId: MemberId
  readonly version: number
  readonly at: Date
}

/** A story taken back, as the ledger beside the data keeps it. `at` is RFC 3339. */
export type Recall = {
  readonly event: EventId
  readonly kind: 'withdrawal' | 'kill' | 'erasure'
  readonly story: StoryId
  readonly at: string
  readonly by: string
  readonly why: string
}
