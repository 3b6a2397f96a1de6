/** One transaction of the way in: which stories items are is asked under the member's lock, then all is written. */
import type { StoryId } from '../core/id.ts'
import { comparable } from '../core/spaces.ts'
import { keyOf } from '../core/story/identity.ts'
import type { Db, Tx } from '../db/connection.ts'
import {
  findItems,
  findStoriesByUrl,
  type KeptItem,
  type KnownItem,
  type KnownStory,
  keepItems,
  keepStoryUrls,
  lockMemberItems,
} from '../db/items.ts'
import { keepPickups } from '../db/pickups.ts'
import type { Source } from '../db/sources.ts'
import { keepTopics } from '../db/topics.ts'
import type { Draft, WireContext } from '../wire/publish.ts'
import { publishAndRevise } from '../wire/publish-and-revise.ts'
import type { Revision } from '../wire/revise.ts'
import type { Drafted } from './draft.ts'
import { bytes, type Identified, short } from './identify.ts'
import { pack } from './packed.ts'
import { keepTranslationsOf } from './translations.ts'

/** An item that is new or changed, with all that tells which story it is. */
export type Arrived = Identified & {
  readonly drafted: Drafted
  /** Addresses it is known by at its member. */
  readonly urls: readonly string[]
  /** Its key under the policy before, where that has just been left and the key is its own. */
  readonly formerKey: string | undefined
  /** Which item of the document an address is the page of, by its key. */
  readonly owners: ReadonlyMap<string, string>
  /** The story of ours that it is; `unknown` when it is from here and nobody can say which. */
  readonly pickupOf: StoryId | 'unknown' | undefined
  /** Whether its readers are told from whom it is. */
  readonly credited: boolean
  /** The story it is by its words, where everything moved at once. */
  readonly moved?: KnownStory | undefined
}

/**
 * How many items became what. `kept` were known by their key, `renamed` by their address only; `reused` have a key that
 * was another story's before.
 */
export type Taken = {
  readonly added: number
  readonly changed: number
  readonly held: number
  readonly pickedUp: number
  readonly refused: number
  readonly kept: number
  readonly renamed: number
  readonly reused: number
}

/** What is known of an item: as it was given before, or by another of its addresses. */
type Known = {
  readonly hash: string | undefined
  readonly story: KnownStory | undefined
  readonly how: 'kept' | 'renamed' | 'reused' | 'other'
}

export async function lookUp(
  db: Db,
  source: Source,
  items: readonly Arrived[],
): Promise<(item: Arrived) => Known | undefined> {
  const keys = new Set(items.flatMap(({ key, formerKey }) => (formerKey ? [key, formerKey] : [key])))
  const rows = await findItems(db, source, [...keys].map(bytes))
  const byKey = new Map(rows.map((row) => [row.key.toString('hex'), row]))
  const reused = findReused(items, byKey)
  const rest = items.filter(({ key }) => reused.has(key) || !byKey.get(key)?.story)
  const byUrl = await findStoriesByUrl(
    db,
    source,
    rest.flatMap(({ urls }) => urls),
  )
  return ({ key, formerKey, urls }) => {
    const same = reused.has(key) ? undefined : byKey.get(key)
    if (same?.story) return { hash: same.hash.toString('hex'), story: same.story, how: 'kept' }
    const former = formerKey === undefined ? undefined : byKey.get(formerKey)?.story
    if (former) return { hash: undefined, story: former, how: 'other' }
    const story = urls.map((url) => byUrl.get(url)).find((found) => found !== undefined)
    if (reused.has(key)) return { hash: undefined, story, how: 'reused' }
    if (story) return { hash: undefined, story, how: story.leads ? 'renamed' : 'other' }
    return same && { hash: same.hash.toString('hex'), story: undefined, how: 'kept' }
  }
}

/**
 * Keys that name another item than before (ids that are only numbers of places in the list): the page that the key had
 * is another item's now, or most of the known keys have both another page and another headline.
 */
function findReused(items: readonly Arrived[], byKey: ReadonlyMap<string, KnownItem>): Set<string> {
  const moved = items.filter(({ key, urls, drafted }) => {
    const before = byKey.get(key)
    const headline = drafted.kind === 'draft' ? drafted.draft.text.headline : undefined
    return before?.url && urls.length > 0 && !urls.includes(before.url) && !sameWords(headline, before.headline)
  })
  const known = items.filter(({ key }) => byKey.get(key)?.story).length
  const most = moved.length > 1 && moved.length * 2 > known
  return new Set(moved.filter(({ key, owners }) => most || owners.has(byKey.get(key)?.url ?? '')).map(({ key }) => key))
}

function sameWords(a: string | undefined, b: string | null): boolean {
  return a !== undefined && b !== null && comparable(a) === comparable(b)
}

/** `again`: what has not changed is taken, too. */
export async function take(
  tx: Tx,
  context: WireContext,
  source: Source,
  batch: readonly Arrived[],
  again = false,
): Promise<Taken> {
  await lockMemberItems(tx, source.memberId)
  const known = await lookUp(tx, source, batch)
  const items = batch
    .map((item) => ({ item, known: known(item) }))
    // What left the list and came back unchanged is no news.
    .filter(({ item, known }) => again || known?.hash !== item.hash)
  const decided = items.map(({ item, known }) => ({ ...decide(item, known), item, known }))

  const revisions = decided.flatMap(({ revision }) => revision ?? [])
  const fresh = decided.flatMap(({ item, draft }) => (draft ? [{ key: item.key, draft }] : []))
  const drafts = fresh.map(({ draft }) => draft)
  const pickups = items.flatMap(({ item }) => pickupOf(item, source) ?? [])
  await keepTopics(
    tx,
    items.flatMap(({ item: { drafted } }) => (drafted.kind === 'draft' ? drafted.topics : [])),
  )
  const revised = await publishAndRevise(tx, context, { drafts, revisions }, async (ids) => {
    const published = new Map(fresh.map(({ key }, i) => [key, ids[i] ?? null]))
    await keep(
      tx,
      context,
      source,
      decided.map((one) => ({ ...one, storyId: one.storyId ?? published.get(one.item.key) ?? null })),
    )
    await keepPickups(tx, pickups, context.now)
    const stories = new Map(
      decided.flatMap(({ item, storyId }) => {
        const id = storyId ?? published.get(item.key)
        return id ? [[id, item.item] as const] : []
      }),
    )
    await keepTranslationsOf(tx, context, source, stories)
  })
  return {
    added: fresh.length,
    changed: revised.filter((outcome) => outcome === 'revised').length,
    held: fresh.filter(({ draft }) => draft.hold !== undefined).length,
    pickedUp: pickups.length,
    refused: decided.filter(({ refused }) => refused !== null).length - pickups.length,
    kept: batch.length - items.length + countOf(items, 'kept'),
    renamed: countOf(items, 'renamed'),
    reused: countOf(items, 'reused'),
  }
}

function countOf(items: readonly { known: Known | undefined }[], how: Known['how']): number {
  return items.filter(({ known }) => known?.how === how).length
}

type Decided = {
  readonly storyId: StoryId | null
  readonly refused: string | null
  readonly draft?: Draft
  readonly revision?: Revision
}

/** What becomes of an item. */
function decide(item: Arrived, known: Known | undefined): Decided {
  const { drafted, pickupOf } = item
  const story = known?.story ?? item.moved
  if (pickupOf !== undefined && !story)
    return {
      storyId: null,
      refused:
        pickupOf === 'unknown'
          ? 'It comes from this network, and does not say which story it is.'
          : `It is our own story ${pickupOf} come back: kept as a pickup.`,
    }
  if (drafted.kind === 'refused') return { storyId: story?.storyId ?? null, refused: drafted.why }
  const { draft } = drafted
  if (!story) return { storyId: null, refused: null, draft }
  const { storyId } = story
  // Another feed of the same site that brings the story in its own words is no new version of it.
  if (!story.leads) return { storyId, refused: null }
  const revision: Revision = { id: storyId, kind: 'update', note: '', text: draft.text, hold: draft.hold }
  return { storyId, refused: null, revision }
}

function pickupOf(item: Arrived, source: Source) {
  const { pickupOf, credited, urls, marks } = item
  if (pickupOf === undefined || pickupOf === 'unknown') return undefined
  return {
    storyId: pickupOf,
    memberId: source.memberId,
    sourceId: source.id,
    url: urls[0] ?? `id:${short(marks.id)}`,
    title: marks.title.slice(0, 300),
    credited,
  }
}

/** Keeps items as they came, and the addresses of their stories. */
async function keep(
  tx: Tx,
  { now }: WireContext,
  source: Source,
  decided: readonly (Decided & { readonly item: Arrived; readonly known: Known | undefined })[],
): Promise<void> {
  const kept = decided.map(({ item, known, storyId, refused }): KeptItem => {
    const { drafted, marks, pages } = item
    const erased = known?.story?.erased === true
    return {
      sourceId: source.id,
      memberId: source.memberId,
      // What took another's id over is kept beside it, under the next policy's key.
      key: bytes(known?.how === 'reused' ? short(keyOf('id+link', marks)) : item.key),
      guid: marks.id.slice(0, 2000).toWellFormed() || null,
      url: pages()[0] ?? null,
      hash: bytes(item.hash),
      words: drafted.kind === 'draft' && !erased ? bytes(short(drafted.words)) : null,
      raw: erased ? null : pack(item.item.raw ?? JSON.stringify(item.item)),
      storyId,
      refused,
      erasedAt: erased ? now : null,
    }
  })
  await keepItems(tx, kept, now)
  await keepStoryUrls(
    tx,
    source.memberId,
    decided.flatMap(({ item, storyId }) => (storyId ? item.urls.map((url) => ({ url, storyId })) : [])),
  )
}
