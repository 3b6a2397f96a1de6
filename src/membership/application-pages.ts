/** An application as a whole: begun, looked at, its questions answered, taken back. */
import { visitorOf } from '../core/account/visitor.ts'
import { isOpen } from '../core/member/application.ts'
import {
  type AnswerId,
  type Application,
  deleteApplication,
  findApplicationMedia,
  findLastDecision,
  findOwnApplication,
  insertAnswer,
  insertApplication,
  setStanding,
} from '../db/applications.ts'
import { newId } from '../db/new-id.ts'
import { addTasks } from '../db/tasks.ts'
import { sealAnswer } from '../host/application-words.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { text } from './application-form.ts'
import { type Done, dones, type Overview, overviewPage } from './application-page.ts'
import { type Applying, type Asked, type Form, lockOpen, toOverview } from './applying.ts'
import { noteSigns } from './signs.ts'

const longestAnswer = 4_000

/** Begins one for whoever comes for the first time. Who belongs to a member already says first that they want another. */
export async function application(context: Asked): Promise<Answer> {
  const { db } = context
  const { account, seats } = visitorOf(context)
  const done = dones.find((one) => one === context.query.done)
  let own = await findOwnApplication(db, account)
  if (!own && seats.length === 0 && done !== 'withdrawn') own = await begin(context)
  return privatePage(await pageOf(context, { application: own, done }))
}

export async function applicationBegun(context: Form): Promise<Answer> {
  await begin(context)
  return toOverview(context)
}

async function begin(context: Asked): Promise<Application | undefined> {
  const { db, now, language } = context
  const { account } = visitorOf(context)
  await db.transaction().execute((tx) => insertApplication(tx, { account, language }, now))
  return await findOwnApplication(db, account)
}

/** A draft goes without a trace; what people have had in hand stays on record as taken back. */
export async function applicationWithdrawn(context: Form): Promise<Answer> {
  const { db, now } = context
  const isDone = await db.transaction().execute(async (tx) => {
    const own = await lockOpen(tx, context)
    if (!own) return false
    if (own.standing !== 'draft') await setStanding(tx, own.id, 'withdrawn', now)
    else {
      const hashes = await deleteApplication(tx, own)
      if (hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes } }])
    }
    return true
  })
  return isDone ? doneAt(context, 'withdrawn') : toOverview(context)
}

/** With its answer it waits for the moderators again, in the place it had. */
export async function applicationAnswered(context: Form, { secret }: Applying): Promise<Answer> {
  const { db, now, form } = context
  const { t } = frameOf(context)
  const given = text(form, 'answer')
  const fault =
    given === ''
      ? t('application.answer.error')
      : [...given].length > longestAnswer && t('application.long', { count: longestAnswer })
  if (fault) {
    const own = await findOwnApplication(db, visitorOf(context).account)
    return privatePage(await pageOf(context, { application: own, answer: { given, fault } }), { status: 422 })
  }
  const key = await secret()
  const isDone = await db.transaction().execute(async (tx) => {
    const own = await lockOpen(tx, context)
    if (own?.standing !== 'returned') return false
    const decision = await findLastDecision(tx, own.id)
    const id = newId<AnswerId>(now)
    const words = sealAnswer(key, id, given)
    await insertAnswer(tx, own.id, { id, decision: decision?.id ?? null, answeredAt: now, words })
    await setStanding(tx, own.id, 'waiting', now)
    await noteSigns(tx, own.id, now)
    return true
  })
  return isDone ? doneAt(context, 'answered') : toOverview(context)
}

/** The picture of one's own application: nobody else's browser is shown it before it is approved. */
export async function applicationPicture(context: Asked, { media }: Applying): Promise<Answer> {
  const own = await findOwnApplication(context.db, visitorOf(context).account)
  const picture = own && isOpen(own.standing) ? await findApplicationMedia(context.db, own.id) : undefined
  const bytes = picture && (await media.get(picture.hash))
  if (!picture || !bytes) return { ...privatePage('', { status: 404 }), type: 'text/plain; charset=utf-8' }
  return { status: 200, type: picture.type, body: bytes, cache: 'private', tags: [] }
}

export function doneAt(context: Asked, done: Done): Answer {
  return redirect(frameOf(context).at(withQuery(routes.application.href({}), { done })), 303)
}

async function pageOf(context: Asked, view: Overview): Promise<string> {
  const { application } = view
  const decision = application && (await findLastDecision(context.db, application.id))
  return overviewPage(frameOf(context), { ...view, decision })
}
