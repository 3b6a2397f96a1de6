/** A member's own sources, for its people: how they do, what readers see of them, and what their owners do about it. */
import { accountName, actor, seatOf } from '../core/account/visitor.ts'
import { addDays } from '../core/calendar.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import type { AccountId } from '../core/id.ts'
import { mayAs, type Seat } from '../core/member/seat.ts'
import { dayIn } from '../core/story/address.ts'
import { listQuarantines } from '../db/quarantines.ts'
import { listSeats } from '../db/seats.ts'
import { listSourceDays } from '../db/source-days.ts'
import { listSourcePage } from '../db/source-list.ts'
import { findRemoval } from '../db/source-removals.ts'
import { groupStories } from '../db/source-stories.ts'
import { findPause, type Source } from '../db/sources.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { type Asked, type Form, type Outside, oneOf, sourceNamed } from './outside.ts'
import { answerSourceFor, everyDay, type Looker } from './pages.ts'
import { actOn, changeCanonical, changeGrant, grantIn } from './pages-act.ts'
import { removeSource } from './remove-source.ts'
import { linksOfOwn } from './views/links.ts'
import { ownListPage } from './views/own.ts'
import { removePage } from './views/remove.ts'
import type { Faults, SourceDone } from './views/source.ts'

/** Of one member: more than these are a matter for staff. */
export const mostOwnSources = 50
/** Staff may have brought in more. */
const mostListed = 500
const daysInList = 28
/** What owners may do; reading anew is for staff. */
const ownActs = ['pause', 'resume', 'visit', 'restore']

export async function ownSources(context: Asked): Promise<Answer> {
  const { db, params, now, network } = context
  const seat = seatOf(context, params.member ?? '')
  const [{ sources }, quarantines] = await Promise.all([
    listSourcePage(db, { member: seat.slug, now }, { order: 'member', most: mostListed }),
    listQuarantines(db),
  ])
  const today = dayIn(network.timeZone, now)
  const ids = sources.map(({ id }) => id)
  const days = await listSourceDays(db, ids, addDays(today, 1 - daysInList))
  const held = new Set(quarantines.map(({ source }) => source))
  return privatePage(
    ownListPage(frameOf(context), {
      member: seat,
      mayChange: mayChange(seat),
      sources: sources.map((source) => ({
        ...source,
        isQuarantined: held.has(source.id),
        days: everyDay(days.get(source.id) ?? [], today, daysInList),
      })),
    }),
  )
}

export async function ownSource(context: Asked, outside: Outside): Promise<Answer> {
  return await answer(context, outside, await ownSourceNamed(context))
}

export async function ownSourceGrantSent(context: Form, outside: Outside): Promise<Answer> {
  const source = await ownSourceNamed(context)
  const { given, isWhole } = grantIn(context.form, source)
  if (!isWhole) {
    const fault = frameOf(context).t('source.error.grant')
    return await answer(context, outside, source, { grant: fault, given })
  }
  const changed = [await changeGrant(context, source, given), await changeCanonical(context, source)]
  return back(context, source, changed.includes(true) ? 'granted' : undefined)
}

export async function ownSourceActSent(context: Form): Promise<Answer> {
  const { db, params } = context
  const source = await ownSourceNamed(context)
  if (!ownActs.includes(params.act ?? '')) throw new NotFound('Nothing of this name can be done to a source.')
  const done = await db.transaction().execute(async (tx) => {
    const stopped = [(await findPause(tx, source.id))?.pausedBy, (await findRemoval(tx, source.id))?.removedBy]
    const may = await mayUndo(context, source)
    const undoes = params.act === 'resume' || params.act === 'restore'
    if (undoes && !may(stopped.filter((by) => by !== undefined)))
      throw new Conflict('Staff stopped this source: they have to let it go on.')
    return await actOn(tx, context, source)
  })
  return back(context, source, done)
}

export async function ownSourceRemove(context: Asked): Promise<Answer> {
  return await askToRemove(context, await ownSourceNamed(context))
}

export async function ownSourceRemoveSent(context: Form): Promise<Answer> {
  const { form, now, db } = context
  const source = await ownSourceNamed(context)
  const what = oneOf(['stay', 'go'] as const, form.get('stories'))
  if (!what) return await askToRemove(context, source, frameOf(context).t('source.remove.error.stories'))
  await db.transaction().execute(async (tx) => {
    if (await findRemoval(tx, source.id)) return
    await removeSource(tx, source, { takesDown: what === 'go', at: now, by: actor(context) })
  })
  return back(context, source, 'removed')
}

async function askToRemove(context: Asked, source: Source, fault?: string): Promise<Answer> {
  const frame = frameOf(context)
  const groups = await groupStories(context.db, source.id)
  const links = linksOfOwn(frame, source)
  const body = removePage(frame, { source, groups, links, mayTakeDown: true, ...(fault ? { fault } : {}) })
  return privatePage(body, { status: fault ? 422 : 200 })
}

/** The source an address names, if it is of the member it names. Throws NotFound, the same for all others. */
async function ownSourceNamed(context: Asked): Promise<Source> {
  const seat = seatOf(context, context.params.member ?? '')
  const source = await sourceNamed(context)
  if (source.memberId !== seat.member) throw new NotFound('There is no such source.')
  return source
}

function mayChange({ role, isSuspended }: Seat): boolean {
  return mayAs(role, 'owner') && !isSuspended
}

/** What the member's own people, or the program itself, have stopped may go on when an owner says so. */
async function mayUndo({ db }: Asked, source: Source): Promise<(by: readonly string[]) => boolean> {
  const people = new Set((await listSeats(db, source.memberId)).map(({ account }) => accountName(account)))
  return (by) => by.every((one) => one === 'wireroom' || people.has(one))
}

async function answer(context: Asked, outside: Outside, source: Source, faults?: Faults): Promise<Answer> {
  const { db, params } = context
  const frame = frameOf(context)
  const people = (await listSeats(db, source.memberId)).map(({ account }) => account)
  const looker: Looker = {
    links: linksOfOwn(frame, source),
    isOwn: true,
    mayChange: mayChange(seatOf(context, params.member ?? '')),
    mayResume: await mayUndo(context, source),
    names: async (ids) => {
      const known = await outside.names(ids.filter((id) => people.includes(id)))
      // Who of the staff did something is between them.
      return new Map<AccountId, string>(ids.map((id) => [id, known.get(id) ?? frame.t('own.staff')]))
    },
  }
  return await answerSourceFor(context, source, looker, faults)
}

function back(context: Form, source: Source, done?: SourceDone): Answer {
  const frame = frameOf(context)
  return redirect(frame.at(withQuery(linksOfOwn(frame, source).page, { done })), 303)
}
