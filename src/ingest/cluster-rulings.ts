/** What editors say of clusters: their word stands, whatever the machine finds. */
import { Conflict, NotFound } from '../core/errors.ts'
import type { StoryId } from '../core/id.ts'
import {
  type ClusterId,
  insertRulings,
  joinCluster,
  leaveCluster,
  lockClusters,
  readClusters,
  readTexts,
} from '../db/clusters.ts'
import type { Tx } from '../db/connection.ts'
import { newId } from '../db/new-id.ts'
import { recordAct } from '../db/rights.ts'
import { dropClusters } from './cluster.ts'

export type Ruler = { readonly by: string; readonly now: Date; readonly why: string }

/** Takes a story out of its cluster, and keeps it apart from all of it. Throws Conflict when it stands alone. */
export async function tellApart(tx: Tx, story: StoryId, ruler: Ruler): Promise<void> {
  await lockClusters(tx)
  const { placed, members } = await readClusters(tx, [story])
  const cluster = placed.find((one) => one.story === story)?.cluster as ClusterId | undefined
  const others = (cluster ? (members.get(cluster) ?? []) : []).filter((other) => other !== story)
  if (!cluster || others.length === 0) throw new Conflict('This story stands alone: nobody else carries its text.')
  await insertRulings(
    tx,
    others.map((other) => [story, other]),
    'apart',
    ruler,
  )
  await leaveCluster(tx, others.length === 1 ? [story, ...others] : [story])
  await recordAct(tx, { actedAt: ruler.now, actedBy: ruler.by, act: 'tell apart', about: story, why: ruler.why })
  await dropClusters(tx, [cluster], [story, ...others])
}

/** Brings two stories, and whoever stands with them, into one cluster. Throws Conflict when they are in one. */
export async function bringTogether(tx: Tx, one: StoryId, other: StoryId, ruler: Ruler): Promise<ClusterId> {
  await lockClusters(tx)
  if (one === other) throw new Conflict('This is one story: give another one it is the same as.')
  if ((await readTexts(tx, [one, other], { anew: true })).length < 2) throw new NotFound('There is no such story.')
  const { placed, members } = await readClusters(tx, [one, other])
  const clusterOf = (story: StoryId) => placed.find((at) => at.story === story)?.cluster
  const [mine, theirs] = [clusterOf(one), clusterOf(other)]
  if (mine && mine === theirs) throw new Conflict('These stories stand together already.')
  const [us, them] = [mine ? members.get(mine) : [one], theirs ? members.get(theirs) : [other]] as const
  const pairs = (us ?? []).flatMap((story) => (them ?? []).map((match) => [story, match] as const))
  await insertRulings(tx, pairs, 'together', ruler)
  const into = (mine ?? theirs ?? newId<ClusterId>(ruler.now)) as ClusterId
  const ended = [mine, theirs].flatMap((cluster) => (cluster && cluster !== into ? [cluster] : []))
  const all = [...(us ?? []), ...(them ?? [])]
  await joinCluster(tx, into, { stories: all, ended }, ruler.now)
  await recordAct(tx, {
    actedAt: ruler.now,
    actedBy: ruler.by,
    act: 'bring together',
    about: `${one}, ${other}`,
    why: ruler.why,
  })
  await dropClusters(tx, [into, ...ended], all)
  return into
}
