/**
 * Takes a read document in: each item is kept as it came, a new one becomes a story, a changed one a version of its
 * story where readers would see a difference, an unchanged one costs nothing.
 */
import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { DocumentItem, ParsedDocument } from '../core/formats/document.ts'
import type { StoryId } from '../core/id.ts'
import { normaliseUrl } from '../core/url.ts'
import type { Db, Tx } from '../db/connection.ts'
import { findKnownItems, type KeptItem, type KnownItem, keepItems, lockMemberItems } from '../db/items.ts'
import type { Source } from '../db/sources.ts'
import type { Draft, WireContext } from '../wire/publish.ts'
import { publishAndRevise } from '../wire/publish-and-revise.ts'
import type { Revision } from '../wire/revise.ts'
import { creditsOf, type Drafted, draftOf } from './draft.ts'

export type Received = {
  readonly seen: number
  readonly added: number
  readonly changed: number
  readonly refused: number
}

/** Items beyond this number in one document are left for nobody: no honest feed has as many. */
const mostItems = 5_000
/** Stories written in one transaction: enough to share its costs, few enough to hold the log's lock briefly. */
const batchSize = 100

/** `again`: items that have not changed are taken in too, because they may be understood better now. */
export async function receive(
  db: Db,
  context: WireContext & { fallbackLanguage: string; again?: boolean },
  source: Source,
  document: ParsedDocument,
): Promise<Received> {
  const items = identify(document.items.slice(0, mostItems))
  const known = await findKnown(db, source, items)
  const news = items.filter((item) => context.again || !sameAs(known.byGuid.get(item.guid), item))
  const credits = creditsOf(news.length > 0 ? document.items : [])
  const total = { seen: items.length, added: 0, changed: 0, refused: 0 }
  for (let start = 0; start < news.length; start += batchSize) {
    const batch = news.slice(start, start + batchSize).map((item) => ({
      ...item,
      drafted: draftOf(item.item, {
        source,
        feed: document.feed,
        now: context.now,
        fallbackLanguage: context.fallbackLanguage,
        credits,
      }),
    }))
    const done = await db.transaction().execute((tx) => take(tx, context, source, batch))
    total.added += done.added
    total.changed += done.changed
    total.refused += done.refused
  }
  return total
}

type Identified = {
  readonly item: DocumentItem
  /** How the source names the item; its address or its text where it gives no name. */
  readonly guid: string
  /** Its address in normal form; null when another item of the document has the same. */
  readonly url: string | null
  readonly hash: Buffer
}

/** Names every item; of two with one name the first counts, as feeds are newest first. */
function identify(items: readonly DocumentItem[]): Identified[] {
  const urls = items.map((item) => (item.url ? normaliseUrl(item.url) : null))
  const uses = new Map<string, number>()
  for (const url of urls) if (url) uses.set(url, (uses.get(url) ?? 0) + 1)
  const careless = carelessNames(items, urls)
  const found = new Map<string, Identified>()
  items.forEach((item, i) => {
    const url = urls[i] ?? null
    const raw = item.raw ?? JSON.stringify(item)
    const hash = createHash('sha256').update(raw).digest().subarray(0, 16)
    const own = url && uses.get(url) === 1 ? url : null
    const name = nameOf(item)
    const guid = indexable((careless.has(name) && own) || name || url || `text:${hash.toString('hex')}`)
    if (!found.has(guid)) found.set(guid, { item, guid, url: own, hash })
  })
  return [...found.values()]
}

/** Names that a feed gives to items that are clearly not one: another address and another title under the same name. */
function carelessNames(items: readonly DocumentItem[], urls: readonly (string | null)[]): Set<string | undefined> {
  const firsts = new Map<string, number>()
  const careless = new Set<string | undefined>()
  items.forEach((item, i) => {
    const name = nameOf(item)
    if (!name) return
    const first = firsts.get(name) ?? i
    firsts.set(name, first)
    if (urls[i] !== urls[first] && item.title !== items[first]?.title) careless.add(name)
  })
  return careless
}

/** The name as the database keeps it: what is asked for again must be the same. */
function nameOf(item: DocumentItem): string | undefined {
  return item.id
    ?.toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim()
}

/** An index takes some 2,700 bytes (PostgreSQL, B-tree): a longer name is known by its hash. */
function indexable(name: string): string {
  return Buffer.byteLength(name) <= 1_000 ? name : `sha256:${createHash('sha256').update(name).digest('hex')}`
}

type Known = { byGuid: Map<string, KnownItem>; byUrl: Map<string, KnownItem> }

async function findKnown(db: Db, source: Source, items: readonly Identified[]): Promise<Known> {
  const rows = await findKnownItems(
    db,
    source,
    items.map((item) => item.guid),
    items.flatMap((item) => (item.url ? [item.url] : [])),
  )
  const byGuid = new Map<string, KnownItem>()
  const byUrl = new Map<string, KnownItem>()
  for (const row of rows) {
    if (row.sourceId === source.id) byGuid.set(row.guid, row)
    if (row.url && row.storyId) byUrl.set(row.url, row)
  }
  return { byGuid, byUrl }
}

function sameAs(known: KnownItem | undefined, item: Identified): boolean {
  return known !== undefined && item.hash.equals(known.hash)
}

/** One transaction: what is known is asked again under the member's lock, then stories and items are written. */
async function take(
  tx: Tx,
  context: WireContext,
  source: Source,
  batch: readonly (Identified & { drafted: Drafted })[],
): Promise<{ added: number; changed: number; refused: number }> {
  await lockMemberItems(tx, source.memberId)
  const known = await findKnown(tx, source, batch)
  const fresh: { at: number; draft: Draft }[] = []
  const revisions: Revision[] = []
  const storyOf: (StoryId | null)[] = batch.map((item, at) => {
    const before =
      known.byGuid.get(item.guid)?.storyId ?? (item.url ? known.byUrl.get(item.url)?.storyId : null) ?? null
    if (item.drafted.kind === 'refused') return before
    const { draft } = item.drafted
    if (before === null) fresh.push({ at, draft })
    // Another feed of the same site that brings the story in its own words is no new version of it.
    else if (known.byGuid.get(item.guid)?.storyId === before)
      revisions.push({ id: before, kind: 'update', note: '', text: draft.text })
    return before
  })
  const isErased = (item: Identified) =>
    known.byGuid.get(item.guid)?.erased || (item.url !== null && known.byUrl.get(item.url)?.erased)
  const drafts = fresh.map((entry) => entry.draft)
  const revised = await publishAndRevise(tx, context, { drafts, revisions }, async (ids) => {
    fresh.forEach((entry, i) => {
      storyOf[entry.at] = ids[i] ?? null
    })
    await keepItems(
      tx,
      batch.map((item, at) => kept(item, source, storyOf[at] ?? null, isErased(item) ? context.now : null)),
      context.now,
    )
  })
  return {
    added: fresh.length,
    changed: revised.filter((outcome) => outcome === 'revised').length,
    refused: batch.filter((item) => item.drafted.kind === 'refused').length,
  }
}

function kept(
  item: Identified & { drafted: Drafted },
  source: Source,
  storyId: StoryId | null,
  erasedAt: Date | null,
): KeptItem {
  return {
    sourceId: source.id,
    memberId: source.memberId,
    guid: item.guid,
    url: item.url,
    hash: item.hash,
    raw: erasedAt ? null : deflateRawSync(item.item.raw ?? JSON.stringify(item.item), { level: 3 }),
    storyId,
    erasedAt,
    refused: item.drafted.kind === 'refused' ? item.drafted.why : null,
  }
}
