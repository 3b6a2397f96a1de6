/** Names the items of a document: by what each is known again, and what tells that it changed. */
import { hash } from 'node:crypto'
import type { DocumentItem, FeedFacts } from '../core/formats/document.ts'
import { comparable } from '../core/spaces.ts'
import { keyOf, type Marks, type Uniqueness } from '../core/story/identity.ts'
import { normaliseUrl } from '../core/url.ts'

/** An item and what it may be known by. */
export type Named = {
  readonly item: DocumentItem
  readonly marks: Marks
  /** Addresses of its page in normal form, the original first. */
  readonly pages: () => readonly string[]
}

export type Identified = Named & {
  /** What makes it the same again at its source, and what came of it, as hexadecimal digits of 16 bytes. */
  readonly key: string
  readonly hash: string
}

/** What items may be known by, in the document's order. Addresses are only read when they are asked for. */
export function nameItems(items: readonly DocumentItem[], feed: FeedFacts): Named[] {
  const home = feed.link ? normaliseUrl(feed.link) : null
  return items.map((item) => {
    let known: readonly string[] | undefined
    const pages = () => {
      known ??= [...new Set([item.originalUrl, item.url].flatMap((url) => pageOf(url, home) ?? []))]
      return known
    }
    const marks: Marks = {
      id: named(item.id),
      get link() {
        return pages()[0] ?? ''
      },
      title: comparable(item.title ?? ''),
      text: item.content ?? item.summary ?? '',
    }
    return { item, marks, pages }
  })
}

/** An id as the database can keep it: what is asked for again must be the same. */
function named(id: string | undefined): string {
  return (id ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toWellFormed()
}

/**
 * Without what is listed twice: the same page under the same title and with the same enclosures, whatever ids it was
 * given; the first counts. Three that differ in their words or moments are not one item, they only look alike. Who knows the
 * items by their words alone needs all of them.
 */
export function withoutRepeats(items: readonly Named[]): readonly Named[] {
  const alike = Map.groupBy(items, ({ marks }) => marks.title || marks.text)
  if (alike.size === items.length) return items
  const repeats = new Set([...alike.values()].flatMap((group) => (group.length > 1 ? repeatsIn(group) : [])))
  return items.filter((item) => !repeats.has(item))
}

function repeatsIn(alike: readonly Named[]): Named[] {
  const paged = alike.filter(({ pages }) => pages().length > 0)
  const byPage = Map.groupBy(paged, ({ item, pages }) =>
    [pages()[0], ...(item.enclosures ?? []).map(({ url }) => url)].join('\n'),
  )
  return [...byPage.values()].flatMap((group) =>
    new Set(group.map(({ item, marks }) => `${item.published ?? ''}\n${marks.text}`)).size < 3 ? group.slice(1) : [],
  )
}

/** Gives items their keys under a policy; of two with one key the first counts, as feeds are newest first. */
export function identify(items: readonly Named[], policy: Uniqueness): Identified[] {
  const found = new Map<string, Identified>()
  for (const named of items) {
    const key = short(keyOf(policy, named.marks))
    if (!found.has(key)) found.set(key, { ...named, key, hash: short(named.item.raw ?? JSON.stringify(named.item)) })
  }
  return [...found.values()]
}

/** The keys items have under a policy, without those that several share. */
export function ownKeys(items: readonly Named[], policy: Uniqueness): Map<DocumentItem, string> {
  const keys = items.map(({ item, marks }) => [item, short(keyOf(policy, marks))] as const)
  const uses = new Map<string, number>()
  for (const [, key] of keys) uses.set(key, (uses.get(key) ?? 0) + 1)
  return new Map(keys.filter(([, key]) => uses.get(key) === 1))
}

/**
 * The addresses each item is known by at its member, by its key: its pages, without those it shares with others of the
 * document; its id where it has no page.
 */
export function addressesOf(items: readonly Identified[]): Map<string, readonly string[]> {
  const uses = new Map<string, number>()
  for (const page of items.flatMap(({ pages }) => pages())) uses.set(page, (uses.get(page) ?? 0) + 1)
  return new Map(
    items.map(({ key, marks, pages }) => {
      if (pages().length === 0) return [key, marks.id ? [`id:${short(marks.id)}`] : []]
      return [key, pages().filter((page) => uses.get(page) === 1)]
    }),
  )
}

/** An address that can be one item's page: not the site's front, not the feed's own home. */
function pageOf(address: string | undefined, home: string | null): string | null {
  const url = address ? normaliseUrl(address) : null
  return url === home || (url !== null && !/[/?]/.test(url)) ? null : url
}

/** 16 bytes of a text's hash, as hexadecimal digits. */
export function short(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32)
}

/** The bytes of such digits. */
export function bytes(digits: string): Buffer {
  return Buffer.from(digits, 'hex')
}

const entry = 32

/** What a document lists, to be kept until the next visit: key and hash of each item. */
export function listingOf(items: readonly Identified[]): Buffer {
  return Buffer.from(items.map(({ key, hash }) => key + hash).join(''), 'hex')
}

/** The keys a listing names, in its order, each with its hash. */
export function readListing(listing: Buffer | null): Map<string, string> {
  const listed = new Map<string, string>()
  if (!listing) return listed
  const digits = listing.toString('hex')
  for (let at = 0; at + 2 * entry <= digits.length; at += 2 * entry)
    listed.set(digits.slice(at, at + entry), digits.slice(at + entry, at + 2 * entry))
  return listed
}
