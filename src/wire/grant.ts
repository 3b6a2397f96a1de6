/**
 * The terms a source's stories are shown on: what its member grants, and permissions for the texts of news agencies.
 * A change is recorded, and the gate's answers for the stories that are there stored anew.
 */
import { Conflict } from '../core/errors.ts'
import type { SourceId } from '../core/id.ts'
import type { Canonical } from '../core/story/canonical.ts'
import type { Grant } from '../core/story/gate.ts'
import type { Tx } from '../db/connection.ts'
import { dropEditions } from '../db/notify.ts'
import { endPermission, insertPermission } from '../db/permissions.ts'
import { changeSource, insertGrant, lockSource, type Source } from '../db/sources.ts'
import { listStoriesOfSource, lockSubjects, type Subject } from '../db/stories.ts'
import type { WireContext } from './publish.ts'
import { answerFor, seal, storeAnswer, tagsOf } from './standing.ts'

/** Answers how many stories readers now see more or less of. The newest grant counts; those before it stay on record. */
export function grant(tx: Tx, context: WireContext, sourceId: SourceId, given: Grant): Promise<number> {
  return change(tx, context, sourceId, () => insertGrant(tx, sourceId, given, context.now, context.by))
}

/** Records that an agency's texts may be shown as far as the grant goes, and answers as `grant` does. Throws Conflict when it is on record. */
export function permit(tx: Tx, context: WireContext, sourceId: SourceId, agency: string): Promise<number> {
  return change(tx, context, sourceId, async () => {
    if (!(await insertPermission(tx, { sourceId, agency }, context.now, context.by)))
      throw new Conflict(`There is a permission for ${agency} already.`)
  })
}

/** Ends such a permission. Throws Conflict when there is none. */
export function forbid(tx: Tx, context: WireContext, sourceId: SourceId, agency: string): Promise<number> {
  return change(tx, context, sourceId, async () => {
    if (!(await endPermission(tx, { sourceId, agency }, context.now, context.by)))
      throw new Conflict(`There is no permission for ${agency}.`)
  })
}

/** Where search engines should send readers of its stories. False where it is so already. */
export async function setCanonical(tx: Tx, source: Source, canonical: Canonical): Promise<boolean> {
  if (source.canonical === canonical) return false
  await changeSource(tx, source.id, { canonical })
  // Nobody hears of it as of news: its stories' pages are made anew.
  await dropEditions(tx, [`member:${source.memberSlug}`])
  return true
}

async function change(
  tx: Tx,
  context: WireContext,
  sourceId: SourceId,
  record: () => Promise<unknown>,
): Promise<number> {
  // Who is publishing from this source ends first; who comes after reads the new terms.
  await lockSource(tx, sourceId)
  await record()
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
