/** New stories and new versions in one act, as a visit to a source brings them. */
import type { StoryId } from '../core/id.ts'
import type { Tx } from '../db/connection.ts'
import { holdTerms } from '../db/sources.ts'
import { type Draft, sourcesOf, type WireContext, writeStories } from './publish.ts'
import { type Revised, type Revision, writeVersions } from './revise.ts'
import { seal } from './standing.ts'

/** `between` writes what belongs to the stories, given their ids in the drafts' order, before the log is locked. */
export async function publishAndRevise(
  tx: Tx,
  context: WireContext,
  news: { readonly drafts: readonly Draft[]; readonly revisions: readonly Revision[] },
  between: (ids: readonly StoryId[]) => Promise<void>,
): Promise<Revised[]> {
  // Sources before stories, as `grant` locks them.
  const terms = await holdTerms(tx, sourcesOf(news.drafts))
  const versions = await writeVersions(tx, context, news.revisions)
  const stories = await writeStories(tx, context, news.drafts, terms)
  await between(stories.ids)
  await seal(tx, context.now, versions.last, stories.last)
  return versions.outcomes
}
