/** What editors say of clusters: their word stands, whatever the machine finds. Each act can be undone. */
import type { StoryId } from '../core/id.ts'
import {
  type ClusterActId,
  findClusterAct,
  insertClusterAct,
  listRecognised,
  markUndone,
  type Stood,
  standAgain,
  whereTo,
} from '../db/cluster-acts.ts'
import { type ClusterId, joinCluster, leaveCluster, lockClusters, readClusters, readTexts } from '../db/clusters.ts'
import type { Tx } from '../db/connection.ts'
import { newId } from '../db/new-id.ts'
import { recordAct } from '../db/rights.ts'
import { clusterStories, dropClusters } from './cluster.ts'

/** `seen`: the stories that stood together where somebody decided, themselves included; where they do not any more, nothing is done. */
export type Ruler = {
  readonly by: string
  readonly now: Date
  readonly why: string
  readonly seen?: readonly StoryId[] | undefined
}

/**
 * Takes stories out of the cluster they stand in, and keeps them apart from all others of it; several of them stay
 * together. `alone`: there is nobody to be apart from. `all`: they are the whole cluster, or of several.
 */
export async function tellApart(
  tx: Tx,
  stories: readonly StoryId[],
  ruler: Ruler,
): Promise<ClusterActId | 'alone' | 'all' | 'changed'> {
  await lockClusters(tx)
  const [first] = stories
  if (!first) return 'all'
  const { cluster, group } = await standing(tx, first)
  if (!sameAs(group, ruler.seen)) return 'changed'
  if (!cluster || group.length < 2) return 'alone'
  const others = group.filter((story) => !stories.includes(story))
  if (others.length === 0 || stories.some((story) => !group.includes(story))) return 'all'
  const act = await insertClusterAct(tx, {
    ...{ ...ruler, kind: 'apart' },
    stories: group.map((story) => ({ story, was: cluster, named: stories.includes(story) })),
    pairs: stories.flatMap((story) => others.map((other) => [story, other] as const)),
  })
  // Nobody stands together with themselves alone.
  await leaveCluster(tx, others.length === 1 ? group : stories)
  if (stories.length > 1) await joinCluster(tx, newId<ClusterId>(ruler.now), { stories, ended: [] }, ruler.now)
  await record(tx, 'tell apart', stories, ruler)
  await dropClusters(tx, [cluster], group)
  return act
}

/**
 * Brings two stories, and whoever stands with them, into one cluster. `gone`: one of them is not there, or was taken back.
 * `together`: they stand together already, or are one.
 */
export async function bringTogether(
  tx: Tx,
  one: StoryId,
  other: StoryId,
  ruler: Ruler,
): Promise<{ readonly act: ClusterActId; readonly cluster: ClusterId } | 'gone' | 'together' | 'changed'> {
  await lockClusters(tx)
  const us = await standing(tx, one)
  if (!sameAs(us.group, ruler.seen)) return 'changed'
  if (us.group.includes(other)) return 'together'
  if ((await readTexts(tx, [one, other], { anew: true })).length < 2) return 'gone'
  const them = await standing(tx, other)
  const into = us.cluster ?? them.cluster ?? newId<ClusterId>(ruler.now)
  const ended = [us.cluster, them.cluster].flatMap((cluster) => (cluster && cluster !== into ? [cluster] : []))
  const stood = [us, them].flatMap(({ cluster, group }) =>
    group.map((story): Stood => ({ story, was: cluster, named: story === one || story === other })),
  )
  const act = await insertClusterAct(tx, {
    ...{ ...ruler, kind: 'together' },
    stories: stood,
    pairs: us.group.flatMap((story) => them.group.map((match) => [story, match] as const)),
  })
  const all = stood.map(({ story }) => story)
  await joinCluster(tx, into, { stories: all, ended }, ruler.now)
  await record(tx, 'bring together', [one, other], ruler)
  await dropClusters(tx, [into, ...ended], all)
  return { act, cluster: into }
}

/**
 * Has what was said of stories not be said: they stand where they stood before, and the machine looks at them anew.
 * `since`: something was said of one of them after it, which would have to be undone before.
 */
export async function undoAct(tx: Tx, id: ClusterActId, ruler: Ruler): Promise<'undone' | 'before' | 'since' | 'gone'> {
  await lockClusters(tx)
  const act = await findClusterAct(tx, id)
  if (!act) return 'gone'
  if (act.undoneAt) return 'before'
  if (!act.isLast) return 'since'
  await markUndone(tx, id, ruler.now, ruler.by)
  const ids = act.stories.map(({ story }) => story)
  const before = await readClusters(tx, ids)
  if (act.kind === 'apart') await backToWhole(tx, act.stories, ruler.now)
  else await backToParts(tx, act.stories, before.placed, ruler.now)
  const named = act.stories.flatMap(({ story, named }) => (named ? [story] : []))
  await record(tx, 'undo clusters', named, ruler)
  const touched = [...new Set([...before.placed.map(({ story }) => story), ...ids])]
  // Who came since came by what was said: they go where their text is.
  const recognised = await listRecognised(tx, touched)
  const since = recognised.filter((story) => !ids.includes(story))
  if (since.length > 0) await leaveCluster(tx, since)
  await leaveThoseAlone(tx, touched)
  await clusterStories(tx, recognised, ruler.now, { anew: true })
  await dropClusters(tx, [...new Set([...before.members.keys(), ...was(act.stories)])], touched)
  return 'undone'
}

/** All of them into the cluster they were taken out of, wherever that is now. */
async function backToWhole(tx: Tx, stories: readonly Stood[], now: Date): Promise<void> {
  const [cluster] = was(stories)
  if (!cluster) return
  const all = stories.map(({ story }) => story)
  await joinCluster(tx, await whereTo(tx, cluster), { stories: all, ended: [] }, now)
}

/** Each into the cluster it was in. */
async function backToParts(
  tx: Tx,
  stories: readonly Stood[],
  placed: readonly { readonly story: StoryId; readonly cluster: string | undefined }[],
  now: Date,
): Promise<void> {
  const clusterOf = new Map(placed.map(({ story, cluster }) => [story, cluster]))
  const leaving = stories.filter(({ story, was }) => clusterOf.get(story) !== was)
  const alone = leaving.filter(({ was }) => was === undefined).map(({ story }) => story)
  if (alone.length > 0) await leaveCluster(tx, alone)
  for (const [cluster, group] of Map.groupBy(leaving, ({ was }) => was)) {
    if (!cluster) continue
    await standAgain(tx, [cluster])
    await joinCluster(tx, cluster, { stories: group.map(({ story }) => story), ended: [] }, now)
  }
}

async function leaveThoseAlone(tx: Tx, stories: readonly StoryId[]): Promise<void> {
  const { members } = await readClusters(tx, stories)
  const alone = [...members.values()].filter((group) => group.length === 1).flat()
  if (alone.length > 0) await leaveCluster(tx, alone)
}

function was(stories: readonly Stood[]): ClusterId[] {
  return [...new Set(stories.flatMap(({ was }) => was ?? []))]
}

/** The cluster a story stands in, if any, and all that stand in it: itself at least. */
async function standing(
  tx: Tx,
  story: StoryId,
): Promise<{ readonly cluster: ClusterId | undefined; readonly group: readonly StoryId[] }> {
  const { placed, members } = await readClusters(tx, [story])
  const cluster = placed.find((one) => one.story === story)?.cluster as ClusterId | undefined
  return { cluster, group: (cluster && members.get(cluster)) ?? [story] }
}

function sameAs(group: readonly StoryId[], seen: readonly StoryId[] | undefined): boolean {
  return seen === undefined || (seen.length === group.length && group.every((story) => seen.includes(story)))
}

async function record(tx: Tx, act: string, stories: readonly StoryId[], { now, by, why }: Ruler): Promise<void> {
  await recordAct(tx, { actedAt: now, actedBy: by, act, about: stories.join(', '), why })
}
