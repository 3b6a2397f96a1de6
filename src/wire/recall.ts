/** Holding, releasing, withdrawing, killing: taking a story back, wherever it went. */
import { Conflict, NotFound } from '../core/errors.ts'
import type { EventId, StoryId } from '../core/id.ts'
import type { EventKind, Recall } from '../core/wire.ts'
import type { Tx } from '../db/connection.ts'
import { deleteDraftsOf } from '../db/drafts.ts'
import { markExpired } from '../db/expiries.ts'
import { eraseItems, lockItemsOf } from '../db/items.ts'
import { insertHold, insertWithdrawal, liftHold } from '../db/publications.ts'
import { erasedDigest, eraseText, lockSubjects, type Subject } from '../db/stories.ts'
import { eraseMedia } from '../db/story-media.ts'
import { addTasks } from '../db/tasks.ts'
import { forgetMedia } from '../db/unused-media.ts'
import type { Task } from '../jobs/tasks.ts'
import { makePublic, type WireContext } from './publish.ts'
import { seal, storeAnswer, tagsOf } from './standing.ts'

/** Stops a story while it is checked. Throws Conflict when it is held or recalled already. */
export async function hold(tx: Tx, context: WireContext, id: StoryId, why: string): Promise<void> {
  const subject = await lockedSubject(tx, id)
  if (subject.withdrawal) throw new Conflict('This story has been recalled; there is nothing left to hold.')
  if (!(await insertHold(tx, id, context.now, context.by, why))) throw new Conflict('This story is held already.')
  await change(tx, context, { ...subject, held: true }, 'held')
}

/**
 * Lets a held story out again; one that was held before anybody saw it is published now. Throws Conflict when it is
 * not held, or was recalled meanwhile.
 */
export async function release(tx: Tx, context: WireContext, id: StoryId): Promise<void> {
  const subject = await lockedSubject(tx, id)
  // Whoever follows the log would take "released" for the end of the withdrawal.
  if (subject.withdrawal) throw new Conflict(`This story was ${recalled(subject)}; it stays where it is.`)
  if (!(await liftHold(tx, id, context.now, context.by))) throw new Conflict('This story is not held.')
  if (subject.published) await change(tx, context, { ...subject, held: false }, 'released')
  else await seal(tx, context.now, await makePublic(tx, context, [{ ...subject, publishedAt: context.now }]))
}

/** Recalls a story for its publisher; answers what the ledger of recalls is to keep. Throws Conflict when it was recalled before. */
export function withdraw(tx: Tx, context: WireContext, id: StoryId, why: string): Promise<Recall> {
  return recall(tx, context, id, 'withdrawal', why)
}

/** The same of several, those that were recalled before left as they are. */
export async function withdrawThose(tx: Tx, context: WireContext, ids: readonly StoryId[], why: string): Promise<void> {
  const subjects = await lockSubjects(tx, ids)
  for (const id of ids) if (subjects.get(id)?.withdrawal === null) await withdraw(tx, context, id, why)
}

/** Recalls a story for law or safety, also one that was withdrawn. Throws Conflict when it was killed before. */
export function kill(tx: Tx, context: WireContext, id: StoryId, why: string): Promise<Recall> {
  return recall(tx, context, id, 'kill', why)
}

/**
 * Kills a story and erases what it said: its versions, its pictures, and the items as they came. That it was, when, and
 * under which address stays, so that the address can answer and recipients can be told. Throws Conflict when it was
 * erased before.
 */
export async function erase(tx: Tx, context: WireContext, id: StoryId, why: string): Promise<Recall> {
  await lockItemsOf(tx, id)
  const subject = await lockedSubject(tx, id)
  if (subject.digest === erasedDigest) throw new Conflict('This story was erased already.')
  await insertWithdrawal(tx, id, 'kill', context.now, context.by, why)
  await eraseItems(tx, id, context.now)
  const drafted = await deleteDraftsOf(tx, id)
  const hashes = [...(await eraseMedia(tx, id)), ...(await forgetMedia(tx, drafted))]
  await eraseText(tx, id)
  if (hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes } }])
  return await takeBack(tx, context, { ...subject, withdrawal: 'kill' }, 'erasure', why)
}

/** Takes the stories among these whose time is up from the readers' sight; answers how many. */
export async function expire(tx: Tx, context: WireContext, ids: readonly StoryId[]): Promise<number> {
  const subjects = await lockSubjects(tx, ids)
  const expired = (await markExpired(tx, ids, context.now)).flatMap((id) => subjects.get(id) ?? [])
  for (const subject of expired) await storeAnswer(tx, { ...subject, expired: true }, context.now)
  await seal(tx, context.now, {
    tags: expired.flatMap(tagsOf),
    events: expired.map((s) => ({ kind: 'expired', storyId: s.id, memberId: s.memberId, version: s.version })),
  })
  return expired.length
}

async function recall(
  tx: Tx,
  context: WireContext,
  id: StoryId,
  kind: 'withdrawal' | 'kill',
  why: string,
): Promise<Recall> {
  const subject = await lockedSubject(tx, id)
  if (!(await insertWithdrawal(tx, id, kind, context.now, context.by, why)))
    throw new Conflict(`This story was ${recalled(subject)} already.`)
  return await takeBack(tx, context, { ...subject, withdrawal: kind }, kind, why)
}

async function takeBack(
  tx: Tx,
  context: WireContext,
  subject: Subject,
  kind: Recall['kind'],
  why: string,
): Promise<Recall> {
  const told = { kind, story: subject.id, at: context.now.toISOString(), by: context.by, why }
  const event = await change(tx, context, subject, kind === 'withdrawal' ? 'withdrawn' : 'killed', (id, tags) => [
    { name: 'keep-recall', payload: { event: id, ...told } },
    { name: 'purge-cdn', payload: { tags } },
  ])
  return { event, ...told }
}

function recalled(subject: Subject): string {
  return subject.withdrawal === 'kill' ? 'killed' : 'withdrawn'
}

async function change(
  tx: Tx,
  context: WireContext,
  subject: Subject,
  kind: EventKind,
  tasks: (event: EventId, tags: readonly string[]) => readonly Task[] = () => [],
): Promise<EventId> {
  await storeAnswer(tx, subject, context.now)
  const tags = [...tagsOf(subject), 'counts']
  const [event] = await seal(tx, context.now, {
    tags,
    events: [{ kind, storyId: subject.id, memberId: subject.memberId, version: subject.version }],
    tasks: ([id]) => (id ? tasks(id, tags) : []),
  })
  if (!event) throw new Error('A change of standing wrote no event.')
  return event
}

async function lockedSubject(tx: Tx, id: StoryId): Promise<Subject> {
  const subject = (await lockSubjects(tx, [id])).get(id)
  if (!subject) throw new NotFound('There is no story with this id.')
  return subject
}
