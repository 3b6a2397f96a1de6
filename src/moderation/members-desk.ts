/** Members before moderators: finding one, what was done about it, and the measures that can be taken. */
import { actor, visitorOf } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { readMeasureGround } from '../core/member/ground.ts'
import { type Measure, type MeasureKind, measureFaults, measureKinds } from '../core/member/measure.ts'
import type { Db } from '../db/connection.ts'
import { findMemberLine, findSuspension, listMeasures, type MemberLine, searchMembers } from '../db/suspensions.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { accountsIn } from '../web/ui/author.ts'
import { type MeasureForm, memberPage } from './member-page.ts'
import { membersPage } from './members-page.ts'
import type { Desk } from './pages.ts'
import { measureMember } from './take-measure.ts'

type Here = Context<Db>

const mostMembers = 50

export async function moderationMembers(context: Here): Promise<Answer> {
  const words = (context.query.q ?? '').trim().slice(0, 100)
  const members = await searchMembers(context.db, words, mostMembers)
  return privatePage(membersPage(frameOf(context), { words, members, isFull: members.length === mostMembers }))
}

export async function moderationMember(context: Here, desk: Desk): Promise<Answer> {
  const kind = measureKinds.find((one) => one === context.query.do)
  return await page(context, desk, await named(context), kind && { ...nothing(kind), faults: [] })
}

export async function memberMeasured(context: Sent & Here, desk: Desk): Promise<Answer> {
  const { db, now, form } = context
  const frame = frameOf(context)
  const member = await named(context)
  const measure = readMeasure(form)
  const faults = measureFaults(measure, now)
  if (faults.length > 0) return await page(context, desk, member, { ...measure, faults }, 422)
  const on = { ...context, secret: await desk.secret(), now, by: actor(context), account: visitorOf(context).account }
  const outcome = await db.transaction().execute((tx) => measureMember(tx, on, member, measure))
  if (outcome !== 'taken')
    return await page(context, desk, await named(context), { ...measure, faults: [], outcome }, 409)
  const href = routes.moderationMember.href({ slug: member.slug })
  return redirect(frame.at(withQuery(href, { done: measure.kind })), 303)
}

async function page(
  context: Here,
  desk: Desk,
  member: MemberLine,
  form: MeasureForm | undefined,
  status = 200,
): Promise<Answer> {
  const { db } = context
  const [records, suspension] = await Promise.all([listMeasures(db, member.id), findSuspension(db, member.id)])
  const names = await desk.names(accountsIn(records.flatMap(({ by, endedBy }) => [by, endedBy ?? ''])))
  return privatePage(memberPage(frameOf(context), { member, records, suspension, names, form }), { status })
}

async function named({ db, params }: Here): Promise<MemberLine> {
  const member = await findMemberLine(db, params.slug ?? '')
  if (!member) throw new NotFound('There is no member of this name.')
  return member
}

function nothing(kind: MeasureKind): Measure {
  return { kind, ground: undefined, why: '', words: '', stories: '', until: '', isSure: false }
}

function readMeasure(form: URLSearchParams): Measure {
  const text = (name: string) => (form.get(name) ?? '').replace(/\r\n?/g, '\n').trim()
  return {
    kind: measureKinds.find((one) => one === text('kind')) ?? 'warn',
    ground: readMeasureGround(text('ground')),
    why: text('why'),
    words: text('words'),
    stories: text('stories'),
    until: text('until'),
    isSure: form.get('sure') === 'yes',
  }
}
