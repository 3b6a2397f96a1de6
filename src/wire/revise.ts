/** New versions: updates, corrections, clarifications, editor's notes. A story is never edited in place. */
import type { StoryId } from '../core/id.ts'
import { eventOfVersion } from '../core/story/lifecycle.ts'
import type { VersionKind } from '../core/story/story.ts'
import { seenIn } from '../core/story/version.ts'
import type { Tx } from '../db/connection.ts'
import type { NewEvent } from '../db/events.ts'
import { insertHold } from '../db/publications.ts'
import { replaceFacts, type StoryFacts } from '../db/releases.ts'
import { findTexts, insertVersion, lockSubjects, type Subject, type VersionText } from '../db/stories.ts'
import { digestOf } from './digest.ts'
import type { WireContext } from './publish.ts'
import { type Last, seal, storeAnswer, tagsOf } from './standing.ts'

export type Revision = {
  readonly id: StoryId
  readonly kind: Exclude<VersionKind, 'first'>
  /** What readers are told; an update from a feed says nothing. */
  readonly note: string
  readonly text: VersionText
  /** What is said of the story beside its text; left as it is when absent. */
  readonly facts?: StoryFacts
  /** Why readers must not see it any more, as the new text itself says. */
  readonly hold?: string | undefined
}

/** What became of each revision: a new version, nothing new to read, or a story that is not there or was recalled. */
export type Revised = 'revised' | 'same' | 'recalled' | 'missing'

/** Adds versions, in order; those that read like the one before add nothing. */
export async function revise(tx: Tx, context: WireContext, revisions: readonly Revision[]): Promise<Revised[]> {
  const { outcomes, last } = await writeVersions(tx, context, revisions)
  await seal(tx, context.now, last)
  return outcomes
}

/** Writes versions; who follows the log hears of them once the act is sealed. */
export async function writeVersions(
  tx: Tx,
  context: WireContext,
  revisions: readonly Revision[],
): Promise<{ outcomes: Revised[]; last: Last }> {
  const subjects = await lockSubjects(
    tx,
    revisions.map((r) => r.id),
  )
  const before = await seenBefore(tx, subjects, revisions)
  const outcomes: Revised[] = []
  const events: NewEvent[] = []
  const tags: string[] = []
  for (const { id, kind, note, text, facts, hold } of revisions) {
    const subject = subjects.get(id)
    const outcome: Revised = !subject
      ? 'missing'
      : subject.withdrawal
        ? 'recalled'
        : note === '' && !facts && before.get(id) === seenIn(text)
          ? 'same'
          : 'revised'
    outcomes.push(outcome)
    if (!subject || outcome !== 'revised') continue
    const number = subject.version + 1
    const digest = digestOf(text)
    await insertVersion(tx, { id, number, kind, note, text, digest, at: context.now })
    if (facts) await replaceFacts(tx, id, facts, context.now)
    before.set(id, seenIn(text))
    const stopped = hold !== undefined && (await insertHold(tx, id, context.now, context.by, hold))
    const revised = {
      ...{ ...subject, ...text, version: number, digest, held: subject.held || stopped },
      ...(facts ? withFacts(subject, facts, context.now) : {}),
    }
    subjects.set(id, revised)
    // What nobody has seen yet is nobody's news.
    if (!subject.published) continue
    await storeAnswer(tx, revised, context.now)
    const event = stopped ? 'held' : eventOfVersion(kind)
    events.push({ kind: event, storyId: id, memberId: subject.memberId, version: number })
    tags.push(...tagsOf(subject))
  }
  return { outcomes, last: { events, tags } }
}

/** What readers see of each story now. Texts are only fetched where a digest says that something was written otherwise. */
async function seenBefore(
  tx: Tx,
  subjects: ReadonlyMap<StoryId, Subject>,
  revisions: readonly Revision[],
): Promise<Map<StoryId, string>> {
  const same = revisions.filter(({ id, text }) => subjects.get(id)?.digest === digestOf(text))
  const unlike = revisions.flatMap(({ id }) => (same.some((one) => one.id === id) || !subjects.has(id) ? [] : [id]))
  const texts = await findTexts(tx, unlike)
  return new Map([
    ...same.map(({ id, text }) => [id, seenIn(text)] as const),
    ...[...texts].map(([id, text]) => [id, seenIn(text)] as const),
  ])
}

function withFacts(subject: Subject, { genre, sponsored, licence, expiresAt }: StoryFacts, now: Date) {
  return { genre, sponsored, licence, expired: subject.expired && expiresAt !== null && expiresAt <= now }
}
