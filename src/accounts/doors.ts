/** What the pages of this room need besides the database. */
import { isProved, visitorOf } from '../core/account/visitor.ts'
import type { Log } from '../core/log.ts'
import { routes } from '../routes.ts'
import { type Answer, redirect } from '../web/answer.ts'
import { type Frame, withQuery } from '../web/context.ts'
import type { Limit } from '../web/limit.ts'
import type { Hasher } from './hasher.ts'
import type { Turns } from './turns.ts'

export type Doors = {
  secret(): Promise<string>
  readonly hasher: Hasher
  /** At the password's door, by address. */
  readonly turns: Turns
  /** Whether the public address is one of https: what cookies are called then. */
  readonly https: boolean
  /** How often one connection may try to sign in, and ask for letters. */
  readonly limits: { readonly tries: Limit; readonly letters: Limit }
  readonly log: Log
}

/**
 * What could lock somebody out of their account asks again who they are, unless they showed it just now. `back`: the
 * page they come back to.
 */
export function proofNeeded(frame: Frame, back = routes.account.href({})): Answer | undefined {
  if (isProved(visitorOf(frame), frame.now)) return undefined
  return redirect(frame.at(withQuery(routes.signIn.href({}), { to: frame.at(back) })), 303)
}
