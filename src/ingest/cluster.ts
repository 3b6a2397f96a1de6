/**
 * Groups stories that carry the same text. It follows the wire's log, some steps behind: no publisher waits for it, and
 * what it does may be done again.
 */
import type { Clock } from '../core/clock.ts'
import { plainText } from '../core/html/text.ts'
import type { StoryId } from '../core/id.ts'
import { patient } from '../core/patience.ts'
import { isSameText, join } from '../core/story/cluster.ts'
import { addressKey, fingerprint, overlap } from '../core/story/fingerprint.ts'
import {
  type Candidate,
  type ClusterId,
  deletePrints,
  findCandidates,
  insertPrints,
  joinCluster,
  keepProgress,
  type Print,
  readClusters,
  readRulings,
  readTexts,
  type Text,
  takeProgress,
} from '../db/clusters.ts'
import type { Db, Tx } from '../db/connection.ts'
import { readEvents } from '../db/events.ts'
import { newId } from '../db/new-id.ts'
import { dropEditions } from '../db/notify.ts'
import { floodWatch } from '../jobs/flood.ts'
import type { Round } from '../jobs/runner.ts'

/**
 * Events read at once, and by all processes together in a second: taking stories in has the processors first, however many
 * came at once.
 */
const most = 150
/** And while more than that come in each second. */
const inFlood = 30
const pace = 1_000
/** Lists that may tell one of them now, and who else carries it. */
const lists = ['front', 'releases', 'topics', 'places', 'languages']
const month = 30 * 86_400_000
/** After these a story has another text, or one at all, for readers. */
const telling: readonly string[] = ['published', 'updated', 'corrected', 'clarified', 'released']

export function clusterRound(context: { readonly db: Db; readonly clock: Clock }): Round {
  const isFlood = floodWatch(context.db, most)
  const run = async () => {
    await clusterNext(context, pace, (await isFlood()) ? inFlood : most)
    return false
  }
  return { name: 'cluster', everyMs: pace, run }
}

/** Takes the next events of the log, unless some were taken less than `pace` ago (milliseconds); answers whether there were any. */
export async function clusterNext(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  pace = 0,
  atOnce = most,
): Promise<boolean> {
  return await db.transaction().execute(async (tx) => {
    const seq = await takeProgress(tx, new Date(clock().getTime() - pace))
    if (seq === undefined) return false
    const events = await readEvents(tx, seq, atOnce)
    const last = events.at(-1)
    if (!last) return false
    const ids = events.filter(({ kind }) => telling.includes(kind)).map(({ storyId }) => storyId)
    await clusterStories(tx, [...new Set(ids)], clock())
    await keepProgress(tx, last.seq, clock())
    return true
  })
}

/** Copies come within a month or not at all; the clusters stay. Answers how many prints went. */
export function forgetPrints(db: Db, now: Date): Promise<number> {
  return deletePrints(db, new Date(now.getTime() - month))
}

/** Groups these as far as they are known by another text than before; `anew`: all of them. */
export async function clusterStories(
  tx: Tx,
  ids: readonly StoryId[],
  now: Date,
  options: { readonly anew?: boolean } = {},
): Promise<void> {
  const prints = (await readTexts(tx, ids, options)).map(printOf)
  const usable = prints.filter(({ text, addressKey }) => text || addressKey !== undefined)
  await insertPrints(tx, usable, now)
  if (usable.length === 0) return
  const candidates = await findCandidates(tx, usable, new Date(now.getTime() - month))
  const byStory = Map.groupBy(candidates, ({ of }) => of)
  for (const print of usable) {
    const same = (byStory.get(print.story) ?? []).filter((candidate) => isSame(print, candidate))
    if (same.length > 0) await bringTogether(tx, print.story, same, now)
  }
}

function printOf({ story, version, body, excerpt, address }: Text): Print {
  return {
    story,
    version,
    text: fingerprint(plainText(body) || excerpt),
    addressKey: address === null ? undefined : addressKey(address),
  }
}

function isSame({ text }: Print, candidate: Candidate): boolean {
  if (candidate.sameAddress) return true
  return text !== undefined && candidate.text !== undefined && isSameText(overlap(text, candidate.text))
}

/** The clusters are read anew for each story: the one before may have made one. */
async function bringTogether(tx: Tx, story: StoryId, same: readonly Candidate[], now: Date): Promise<void> {
  const stories = [story, ...same.map(({ story }) => story)]
  const { placed, members } = await readClusters(tx, stories)
  const clusterOf = new Map(placed.map(({ story, cluster }) => [story, cluster]))
  const place = (story: StoryId) => ({ story, cluster: clusterOf.get(story) })
  const everyone = [...new Set([...stories, ...placed.map(({ story }) => story)])]
  const joined = join(place(story), stories.slice(1).map(place), members, await readRulings(tx, everyone))
  if (!joined) return
  const cluster = (joined.into as ClusterId | undefined) ?? newId<ClusterId>(now)
  await joinCluster(tx, cluster, joined, now)
  const all = new Set([...joined.stories, ...(members.get(cluster) ?? [])])
  await dropClusters(tx, [cluster, ...joined.ended], [...all])
}

/** The pages that tell who stands with whom. */
export async function dropClusters(tx: Tx, clusters: readonly string[], stories: readonly StoryId[]): Promise<void> {
  await dropEditions(tx, [
    ...clusters.map((id) => `cluster:${id}`),
    ...stories.map((id) => `story:${id}`),
    ...lists.map(patient),
  ])
}
