/** A letter to oneself, sent at once and not by the queue, so that the page can tell what became of it. */

import { Unavailable } from '../core/errors.ts'
import type { AccountId } from '../core/id.ts'
import type { Network } from '../core/network.ts'
import { findAccount } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { readIdentity } from '../host/identity.ts'
import type { Mail } from '../net/mail.ts'
import { testLetter } from './letters.ts'

export type MailTest = {
  readonly outcome: 'sent' | 'written' | 'refused'
  /** Where it was for. */
  readonly to: string
  /** The server that took it, the file it is in, or why it was refused. */
  readonly words: string
}

export async function testMail(
  at: { readonly db: Db; readonly network: Network; readonly url: string },
  account: AccountId,
  { secret, mail }: { readonly secret: string; readonly mail: Mail },
): Promise<MailTest> {
  const found = await findAccount(at.db, account)
  if (!found) throw new TypeError('Whoever is signed in has an account.')
  const { mail: to } = readIdentity(secret, account, found)
  try {
    const { kind, where } = await mail.send(testLetter({ ...at, account: found, mail: to }))
    return { outcome: kind, to, words: where }
  } catch (error) {
    if (error instanceof Unavailable) return { outcome: 'refused', to, words: error.message }
    throw error
  }
}
