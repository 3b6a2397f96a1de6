/** Deciding about who joins: what may be decided, when it takes effect, how long it can be taken back, who hears an appeal. */
import type { ApplicationStanding } from './application.ts'
import type { Ground } from './ground.ts'

export const decisionKinds = ['approved', 'returned', 'refused', 'held'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** Minutes in which a decision can be taken back; then it is carried out. */
export const undoMinutes = 10

/** Characters: of the words somebody is told, and of what staff note for themselves. */
export const longest = { words: 4_000, why: 2_000 } as const

export type Asked = {
  readonly kind: DecisionKind
  /** Why, as the public log tells it; only a refusal has one. */
  readonly ground: Ground | undefined
  /** Why, for staff alone. */
  readonly why: string
  /** What the applicant is told or asked. */
  readonly words: string
}

export type DecisionFault = {
  readonly field: 'ground' | 'why' | 'words'
  readonly fault: 'missing' | 'long'
}

/** An application as it stands while it is locked. */
export type Standing = {
  readonly standing: ApplicationStanding
  readonly changedAt: Date
  /** Whose it is, as records name them. */
  readonly applicant: string
  /** A decision that waits for its ten minutes to be over. */
  readonly isPending: boolean
}

export type Outcome =
  | { readonly outcome: 'decided' }
  | { readonly outcome: 'wrong'; readonly faults: readonly DecisionFault[] }
  /** Somebody decided before. */
  | { readonly outcome: 'late' }
  /** It is no longer what was read: the applicant changed it meanwhile. */
  | { readonly outcome: 'changed' }
  /** There is nothing to decide: it was withdrawn, or nobody has sent it yet. */
  | { readonly outcome: 'closed'; readonly standing: ApplicationStanding }
  /** Nobody decides about their own. */
  | { readonly outcome: 'own' }

/** `seenAt`: when the application was changed last, as whoever decides has read it. */
export function decide(now: Standing, asked: Asked, by: { readonly actor: string; readonly seenAt: Date }): Outcome {
  if (now.applicant === by.actor) return { outcome: 'own' }
  if (now.isPending) return { outcome: 'late' }
  if (now.standing === 'approved' || now.standing === 'refused') return { outcome: 'late' }
  if (now.standing !== 'waiting' && now.standing !== 'held') return { outcome: 'closed', standing: now.standing }
  if (now.changedAt.getTime() !== by.seenAt.getTime()) return { outcome: 'changed' }
  const faults = faultsOf(asked)
  return faults.length > 0 ? { outcome: 'wrong', faults } : { outcome: 'decided' }
}

function faultsOf({ kind, ground, why, words }: Asked): DecisionFault[] {
  const faults: DecisionFault[] = []
  if (kind === 'refused' && ground === undefined) faults.push({ field: 'ground', fault: 'missing' })
  const needsWords = kind === 'refused' || kind === 'returned'
  if (needsWords && !says(words)) faults.push({ field: 'words', fault: 'missing' })
  else if (words.length > longest.words) faults.push({ field: 'words', fault: 'long' })
  if ((kind === 'refused' || kind === 'held') && !says(why)) faults.push({ field: 'why', fault: 'missing' })
  else if (why.length > longest.why) faults.push({ field: 'why', fault: 'long' })
  return faults
}

/** Something a person could read: not blanks, not dots. */
export function says(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words)
}

export type Pending = { readonly decidedAt: Date; readonly carriedOutAt: Date | null; readonly undoneAt: Date | null }

/** Until when it can be taken back; undefined when it was, or has taken effect. */
export function undoUntil({ decidedAt, carriedOutAt, undoneAt }: Pending): Date | undefined {
  return carriedOutAt || undoneAt ? undefined : new Date(decidedAt.getTime() + undoMinutes * 60_000)
}

export type CarryingOut =
  | { readonly what: 'carry out'; readonly standing: ApplicationStanding }
  /** The applicant took it back or changed it after it was read: the decision was about something else. */
  | { readonly what: 'drop'; readonly because: 'withdrawn' | 'changed' }

/** What becomes of a decision when its time is over. */
export function carryOut(
  now: Pick<Standing, 'standing' | 'changedAt'>,
  kind: DecisionKind,
  decidedAt: Date,
): CarryingOut {
  if (now.standing !== 'waiting' && now.standing !== 'held') return { what: 'drop', because: 'withdrawn' }
  if (now.changedAt > decidedAt) return { what: 'drop', because: 'changed' }
  return { what: 'carry out', standing: kind }
}
