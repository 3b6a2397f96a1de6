/**
 * A member leaves: its owner asks, for seven days any owner can take it back, then a task carries it out. The member is
 * gone from every list in one step; its stories follow in batches, each as it was chosen, through the wire.
 */
import { Conflict } from '../core/errors.ts'
import type { MemberId } from '../core/id.ts'
import { type LeavingStories, leavingDays } from '../core/member/leaving.ts'
import type { Renaming } from '../core/member/pseudonym.ts'
import { freeSlug, slugOf } from '../core/story/address.ts'
import type { Db, Tx } from '../db/connection.ts'
import { deleteMemberDrafts } from '../db/drafts.ts'
import {
  beginLeaving,
  blankSources,
  emptyMember,
  findLeaving,
  findTakenSlugs,
  finishLeaving,
  hurryLeaving,
  insertLeaving,
  keepDoneTo,
  type Leaving,
  type LeavingId,
  listDueLeavings,
  listSourcesOf,
  listStoriesAfter,
  lockLeaving,
  readTraces,
  takeBackLeaving,
} from '../db/leavings.ts'
import { findMemberById } from '../db/members.ts'
import { readNetwork } from '../db/network.ts'
import { newId } from '../db/new-id.ts'
import { dropEditions } from '../db/notify.ts'
import { endOwnerChange } from '../db/owner-changes.ts'
import { findProfile } from '../db/profiles.ts'
import { recordAct } from '../db/rights.ts'
import { endSeatInvitations } from '../db/seat-invitations.ts'
import { endSeats, listSeats, lockSeats } from '../db/seats.ts'
import { finishRemoval, insertRemoval } from '../db/source-removals.ts'
import { lockSource, pauseSource } from '../db/sources.ts'
import { addTasks } from '../db/tasks.ts'
import { forgetMedia } from '../db/unused-media.ts'
import { decrypt, encrypt } from '../host/encrypt.ts'
import { messages } from '../web/messages/messages.ts'
import { renameStories } from '../wire/pseudonym.ts'
import type { WireContext } from '../wire/publish.ts'
import { withdrawThose } from '../wire/recall.ts'
import { tellAccounts } from './letters.ts'
import { type Acting, type Of, ownersOf } from './seats.ts'

/** Stories in one transaction: each holds the log's lock. */
const batchSize = 25
const mostAtOnce = 5
const why = 'Its member left.'
const day = 86_400_000

export type LeavingAsked = { readonly stories: LeavingStories; readonly pseudonym: string }

/** Answers when it is carried out. Throws Conflict when the member leaves already. */
export async function askToLeave(tx: Tx, on: Acting, of: Of, { stories, pseudonym }: LeavingAsked): Promise<Date> {
  const { now, by } = on
  await lockSeats(tx, of.member)
  const dueAt = new Date(now.getTime() + leavingDays * day)
  const id = newId<LeavingId>(now)
  if (!(await insertLeaving(tx, { id, memberId: of.member, askedAt: now, askedBy: by, dueAt, stories, pseudonym })))
    throw new Conflict('This member leaves already.')
  await recordAct(tx, { actedAt: now, actedBy: by, act: 'ask to leave', about: of.slug, why: stories })
  await tellAccounts(tx, peopleOf(await listSeats(tx, of.member)), on, { what: 'leaving', member: of, until: dueAt })
  return dueAt
}

/** False when it is too late, or nobody asked. */
export async function stay(tx: Tx, on: Acting, of: Of): Promise<boolean> {
  const { now, by } = on
  await lockSeats(tx, of.member)
  if (!(await takeBackLeaving(tx, of.member, now, by))) return false
  await recordAct(tx, { actedAt: now, actedBy: by, act: 'stay member', about: of.slug })
  await tellAccounts(tx, ownersOf(await listSeats(tx, of.member)), on, { what: 'staying', member: of })
  return true
}

/** The task of every minute. Answers how many members have left by it. */
export async function leaveDue(db: Db, on: Omit<Acting, 'by' | 'network'>): Promise<number> {
  const network = await readNetwork(db)
  let left = 0
  for (const leaving of await listDueLeavings(db, on.now, mostAtOnce))
    if (await carryOut(db, { ...on, network, by: leaving.askedBy }, leaving)) left += 1
  return left
}

/** Whole, from wherever it stopped. False when it was taken back, or another process has done it. */
export async function carryOut(db: Db, on: Acting, { id }: Pick<Leaving, 'id'>): Promise<boolean> {
  const context: WireContext = { now: on.now, by: on.by, timeZone: on.network.timeZone }
  if (!(await db.transaction().execute((tx) => begin(tx, on, id)))) return false
  for (;;) {
    const outcome = await db.transaction().execute((tx) => step(tx, on.secret, context, id))
    if (outcome !== 'more') return outcome === 'done'
  }
}

/** The member itself: off every list, out of everybody's hands, its profile forgotten. */
async function begin(tx: Tx, on: Acting, id: LeavingId): Promise<boolean> {
  const leaving = await lockLeaving(tx, id)
  if (!leaving) return false
  if (leaving.begunAt) return true
  const { now, by, secret, network } = on
  const member = leaving.memberId
  await lockSeats(tx, member)
  const before = await findMemberById(tx, member)
  if (!before) return false
  for (const source of await listSourcesOf(tx, member)) {
    await lockSource(tx, source)
    await insertRemoval(tx, { sourceId: source, removedAt: now, removedBy: by, takesDown: false, dueAt: now })
    await finishRemoval(tx, source, now)
    await pauseSource(tx, source, { at: now, by, why })
  }
  const pictures = [before.logo, (await findProfile(tx, member)).banner].flatMap((hash) => hash ?? [])
  const { names, urls } = await readTraces(tx, member)
  const hosts = urls
    .flatMap((url) => URL.parse(url)?.hostname.replace(/^www\./, '') ?? [])
    .filter((host) => !isShared(host))
  await beginLeaving(tx, id, now, encrypt(secret, namesPlace(id), JSON.stringify({ was: names, hosts })))
  const kept = await nameAfter(tx, leaving, before, network.languages[0] ?? 'en', network.timeZone)
  const people = peopleOf(await listSeats(tx, member))
  await tellAccounts(tx, people, on, { what: 'left', member: { slug: before.slug, name: before.name } })
  await endSeats(tx, member, now, by)
  await endSeatInvitations(tx, member, now)
  await endOwnerChange(tx, member, now, by, 'withdrawn')
  await emptyMember(tx, member, { ...kept, at: now })
  const hashes = await forgetMedia(tx, [...pictures, ...(await deleteMemberDrafts(tx, member))])
  const { stories, pseudonym } = leaving
  await addTasks(tx, [
    ...(hashes.length > 0 ? [{ name: 'remove-media' as const, payload: { hashes } }] : []),
    { name: 'keep-member-departure', payload: { member, at: now.toISOString(), stories, pseudonym } },
  ])
  await recordAct(tx, { actedAt: now, actedBy: by, act: 'leave network', about: kept.slug, why: stories })
  await dropEditions(tx, ['members', 'network', `member:${before.slug}`, `member:${kept.slug}`])
  return true
}

/** Some of its stories, and, after the last of them, the end. */
async function step(tx: Tx, secret: string, context: WireContext, id: LeavingId): Promise<'more' | 'done' | 'over'> {
  const leaving = await lockLeaving(tx, id)
  if (!leaving?.begunAt || !leaving.names) return 'over'
  const { memberId: member, stories, doneTo } = leaving
  const ids = stories === 'keep' ? [] : await listStoriesAfter(tx, member, doneTo, batchSize)
  const last = ids.at(-1)
  if (!last) {
    if (stories !== 'keep') await blankSources(tx, member, context.now)
    await finishLeaving(tx, id, context.now)
    return 'done'
  }
  await keepDoneTo(tx, id, last)
  const { name: is } = (await findMemberById(tx, member)) ?? { name: leaving.pseudonym }
  const was = JSON.parse(decrypt(secret, namesPlace(id), leaving.names)) as Omit<Renaming, 'is'>
  if (stories === 'withdraw') await withdrawThose(tx, context, ids, why)
  else await renameStories(tx, context, ids, { ...was, is })
  return 'more'
}

/** How it is called from now on, and where its page is. */
async function nameAfter(
  tx: Tx,
  { memberId, stories, pseudonym }: Leaving,
  before: { readonly name: string; readonly slug: string },
  language: string,
  timeZone: string,
): Promise<{ name: string; slug: string }> {
  if (stories === 'keep') return { name: before.name, slug: before.slug }
  const name = pseudonym || messages(language, timeZone)('portrait.former.name')
  const slug = stories === 'withdraw' ? `former-${memberId.slice(-8)}` : slugOf(pseudonym)
  return { name, slug: freeSlug(slug, await findTakenSlugs(tx, slug)) }
}

/** After a backup was put back: members that left since leave again. Answers how many. */
export async function leaveAgain(
  db: Db,
  on: Omit<Acting, 'by' | 'network'>,
  departed: readonly (LeavingAsked & { readonly member: MemberId })[],
): Promise<number> {
  const network = await readNetwork(db)
  let left = 0
  for (const { member, stories, pseudonym } of departed) {
    const acting = { ...on, network, by: 'operator' }
    const leaving = await db.transaction().execute(async (tx) => {
      const found = await findMemberById(tx, member)
      if (!found) return undefined
      const waiting = await findLeaving(tx, member)
      if (waiting?.begunAt || found.leftAt) return waiting
      const asked = { askedAt: on.now, askedBy: 'operator', dueAt: on.now, stories, pseudonym }
      if (waiting) await hurryLeaving(tx, member, { now: on.now, stories, pseudonym })
      else await insertLeaving(tx, { id: newId<LeavingId>(on.now), memberId: member, ...asked })
      return await findLeaving(tx, member)
    })
    if (leaving && (await carryOut(db, acting, leaving))) left += 1
  }
  return left
}

function peopleOf(seats: Awaited<ReturnType<typeof listSeats>>) {
  return seats.map(({ account }) => account)
}

/** Hosts on which many are at home: a link there names nobody by itself. */
function isShared(host: string): boolean {
  return /(?:^|\.)(?:facebook|instagram|twitter|x|youtube|tiktok|linkedin|threads|medium|substack|wordpress|blogspot|tumblr)\.com$|(?:^|\.)(?:bsky\.app|mastodon\.social|t\.me|linktr\.ee)$/.test(
    host,
  )
}

function namesPlace(id: LeavingId): string {
  return `leaving ${id}`
}
