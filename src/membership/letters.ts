/** The letters of this room: what changed with a member, to those whom it concerns. */
import type { AccountId } from '../core/id.ts'
import type { Letter } from '../core/letter.ts'
import type { SeatRole } from '../core/member/seat.ts'
import type { Network } from '../core/network.ts'
import { findAccount } from '../db/accounts.ts'
import type { Tx } from '../db/connection.ts'
import { readIdentity } from '../host/identity.ts'
import { post } from '../host/post.ts'
import { routes } from '../routes.ts'
import { compose, type Reader, written } from '../web/letter.ts'

export type Telling = { readonly secret: string; readonly network: Network; readonly url: string }

type Told = { readonly member: { readonly slug: string; readonly name: string } }
export type Change = Told &
  (
    | { readonly what: 'renamed'; readonly was: string }
    /** To the one it is about, and, of others, to the owners. */
    | { readonly what: 'seat-changed'; readonly role: SeatRole }
    | { readonly what: 'seat-ended' | 'seat-left' }
    | { readonly what: 'seat-taken'; readonly who: string; readonly role: SeatRole }
    | { readonly what: 'seat-declined' }
    | { readonly what: 'owner-change'; readonly until: Date }
    | { readonly what: 'owner-stopped' }
    | { readonly what: 'leaving'; readonly until: Date }
    | { readonly what: 'staying' | 'left' }
  )

/** Writes to each, in their own language, when the transaction commits. */
export async function tellAccounts(tx: Tx, accounts: readonly AccountId[], on: Telling, change: Change): Promise<void> {
  for (const id of new Set(accounts)) {
    const account = await findAccount(tx, id)
    if (!account) continue
    const { mail } = readIdentity(on.secret, id, account)
    await post(tx, on.secret, changeLetter({ network: on.network, url: on.url, account, mail }, change))
  }
}

export function changeLetter(reader: Reader, change: Change): Letter {
  const { t, at } = written(reader)
  const { slug, name: member } = change.member
  const { what } = change
  return compose(reader, t, {
    subject: t('letter.people.subject'),
    heading: t(`letter.${what}.title`),
    paragraphs: [words()],
    action: action(),
    small: [t('letter.people.unexpected', { address: at(routes.notice.href({})) })],
  })

  function words(): string {
    switch (change.what) {
      case 'renamed':
        return t('letter.renamed.text', { member, was: change.was })
      case 'seat-changed':
        return t('letter.seat-changed.text', { member, role: t(`seat.${change.role}`) })
      case 'seat-taken':
        return t('letter.seat-taken.text', { member, who: change.who, role: t(`seat.${change.role}`) })
      case 'owner-change':
      case 'leaving':
        return t(`letter.${change.what}.text`, { member, date: t.date(change.until, 'moment') })
      default:
        return t(`letter.${change.what}.text`, { member })
    }
  }

  function action(): { words: string; href: string } | undefined {
    if (what === 'seat-ended' || what === 'left') return undefined
    if (what === 'renamed') return { words: t('letter.people.look'), href: at(routes.member.href({ slug })) }
    const page = what === 'leaving' ? routes.memberLeave : routes.memberPeople
    return { words: t('letter.people.look'), href: at(page.href({ member: slug })) }
  }
}
