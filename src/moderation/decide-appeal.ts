/** Deciding an appeal: the record, what it changes, the letter. It ends the matter. */
import type { AppealOutcome } from '../core/member/appeal.ts'
import { findAccount } from '../db/accounts.ts'
import { type Appeal, closeAppeal } from '../db/appeals.ts'
import type { ApplicationId } from '../db/applications.ts'
import type { Tx } from '../db/connection.ts'
import { reopenApplication } from '../db/decisions.ts'
import { dropEditions } from '../db/notify.ts'
import { recordAct } from '../db/rights.ts'
import type { RemovalId, SuspensionId } from '../db/suspensions.ts'
import { readIdentity } from '../host/identity.ts'
import { post } from '../host/post.ts'
import { appealLetter } from './appeal-letters.ts'
import { letBack, takeBackIn } from './take-measure.ts'
import type { Telling } from './tell-owners.ts'

/** False when it was decided before. */
export async function decideAppeal(
  tx: Tx,
  on: Telling & { readonly now: Date; readonly by: string },
  appeal: Appeal,
  { outcome, answer, why }: { readonly outcome: AppealOutcome; readonly answer: string; readonly why: string },
): Promise<boolean> {
  const { now, by } = on
  if (!(await closeAppeal(tx, appeal.id, { at: now, by, outcome, why, answer }))) return false
  await recordAct(tx, { actedAt: now, actedBy: by, act: 'decide appeal', about: `appeal ${appeal.id}`, why })
  await dropEditions(tx, ['moderation-log'])
  if (outcome === 'granted') await grant(tx, appeal, now, by)
  const account = await findAccount(tx, appeal.appellant)
  if (account) {
    const { mail } = readIdentity(on.secret, account.id, account)
    await post(tx, on.secret, appealLetter({ ...on, account, mail }, outcome, answer))
  }
  return true
}

/** A refused application waits again; a suspension ends; who was removed belongs again. What was withdrawn stays so. */
async function grant(tx: Tx, { kind, subject, application, memberSlug }: Appeal, now: Date, by: string): Promise<void> {
  if (kind === 'refusal') {
    if (application) await reopenApplication(tx, application as ApplicationId, now)
    return
  }
  if (kind === 'suspension') await letBack(tx, subject as SuspensionId, now, by)
  else await takeBackIn(tx, subject as RemovalId, now, by)
  if (memberSlug) await dropEditions(tx, ['members', 'network', `member:${memberSlug}`])
}
