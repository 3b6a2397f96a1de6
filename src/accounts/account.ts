/** The pages of one's own account. */
import { NotFound } from '../core/errors.ts'
import { findAccount } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { listSessions } from '../db/sessions.ts'
import { type Answer, privatePage } from '../web/answer.ts'
import { type Context, frameOf } from '../web/context.ts'
import { accountPage } from './account-page.ts'
import { type Doors, visitorOf } from './doors.ts'
import { readIdentity } from './identity.ts'

export async function account(context: Context<Db>, doors: Doors): Promise<Answer> {
  const { db, now } = context
  const { account: id } = visitorOf(context)
  const [found, sessions] = await Promise.all([findAccount(db, id), listSessions(db, id, now)])
  if (!found) throw new NotFound('This account is gone.')
  const identity = readIdentity(await doors.secret(), id, found)
  return privatePage(accountPage(frameOf(context), { ...identity, sessions }))
}
