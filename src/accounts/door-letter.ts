/** Sends the letters that lead in whoever has an account, and whoever is to have one with the first step inside. */
import type { DoorLetter } from '../core/account/door-letter.ts'
import type { Network } from '../core/network.ts'
import { findAccountByMail } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { countJoinLinks } from '../db/links.ts'
import { mailKeyOf, readIdentity } from '../host/identity.ts'
import { post, unseal } from '../host/post.ts'
import { makeJoinLink } from './join-link.ts'
import { doorLetter, placeFor } from './letters.ts'
import { sendLink } from './sign-in-link.ts'

const hour = 3_600_000
const day = 24 * hour
/** Who asked for it has it in minutes; who is asked may be away. */
const longest = { join: day, invited: 7 * day, seat: 7 * day }
/** Letters to one address without an account, in a day: nobody's inbox is filled by others. */
const mostLetters = 3

/** The task. Whoever has an account already comes in by its own doors. */
export async function sendDoorLetter(
  db: Db,
  sealed: string,
  on: { readonly secret: string; readonly network: Network; readonly url: string; readonly now: Date },
): Promise<void> {
  const { secret, now } = on
  const asked = unseal<DoorLetter>(secret, sealed)
  const { address, language, to, reason } = asked
  const key = mailKeyOf(secret, address)
  const account = await findAccountByMail(db, key)
  if (account && reason.kind === 'join')
    return sendLink(db, account, { ...on, to: placeFor({ ...on, account, mail: address }, to) })
  if (account) {
    const { mail } = readIdentity(secret, account.id, account)
    await db.transaction().execute((tx) => post(tx, secret, doorLetter({ ...on, account, mail }, asked)))
    return
  }
  const reader = { ...on, mail: address, account: { language, discreet: true } }
  await db.transaction().execute(async (tx) => {
    if ((await countJoinLinks(tx, key, new Date(now.getTime() - day))) >= mostLetters) return
    const until = new Date(now.getTime() + longest[reason.kind])
    const token = await makeJoinLink(tx, secret, { mail: address, language }, { now, until })
    await post(tx, secret, doorLetter(reader, asked, token))
  })
}
