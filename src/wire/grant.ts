/** A member's grant for a source: recorded, and the gate's answers for its stories stored anew. */
import type { SourceId } from '../core/id.ts'
import type { Grant } from '../core/story/gate.ts'
import type { Tx } from '../db/connection.ts'
import { insertGrant, lockSource } from '../db/sources.ts'
import { listStoriesOfSource, lockSubjects, type Subject } from '../db/stories.ts'
import type { WireContext } from './publish.ts'
import { answerFor, seal, storeAnswer, tagsOf } from './standing.ts'

/** Answers how many stories readers now see more or less of. The newest grant counts; those before it stay on record. */
export async function grant(tx: Tx, context: WireContext, sourceId: SourceId, given: Grant): Promise<number> {
  // Who is publishing from this source ends first; who comes after reads the new grant.
  await lockSource(tx, sourceId)
  await insertGrant(tx, sourceId, given, context.now, context.by)
  const subjects = await lockSubjects(tx, await listStoriesOfSource(tx, sourceId))
  const changed: Subject[] = []
  for (const subject of subjects.values()) {
    const { shows, pictures, reason } = answerFor(subject)
    const seen = shows !== subject.shows || pictures !== subject.pictureUse
    if (!subject.published || (!seen && reason === subject.reason)) continue
    await storeAnswer(tx, subject, seen ? context.now : null)
    if (seen) changed.push(subject)
  }
  await seal(tx, context.now, {
    tags: changed.flatMap(tagsOf),
    events: changed.map((s) => ({ kind: 'updated', storyId: s.id, memberId: s.memberId, version: s.version })),
  })
  return changed.length
}
