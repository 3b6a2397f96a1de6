/** One application as moderators have it before them, and what they decide about it. */
import { actor, visitorOf } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { readId } from '../core/id.ts'
import { type Asked, type DecisionFault, type DecisionKind, decisionKinds } from '../core/member/decision.ts'
import { readRefusalGround } from '../core/member/ground.ts'
import { type ApplicationToDecide, findToDecide, listSimilar, readNoMore, readNow } from '../db/application-queue.ts'
import { type ApplicationId, findApplicationMedia, listAnswers } from '../db/applications.ts'
import type { Db } from '../db/connection.ts'
import { type Decision, type DecisionId, listDecisions } from '../db/decisions.ts'
import { findInviter } from '../db/join-invitations.ts'
import { listProofs } from '../db/site-proofs.ts'
import { listVouches } from '../db/vouches.ts'
import { readAnswer, readContact } from '../host/application-words.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { accountsIn } from '../web/ui/author.ts'
import { type Case, casePage } from './application-page.ts'
import { decideApplication, undo } from './decide-application.ts'
import type { Form } from './decision-form.ts'
import type { Desk } from './pages.ts'
import { templateWords } from './templates.ts'
import { readToday } from './today.ts'

type Here = Context<Db>

/** Minutes somebody who opened an application counts as reading it. */
const readingMinutes = 5
const mostSimilar = 8

export async function moderationApplication(context: Here, desk: Desk): Promise<Answer> {
  const { query } = context
  const frame = frameOf(context)
  const found = await toDecide(context)
  const kind = decisionKinds.find((kind) => kind === query.do)
  const words = kind ? templateWords(frame.network, found.interface, kind, query.use ?? '') : ''
  const form = kind && { kind, ground: readRefusalGround(query.use ?? ''), words, why: '', faults: [] }
  return await page(context, desk, frame, found, { form })
}

export async function applicationDecided(context: Sent & Here, desk: Desk): Promise<Answer> {
  const { db, now, form } = context
  const frame = frameOf(context)
  const found = await toDecide(context)
  const asked = readAsked(form)
  const seen = Number(form.get('seen'))
  const on = { now, by: actor(context), seenAt: new Date(Number.isFinite(seen) ? seen : 0) }
  const answer = await db.transaction().execute((tx) => decideApplication(tx, found.id, asked, on))
  const again = (more: Again, status: number) => page(context, desk, frame, found, more, status)
  const typed = (faults: readonly DecisionFault[]) => ({ ...asked, faults })
  switch (answer.outcome) {
    case 'decided':
      await readNoMore(db, found.id, visitorOf(context).account)
      return redirect(frame.at(withQuery(routes.moderation.href({}), { done: asked.kind })), 303)
    case 'wrong':
      return await again({ form: typed(answer.faults) }, 422)
    case 'late':
      return await again({ told: 'late', first: answer.first }, 409)
    case 'changed':
      return await again({ told: 'changed', form: typed([]) }, 409)
    case 'closed':
    case 'own':
      return await again({ told: answer.outcome }, 409)
    case 'missing':
      throw new NotFound('There is no application of this number.')
  }
}

export async function decisionUndone(context: Sent & Here): Promise<Answer> {
  const { db, now, params } = context
  const id = readId<DecisionId>(params.id ?? '')
  const isUndone = id && (await db.transaction().execute((tx) => undo(tx, id, { now, by: actor(context) })))
  const done = isUndone ? 'undone' : 'too-late'
  return redirect(frameOf(context).at(withQuery(routes.moderation.href({}), { done })), 303)
}

/** The applicant's mark, which nobody but moderators may see yet. */
export async function applicationMark(context: Here, desk: Desk): Promise<Answer> {
  const { id } = await toDecide(context)
  const mark = await findApplicationMedia(context.db, id)
  const bytes = mark && (await desk.media.get(mark.hash))
  if (!mark || !bytes) throw new NotFound('There is no picture of this application.')
  return { status: 200, type: mark.type, body: bytes, cache: 'private', tags: [] }
}

type Again = {
  readonly form?: Form | undefined
  readonly told?: 'late' | 'changed' | 'closed' | 'own'
  readonly first?: Decision | undefined
}

async function page(
  context: Here,
  desk: Desk,
  frame: Frame,
  application: ApplicationToDecide,
  more: Again,
  status = 200,
): Promise<Answer> {
  const { db, now } = context
  const { account } = visitorOf(context)
  const until = new Date(now.getTime() + readingMinutes * 60_000)
  const [secret, today, history, similar, readers, answers, vouches, inviter, proofs] = await Promise.all([
    desk.secret(),
    readToday(context, frame, desk),
    listDecisions(db, application.id),
    listSimilar(db, application, mostSimilar),
    readNow(db, application.id, account, { now, until }),
    listAnswers(db, application.id),
    listVouches(db, application.id),
    findInviter(db, application.id),
    listProofs(db, { application: application.id }),
  ])
  const named = accountsIn(history.flatMap(({ decidedBy, undoneBy }) => [decidedBy, undoneBy ?? '']))
  const names = await desk.names([...readers, ...named])
  const shown: Case = {
    application,
    contact: readContact(secret, application.id, application.contact),
    answers: answers.map((answer) => ({ ...answer, words: readAnswer(secret, answer.id, answer.words) })),
    history,
    similar,
    vouches,
    inviter,
    proofs,
    readers: readers.flatMap((reader) => names.get(reader) ?? []),
    names,
    ...more,
  }
  return privatePage(casePage(frame, today, shown), { status })
}

async function toDecide({ db, params }: Here): Promise<ApplicationToDecide> {
  const id = readId<ApplicationId>(params.id ?? '')
  const found = id && (await findToDecide(db, id))
  if (!found) throw new NotFound('There is no application of this number.')
  return found
}

function readAsked(form: URLSearchParams): Asked {
  const text = (name: string) => (form.get(name) ?? '').replace(/\r\n?/g, '\n').trim()
  const kind: DecisionKind = decisionKinds.find((one) => one === form.get('kind')) ?? 'held'
  const ground = kind === 'refused' ? readRefusalGround(text('ground')) : undefined
  return { kind, ground, words: kind === 'held' ? '' : text('words'), why: text('why') }
}
