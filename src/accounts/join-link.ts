/** Links for somebody without an account: whoever opens one has it. What the link is for is sealed in it. */
import type { Tx } from '../db/connection.ts'
import { insertLink } from '../db/links.ts'
import { encrypt } from '../host/encrypt.ts'
import { mailKeyOf } from '../host/identity.ts'
import { newToken } from '../host/token.ts'

export type JoinLink = { readonly mail: string; readonly language: string }
export const joinPlace = 'link to join'

/** Answers its token. */
export async function makeJoinLink(
  tx: Tx,
  secret: string,
  whose: JoinLink,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<string> {
  const { token, tokenHash } = newToken()
  await insertLink(tx, {
    tokenHash,
    purpose: 'join',
    accountId: null,
    mailKey: mailKeyOf(secret, whose.mail),
    about: encrypt(secret, joinPlace, JSON.stringify(whose)),
    madeAt: now,
    expiresAt: until,
  })
  return token
}
