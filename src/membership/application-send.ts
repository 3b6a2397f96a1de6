/** An application on its way to the moderators. */
import { lacksIn } from '../core/member/checklist.ts'
import { findAccount } from '../db/accounts.ts'
import { type Application, setStanding } from '../db/applications.ts'
import type { Tx } from '../db/connection.ts'
import { readIdentity } from '../host/identity.ts'
import { post } from '../host/post.ts'
import { type Answer, privatePage } from '../web/answer.ts'
import { frameOf } from '../web/context.ts'
import { submittedLetter } from './application-letter.ts'
import { doneAt } from './application-pages.ts'
import { sendPage } from './application-send-page.ts'
import { type Applying, type Form, lockOpen, toOverview } from './applying.ts'
import { noteSigns } from './signs.ts'

/** Sends it, whole; sent twice it is sent once. */
export async function submit(context: Form, { secret }: Applying): Promise<Answer> {
  const { db, now } = context
  const key = await secret()
  const sent = await db.transaction().execute(async (tx) => {
    const own = await lockOpen(tx, context)
    if (!own) return undefined
    if (own.standing !== 'draft') return 'sent before'
    if (lacksIn(own).length > 0) return own
    await setStanding(tx, own.id, 'waiting', now)
    await noteSigns(tx, own.id, now)
    await tell(tx, context, key, own)
    return 'sent'
  })
  if (sent === undefined || sent === 'sent before') return toOverview(context)
  if (sent === 'sent') return doneAt(context, 'sent')
  return privatePage(sendPage(frameOf(context), sent, true), { status: 422 })
}

async function tell(tx: Tx, context: Form, key: string, { account: id }: Application): Promise<void> {
  const account = await findAccount(tx, id)
  if (!account) return
  const { mail } = readIdentity(key, id, account)
  await post(tx, key, submittedLetter({ ...context, account, mail }))
}
