/** The desk of whoever belongs to members: all their drafts and releases; a new one is begun here. */
import { seatOf, visitorOf } from '../core/account/visitor.ts'
import { Conflict } from '../core/errors.ts'
import { noFields } from '../core/story/draft-fields.ts'
import { insertDraft, listDrafts } from '../db/drafts.ts'
import { listReleases } from '../db/releases.ts'
import { lockSeats } from '../db/seats.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf } from '../web/context.ts'
import { stepHref } from './draft-layout.ts'
import { deskPage } from './home-page.ts'
import type { Asked, Given } from './means.ts'

const shownReleases = 50
/** As many as the desk shows. */
const mostDrafts = 200

export async function desk(context: Asked): Promise<Answer> {
  const { db, query } = context
  const frame = frameOf(context)
  const { seats } = visitorOf(context)
  const drafts = await listDrafts(
    db,
    seats.map(({ member }) => member),
  )
  const own = await Promise.all(
    seats.map(async (seat) => ({
      seat,
      drafts: drafts.filter(({ member }) => member === seat.member),
      releases: await listReleases(db, { member: seat.slug, limit: shownReleases }),
    })),
  )
  const done = query.done === 'dropped' ? frame.t('desk.done.dropped') : undefined
  return privatePage(deskPage(frame, { own, done }))
}

export async function draftBegun(context: Given): Promise<Answer> {
  const { db, form, now, params } = context
  const { member, slug } = seatOf(context, params.member ?? '')
  const genre = form.get('genre') === 'statement' ? 'statement' : 'release'
  const { account } = visitorOf(context)
  const id = await db.transaction().execute(async (tx) => {
    await lockSeats(tx, member)
    // More than these nobody finds again: what is not needed is thrown away first.
    if ((await listDrafts(tx, [member])).length >= mostDrafts)
      throw new Conflict('This member has two hundred drafts: throw some away first.')
    return await insertDraft(tx, { member, begunBy: account, fields: { ...noFields, genre } }, now)
  })
  return redirect(frameOf(context).at(stepHref({ id, memberSlug: slug }, 'words')), 303)
}
