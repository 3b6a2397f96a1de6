/**
 * Stories go on under another name of their member: text, credits, origin and hops. Whoever follows the log hears of each
 * as an update, and takes the name from the new text.
 */
import type { StoryId } from '../core/id.ts'
import { type Renaming, renamed, underPseudonym } from '../core/member/pseudonym.ts'
import type { Tx } from '../db/connection.ts'
import type { NewEvent } from '../db/events.ts'
import { findTexts, lockSubjects } from '../db/stories.ts'
import {
  blankPast,
  eraseItemsOf,
  listHopNames,
  listNotes,
  listOriginNames,
  setHopNames,
  setNote,
  setOriginNames,
} from '../db/story-credits.ts'
import type { WireContext } from './publish.ts'
import { writeVersions } from './revise.ts'
import { seal, storeAnswer, tagsOf } from './standing.ts'

export async function renameStories(
  tx: Tx,
  context: WireContext,
  ids: readonly StoryId[],
  renaming: Renaming,
): Promise<void> {
  const subjects = await lockSubjects(tx, ids)
  await renameCredits(tx, ids, renaming)
  const texts = await findTexts(tx, ids)
  const revisions = [...texts].map(([id, text]) => ({
    ...{ id, kind: 'update' as const, note: '' },
    text: underPseudonym(text, renaming),
  }))
  const { last } = await writeVersions(tx, context, revisions)
  await blankPast(tx, ids)
  await eraseItemsOf(tx, ids, context.now)
  // What reads the same has another origin all the same.
  const told = new Set(last.events.map(({ storyId }) => storyId))
  const events: NewEvent[] = []
  const tags: string[] = []
  for (const subject of subjects.values()) {
    if (told.has(subject.id) || !subject.published || subject.withdrawal) continue
    await storeAnswer(tx, subject, context.now)
    events.push({ kind: 'updated', storyId: subject.id, memberId: subject.memberId, version: subject.version })
    tags.push(...tagsOf(subject))
  }
  await seal(tx, context.now, last, { events, tags })
}

async function renameCredits(tx: Tx, ids: readonly StoryId[], renaming: Renaming): Promise<void> {
  for (const origin of await listOriginNames(tx, ids)) {
    const publisher = renamed(origin.publisher, renaming)
    // Its own site is where it can be found; of a text that was another's first, the credit stays.
    const isOwn = publisher !== origin.publisher
    await setOriginNames(tx, {
      id: origin.id,
      publisher,
      publisherUrl: isOwn ? null : elsewhere(origin.publisherUrl, renaming),
      url: isOwn ? null : elsewhere(origin.url, renaming),
      licenceUrl: elsewhere(origin.licenceUrl, renaming),
      usageTerms: renamed(origin.usageTerms, renaming),
    })
  }
  for (const hop of await listHopNames(tx, ids)) {
    const name = renamed(hop.name, renaming)
    await setHopNames(tx, { ...hop, name, url: name === hop.name ? elsewhere(hop.url, renaming) : null })
  }
  for (const { note, ...at } of await listNotes(tx, ids)) await setNote(tx, { ...at, note: renamed(note, renaming) })
}

/** The address, unless it leads to where the member was at home. */
function elsewhere(url: string | null, { hosts = [] }: Renaming): string | null {
  const host = url && URL.parse(url)?.hostname.replace(/^www\./, '')
  const isTheirs = host && hosts.some((own) => host === own || host.endsWith(`.${own}`))
  return isTheirs ? null : url
}
