/**
 * Takes a read document in: each item is kept as it came, a new one becomes a story, a changed one a version of its
 * story where readers would see a difference, one of our own stories a pickup, an unchanged one costs nothing.
 */
import { setImmediate } from 'node:timers/promises'
import type { DocumentItem, ParsedDocument } from '../core/formats/document.ts'
import type { Network } from '../core/network.ts'
import { comparable } from '../core/spaces.ts'
import { hostOf } from '../core/story/credit-name.ts'
import { leftBecause, type Uniqueness, uniquenessAfter, uniquenessFor } from '../core/story/identity.ts'
import { ourStory } from '../core/story/loop.ts'
import { indexTopics } from '../core/story/topics.ts'
import type { Db } from '../db/connection.ts'
import { findListing, findMoved, type KnownStory } from '../db/items.ts'
import { findMembersByHost } from '../db/members.ts'
import { readNetwork } from '../db/network.ts'
import { findOurStories } from '../db/pickups.ts'
import type { Source } from '../db/sources.ts'
import { listOwnTopics } from '../db/topics.ts'
import { type Drafted, draftOf, type From, type SourceFacts } from './draft.ts'
import {
  addressesOf,
  bytes,
  type Identified,
  identify,
  listingOf,
  nameItems,
  ownKeys,
  readListing,
  short,
  withoutRepeats,
} from './identify.ts'
import { type Arrived, lookUp, type Taken, take } from './take.ts'
import { doubtTakenBack } from './taken-back.ts'
import { creditsOf } from './texts.ts'

export type ReceiveContext = {
  readonly now: Date
  /** The network's own address, by which its stories are known when they come back. */
  readonly url: string
  /** These are items that were here before, some of those the source gave: all are read anew, none can be missing. */
  readonly again?: boolean
}

export type Received = Taken & {
  readonly seen: number
  /** What the source teaches about its items, for the next visit. */
  readonly learnt: { readonly listing: Buffer; readonly uniqueness?: Uniqueness; readonly uniquenessWhy?: string }
}

/** Items beyond this number in one document are left for nobody: no honest feed has as many. */
const mostItems = 5_000
/** Stories written in one transaction: enough to share its costs, few enough to hold the log's lock briefly. */
const batchSize = 100
/** Drafts made in one go: a millisecond's, mostly. */
const draftsAtOnce = 4

export async function receive(
  db: Db,
  context: ReceiveContext,
  source: Source,
  document: ParsedDocument,
): Promise<Received> {
  const given = nameItems(document.items.slice(0, mostItems), document.feed)
  const named = context.again || source.uniqueness === 'content' ? given : withoutRepeats(given)
  const marks = named.map((item) => item.marks)
  const { listing, doubted, first } = await findListing(db, source)
  const listed = readListing(context.again ? null : listing)
  const before = identify(named, source.uniqueness)
  const isListed = ({ key, hash }: Identified) => listed.get(key) === hash
  const policy = context.again || before.every(isListed) ? source.uniqueness : uniquenessFor(source.uniqueness, marks)
  const items = policy === source.uniqueness ? before : identify(named, policy)
  const news = items.filter((item) => !isListed(item))

  const total = {
    added: 0,
    changed: 0,
    held: 0,
    pickedUp: 0,
    refused: 0,
    kept: items.length - news.length,
    renamed: 0,
    reused: 0,
  }
  let moved: ReadonlyMap<string, KnownStory> = new Map()
  if (news.length > 0) {
    const former = policy === source.uniqueness ? new Map() : ownKeys(named, source.uniqueness)
    const network = await readNetwork(db)
    const wire = { now: context.now, by: 'wireroom', timeZone: network.timeZone }
    const arrived = await prepare(db, { ...context, network }, source, document, { items, news, former })
    if (news.length === items.length && !first) moved = await findAgain(db, source, arrived)
    for (let start = 0; start < arrived.length; start += batchSize) {
      const batch = arrived.slice(start, start + batchSize).map((item) => ({ ...item, moved: moved.get(item.key) }))
      const done = await db.transaction().execute((tx) => take(tx, wire, source, batch, context.again))
      for (const count of Object.keys(total) as (keyof Taken)[]) total[count] += done[count]
    }
  }
  const next = uniquenessAfter(policy, { ...total, moved: moved.size }, marks)
  if (policy === source.uniqueness && !context.again)
    await doubtTakenBack(db, context, source, { document, items, listed, doubted })
  return { seen: items.length, ...total, learnt: { listing: listingOf(items), ...degraded(source.uniqueness, next) } }
}

function degraded(from: Uniqueness, to: Uniqueness): { uniqueness?: Uniqueness; uniquenessWhy?: string } {
  if (from === to || from === 'content') return {}
  return { uniqueness: to, uniquenessWhy: leftBecause[from] }
}

/** Drafts of what is new, and what else tells which story it is. */
async function prepare(
  db: Db,
  { now, url, network }: ReceiveContext & { readonly network: Network },
  source: Source,
  document: ParsedDocument,
  all: {
    items: readonly Identified[]
    news: readonly Identified[]
    /** Keys under the policy before, where that has just been left. */
    former: ReadonlyMap<DocumentItem, string>
  },
): Promise<Arrived[]> {
  const addresses = addressesOf(all.items)
  const owners = new Map([...addresses].flatMap(([key, urls]) => urls.map((url) => [url, key] as const)))
  const from = await draftsFrom(db, source, document, { now, network })
  const our = { tagAuthority: network.tagAuthority, url }
  const drafted = await knownPublishers(db, await drafts(all.news, from))
  const visible = drafted.map(({ item, drafted }) =>
    ourStory(our, [item.url, item.originalUrl, item.via, item.source?.url, drafted.creditUrl]),
  )
  // Our id alone is seen by nobody: who carries a story under it credits only by what else he says.
  const loops = drafted.map(({ item }, i) => ourStory(our, [item.id]) ?? visible[i])
  const ours = await findOurStories(
    db,
    loops.flatMap((loop) => loop ?? []),
  )
  let at = 0
  return drafted.map((one, i) => ({
    ...one,
    urls: addresses.get(one.key) ?? [],
    formerKey: all.former.get(one.item),
    owners,
    pickupOf: loops[i] ? (ours[at++] ?? 'unknown') : undefined,
    credited: visible[i] !== undefined || one.item.source !== undefined,
  }))
}

/** Between some of them whatever else waits has its turn: others may hold the log's lock, and everybody waits for them. */
async function drafts(news: readonly Identified[], from: From): Promise<(Identified & { drafted: Drafted })[]> {
  const made: (Identified & { drafted: Drafted })[] = []
  for (const named of news) {
    if (made.length > 0 && made.length % draftsAtOnce === 0) await setImmediate()
    made.push({ ...named, drafted: draftOf(named.item, from) })
  }
  return made
}

/** What the drafts of a document are made from. */
export async function draftsFrom(
  db: Db,
  source: SourceFacts,
  document: ParsedDocument,
  { now, network }: { readonly now: Date; readonly network: Network },
): Promise<From> {
  return {
    source,
    feed: document.feed,
    now,
    fallbackLanguage: network.languages[0] ?? 'en',
    topics: indexTopics(await listOwnTopics(db)),
    linksElsewhere: document.format === 'json',
    credits: creditsOf(document.items),
  }
}

/** Who published first may be a member, too, and is then credited by its own name. */
export async function knownPublishers<T extends { readonly drafted: Drafted }>(
  db: Db,
  items: readonly T[],
): Promise<T[]> {
  const hosts = items.map(({ drafted }) =>
    drafted.kind === 'draft' && drafted.draft.hops.length > 0 ? hostOf(drafted.draft.origin.publisherUrl) : undefined,
  )
  const members = await findMembersByHost(db, [...new Set(hosts.flatMap((host) => host ?? []))])
  return items.map((item, i) => {
    const member = members.get(hosts[i] ?? '')
    const { drafted } = item
    if (!member || drafted.kind !== 'draft') return item
    const origin = { ...drafted.draft.origin, publisher: member.name, publisherUrl: member.siteUrl }
    return { ...item, drafted: { ...drafted, draft: { ...drafted.draft, origin } } }
  })
}

/**
 * Nothing in the document is known by key or address: its feed is new, or everything in it moved at once. Then the
 * stories that say the same, or stood with the same headline under the same path on another host, are the same, when they
 * are at least half. The path alone tells nothing: programs number pages alike.
 */
async function findAgain(db: Db, source: Source, items: readonly Arrived[]): Promise<ReadonlyMap<string, KnownStory>> {
  const known = await lookUp(db, source, items)
  if (items.some((item) => known(item) !== undefined)) return new Map()
  const paths = new Map(items.map((item) => [item.key, item.urls.map(pathOf).filter((path) => path.length > 1)]))
  const candidates = await findMoved(db, source, {
    words: items.flatMap(({ drafted }) => (drafted.kind === 'draft' ? [bytes(short(drafted.words))] : [])),
    paths: [...paths.values()].flat(),
  })
  const byWords = new Map(
    candidates.flatMap(({ words, story }) => (words ? [[words.toString('hex'), story] as const] : [])),
  )
  const byPath = new Map(candidates.map(({ path, headline, story }) => [comparable(`${path}\n${headline}`), story]))
  const taken = new Set<string>()
  const found = new Map<string, KnownStory>()
  for (const { key, drafted } of items) {
    if (drafted.kind !== 'draft') continue
    const { headline } = drafted.draft.text
    const story =
      byWords.get(short(drafted.words)) ??
      paths
        .get(key)
        ?.map((path) => byPath.get(comparable(`${path}\n${headline}`)))
        .find(Boolean)
    if (!story || taken.has(story.storyId)) continue
    taken.add(story.storyId)
    found.set(key, story)
  }
  return found.size * 2 >= items.length ? found : new Map()
}

/** What follows the host in an address in normal form. */
function pathOf(url: string): string {
  return url.startsWith('id:') ? '' : url.slice(url.search(/[/?]|$/))
}
