/** Whoever is signed in, as pages know them. */
import type { AccountId, SessionId } from '../id.ts'
import type { Right } from './rights.ts'

export type Visitor = {
  readonly account: AccountId
  /** As they call themselves; the part of their mail address before the @ where they have not said. */
  readonly name: string
  readonly language: string
  readonly rights: readonly Right[]
  readonly session: SessionId
  /** When they last proved who they are. */
  readonly provedAt: Date
}

/** How long a proof counts for what could lock somebody out of their own account. Minutes. */
export const proofMinutes = 15

export function isProved(visitor: Visitor, now: Date): boolean {
  return visitor.provedAt.getTime() > now.getTime() - proofMinutes * 60_000
}
