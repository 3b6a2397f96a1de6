/** Deciding about an application: made under its lock, taken back within ten minutes, carried out after that. */
import { accountName } from '../core/account/visitor.ts'
import { type Asked, decide, type Outcome, undoUntil } from '../core/member/decision.ts'
import type { ApplicationId } from '../db/applications.ts'
import type { Tx } from '../db/connection.ts'
import {
  type Decision,
  type DecisionId,
  findDecision,
  insertDecision,
  listDecisions,
  lockApplication,
  undoDecision,
} from '../db/decisions.ts'
import { recordAct } from '../db/rights.ts'

export type Answered =
  | Exclude<Outcome, { readonly outcome: 'decided' | 'late' }>
  | { readonly outcome: 'decided'; readonly id: DecisionId }
  /** `first`: what was decided before. */
  | { readonly outcome: 'late'; readonly first: Decision | undefined }
  | { readonly outcome: 'missing' }

/** `seenAt`: when the application was changed last, as whoever decides has read it. */
export async function decideApplication(
  tx: Tx,
  id: ApplicationId,
  asked: Asked,
  on: { readonly now: Date; readonly by: string; readonly seenAt: Date },
): Promise<Answered> {
  const now = await lockApplication(tx, id)
  if (!now) return { outcome: 'missing' }
  const answer = decide({ ...now, applicant: accountName(now.account) }, asked, { actor: on.by, seenAt: on.seenAt })
  if (answer.outcome === 'late') {
    const made = await listDecisions(tx, id)
    return { outcome: 'late', first: made.find(({ undoneAt }) => undoneAt === null) }
  }
  if (answer.outcome !== 'decided') return answer
  const { kind, ground, why, words } = asked
  const decision = {
    application: id,
    kind,
    decidedAt: on.now,
    decidedBy: on.by,
    ground: ground ?? '',
    why,
    words,
  } as const
  const made = await insertDecision(tx, decision)
  await recordAct(tx, { actedAt: on.now, actedBy: on.by, act: 'decide application', about: `application ${id}`, why })
  return { outcome: 'decided', id: made }
}

/** False when it was taken back before, or has taken effect. Any moderator may. */
export async function undo(tx: Tx, id: DecisionId, on: { readonly now: Date; readonly by: string }): Promise<boolean> {
  const found = await findDecision(tx, id)
  // The lock that whoever carries it out takes, too.
  if (!found || !(await lockApplication(tx, found.application))) return false
  const until = undoUntil(found)
  if (!until || until <= on.now || !(await undoDecision(tx, id, on.now, on.by))) return false
  const act = { act: 'undo decision', about: `application ${found.application}` }
  await recordAct(tx, { actedAt: on.now, actedBy: on.by, ...act })
  return true
}
