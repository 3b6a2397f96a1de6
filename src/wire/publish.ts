/** Publishing: new stories become public, many at once in one transaction. */
import { NotFound } from '../core/errors.ts'
import type { SourceId, StoryId } from '../core/id.ts'
import { dayIn, storySlug } from '../core/story/address.ts'
import { type Grant, type Licence, ownGrant } from '../core/story/gate.ts'
import type { Hop, Origin } from '../core/story/story.ts'
import type { Tx } from '../db/connection.ts'
import { newId } from '../db/new-id.ts'
import { insertHolds } from '../db/publications.ts'
import { holdTerms, type Terms } from '../db/sources.ts'
import { insertStories, type PlaceRow, type StoryRow, type VersionText } from '../db/stories.ts'
import { digestOf } from './digest.ts'
import { answerFor, type Last, seal, searchFor, tagsOfNew } from './standing.ts'

/** A story about to be published. */
export type Draft = {
  readonly story: Omit<StoryRow, 'id'>
  readonly memberSlug: string
  readonly text: VersionText
  readonly origin: Origin
  readonly hops: readonly Hop[]
  readonly topics: readonly string[]
  readonly places: readonly PlaceRow[]
  /** When it counts as published: its place in lists and its day. Never in the future. */
  readonly publishedAt: Date
  /** When it is no news any more, as an advisory after its event. */
  readonly expiresAt?: Date | undefined
  /** Why readers must not see it yet: it is kept, held, and becomes public when it is let out. */
  readonly hold?: string | undefined
}

export type WireContext = { readonly now: Date; readonly by: string; readonly timeZone: string }

/** Publishes stories and answers their ids, in order. Those to be held are kept, and nobody hears of them. */
export async function publish(tx: Tx, context: WireContext, drafts: readonly Draft[]): Promise<StoryId[]> {
  const { ids, last } = await writeStories(tx, context, drafts)
  await seal(tx, context.now, last)
  return ids
}

/** Writes new stories; they are public once the act is sealed. `given`: their sources' terms, where they are held already. */
export async function writeStories(
  tx: Tx,
  context: WireContext,
  drafts: readonly Draft[],
  given?: ReadonlyMap<SourceId, Terms>,
): Promise<{ ids: StoryId[]; last: Last }> {
  if (drafts.length === 0) return { ids: [], last: { events: [], tags: [] } }
  const { now, by } = context
  const terms = given ?? (await holdTerms(tx, sourcesOf(drafts)))
  const stories = drafts.map((draft) => ({ ...draft, id: newId<StoryId>(now) }))
  await insertStories(
    tx,
    stories.map(({ id, story, text, origin, hops, topics, places, expiresAt }) => ({
      story: { ...story, id },
      text,
      digest: digestOf(text),
      origin,
      hops,
      topics,
      places,
      expiresAt,
    })),
    now,
  )
  await insertHolds(
    tx,
    stories.flatMap(({ id, hold }) => (hold === undefined ? [] : [{ storyId: id, why: hold }])),
    now,
    by,
  )
  const seen = stories.filter(({ hold }) => hold === undefined)
  const last = await makePublic(
    tx,
    context,
    seen.map(({ id, story, memberSlug, text, origin, publishedAt }) => ({
      ...{ ...story, id, memberSlug, ...text, licence: origin.licence, version: 1, publishedAt },
      ...onTerms(story, terms),
    })),
  )
  return { ids: stories.map(({ id }) => id), last: { ...last, isNew: true } }
}

/** A story that is kept already and may now be seen. */
export type Public = Pick<StoryRow, 'id' | 'memberId' | 'genre' | 'agency'> &
  Pick<VersionText, 'headline' | 'standfirst' | 'excerpt' | 'language'> & {
    readonly memberSlug: string
    readonly licence: Licence
    readonly grant: Grant
    readonly version: number
    readonly publishedAt: Date
  }

/** What makes stories public once the act is sealed: their addresses, the gate's answers, the word on the wire. */
export async function makePublic(tx: Tx, { now, by, timeZone }: WireContext, given: readonly Public[]): Promise<Last> {
  const stories = given.map((story) => ({ ...story, publishedAt: notAfter(now, story.publishedAt) }))
  const answers = stories.map((story) => ({
    answer: answerFor({ ...story, published: true, held: false, withdrawal: null, expired: false }),
    text: story,
  }))
  const found = await searchFor(tx, answers)
  const publications = answers.map(({ answer, text: story }, i) => ({
    ...{ storyId: story.id, memberId: story.memberId, publishedAt: story.publishedAt, publishedBy: by },
    ...{ day: dayIn(timeZone, story.publishedAt), slug: storySlug(story.headline, story.language, story.genre) },
    ...{ updatedAt: story.publishedAt, answer, search: found[i] ?? '' },
    ...{ genre: story.genre, language: story.language },
  }))
  return {
    tags: stories.flatMap((story, i) => tagsOfNew({ ...story, day: publications[i]?.day ?? null })),
    patient: true,
    events: stories.map(({ id, memberId, version }) => ({ kind: 'published', storyId: id, memberId, version })),
    publications,
  }
}

/** The sources that drafts are from: whoever locks them does so before any story. */
export function sourcesOf(drafts: readonly Draft[]): SourceId[] {
  return [...new Set(drafts.flatMap(({ story }) => story.sourceId ?? []))]
}

/** What a new story is shown by: its source's grant, and whether its agency's text may be. */
function onTerms(
  { sourceId, agency, agencyName }: Draft['story'],
  terms: ReadonlyMap<SourceId, Terms>,
): { grant: Grant; agency: boolean } {
  if (sourceId === null) return { grant: ownGrant, agency }
  const found = terms.get(sourceId)
  if (!found) throw new NotFound('This story is from a source that is not there.')
  return { grant: found.grant, agency: agency && !found.permissions.includes(agencyName) }
}

function notAfter(now: Date, at: Date): Date {
  return at > now ? now : at
}
