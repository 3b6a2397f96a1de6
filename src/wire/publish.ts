/** Publishing: new stories become public, many at once in one transaction. */
import { createHash } from 'node:crypto'
import { NotFound } from '../core/errors.ts'
import type { SourceId, StoryId } from '../core/id.ts'
import { dayIn, freeSlug, slugOf } from '../core/story/address.ts'
import { type GateAnswer, type Grant, ownGrant } from '../core/story/gate.ts'
import type { Hop, Origin } from '../core/story/story.ts'
import type { Tx } from '../db/connection.ts'
import { newId } from '../db/new-id.ts'
import { findTakenSlugs, insertPublications } from '../db/publications.ts'
import { holdGrants } from '../db/sources.ts'
import { insertStories, type PlaceRow, type StoryRow, type VersionText } from '../db/stories.ts'
import { answerFor, type Last, seal, tagsOf } from './standing.ts'

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
}

export type WireContext = { readonly now: Date; readonly by: string; readonly timeZone: string }

/** Publishes stories and answers their ids, in order. */
export async function publish(tx: Tx, context: WireContext, drafts: readonly Draft[]): Promise<StoryId[]> {
  const { ids, last } = await writeStories(tx, context, drafts)
  await seal(tx, context.now, last)
  return ids
}

/** Writes new stories; they are public once the act is sealed. */
export async function writeStories(
  tx: Tx,
  context: WireContext,
  drafts: readonly Draft[],
): Promise<{ ids: StoryId[]; last: Last }> {
  if (drafts.length === 0) return { ids: [], last: { events: [], tags: [] } }
  const { now, by, timeZone } = context
  const grants = await holdGrants(tx, sourcesOf(drafts))
  const stories = drafts.map((draft) => ({
    ...draft,
    id: newId<StoryId>(now),
    publishedAt: notAfter(now, draft.publishedAt),
    grant: draft.story.sourceId === null ? ownGrant : grants.get(draft.story.sourceId),
  }))
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

  const wanted = stories.map((s) => ({
    day: dayIn(timeZone, s.publishedAt),
    slug: slugOf(s.text.headline, s.text.language),
  }))
  const tags = stories.flatMap((s, i) =>
    tagsOf({ id: s.id, memberId: s.story.memberId, memberSlug: s.memberSlug, day: wanted[i]?.day ?? null }),
  )
  // Slugs are given under the log's lock, so that two publishers never want the same one.
  const inLog = async () => {
    const slugs = allot(wanted, await findTakenSlugs(tx, wanted))
    await insertPublications(
      tx,
      stories.map((s, i) => ({
        storyId: s.id,
        memberId: s.story.memberId,
        publishedAt: s.publishedAt,
        publishedBy: by,
        day: wanted[i]?.day ?? '',
        slug: slugs[i] ?? '',
        updatedAt: s.publishedAt,
        answer: firstAnswer(s),
      })),
    )
  }
  const events = stories.map((s) => ({
    kind: 'published' as const,
    storyId: s.id,
    memberId: s.story.memberId,
    version: 1,
  }))
  return { ids: stories.map((s) => s.id), last: { tags, events, inLog } }
}

/** The sources that drafts are from: whoever locks them does so before any story. */
export function sourcesOf(drafts: readonly Draft[]): SourceId[] {
  return [...new Set(drafts.flatMap(({ story }) => story.sourceId ?? []))]
}

function firstAnswer({ story, origin, grant }: Draft & { grant: Grant | undefined }): GateAnswer {
  if (!grant) throw new NotFound('This story is from a source that is not there.')
  const { genre, agency } = story
  return answerFor({
    grant,
    licence: origin.licence,
    genre,
    agency,
    published: true,
    held: false,
    withdrawal: null,
    expired: false,
  })
}

/** What a version says, in short: two texts that read the same have the same digest. */
export function digestOf(text: VersionText): string {
  const { headline, standfirst, body, excerpt, byline, language, located, pictures, backMatter } = text
  const said = [headline, standfirst, excerpt, body, byline, language, located, pictures]
  return createHash('sha256')
    .update(JSON.stringify(backMatter ? [...said, backMatter] : said, inOrder))
    .digest('base64url')
    .slice(0, 22)
}

/** The database keeps the keys of JSON in an order of its own. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function allot(
  wanted: readonly { day: string; slug: string }[],
  taken: readonly { day: string; slug: string }[],
): string[] {
  const byDay = Map.groupBy(taken, (t) => t.day)
  const used = new Map<string, Set<string>>()
  return wanted.map(({ day, slug }) => {
    const set = used.get(day) ?? new Set(byDay.get(day)?.map((t) => t.slug))
    used.set(day, set)
    const free = freeSlug(slug, set)
    set.add(free)
    return free
  })
}

function notAfter(now: Date, at: Date): Date {
  return at > now ? now : at
}
