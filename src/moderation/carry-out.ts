/** Carries decisions out whose ten minutes are over: the member is made, the applicant hears. */

import type { MemberId } from '../core/id.ts'
import { carryOut, type DecisionKind, undoMinutes } from '../core/member/decision.ts'
import type { Network } from '../core/network.ts'
import { findAccount } from '../db/accounts.ts'
import { type ApplicationToDecide, findToDecide } from '../db/application-queue.ts'
import { type ApplicationId, setStanding } from '../db/applications.ts'
import type { Db, Tx } from '../db/connection.ts'
import {
  type Decision,
  type DecisionId,
  findDecision,
  linkMember,
  listDue,
  lockApplication,
  markCarriedOut,
  undoDecision,
} from '../db/decisions.ts'
import { dropEditions } from '../db/notify.ts'
import { readIdentity } from '../host/identity.ts'
import { post } from '../host/post.ts'
import { decisionLetter } from './letters.ts'

/** Makes the member of an application: another room's work. */
export type Admit = (
  tx: Tx,
  applied: ApplicationToDecide,
  on: { readonly now: Date; readonly by: string },
) => Promise<{ readonly id: MemberId; readonly slug: string }>

export type CarryOutContext = {
  readonly secret: string
  readonly network: Network
  readonly url: string
  readonly now: Date
  readonly admit: Admit
}

/** The task: how many were carried out. Each is one transaction: what fails stands in nobody else's way. */
export async function carryOutDecisions(db: Db, context: CarryOutContext): Promise<number> {
  const due = await listDue(db, new Date(context.now.getTime() - undoMinutes * 60_000))
  let done = 0
  const failures: unknown[] = []
  for (const { id, application } of due)
    try {
      if (await db.transaction().execute((tx) => carryOutOne(tx, context, id, application))) done += 1
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${due.length} decisions failed.`)
  return done
}

async function carryOutOne(tx: Tx, context: CarryOutContext, id: DecisionId, of: ApplicationId): Promise<boolean> {
  const { now } = context
  const locked = await lockApplication(tx, of)
  const decision = await findDecision(tx, id)
  if (!locked || !decision) return false
  const todo = carryOut(locked, decision.kind, decision.decidedAt)
  if (todo.what === 'drop') {
    await undoDecision(tx, id, now, todo.because)
    return false
  }
  if (!(await markCarriedOut(tx, id, now))) return false
  const application = await findToDecide(tx, of)
  if (!application) throw new TypeError('An application that nobody sent was decided about.')
  const by = decision.decidedBy
  const member = decision.kind === 'approved' ? await context.admit(tx, application, { now, by }) : undefined
  if (member) await linkMember(tx, of, member.id)
  await setStanding(tx, of, todo.standing, now)
  if (heard[decision.kind]) await dropEditions(tx, ['moderation-log'])
  await tell(tx, context, application, decision, member?.slug)
  return true
}

/** Of a hold nobody hears: nothing has changed for them. */
const heard: Readonly<Record<DecisionKind, boolean>> = { approved: true, returned: true, refused: true, held: false }

async function tell(
  tx: Tx,
  { secret, network, url }: CarryOutContext,
  application: ApplicationToDecide,
  decision: Decision,
  slug: string | undefined,
): Promise<void> {
  if (!heard[decision.kind]) return
  const account = await findAccount(tx, application.account)
  if (!account) return
  const { mail } = readIdentity(secret, account.id, account)
  await post(tx, secret, decisionLetter({ account, mail, network, url }, decision, slug))
}
