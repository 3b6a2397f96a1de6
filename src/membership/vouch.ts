/** Members' word for applicants, and the names applicants give. */

import type { MemberId } from '../core/id.ts'
import { type ApplicationPath, pathAfterVouches } from '../core/member/queue-order.ts'
import { movePath } from '../db/application-gate.ts'
import type { ApplicationId } from '../db/applications.ts'
import type { Db, Tx } from '../db/connection.ts'
import { findMembersNamed } from '../db/members.ts'
import { answerVouch, countVouches, listAsking, lockWaiting, type VouchAnswer } from '../db/vouches.ts'

/** Members an applicant may name. */
export const mostNamed = 3
/** Characters of a member's words. */
export const longestWords = 1_000

export type Vouching = {
  readonly member: MemberId
  readonly application: ApplicationId
  readonly answer: VouchAnswer
  readonly words: string
}

/**
 * Keeps a member's word for an application that named it or that it invited. `gone`: there is no such application for it, or
 * it waits no longer. What two members say moves it up, and out of a flood.
 */
export async function vouch(
  tx: Tx,
  given: Vouching,
  { now, by }: { readonly now: Date; readonly by: string },
): Promise<'answered' | 'gone'> {
  const { member, application, answer, words } = given
  const waiting = await lockWaiting(tx, application)
  const asks = (await listAsking(tx, member)).some(({ id }) => id === application)
  if (!waiting || !asks) return 'gone'
  await answerVouch(tx, { application, member }, { answer, words, at: now, by })
  const vouches = (await countVouches(tx, [application])).get(application) ?? 0
  const path = pathAfterVouches(waiting.path as ApplicationPath, vouches)
  if (path !== waiting.path) await movePath(tx, application, path)
  return 'answered'
}

export type Named =
  | { readonly typed: string; readonly member: { readonly id: MemberId; readonly name: string } }
  | { readonly typed: string; readonly others: readonly string[] }

/** The members of these names, as somebody types them: one whose whole name it is, or the only one that begins so. */
export async function readNamed(db: Db, typed: readonly string[]): Promise<Named[]> {
  const found: Named[] = []
  for (const words of typed) {
    const members = await findMembersNamed(db, words, 4)
    const lower = words.toLowerCase()
    const [whole] = members.filter(({ name, slug }) => name.toLowerCase() === lower || slug === lower)
    const only = whole ?? (members.length === 1 ? members[0] : undefined)
    found.push(only ? { typed: words, member: only } : { typed: words, others: members.map(({ name }) => name) })
  }
  return found
}
