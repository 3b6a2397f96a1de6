/** Appealing: whoever was refused, or owns a member that was suspended or removed, asks another person to look again, once. */
import { visitorOf } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { hearerOf } from '../core/member/appeal.ts'
import { longest, says } from '../core/member/decision.ts'
import { type Appealed, type AppealId, insertAppeal, listAppealable, listOwnAppeals } from '../db/appeals.ts'
import type { Db, Tx } from '../db/connection.ts'
import { newId } from '../db/new-id.ts'
import { listOwnSuspensions } from '../db/suspensions.ts'
import { sealAppeal } from '../host/appeal-words.ts'
import { post } from '../host/post.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { outsiderLetter } from './appeal-letters.ts'
import { appealPage } from './appeal-page.ts'
import { listModerators } from './hearers.ts'
import { readOutsider } from './outsider.ts'
import type { Desk } from './pages.ts'

type Here = Context<Db>

export async function appeal(context: Here): Promise<Answer> {
  const { db } = context
  const { account } = visitorOf(context)
  const [appealable, given, suspended] = await Promise.all([
    listAppealable(db, account),
    listOwnAppeals(db, account),
    listOwnSuspensions(db, account),
  ])
  const told = [...appealable, ...given].map(({ memberSlug }) => memberSlug)
  const others = suspended.filter(({ slug }) => !told.includes(slug))
  return privatePage(appealPage(frameOf(context), { appealable, given, others }))
}

export async function appealSent(context: Sent & Here, desk: Desk): Promise<Answer> {
  const { db, form } = context
  const frame = frameOf(context)
  const { account } = visitorOf(context)
  // One after the other: an appeal that takes this one's place in between is among those given.
  const appealable = await listAppealable(db, account)
  const given = await listOwnAppeals(db, account)
  const subject = form.get('subject') ?? ''
  const about = appealable.find((one) => one.subject === subject)
  if (!about) {
    // Of two sent at once, or of what was settled meanwhile.
    if (given.some((one) => one.subject === subject))
      return privatePage(appealPage(frame, { appealable, given, told: 'twice' }), { status: 409 })
    throw new NotFound('There is nothing of yours to appeal against here.')
  }
  const words = (form.get('words') ?? '').replace(/\r\n?/g, '\n').trim()
  const fault = !says(words) ? 'missing' : words.length > longest.words ? 'long' : undefined
  if (fault)
    return privatePage(appealPage(frame, { appealable, given, typed: { subject, words, fault } }), { status: 422 })
  const secret = await desk.secret()
  const isFirst = await db.transaction().execute((tx) => give(tx, { ...context, secret }, about, words))
  if (!isFirst) return privatePage(appealPage(frame, { appealable, given, told: 'twice' }), { status: 409 })
  return redirect(frame.at(withQuery(routes.appeal.href({}), { done: 'sent' })), 303)
}

async function give(tx: Tx, on: Here & { readonly secret: string }, about: Appealed, words: string): Promise<boolean> {
  const { now, language, secret, network, url } = on
  const { account } = visitorOf(on)
  const id = newId<AppealId>(now)
  const { kind, subject } = about
  const said = sealAppeal(secret, id, words)
  if (!(await insertAppeal(tx, { id, kind, subject, appellant: account, givenAt: now, language, said }))) return false
  const moderators = await listModerators(tx)
  // Where a second moderator is, the appeal stands in their list.
  const outsider = readOutsider(network.appealsTo)
  if (hearerOf(about.decider, moderators, outsider?.mail ?? '').who !== 'outsider' || !outsider) return true
  await post(tx, secret, outsiderLetter({ network, url, outsider }, about, words))
  return true
}
