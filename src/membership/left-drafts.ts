/** Applications that were begun and never sent: one reminder, ten days before they are forgotten. */
import type { Letter } from '../core/letter.ts'
import { findAccount } from '../db/accounts.ts'
import { takeLeftDrafts } from '../db/application-gate.ts'
import type { Db } from '../db/connection.ts'
import { readIdentity } from '../host/identity.ts'
import { post } from '../host/post.ts'
import { routes } from '../routes.ts'
import { compose, type Reader, written } from '../web/letter.ts'
import type { LetterGround } from './vouch-letters.ts'

const day = 86_400_000
/** Without a change. */
const daysToReminder = 20

export async function remindOfDrafts(db: Db, on: LetterGround): Promise<number> {
  const since = new Date(on.now.getTime() - daysToReminder * day)
  return await db.transaction().execute(async (tx) => {
    const left = await takeLeftDrafts(tx, since, on.now)
    for (const id of left) {
      const account = await findAccount(tx, id)
      if (!account) continue
      const { mail } = readIdentity(on.secret, id, account)
      await post(tx, on.secret, leftLetter({ ...on, account, mail }))
    }
    return left.length
  })
}

export function leftLetter(reader: Reader): Letter {
  const { t, at } = written(reader)
  return compose(reader, t, {
    subject: t('join.letter.left.subject'),
    heading: t('join.letter.left.title'),
    paragraphs: [t('join.letter.left.text')],
    action: { words: t('join.letter.left.action'), href: at(routes.application.href({})) },
    small: [t('join.letter.left.small')],
  })
}
