/** Pages for those who look after sources: the list, and each source by itself. */

import { addDays } from '../core/calendar.ts'
import { type AccountId, readId, type SourceId } from '../core/id.ts'
import { type SourceState, sourceStates } from '../core/source-health.ts'
import { dayIn } from '../core/story/address.ts'
import { findMember } from '../db/members.ts'
import { listPermissions } from '../db/permissions.ts'
import { listRefusedPictures } from '../db/pictures.ts'
import { findQuarantine } from '../db/quarantines.ts'
import { listSourceDays, type SourceDay } from '../db/source-days.ts'
import { countSourceStates, listSourcePage, type SourceMark, sourceOrders } from '../db/source-list.ts'
import { findRemoval } from '../db/source-removals.ts'
import { findLastReread } from '../db/source-rereads.ts'
import { groupStories } from '../db/source-stories.ts'
import { findPause, listGrants, type Source } from '../db/sources.ts'
import { listVisits, summariseLedger } from '../db/visits.ts'
import { type Answer, privatePage } from '../web/answer.ts'
import { frameOf } from '../web/context.ts'
import { accountsIn } from '../web/ui/author.ts'
import type { DayBar } from '../web/ui/day-bars.ts'
import { type Asked, type Outside, oneOf, sourceNamed } from './outside.ts'
import { linksOfAll, type SourceLinks } from './views/links.ts'
import { listPage, stateNames } from './views/list.ts'
import { removePage } from './views/remove.ts'
import { type Faults, sourcePage } from './views/source.ts'
import type { Named } from './views/words.ts'

export type { Outside } from './outside.ts'

const sourcesOnPage = 50
const visitsOnPage = 50
/** Days a chart shows: in the list, and on a source's own page. */
const daysInList = 28
const daysOnPage = 90
/** Visits the ledger's summary adds up. */
const summarised = 100

export async function sources(context: Asked): Promise<Answer> {
  const { db, query, now, network } = context
  const words = (query.q ?? '').trim().slice(0, 200)
  const state = sourceStates.find((one) => stateNames[one] === query.state)
  const order = oneOf(sourceOrders, query.sort) ?? 'member'
  const filter = { member: query.member || undefined, words: words || undefined, now }
  const after = readMark(query.after, order)
  const [found, counts, member] = await Promise.all([
    listSourcePage(db, { ...filter, state }, { order, after, most: sourcesOnPage }),
    countSourceStates(db, filter),
    filter.member ? findMember(db, filter.member) : undefined,
  ])
  const today = dayIn(network.timeZone, now)
  const ids = found.sources.map(({ id }) => id)
  const days = await listSourceDays(db, ids, addDays(today, 1 - daysInList))
  return privatePage(
    listPage(frameOf(context), {
      sources: found.sources.map((source) => ({
        ...source,
        days: everyDay(days.get(source.id) ?? [], today, daysInList),
      })),
      counts,
      state: state satisfies SourceState | undefined,
      order,
      words,
      member: filter.member ? { slug: filter.member, name: member?.name ?? filter.member } : undefined,
      next: found.next && writeMark(found.next),
      isFirstPage: after === undefined,
    }),
  )
}

export async function source(context: Asked, outside: Outside): Promise<Answer> {
  return await answerSource(context, outside, await sourceNamed(context))
}

/** A source's page as those have it who look after all of them. */
export async function answerSource(context: Asked, outside: Outside, source: Source, faults?: Faults): Promise<Answer> {
  const links = linksOfAll(frameOf(context), source)
  const mayAll = { isOwn: false, mayChange: true, mayResume: () => true }
  return await answerSourceFor(context, source, { links, ...mayAll, names: (ids) => outside.names(ids) }, faults)
}

/** Who looks at a source's page, and what they may do there. */
export type Looker = {
  readonly links: SourceLinks
  readonly isOwn: boolean
  readonly mayChange: boolean
  /** Whether they may undo what these have done: pause it, remove it. */
  mayResume(by: readonly string[]): boolean
  names(ids: readonly AccountId[]): Promise<Named>
}

/** A source's page; with faults where a form of it could not be taken. */
export async function answerSourceFor(
  context: Asked,
  source: Source,
  { mayResume, names: namesOf, ...looker }: Looker,
  faults?: Faults,
): Promise<Answer> {
  const { db, network, now, query } = context
  const today = dayIn(network.timeZone, now)
  const before = /^\d{13}$/.test(query.before ?? '') ? new Date(Number(query.before)) : undefined
  const [pause, removal, grants, permissions, days, visits, summary, reread, groups, quarantine, pictures] =
    await Promise.all([
      findPause(db, source.id),
      findRemoval(db, source.id),
      listGrants(db, source.id),
      listPermissions(db, source.id),
      listSourceDays(db, [source.id], addDays(today, 1 - daysOnPage)),
      listVisits(db, source.id, visitsOnPage + 1, before),
      summariseLedger(db, source.id, summarised),
      findLastReread(db, source.id),
      groupStories(db, source.id),
      findQuarantine(db, source.id),
      listRefusedPictures(db, source.id, 20),
    ])
  const whose = [pause?.pausedBy, removal?.removedBy, ...grants.map(({ grantedBy }) => grantedBy)]
  const names = await namesOf(accountsIn(whose.filter((by) => by != null)))
  const view = {
    source,
    pause,
    removal,
    grants,
    permissions,
    summary,
    reread,
    groups,
    pictures,
    names,
    faults,
    quarantine,
  }
  const stopped = [pause?.pausedBy, removal?.removedBy].filter((by) => by !== undefined)
  const body = sourcePage(frameOf(context), {
    ...view,
    ...looker,
    mayResume: mayResume(stopped),
    days: everyDay(days.get(source.id) ?? [], today, daysOnPage),
    visits: visits.slice(0, visitsOnPage),
    earlier: visits.length > visitsOnPage ? visits[visitsOnPage - 1]?.at : undefined,
    isNewest: before === undefined,
  })
  return privatePage(body, { status: faults ? 422 : 200 })
}

export async function sourceRemove(context: Asked): Promise<Answer> {
  const source = await sourceNamed(context)
  const groups = await groupStories(context.db, source.id)
  const frame = frameOf(context)
  const mayTakeDown = context.visitor?.rights.includes('editor') ?? false
  return privatePage(removePage(frame, { source, groups, links: linksOfAll(frame, source), mayTakeDown }))
}

/** Days without a visit stand in it too: a gap is an answer. */
export function everyDay(known: readonly SourceDay[], today: string, count: number): DayBar[] {
  const byDay = new Map(known.map((day) => [day.day, day]))
  return Array.from({ length: count }, (_, i) => {
    const day = addDays(today, i + 1 - count)
    const seen = byDay.get(day)
    return { day, count: seen?.itemsNew ?? 0, hasFailed: (seen?.failed ?? 0) > 0 }
  })
}

function writeMark(mark: SourceMark): string {
  return Buffer.from(JSON.stringify(mark)).toString('base64url')
}

/** Undefined for what is no mark in this order: then the list begins at its start. */
function readMark(text: string | undefined, order: (typeof sourceOrders)[number]): SourceMark | undefined {
  if (!text || text.length > 4_000) return undefined
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    const named = typeof id === 'string' ? readId<SourceId>(id) : undefined
    if (typeof key !== 'string' || !named) return undefined
    return order === 'member' || new Date(key).toISOString() === key ? [key, named] : undefined
  } catch {
    return undefined
  }
}
