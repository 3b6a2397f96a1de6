/** Looks whether what a member was asked to put on its site is there. */
import type { ParsedDocument } from '../core/formats/document.ts'
import { decodeBytes } from '../core/formats/encoding.ts'
import { frameOf, inFrame } from '../core/formats/frame.ts'
import { readDocument } from '../core/formats/read.ts'
import {
  feedProves,
  fileProves,
  hostOfSite,
  pageProves,
  proofFile,
  proofRecord,
  recordsProve,
  type SeenWay,
} from '../core/member/proof.ts'
import type { Dns } from '../net/dns.ts'
import type { Fetched, Fetcher } from '../net/fetch.ts'

export type Eyes = { readonly fetcher: Fetcher; readonly dns: Dns; readonly signal?: AbortSignal | undefined }

export type Subject = {
  readonly address: string
  readonly token: string
  /** Our addresses, one of which the page is to link. */
  readonly targets: readonly string[]
  /** Where it was seen before. */
  readonly seen?: string | null
}

/**
 * `elsewhere`: the site answers from another host, which is not the one that is spoken for. `silent`: nobody can tell;
 * the reason is a sentence in the program's own language.
 */
export type Sight =
  | { readonly kind: 'seen'; readonly at: string | null }
  | { readonly kind: 'missing' | 'elsewhere' | 'unwelcome' | 'no feed' }
  | { readonly kind: 'silent'; readonly reason: string }

/** A proof is short: what is longer is not read. */
const mostBytes = 2 * 1024 * 1024
/** Feeds of a page that are looked into. */
const mostFeeds = 3

export async function lookFor(way: SeenWay, subject: Subject, eyes: Eyes): Promise<Sight> {
  switch (way) {
    case 'dns':
      return await lookInRecords(subject, eyes)
    case 'file':
      return await lookInFile(subject, eyes)
    case 'rel-me':
      return await lookInPage(subject, eyes)
    case 'feed':
      return await lookInFeed(subject, eyes)
  }
}

async function lookInRecords({ address, token }: Subject, { dns }: Eyes): Promise<Sight> {
  const name = proofRecord(address)
  if (name === undefined) return { kind: 'missing' }
  const answer = await dns.texts(name)
  if (answer.kind === 'failed') return { kind: 'silent', reason: answer.reason }
  return recordsProve(answer.records, token) ? { kind: 'seen', at: null } : { kind: 'missing' }
}

async function lookInFile({ address, token }: Subject, eyes: Eyes): Promise<Sight> {
  const at = proofFile(address)
  // It was put there for us.
  const got = await get(eyes, at, { asFeed: true })
  if (got.kind !== 'fetched') return got
  return fileProves(textOf(got), token) ? { kind: 'seen', at } : { kind: 'missing' }
}

async function lookInPage({ address, targets }: Subject, eyes: Eyes): Promise<Sight> {
  const got = await get(eyes, address, { asFeed: false })
  if (got.kind !== 'fetched') return got
  return pageProves(textOf(got), got.finalUrl, targets) ? { kind: 'seen', at: address } : { kind: 'missing' }
}

/** The address itself, or the feeds of the same host that it links. */
async function lookInFeed(subject: Subject, eyes: Eyes): Promise<Sight> {
  const first = subject.seen ?? subject.address
  const got = await get(eyes, first, { asFeed: true })
  if (got.kind !== 'fetched') return got
  const document = documentOf(got)
  if (isFeed(document)) return holds(got, document, first, subject.token)
  const linked = (document.feeds ?? []).map(({ url }) => url).filter((url) => hostOfSite(url) === hostOfSite(first))
  let sight: Sight = { kind: 'no feed' }
  for (const url of linked.slice(0, mostFeeds)) {
    const feed = await get(eyes, url, { asFeed: true })
    if (feed.kind !== 'fetched') continue
    const read = documentOf(feed)
    if (!isFeed(read)) continue
    sight = holds(feed, read, url, subject.token)
    if (sight.kind === 'seen') return sight
  }
  return sight
}

function holds(got: Got, document: ParsedDocument, url: string, token: string): Sight {
  const frame = document.items.length > 0 ? inFrame(frameOf(got.body, hintsOf(got), document), []) : textOf(got)
  return feedProves({ url, frame, items: document.items }, token) ? { kind: 'seen', at: url } : { kind: 'missing' }
}

type Got = Extract<Fetched, { kind: 'fetched' }>

/** What stands there, if it is the host itself that says so. */
async function get(eyes: Eyes, address: string, { asFeed }: { asFeed: boolean }): Promise<Got | Sight> {
  const { fetcher, signal } = eyes
  const got = await fetcher.fetch(address, { feed: asFeed, ...(signal ? { signal } : {}) })
  if (hostOfSite(got.finalUrl) !== hostOfSite(address)) return { kind: 'elsewhere' }
  if (got.kind === 'unwelcome') return { kind: 'unwelcome' }
  if (got.kind === 'http-error') {
    const isGone = got.status === 404 || got.status === 410
    return isGone ? { kind: 'missing' } : { kind: 'silent', reason: got.reason }
  }
  if (got.kind === 'not-modified') throw new Error('Nobody asked whether it was modified.')
  if (got.kind !== 'fetched') return { kind: 'silent', reason: got.reason }
  return got.body.length > mostBytes ? { kind: 'missing' } : got
}

function textOf({ body, headers }: Got): string {
  return decodeBytes(body, headers['content-type']).text
}

function documentOf(got: Got): ParsedDocument {
  return readDocument(got.body, { ...hintsOf(got), mostItems: 200 })
}

function hintsOf({ finalUrl, headers }: Got) {
  const contentType = headers['content-type']
  return { base: finalUrl, ...(contentType === undefined ? {} : { contentType }) }
}

function isFeed({ ok, format }: ParsedDocument): boolean {
  return ok && ['rss', 'atom', 'rdf', 'json'].includes(format ?? '')
}
