/** Whoever is signed in, as pages know them. */
import type { AccountId, SessionId } from '../id.ts'
import type { Seat } from '../member/seat.ts'
import type { Right } from './rights.ts'

export type Visitor = {
  readonly account: AccountId
  /** As they call themselves; the part of their mail address before the @ where they have not said. */
  readonly name: string
  readonly language: string
  readonly rights: readonly Right[]
  /** With the members of the network they belong to; none before they are approved. */
  readonly seats: readonly Seat[]
  /** Whether an application of theirs to join is open. */
  readonly isApplying: boolean
  readonly session: SessionId
  /** When they last proved who they are. */
  readonly provedAt: Date
}

/** Where guards have let in only who is signed in. */
export function visitorOf({ visitor }: { readonly visitor?: Visitor | undefined }): Visitor {
  if (!visitor) throw new TypeError('This page has a guard: whoever comes here is signed in.')
  return visitor
}

/** Their seat with a member the guard has let them in for. */
export function seatOf(here: { readonly visitor?: Visitor | undefined }, slug: string): Seat {
  const seat = visitorOf(here).seats.find((seat) => seat.slug === slug)
  if (!seat) throw new TypeError('This page has a guard: whoever comes here sits with this member.')
  return seat
}

/** How an account stands on record. */
export function accountName(account: AccountId): string {
  return `account ${account}`
}

/** By which name an act of whoever is here is recorded. */
export function actor(here: { readonly visitor?: Visitor | undefined }): string {
  return accountName(visitorOf(here).account)
}

/** How long a proof counts for what could lock somebody out of their own account. Minutes. */
export const proofMinutes = 15

export function isProved(visitor: Visitor, now: Date): boolean {
  return visitor.provedAt.getTime() > now.getTime() - proofMinutes * 60_000
}
