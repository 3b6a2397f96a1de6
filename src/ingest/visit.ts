/** One visit to a source: go there politely, take in what is new, write the ledger's line, say when to come again. */
import { createHash } from 'node:crypto'
import type { Clock } from '../core/clock.ts'
import type { ParsedDocument } from '../core/formats/document.ts'
import { readDocument } from '../core/formats/read.ts'
import { nextVisit, type VisitOutcome } from '../core/polling.ts'
import type { Db } from '../db/connection.ts'
import { readNetwork } from '../db/network.ts'
import { type Lesson, pauseSource, recordVisit, type Source, type Visit } from '../db/sources.ts'
import type { Fetched, Fetcher } from '../net/fetch.ts'
import { receive } from './receive.ts'

export type IngestContext = {
  readonly db: Db
  readonly fetcher: Fetcher
  readonly clock: Clock
  /** Seconds between two visits to one source, at least. */
  readonly minPollSeconds: number
}

/** After this many failures in a row nobody goes there any more, until a person says so. */
const mostFailures = 30

/** The source must have been claimed; the claim ends with the visit. Throws only for faults of our own. */
export async function visit(context: IngestContext, source: Source): Promise<Visit> {
  const at = context.clock()
  const fetched = await context.fetcher.fetch(source.url, {
    etag: source.etag ?? undefined,
    lastModified: source.lastModified ?? undefined,
    accept: feedTypes,
  })
  const found = await readVisit(context, source, fetched, at)
  const { pace, seconds } = nextVisit(source, found.outcome, {
    least: context.minPollSeconds,
    ttlSeconds: found.ttlSeconds,
    jitter: (createHash('sha256').update(source.id).digest()[0] ?? 0) / 256,
  })
  const lesson: Lesson = {
    ...found.learnt,
    ...pace,
    nextVisitAt: new Date(context.clock().getTime() + seconds * 1000),
  }
  await context.db.transaction().execute(async (tx) => {
    await recordVisit(tx, source.id, found.visit, lesson)
    if (pace.failures >= mostFailures)
      await pauseSource(tx, source.id, {
        at,
        by: 'wireroom',
        why: `It failed ${pace.failures} times in a row, last with: ${found.visit.reason}`,
      })
  })
  return found.visit
}

export const feedTypes =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1'

type Found = {
  visit: Visit
  outcome: VisitOutcome
  learnt: Partial<Lesson>
  ttlSeconds?: number | undefined
}

async function readVisit(context: IngestContext, source: Source, fetched: Fetched, at: Date): Promise<Found> {
  const base = {
    at,
    status: fetched.status ?? null,
    bytes: 0,
    ms: fetched.ms,
    itemsSeen: 0,
    itemsNew: 0,
    itemsChanged: 0,
  }
  if (fetched.kind === 'not-modified')
    return {
      visit: { ...base, outcome: 'unchanged', reason: 'Nothing new, says the server.' },
      outcome: { kind: 'nothing-new' },
      learnt: {},
    }
  if (fetched.kind !== 'fetched') return failed(base, fetched.reason, fetched.retryAfter)

  const bodyHash = createHash('sha256').update(fetched.body).digest('base64url').slice(0, 22)
  const validators = {
    etag: fetched.headers.etag ?? null,
    lastModified: fetched.headers['last-modified'] ?? null,
    bodyHash,
  }
  const bytes = fetched.bytesOnWire
  if (bodyHash === source.bodyHash)
    return {
      visit: { ...base, bytes, outcome: 'unchanged', reason: 'The same bytes as last time.' },
      outcome: { kind: 'nothing-new' },
      learnt: validators,
    }

  const document = readDocument(fetched.body, { base: fetched.finalUrl, now: at, ...typeOf(fetched.headers) })
  if (!document.ok || !isFeed(document)) {
    const found = failed({ ...base, bytes }, document.problems[0] ?? 'What is there is no feed.')
    return found
  }
  const network = await readNetwork(context.db)
  const received = await receive(
    context.db,
    { now: at, by: 'wireroom', timeZone: network.timeZone, fallbackLanguage: network.languages[0] ?? 'en' },
    source,
    document,
  )
  const { title, link, language, ttl } = document.feed
  return {
    visit: {
      ...base,
      bytes,
      outcome: 'fetched',
      itemsSeen: received.seen,
      itemsNew: received.added,
      itemsChanged: received.changed,
      reason: [
        received.refused > 0 ? `${received.refused} items without title or text.` : '',
        ...document.problems.slice(0, 3),
      ]
        .filter(Boolean)
        .join(' '),
    },
    outcome: { kind: received.added > 0 ? 'new-items' : 'nothing-new' },
    learnt: { ...validators, title: title?.slice(0, 300), siteUrl: link, language },
    ttlSeconds: ttl && /^\d{1,6}$/.test(ttl) ? Number(ttl) * 60 : undefined,
  }
}

function failed(base: Omit<Visit, 'outcome' | 'reason'>, reason: string, retryAfterSeconds?: number): Found {
  return { visit: { ...base, outcome: 'failed', reason }, outcome: { kind: 'failed', retryAfterSeconds }, learnt: {} }
}

export function isFeed(document: ParsedDocument): boolean {
  return ['rss', 'atom', 'rdf', 'json', 'h-feed'].includes(document.format ?? '')
}

export function typeOf(headers: Readonly<Record<string, string>>): { contentType?: string } {
  const contentType = headers['content-type']
  return contentType === undefined ? {} : { contentType }
}
