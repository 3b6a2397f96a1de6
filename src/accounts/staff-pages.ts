/** Staff in the browser: only for administrators who showed just now who they are. */

import { readMailAddress } from '../core/account/mail-address.ts'
import { type Right, readRight } from '../core/account/rights.ts'
import { actor } from '../core/account/visitor.ts'
import { type AccountId, readId } from '../core/id.ts'
import { listIdentities } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { listInvitations } from '../db/links.ts'
import { listHolders } from '../db/rights.ts'
import { calledName, readIdentity } from '../host/identity.ts'
import { post } from '../host/post.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { accountsIn } from '../web/ui/author.ts'
import { type Doors, proofNeeded } from './doors.ts'
import { invitationLetter } from './letters.ts'
import { namesOf } from './names.ts'
import { type Author, accountFor, grant, invite, readInvitation, revoke, uninvite } from './staff.ts'
import { type Done, dones, type StaffView, staffPage } from './staff-page.ts'

type Asked = Context<Db>
type Form = Sent & Asked

export async function staff(context: Asked, doors: Doors): Promise<Answer> {
  const bar = proof(context)
  if (bar) return bar
  const done = dones.find((one) => one === context.query.done)
  return privatePage(await pageOf(context, doors, { done }))
}

/** Somebody with an account has the rights at once; anybody else is invited by a letter. */
export async function staffSent(context: Form, doors: Doors): Promise<Answer> {
  const bar = proof(context)
  if (bar) return bar
  const { db, form, language } = context
  const { t } = frameOf(context)
  const given = {
    mail: (form.get('mail') ?? '').trim(),
    rights: form.getAll('right').flatMap((word) => readRight(word) ?? []),
  }
  const mail = readMailAddress(given.mail)
  const faults = {
    mail: mail ? undefined : t('account.new-mail.error'),
    right: given.rights.length > 0 ? undefined : t('staff.error.right'),
  }
  if (!mail || faults.right) return privatePage(await pageOf(context, doors, { given, faults }), { status: 422 })
  const secret = await doors.secret()
  const done = await db.transaction().execute(async (tx): Promise<Done> => {
    const author = authorOf(context)
    const account = await accountFor(tx, secret, { mail, language }, author.now)
    // One's own address is shown by who one is: the first administrator may never have read a letter here.
    if (account.mailConfirmedAt !== null || author.by === `account ${account.id}`)
      return (await grant(tx, account.id, given.rights, author)).length > 0 ? 'granted' : 'same'
    const token = await invite(tx, secret, { account: account.id, rights: given.rights }, author)
    await post(tx, secret, invitationLetter({ ...context, account, mail }, token))
    return 'invited'
  })
  return doneAt(context, done)
}

export async function staffRemoved(context: Form, doors: Doors): Promise<Answer> {
  const bar = proof(context)
  if (bar) return bar
  const { db, form } = context
  const { t } = frameOf(context)
  const refuse = async (refusal: string) => privatePage(await pageOf(context, doors, { refusal }), { status: 422 })
  const account = readId<AccountId>(form.get('account') ?? '')
  const right = readRight(form.get('right') ?? '')
  const why = (form.get('why') ?? '').trim().slice(0, 500)
  if (!account || !right) return await refuse(t('staff.error.gone'))
  if (why === '') return await refuse(t('staff.error.why'))
  const outcome = await db.transaction().execute((tx) => revoke(tx, { account, right, why }, authorOf(context)))
  switch (outcome) {
    case 'revoked':
      return doneAt(context, 'removed')
    case 'not in force':
      return await refuse(t('staff.error.gone'))
    case 'last administrator':
      return await refuse(t('staff.error.last'))
  }
}

export async function invitationEnded(context: Form, doors: Doors): Promise<Answer> {
  const bar = proof(context)
  if (bar) return bar
  const account = readId<AccountId>(context.form.get('account') ?? '')
  const ended = account && (await context.db.transaction().execute((tx) => uninvite(tx, account, authorOf(context))))
  if (ended) return doneAt(context, 'ended')
  const refusal = frameOf(context).t('staff.error.gone')
  return privatePage(await pageOf(context, doors, { refusal }), { status: 422 })
}

/** Where somebody goes who took a right from themselves is for the guard of that page to say. */
function doneAt(context: Asked, done: Done): Answer {
  return redirect(frameOf(context).at(withQuery(routes.staff.href({}), { done })), 303)
}

function proof(context: Asked): Answer | undefined {
  return proofNeeded(frameOf(context), routes.staff.href({}))
}

function authorOf(context: Asked): Author {
  return { by: actor(context), now: context.now }
}

async function pageOf(
  context: Asked,
  doors: Doors,
  more: Pick<StaffView, 'done' | 'given' | 'faults' | 'refusal'>,
): Promise<string> {
  const { db, now } = context
  const secret = await doors.secret()
  const [holders, invitations] = await Promise.all([listHolders(db), listInvitations(db, now)])
  const ids = [...holders, ...invitations].map(({ account }) => account)
  const identities = new Map(
    (await listIdentities(db, [...new Set(ids)])).map((sealed) => [sealed.id, readIdentity(secret, sealed.id, sealed)]),
  )
  const who = (id: AccountId) => identities.get(id) ?? { mail: '', name: '' }
  const staff = holders.map(({ account, right, grantedAt, grantedBy }) => {
    const identity = who(account)
    return { account, mail: identity.mail, name: calledName(identity), right, at: grantedAt, by: grantedBy }
  })
  const invited = invitations.flatMap(({ account, about, expiresAt }) => {
    const said: { rights: readonly Right[]; by: string } | null = about && readInvitation(secret, account, about)
    return said ? [{ account, mail: who(account).mail, rights: said.rights, until: expiresAt, by: said.by }] : []
  })
  const names = await namesOf(db, secret, accountsIn([...staff, ...invited].map(({ by }) => by)))
  return staffPage(frameOf(context), { staff, invited, names, ...more })
}
