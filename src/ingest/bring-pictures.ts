/**
 * The round that brings the pictures of published stories, after they are out: nothing a reader asks for waits for it.
 * Each goes through the guarded fetcher, one visitor to a host, is written anew and kept; or it is noted why not.
 */
import type { Clock } from '../core/clock.ts'
import { Invalid } from '../core/errors.ts'
import { creditIn } from '../core/formats/picture-data.ts'
import { retryAfterSeconds } from '../core/http-times.ts'
import type { Log } from '../core/log.ts'
import { patient } from '../core/patience.ts'
import { nextTry, type Refusal, refusalOf } from '../core/picture-tries.ts'
import { hostPauseMs } from '../core/polling.ts'
import { supplierIn } from '../core/story/picture-rights.ts'
import { isOurs } from '../core/story/pictures.ts'
import { releaseHost } from '../db/claims.ts'
import type { Db } from '../db/connection.ts'
import type { Media } from '../db/media.ts'
import { dropEditions } from '../db/notify.ts'
import { claimDuePictures, type DuePicture, keepPicture, refusePicture } from '../db/pictures.ts'
import type { Round } from '../jobs/runner.ts'
import type { Fetched, Fetcher } from '../net/fetch.ts'
import { hashOf, type MediaStore } from '../net/media-store.ts'
import { makeRenditions, type Renditions } from '../net/renditions.ts'
import { tagsOf } from '../wire/standing.ts'

/** Decoding takes memory and a processor: more at once would take both from the visits to sources. */
const atOnce = 2
/** Longer than fetching and writing anew may take: a claim older than this belongs to the dead. */
const leaseMs = 180_000
const pictureTypes = 'image/avif, image/webp, image/jpeg, image/png;q=0.9, image/gif;q=0.8'

export type BringContext = {
  readonly db: Db
  readonly fetcher: Pick<Fetcher, 'fetch'>
  readonly media: MediaStore
  readonly clock: Clock
  readonly minPollSeconds: number
  readonly worker: string
  readonly log: Log
}

export function picturesRound(context: BringContext): Round {
  return { name: 'pictures', everyMs: 2_000, run: (signal) => bringPictures(context, signal) }
}

/** Brings what is due, a few at once; answers whether there was anything. */
export async function bringPictures(context: BringContext, signal: AbortSignal): Promise<boolean> {
  const now = context.clock()
  const until = new Date(now.getTime() + leaseMs)
  const due = await claimDuePictures(context.db, { now, until, by: context.worker, most: atOnce })
  await Promise.all(due.map((picture) => bring(context, picture, signal)))
  return due.length > 0
}

type Got =
  | { readonly kind: 'picture'; readonly made: Renditions }
  | { readonly kind: Refusal; readonly reason: string; readonly asked?: number }

async function bring(context: BringContext, picture: DuePicture, signal: AbortSignal): Promise<void> {
  const { db, log, worker } = context
  try {
    const got = await get(context, picture, signal)
    // What is broken off when stopping is given back when its claim runs out.
    if (signal.aborted) return
    if (got.kind === 'picture') await keep(context, picture, got.made)
    else await refuse(context, picture, got)
  } catch (error) {
    log.error(`The picture ${picture.url} could not be kept.`, { error })
    await refuse(context, picture, { kind: 'away', reason: 'It could not be kept; the fault is on our side.' })
  } finally {
    const freeAt = new Date(context.clock().getTime() + hostPauseMs(context.minPollSeconds))
    if (picture.host !== '') await releaseHost(db, picture.host, worker, freeAt)
  }
}

async function get(context: BringContext, picture: DuePicture, signal: AbortSignal): Promise<Got> {
  const { url, agent, members } = picture
  let bytes: Uint8Array | undefined
  if (isOurs(url)) bytes = await context.media.get(url.slice('/media/'.length))
  else {
    const fetched = await context.fetcher.fetch(url, { agent, accept: pictureTypes, signal })
    if (fetched.kind !== 'fetched') return notFetched(fetched, context.clock())
    bytes = fetched.body
  }
  if (!bytes) return { kind: 'never', reason: 'It is not in the media store any more.' }
  try {
    const made = await makeRenditions(bytes)
    const { creator, credit, copyright } = made.said
    // What the feed kept silent about: the picture itself names whose it is.
    const supplier = [creator, credit, copyright].map((words) => supplierIn(words, members)).find(Boolean)
    if (supplier !== undefined && !isOurs(url))
      return { kind: 'never', reason: `Its own data credit it to ${supplier}: that is not the member’s to grant.` }
    return { kind: 'picture', made }
  } catch (error) {
    if (error instanceof Invalid) return { kind: 'never', reason: error.message }
    throw error
  }
}

function notFetched(fetched: Exclude<Fetched, { kind: 'fetched' }>, now: Date): Got {
  const reason = 'reason' in fetched ? fetched.reason : 'The server says that nothing has changed.'
  const asked = retryAfterSeconds(fetched.headers, now) ?? 0
  switch (fetched.kind) {
    case 'http-error':
      return { kind: refusalOf(fetched.status ?? 500), reason, asked }
    case 'failed':
    case 'timeout':
    case 'not-modified':
      return { kind: 'away', reason }
    case 'refused':
    case 'unwelcome':
    case 'too-big':
      return { kind: 'never', reason }
  }
}

async function refuse(
  context: BringContext,
  picture: DuePicture,
  got: Exclude<Got, { kind: 'picture' }>,
): Promise<void> {
  const tries = picture.tries + 1
  const nextTryAt = nextTry(got.kind, tries, context.clock(), got.asked)
  await refusePicture(context.db, picture.url, { reason: got.reason, tries, nextTryAt })
}

async function keep(context: BringContext, { url }: DuePicture, { made, said, ...facts }: Renditions): Promise<void> {
  const { db, media, clock } = context
  const kept: Media[] = made.map(({ bytes, ...one }) => ({ ...one, hash: hashOf(bytes), bytes: bytes.length }))
  const brought = {
    ...facts,
    caption: said.caption,
    credit: creditIn(said),
    renditions: kept.map(({ bytes: _, ...rendition }) => rendition),
  }
  await db.transaction().execute(async (tx) => {
    const stories = await keepPicture(tx, url, brought, kept, clock())
    if (!stories) return
    for (const { bytes, type } of made) await media.put(bytes, type)
    // Nothing on them is wrong, but a reader who looks for the picture finds it now.
    await dropEditions(tx, [...new Set(stories.flatMap(tagsOf))].map(patient))
  })
}
