/** What the gate finds out about an application when it is sent in: by which path it came, and what to look at first. */
import { type ApplicationPath, pathAfterVouches } from '../core/member/queue-order.ts'
import { signsOf } from '../core/member/signs.ts'
import {
  type AtGate,
  countSubmitted,
  keepAtGate,
  readAtGate,
  readDailyRate,
  readOthers,
} from '../db/application-gate.ts'
import type { ApplicationId } from '../db/applications.ts'
import { hasWorked } from '../db/arrivals.ts'
import type { Tx } from '../db/connection.ts'
import { followInvitations } from '../db/join-invitations.ts'
import { countVouches } from '../db/vouches.ts'
import { askNamed } from './vouch-letters.ts'

const day = 86_400_000

/** To be called in the transaction that sends an application in, the first time and again. Answers its path. */
export async function noteSigns(tx: Tx, application: ApplicationId, now: Date): Promise<ApplicationPath> {
  const found = await readAtGate(tx, application)
  if (!found) throw new TypeError('There is no such application.')
  const { account, name, about, siteUrl, feedUrl, seen } = found
  const words = `${name} ${about}`
  const path = await pathOf(tx, application, found, now)
  const signs = signsOf({ words, siteUrl, feedUrl, seen }, await readOthers(tx, account, siteUrl))
  await keepAtGate(tx, application, { path, worked: await hasWorked(tx, account), signs })
  await askNamed(tx, application)
  return path
}

/** Who was asked something already is no part of a flood that came since. */
async function pathOf(tx: Tx, application: ApplicationId, found: AtGate, now: Date): Promise<ApplicationPath> {
  if (found.path === 'invited' || (await followInvitations(tx, found.account, application, now))) return 'invited'
  const vouches = (await countVouches(tx, [application])).get(application) ?? 0
  const path = pathAfterVouches(found.path, vouches)
  if (found.isKnown || path === 'vouched') return path
  const others = await countSubmitted(tx, new Date(now.getTime() - day), application)
  return others >= (await readDailyRate(tx)) ? 'flood' : 'open'
}
