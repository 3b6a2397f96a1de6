/** A look at somebody's site, with the site's whole attention: nobody else of us is there, and it has its pause after it. */
import type { Clock } from '../core/clock.ts'
import type { Looked } from '../core/member/proof.ts'
import { hostPauseMs } from '../core/polling.ts'
import { claimHost, releaseHost } from '../db/claims.ts'
import type { Db } from '../db/connection.ts'
import type { Sight } from './proof-look.ts'

const leaseMs = 60_000
/** How long one look may take. */
export const patienceMs = 20_000

export type Turns = { readonly db: Db; readonly clock: Clock; readonly minPollSeconds: number }

/** Undefined where somebody else of us is at the site. */
export async function inTurn<T>(
  { db, clock, minPollSeconds }: Turns,
  host: string,
  by: string,
  look: () => Promise<T>,
): Promise<T | undefined> {
  const now = clock()
  if (!(await claimHost(db, host, { now, until: new Date(now.getTime() + leaseMs), by }))) return undefined
  try {
    return await look()
  } finally {
    await releaseHost(db, host, by, new Date(clock().getTime() + hostPauseMs(minPollSeconds)))
  }
}

/** What a look at something that stood before says of it. */
export function lookedOf({ kind }: Sight): Looked {
  if (kind === 'seen') return 'seen'
  return kind === 'silent' || kind === 'unwelcome' ? 'silent' : 'gone'
}
