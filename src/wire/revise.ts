/** New versions: updates, corrections, clarifications, editor's notes. A story is never edited in place. */
import type { StoryId } from '../core/id.ts'
import { eventOfVersion } from '../core/story/lifecycle.ts'
import type { VersionKind } from '../core/story/story.ts'
import type { Tx } from '../db/connection.ts'
import type { NewEvent } from '../db/events.ts'
import { replaceFacts, type StoryFacts } from '../db/releases.ts'
import { insertVersion, lockSubjects, type Subject, type VersionText } from '../db/stories.ts'
import { digestOf, type WireContext } from './publish.ts'
import { type Last, seal, storeAnswer, tagsOf } from './standing.ts'

export type Revision = {
  readonly id: StoryId
  readonly kind: Exclude<VersionKind, 'first'>
  /** What readers are told; an update from a feed says nothing. */
  readonly note: string
  readonly text: VersionText
  /** What is said of the story beside its text; left as it is when absent. */
  readonly facts?: StoryFacts
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
  const outcomes: Revised[] = []
  const events: NewEvent[] = []
  const tags: string[] = []
  for (const { id, kind, note, text, facts } of revisions) {
    const subject = subjects.get(id)
    const digest = digestOf(text)
    const outcome: Revised = !subject
      ? 'missing'
      : subject.withdrawal
        ? 'recalled'
        : subject.digest === digest && note === '' && !facts
          ? 'same'
          : 'revised'
    outcomes.push(outcome)
    if (!subject || outcome !== 'revised') continue
    const number = subject.version + 1
    await insertVersion(tx, { id, number, kind, note, text, digest, at: context.now })
    if (facts) await replaceFacts(tx, id, facts, context.now)
    const revised = { ...subject, version: number, digest, ...(facts ? withFacts(subject, facts, context.now) : {}) }
    subjects.set(id, revised)
    await storeAnswer(tx, revised, context.now)
    events.push({ kind: eventOfVersion(kind), storyId: id, memberId: subject.memberId, version: number })
    tags.push(...tagsOf(subject))
  }
  return { outcomes, last: { events, tags } }
}

function withFacts(subject: Subject, { genre, sponsored, licence, expiresAt }: StoryFacts, now: Date) {
  return { genre, sponsored, licence, expired: subject.expired && expiresAt !== null && expiresAt <= now }
}
