/** Letters to the people of members whom an applicant has named. */
import type { Letter } from '../core/letter.ts'
import { mayAs } from '../core/member/seat.ts'
import type { Network } from '../core/network.ts'
import { findAccount } from '../db/accounts.ts'
import type { ApplicationId } from '../db/applications.ts'
import type { Db, Tx } from '../db/connection.ts'
import { listSeats } from '../db/seats.ts'
import { addTasks } from '../db/tasks.ts'
import { type ToAsk, takeToAsk } from '../db/vouches.ts'
import { readIdentity } from '../host/identity.ts'
import { post } from '../host/post.ts'
import { routes } from '../routes.ts'
import { compose, type Reader, written } from '../web/letter.ts'

export type LetterGround = {
  readonly secret: string
  readonly network: Network
  readonly url: string
  readonly now: Date
}

/** To be called where an application is sent in, or names others when it was: each member is told once. */
export async function askNamed(tx: Tx, application: ApplicationId): Promise<void> {
  await addTasks(tx, [{ name: 'vouch-letters', payload: { application } }])
}

/** The task. */
export async function sendVouchLetters(db: Db, application: ApplicationId, on: LetterGround): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const asked of await takeToAsk(tx, application, on.now)) {
      const people = (await listSeats(tx, asked.member)).filter(({ role }) => mayAs(role, 'editor'))
      for (const { account: id } of people) {
        const account = await findAccount(tx, id)
        if (!account) continue
        const { mail } = readIdentity(on.secret, id, account)
        await post(tx, on.secret, namedLetter({ ...on, account, mail }, asked))
      }
    }
  })
}

export function namedLetter(reader: Reader, { slug, memberName, name }: ToAsk): Letter {
  const { t, at } = written(reader)
  return compose(reader, t, {
    subject: t('join.letter.named.subject'),
    heading: t('join.letter.named.title'),
    paragraphs: [t('join.letter.named.text', { name, member: memberName })],
    action: { words: t('join.letter.named.action'), href: at(routes.joinInvitations.href({ member: slug })) },
    small: [t('join.letter.named.small', { member: memberName })],
  })
}
