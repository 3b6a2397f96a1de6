/** What the pages of this room need besides the database: handed in, where other rooms know how. */
import { actor, type Visitor } from '../core/account/visitor.ts'
import type { AccountId } from '../core/id.ts'
import type { Network } from '../core/network.ts'
import type { Db } from '../db/connection.ts'
import type { Limit } from '../web/limit.ts'
import type { Names } from '../web/ui/author.ts'
import type { Author } from './change.ts'

export type Means = {
  /** How the people of accounts are called. */
  names(ids: readonly AccountId[]): Promise<Names>
  /** Sends a letter to an account's own address, now. */
  testMail(
    at: { readonly db: Db; readonly network: Network; readonly url: string },
    account: AccountId,
  ): Promise<MailTest>
  readonly limits: { readonly letters: Limit }
}

export type MailTest = {
  readonly outcome: 'sent' | 'written' | 'refused'
  readonly to: string
  /** The server that took it, the file it is in, or why it was refused. */
  readonly words: string
}

/** As whom an administrator changes something. */
export function authorOf(here: { readonly visitor?: Visitor | undefined; readonly now: Date }): Author {
  return { by: actor(here), now: here.now }
}
