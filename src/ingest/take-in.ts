/** What a visit brought: from an answer of a server to items taken in, and what there is to learn from it. */
import { createHash } from 'node:crypto'
import type { ParsedDocument } from '../core/formats/document.ts'
import { type Frame, frameOf } from '../core/formats/frame.ts'
import { readDocument } from '../core/formats/read.ts'
import { habitOf } from '../core/habit.ts'
import { freshSeconds, retryAfterSeconds } from '../core/http-times.ts'
import type { Advice, VisitOutcome } from '../core/polling.ts'
import type { Db } from '../db/connection.ts'
import { listNewsMoments } from '../db/items.ts'
import type { Source } from '../db/sources.ts'
import type { Asks, Lesson, Visit } from '../db/visits.ts'
import type { Fetched } from '../net/fetch.ts'
import { type Received, receive } from './receive.ts'

export type Found = {
  readonly visit: Visit
  readonly outcome: VisitOutcome
  readonly learnt: Partial<Lesson>
  readonly advice: Advice
  /** Where something new came: what stood around it. */
  readonly frame?: Frame & { readonly format: string }
}

type Answer = Extract<Fetched, { kind: 'fetched' }>

/** Items beyond this number in one document are left for nobody: no honest feed has as many. */
const mostItems = 5_000
/** Moments of news that tell a source's habit. */
const mostMoments = 50

/** Takes in what came at the moment `at`; `url` is the network's own address. */
export async function takeIn(
  { db, url }: { db: Db; url: string },
  source: Source,
  fetched: Fetched,
  at: Date,
): Promise<Found> {
  if (fetched.kind === 'not-modified')
    return unchanged(source, fetched, at, 'Nothing new, says the server.', answeredBy(source, fetched))
  if (fetched.kind !== 'fetched') return failed(source, fetched, at, fetched.reason)

  const bodyHash = createHash('sha256').update(fetched.body).digest('base64url').slice(0, 22)
  if (bodyHash === source.bodyHash && fetched.finalUrl === source.validatorsFrom)
    return unchanged(source, fetched, at, 'The same bytes as last time.', validatorsOf(source, fetched, bodyHash))

  const hints = { base: fetched.finalUrl, now: at, mostItems, ...typeOf(fetched.headers) }
  const document = readDocument(fetched.body, hints)
  if (!document.ok || !isFeed(document)) {
    const found = failed(source, fetched, at, document.problems[0] ?? 'What is there is no feed.')
    return { ...found, learnt: { ...found.learnt, ...forgotten } }
  }
  const received = await receive(db, { now: at, url }, source, document)
  const news = received.added + received.changed > 0
  const format = document.format ?? 'unknown'
  const asks = asksOf(document)
  const habit = await habitIn(db, source, document, received.added > 0, at)
  const { title, link, language } = document.feed
  return {
    visit: { ...baseOf(fetched, at), outcome: 'fetched', ...toldOf(received, document) },
    outcome: { kind: received.added > 0 ? 'new-items' : 'nothing-new' },
    learnt: {
      ...validatorsOf(source, fetched, bodyHash, format),
      ...received.learnt,
      ...habit,
      title: title?.slice(0, 300),
      siteUrl: link?.slice(0, 2000),
      language: language?.slice(0, 35),
      asks,
    },
    advice: adviceOf(fetched, at, { ...source, ...habit, asks }),
    ...(news ? { frame: { ...frameOf(fetched.body, hints, document), format } } : {}),
  }
}

function toldOf(received: Received, { problems }: ParsedDocument) {
  const { seen, added, changed } = received
  return {
    itemsSeen: seen,
    itemsNew: added,
    itemsChanged: changed,
    reason: [...wordsFor(received), ...problems.slice(0, 3)].filter(Boolean).join(' '),
  }
}

/** What became of items that are no ordinary news, for the ledger. */
function wordsFor({ refused, held, pickedUp, learnt }: Received): string[] {
  return [
    refused > 0 ? `${refused} became no story.` : '',
    held > 0 ? `${held} held: marked as not for readers.` : '',
    pickedUp > 0 ? `${pickedUp} of our own stories came back.` : '',
    learnt.uniqueness ? `Items are now known by ${learnt.uniqueness}: ${learnt.uniquenessWhy}.` : '',
  ]
}

export function failed(source: Source, fetched: Fetched, at: Date, reason: string): Found {
  return {
    visit: { ...baseOf(fetched, at), outcome: 'failed', reason },
    outcome: { kind: 'failed', retryAfterSeconds: retryAfterSeconds(fetched.headers, at) },
    learnt: fetched.status === undefined ? {} : answeredBy(source, fetched),
    advice: {},
  }
}

export function isFeed(document: ParsedDocument): boolean {
  return ['rss', 'atom', 'rdf', 'json', 'h-feed'].includes(document.format ?? '')
}

export function typeOf(headers: Readonly<Record<string, string>>): { contentType?: string } {
  const contentType = headers['content-type']
  return contentType === undefined ? {} : { contentType }
}

function unchanged(source: Source, fetched: Fetched, at: Date, reason: string, learnt: Partial<Lesson>): Found {
  return {
    visit: { ...baseOf(fetched, at), outcome: 'unchanged', reason },
    outcome: { kind: 'nothing-new' },
    learnt,
    advice: adviceOf(fetched, at, source),
  }
}

function baseOf(fetched: Fetched, at: Date): Omit<Visit, 'outcome' | 'reason'> {
  const { status = null, bytes, ms } = fetched
  return { at, status, bytes, ms, itemsSeen: 0, itemsNew: 0, itemsChanged: 0 }
}

const forgotten = { etag: null, lastModified: null, bodyHash: null }

/**
 * What to ask with next time. An answer of another shape (from another address, in another format) is not trusted with
 * it yet: the next visit asks openly.
 */
function validatorsOf(source: Source, fetched: Answer, bodyHash: string, format = source.format): Partial<Lesson> {
  const { finalUrl, headers } = fetched
  const first = source.format === null
  const sameShape = finalUrl === (source.validatorsFrom ?? source.url) && format === source.format
  const given = { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null, bodyHash }
  return {
    ...(first || sameShape ? given : forgotten),
    validatorsFrom: finalUrl,
    ...(format === null ? {} : { format }),
    ...answeredBy(source, fetched),
  }
}

/** The server at the end of the redirects is the one that bears the load: its turn is waited for next time. */
function answeredBy(source: Source, { finalUrl }: Fetched): Partial<Lesson> {
  const host = URL.parse(finalUrl)?.host
  return host === undefined || host === source.host ? {} : { answeredBy: host }
}

function asksOf({ feed: { ttl, schedule } }: ParsedDocument): Asks {
  const ttlSeconds = ttl && /^\d{1,6}$/.test(ttl) ? Number(ttl) * 60 : undefined
  return { ttlSeconds, schedule }
}

/** The habit as the dates of the items tell it, or, where they have none, as the visits saw it. */
async function habitIn(
  db: Db,
  source: Source,
  { items }: ParsedDocument,
  news: boolean,
  at: Date,
): Promise<{ habitSeconds?: number; lastNewsAt?: Date }> {
  const dated = items
    .map((item) => new Date(item.published ?? item.updated ?? Number.NaN))
    .filter((moment) => moment <= at)
  const undated = dated.length === 0
  if (undated && !news) return {}
  const moments = undated ? await listNewsMoments(db, source.id, mostMoments) : dated
  const habitSeconds = habitOf(moments)
  const newest = Math.max(...moments.map(Number), source.lastNewsAt?.getTime() ?? 0)
  return {
    ...(habitSeconds === undefined ? {} : { habitSeconds }),
    ...(newest > 0 ? { lastNewsAt: new Date(newest) } : {}),
  }
}

function adviceOf(
  fetched: Fetched,
  at: Date,
  known: { asks: Asks | null; habitSeconds: number | null; lastNewsAt: Date | null },
): Advice {
  const { asks, habitSeconds, lastNewsAt } = known
  return {
    ...asks,
    freshSeconds: freshSeconds(fetched.headers, at),
    habitSeconds: habitSeconds ?? undefined,
    silentSeconds: lastNewsAt === null ? undefined : (at.getTime() - lastNewsAt.getTime()) / 1000,
  }
}
