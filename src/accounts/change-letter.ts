/** Letters that tell somebody what changed at their doors, so that nobody changes it behind their back. */
import type { AccountId } from '../core/id.ts'
import type { Letter } from '../core/letter.ts'
import type { Network } from '../core/network.ts'
import { findAccount } from '../db/accounts.ts'
import type { Tx } from '../db/connection.ts'
import { readIdentity } from '../host/identity.ts'
import { post } from '../host/post.ts'
import { routes } from '../routes.ts'
import { compose, type Reader, written } from '../web/letter.ts'
import type { Words } from '../web/messages/messages.ts'

export type Change =
  | { readonly what: 'passkey-added' | 'passkey-removed'; readonly name: string }
  | { readonly what: 'authenticator-on' | 'authenticator-off' | 'codes-made' }
  | { readonly what: 'code-used'; readonly left: number }

export type Telling = { readonly secret: string; readonly network: Network; readonly url: string; readonly now: Date }

/** Writes to the account's holder, when the transaction that changes it commits. */
export async function tellHolder(tx: Tx, account: AccountId, on: Telling, change: Change): Promise<void> {
  const found = await findAccount(tx, account)
  if (!found) return
  const { mail } = readIdentity(on.secret, account, found)
  await post(tx, on.secret, changeLetter({ ...on, account: found, mail }, change, on.now))
}

export function changeLetter(reader: Reader, change: Change, at: Date): Letter {
  const { t, at: address } = written(reader)
  return compose(reader, t, {
    subject: t('letter.change.subject'),
    heading: t(`letter.${change.what}.title`),
    paragraphs: [wordsOf(change, t, at)],
    action: { words: t('letter.change.action'), href: address(routes.account.href({})) },
    small: [t('letter.change.not-you')],
  })
}

function wordsOf(change: Change, t: Words, at: Date): string {
  const date = t.date(at, 'moment')
  switch (change.what) {
    case 'passkey-added':
    case 'passkey-removed':
      return t(`letter.${change.what}.text`, { date, name: change.name })
    case 'code-used':
      return t('letter.code-used.text', { date, count: change.left })
    default:
      return t(`letter.${change.what}.text`, { date })
  }
}
