/** Notices as moderators have them before them: those that wait, the dangerous first, and what was decided. */
import { actor } from '../core/account/visitor.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import { type NoticeNumber, readNoticeNumber } from '../core/notice.ts'
import type { Db } from '../db/connection.ts'
import { findNotice, listClosedNotices, type Notice } from '../db/notices.ts'
import { findAddress } from '../db/published.ts'
import { recordAct } from '../db/rights.ts'
import { findNoticed } from '../db/today.ts'
import { routes, storyHref } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import { decideNotice } from './decide-notice.ts'
import { noticeLetter } from './letters.ts'
import { type GivenDecision, noticeDeskPage, noticesPage, type ToDecide } from './notices-page.ts'
import type { Desk } from './pages.ts'
import { readNotice } from './read-notice.ts'
import { tellOwners } from './tell-owners.ts'
import { readToday } from './today.ts'

type Asked = Context<Db>

const mostClosed = 100

/** Those that were decided. */
export async function moderationNotices(context: Asked, desk: Desk): Promise<Answer> {
  const notices = await listClosedNotices(context.db, mostClosed)
  const secret = await desk.secret()
  const shown = notices.map((notice) => ({ ...notice, ...readNotice(notice, secret) }))
  return privatePage(noticesPage(frameOf(context), shown))
}

export async function moderationNotice(context: Asked, desk: Desk): Promise<Answer> {
  return await page(context, desk, await toDecide(context, desk), {})
}

export async function noticeDecided(context: Sent & Asked, desk: Desk): Promise<Answer> {
  const { db, form, now } = context
  const frame = frameOf(context)
  const notice = await toDecide(context, desk)
  const why = (form.get('why') ?? '').replace(/\r\n?/g, '\n').trim()
  if (why === '' || why.length > longestDecision) {
    const fault = why === '' ? 'missing' : 'long'
    return await page(context, desk, notice, { why, fault }, 422)
  }
  const by = actor(context)
  const secret = await desk.secret()
  try {
    await db.transaction().execute(async (tx) => {
      await decideNotice(tx, notice.number, { at: now, by, why })
      await recordAct(tx, { actedAt: now, actedBy: by, act: 'decide notice', about: notice.number, why })
      const { publisher } = notice
      if (publisher)
        await tellOwners(tx, { ...context, secret }, publisher.id, (to) => noticeLetter(to, publisher, why))
    })
  } catch (error) {
    // Somebody else was first: their decision stands, and is shown.
    if (error instanceof Conflict)
      return await page(context, desk, await toDecide(context, desk), { why, fault: 'closed' }, 409)
    throw error
  }
  return redirect(frame.at(withQuery(routes.moderation.href({}), { done: 'decided' })), 303)
}

async function page(context: Asked, desk: Desk, notice: ToDecide, given: GivenDecision, status = 200): Promise<Answer> {
  const frame = frameOf(context)
  return privatePage(noticeDeskPage(frame, await readToday(context, frame, desk), notice, given), { status })
}

/** Characters. */
const longestDecision = 2_000

async function toDecide({ db, params }: Asked, desk: Desk): Promise<ToDecide> {
  const number: NoticeNumber | undefined = readNoticeNumber(params.number ?? '')
  const notice: Notice | undefined = number && (await findNotice(db, number))
  if (!notice) throw new NotFound('There is no notice of this number.')
  const [address, publisher] = await Promise.all([
    notice.storyId && findAddress(db, notice.storyId),
    findNoticed(db, notice),
  ])
  return {
    ...notice,
    ...readNotice(notice, await desk.secret()),
    story: address ? storyHref(address) : undefined,
    publisher,
  }
}
