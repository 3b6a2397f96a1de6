/** The first screen of staff: what waits, what was decided just now, who is away. */
import { visitorOf } from '../core/account/visitor.ts'
import { isDay } from '../core/calendar.ts'
import { setAbsence } from '../db/absences.ts'
import type { Db } from '../db/connection.ts'
import { countHolders } from '../db/rights.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import type { Desk } from './pages.ts'
import { readToday } from './today.ts'
import { type MissingRight, todayPage } from './today-page.ts'

type Here = Context<Db>

/** Days somebody may be away at most: whoever is longer gives the right back. */
const longestAbsence = 90

export async function moderation(context: Here, desk: Desk): Promise<Answer> {
  const frame = frameOf(context)
  const today = await readToday(context, frame, desk)
  return privatePage(todayPage(frame, today, { missing: await missingRights(context) }))
}

/** The rights nobody has, for whoever may give them: a new network has one administrator and nobody else. */
async function missingRights(context: Here): Promise<MissingRight[]> {
  if (!visitorOf(context).rights.includes('administrator')) return []
  const wanted = ['moderator', 'editor'] as const
  const counts = await Promise.all(wanted.map((right) => countHolders(context.db, right)))
  return wanted.filter((_, i) => counts[i] === 0)
}

/** "Away until": an empty day says that they are back. */
export async function absenceSent(context: Sent & Here, desk: Desk): Promise<Answer> {
  const { db, form, now } = context
  const frame = frameOf(context)
  const day = (form.get('until') ?? '').trim()
  const until = isDay(day) ? endOf(day) : undefined
  const latest = new Date(now.getTime() + longestAbsence * 86_400_000)
  if (day !== '' && (!until || until <= now || until > latest)) {
    const today = await readToday(context, frame, desk)
    return privatePage(todayPage(frame, today, { wrong: { until: day, most: longestAbsence } }), { status: 422 })
  }
  await setAbsence(db, visitorOf(context).account, until, now)
  return redirect(frame.at(withQuery(routes.moderation.href({}), { done: until ? 'away' : 'back' })), 303)
}

/** The last moment of a day, wherever on earth whoever names it is. */
function endOf(day: string): Date {
  return new Date(Date.parse(`${day}T23:59:59Z`))
}
