/** Measures about a member: a warning, a suspension and its end, removal. What each needs before it is taken. */
import { isDay } from '../calendar.ts'
import type { MemberId } from '../id.ts'
import { longest, says } from './decision.ts'
import type { MeasureGround } from './ground.ts'

export const measureKinds = ['warn', 'suspend', 'end', 'remove'] as const
export type MeasureKind = (typeof measureKinds)[number]

export type Measure = {
  readonly kind: MeasureKind
  readonly ground: MeasureGround | undefined
  /** For staff alone. */
  readonly why: string
  /** What the member's owners are told. */
  readonly words: string
  /** What becomes of its stories: `held` while it is suspended, `withdrawn` when it is removed. */
  readonly stories: string
  /** The last day of a suspension, `2026-12-31`; '' until somebody ends it. */
  readonly until: string
  /** That whoever removes a member means it. */
  readonly isSure: boolean
}

/** What the ledger beside the data says of a suspension, a removal, or the end of one: so a restored backup follows it. */
export type KeptMeasure = {
  /** Of the suspension or removal. */
  readonly id: string
  readonly member: MemberId
  readonly at: string
  readonly by: string
} & (
  | {
      readonly what: 'suspension'
      readonly ground: MeasureGround
      readonly stories: 'stay' | 'held'
      readonly until: string | null
    }
  | { readonly what: 'removal'; readonly ground: MeasureGround; readonly stories: 'stay' | 'withdrawn' }
  | { readonly what: 'end' }
)

export type MeasureField = 'ground' | 'why' | 'words' | 'stories' | 'until' | 'sure'
export type MeasureFault = { readonly field: MeasureField; readonly fault: 'missing' | 'long' }

export function measureFaults(measure: Measure, now: Date): MeasureFault[] {
  const { kind, ground, why, words, stories, until, isSure } = measure
  const faults: MeasureFault[] = []
  const missing = (field: MeasureField) => faults.push({ field, fault: 'missing' })
  if (kind !== 'end' && ground === undefined) missing('ground')
  if (kind === 'suspend' && stories !== 'stay' && stories !== 'held') missing('stories')
  if (kind === 'remove' && stories !== 'stay' && stories !== 'withdrawn') missing('stories')
  if (kind === 'suspend' && until !== '' && !(endOfDay(until) > now)) missing('until')
  if (!says(words)) missing('words')
  else if (words.length > longest.words) faults.push({ field: 'words', fault: 'long' })
  if (!says(why)) missing('why')
  else if (why.length > longest.why) faults.push({ field: 'why', fault: 'long' })
  if (kind === 'remove' && !isSure) missing('sure')
  return faults
}

/** When a day is over, at the latest, anywhere; the beginning of time for what is no day. */
export function endOfDay(day: string): Date {
  return new Date(isDay(day) ? Date.parse(`${day}T23:59:59Z`) : 0)
}

/** What is done when a measure meets how the member stands now. */
export type MeasureOutcome = 'taken' | 'suspended already' | 'not suspended' | 'removed already' | 'own'

/** `isOwn`: whether whoever takes it belongs to the member. */
export function takeMeasure(
  kind: MeasureKind,
  member: { readonly isSuspended: boolean; readonly isRemoved: boolean; readonly isOwn: boolean },
): MeasureOutcome {
  if (member.isOwn) return 'own'
  if (member.isRemoved) return 'removed already'
  if (kind === 'suspend' && member.isSuspended) return 'suspended already'
  if (kind === 'end' && !member.isSuspended) return 'not suspended'
  return 'taken'
}
