/**
 * What was taken back at its source: tombstones and gaps in a feed raise doubts, a later look at the original settles
 * them. Nothing changes for readers before that.
 */
import type { Agent } from '../core/agent.ts'
import type { Clock } from '../core/clock.ts'
import { Conflict } from '../core/errors.ts'
import type { ParsedDocument, Tombstone } from '../core/formats/document.ts'
import type { Log } from '../core/log.ts'
import { hostPauseMs } from '../core/polling.ts'
import { type Doubt, settle } from '../core/story/doubt.ts'
import { keyOf, missingFrom } from '../core/story/identity.ts'
import { claimHost, releaseHost } from '../db/claims.ts'
import type { Db, Tx } from '../db/connection.ts'
import { claimDoubts, dropDoubts, findStoriesOfItems, insertDoubts, type NewDoubt, recordLook } from '../db/doubts.ts'
import { readNetwork } from '../db/network.ts'
import type { Source } from '../db/sources.ts'
import type { Round } from '../jobs/runner.ts'
import type { Fetcher } from '../net/fetch.ts'
import { withdraw } from '../wire/recall.ts'
import { bytes, type Identified, short } from './identify.ts'

/** Gaps of one visit that are looked into; a feed with more has changed its mind, not its stories. */
const mostMissing = 5

/** Compares what a feed lists with what it listed before, and reads its tombstones. */
export async function doubtTakenBack(
  db: Db,
  { now }: { now: Date },
  source: Source,
  seen: {
    document: ParsedDocument
    items: readonly Identified[]
    listed: ReadonlyMap<string, string>
    /** Whether anything of this source is in doubt. */
    doubted: boolean
  },
): Promise<void> {
  const { document, items, doubted } = seen
  const keys = new Set(items.map(({ key }) => key))
  const order = isReversed(items) ? [...seen.listed.keys()].reverse() : [...seen.listed.keys()]
  const missing = missingFrom(order, keys)
  const tombstones = document.tombstones.filter((tombstone) => !livesOn(tombstone, items)).slice(0, 1000)
  if (missing.length === 0 && tombstones.length === 0 && !doubted) return

  const said = new Map(tombstones.map((tombstone) => [tombstone.id.trim(), sayingOf(tombstone)]))
  const byKey = new Map(
    [...said].map(([id, words]) => [short(keyOf('id', { id, link: '', title: '', text: '' })), words]),
  )
  const gone = await findStoriesOfItems(db, source.id, {
    keys: [...byKey.keys(), ...(missing.length > mostMissing ? [] : missing)].map(bytes),
    guids: [...said.keys()],
  })
  const doubts = gone.map(({ key, guid, storyId }): NewDoubt => {
    const words = byKey.get(key.toString('hex')) ?? said.get(guid ?? '')
    return { storyId, sourceId: source.id, kind: words === undefined ? 'missing' : 'tombstone', said: words ?? '' }
  })
  const there = doubted ? await findStoriesOfItems(db, source.id, { keys: [...keys].map(bytes), guids: [] }) : []
  const raised = new Map(doubts.map((doubt) => [doubt.storyId, doubt]))
  await db.transaction().execute(async (tx) => {
    await dropDoubts(
      tx,
      there.map(({ storyId }) => storyId).filter((id) => !raised.has(id)),
    )
    await insertDoubts(tx, [...raised.values()], now)
  })
}

/** An entry that is there, and newer than its tombstone, was put back (RFC 6721, 3). */
function livesOn({ id, when }: Tombstone, items: readonly Identified[]): boolean {
  const entry = items.find(({ marks }) => marks.id === id.trim())?.item
  const updated = entry?.updated ?? entry?.published
  return entry !== undefined && (when === undefined || updated === undefined || updated > when)
}

function sayingOf({ by, comment }: Tombstone): string {
  return [by, comment].filter(Boolean).join(': ').replace(/\s+/g, ' ').slice(0, 300)
}

function isReversed(items: readonly Identified[]): boolean {
  const [first, last] = [items[0]?.item.published, items.at(-1)?.item.published]
  return first !== undefined && last !== undefined && first < last
}

export type LookContext = {
  readonly db: Db
  readonly fetcher: Fetcher
  readonly clock: Clock
  readonly worker: string
  readonly minPollSeconds: number
}

const atOnce = 8
/** Longer than any look may take: a claim older than this belongs to the dead. */
const leaseMs = 120_000

/** The round that looks at the originals of stories that are in doubt. */
export function lookRound(context: LookContext & { log: Log }): Round {
  return {
    name: 'look',
    everyMs: 30_000,
    async run(signal) {
      const doubts = await takeLooks(context, signal)
      for (const { storyId, outcome } of doubts)
        if (outcome === 'withdrawn') context.log.info('A story was withdrawn at its source.', { story: storyId })
      // The next look at a site waits for the next round.
      return false
    },
  }
}

/** Looks at the originals that are due, one after the other; answers what came of each. */
export async function takeLooks(
  context: LookContext,
  signal?: AbortSignal,
): Promise<{ storyId: Doubt['storyId']; outcome: 'withdrawn' | 'stays' | null }[]> {
  const { db, clock } = context
  const now = clock()
  const doubts = await claimDoubts(db, { now, until: new Date(now.getTime() + leaseMs), most: atOnce })
  const done: Awaited<ReturnType<typeof takeLooks>> = []
  for (const doubt of doubts) {
    if (signal?.aborted) return done
    const status = doubt.url ? await look(context, doubt.url, doubt.agent, signal) : null
    // Somebody else is at the site: it is looked at when its claim has run out.
    if (status === undefined) continue
    signal?.throwIfAborted()
    const outcome = await db.transaction().execute((tx) => conclude(tx, doubt, status, clock()))
    done.push({ storyId: doubt.storyId, outcome })
  }
  return done
}

/** The status a page answers with, null for none; undefined while its host is not to be visited. */
async function look(
  { db, fetcher, clock, worker, minPollSeconds }: LookContext,
  url: string,
  agent: Agent,
  signal: AbortSignal | undefined,
): Promise<number | null | undefined> {
  const { host } = new URL(url)
  const until = new Date(clock().getTime() + leaseMs)
  if (!(await claimHost(db, host, { now: clock(), until, by: worker }))) return undefined
  try {
    return (await fetcher.fetch(url, { agent, ...(signal ? { signal } : {}) })).status ?? null
  } finally {
    await releaseHost(db, host, worker, new Date(clock().getTime() + hostPauseMs(minPollSeconds)))
  }
}

async function conclude(tx: Tx, doubt: Doubt, status: number | null, at: Date): Promise<'withdrawn' | 'stays' | null> {
  const verdict = settle(doubt, status, at)
  await recordLook(tx, doubt.storyId, {
    at,
    status,
    goneAt: verdict.outcome === null ? verdict.goneAt : doubt.goneAt,
    lookAt: verdict.outcome === null ? verdict.lookAt : null,
    outcome: verdict.outcome,
  })
  if (verdict.outcome === 'withdrawn') {
    const { timeZone } = await readNetwork(tx)
    try {
      await withdraw(tx, { now: at, by: 'wireroom', timeZone }, doubt.storyId, verdict.why)
    } catch (error) {
      // Somebody was faster: it is withdrawn, which is all that was wanted.
      if (!(error instanceof Conflict)) throw error
    }
  }
  return verdict.outcome
}
