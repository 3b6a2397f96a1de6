/** Notices as moderators have them before them: those that wait, the dangerous first, and what was decided. */
import { actor } from '../core/account/visitor.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import { dueAt, type NoticeNumber, type Reason, readNoticeNumber } from '../core/notice.ts'
import type { Db } from '../db/connection.ts'
import { findNotice, listNotices, type Notice } from '../db/notices.ts'
import { findAddress } from '../db/published.ts'
import { recordAct } from '../db/rights.ts'
import { routes, storyHref } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { decideNotice } from './decide-notice.ts'
import { noticeDeskPage, noticesPage, type ToDecide } from './notices-page.ts'
import type { Desk } from './pages.ts'
import { readNotice } from './read-notice.ts'

type Asked = Context<Db>

/** What cannot wait stands first; then what is due first. */
const before: Readonly<Record<Reason, number>> = { danger: 0, illegal: 1, wrong: 2, mine: 2, other: 2 }

export async function moderation(context: Asked, desk: Desk): Promise<Answer> {
  const { db, query } = context
  const isAll = query.all !== undefined
  const notices = await listNotices(db, { all: isAll })
  const secret = await desk.secret()
  const shown = notices
    .filter(({ closed }) => (closed !== null) === isAll)
    .toSorted((a, b) => before[a.reason] - before[b.reason] || dueAt(a).getTime() - dueAt(b).getTime())
    .map((notice) => ({ ...notice, ...readNotice(notice, secret) }))
  const page = noticesPage(frameOf(context), { notices: shown, isAll, isDone: query.done === 'decided' })
  return privatePage(page)
}

export async function moderationNotice(context: Asked, desk: Desk): Promise<Answer> {
  const notice = await toDecide(context, desk)
  return privatePage(noticeDeskPage(frameOf(context), notice, {}))
}

export async function noticeDecided(context: Sent & Asked, desk: Desk): Promise<Answer> {
  const { db, form, now } = context
  const frame = frameOf(context)
  const notice = await toDecide(context, desk)
  const why = (form.get('why') ?? '').replace(/\r\n?/g, '\n').trim()
  if (why === '' || why.length > longestDecision) {
    const fault = why === '' ? 'missing' : 'long'
    return privatePage(noticeDeskPage(frame, notice, { why, fault }), { status: 422 })
  }
  const by = actor(context)
  try {
    await db.transaction().execute(async (tx) => {
      await decideNotice(tx, notice.number, { at: now, by, why })
      await recordAct(tx, { actedAt: now, actedBy: by, act: 'decide notice', about: notice.number, why })
    })
  } catch (error) {
    // Somebody else was first: their decision stands, and is shown.
    if (error instanceof Conflict)
      return privatePage(noticeDeskPage(frame, await toDecide(context, desk), { why, fault: 'closed' }), {
        status: 409,
      })
    throw error
  }
  return redirect(frame.at(withQuery(routes.moderation.href({}), { done: 'decided' })), 303)
}

/** Characters. */
const longestDecision = 2_000

async function toDecide({ db, params }: Asked, desk: Desk): Promise<ToDecide> {
  const number: NoticeNumber | undefined = readNoticeNumber(params.number ?? '')
  const notice: Notice | undefined = number && (await findNotice(db, number))
  if (!notice) throw new NotFound('There is no notice of this number.')
  const address = notice.storyId && (await findAddress(db, notice.storyId))
  return {
    ...notice,
    ...readNotice(notice, await desk.secret()),
    story: address ? storyHref(address) : undefined,
  }
}
