/** JSON Feed 1.0 and 1.1 (jsonfeed.org), leniently: any value may have any type, and only what makes sense is taken. */

import { absolute } from './addresses.ts'
import type { Dates } from './dates-of.ts'
import {
  type DocumentItem,
  type Enclosure,
  type FeedFacts,
  type Hints,
  type ParsedDocument,
  type Person,
  tooMany,
} from './document.ts'
import { meantMarkup } from './escapes.ts'
import { htmlOfText, plain, squash } from './markup.ts'

type Json = Readonly<Record<string, unknown>>

export function readJsonFeed(text: string, hints: Hints, dates: Dates): ParsedDocument {
  const problems: string[] = []
  const feed = objectOf(parse(text, problems))
  const version = stringOf(feed.version)
  const entries = listOf(feed.items)
  const isFeed = /jsonfeed\.org\/version\//.test(version ?? '') || Array.isArray(feed.items)
  if (!isFeed)
    return {
      ok: false,
      format: 'json',
      problems: [...problems, 'this JSON is no JSON Feed'],
      feed: {},
      items: [],
      tombstones: [],
    }
  const base = addressOf(feed.feed_url, hints.base) ?? addressOf(feed.home_page_url, hints.base) ?? hints.base
  const document: ParsedDocument = {
    ok: true,
    format: 'json',
    problems: [...tooMany(entries.length, hints), ...problems],
    feed: factsOf(feed, base),
    items: entries
      .slice(0, hints.mostItems)
      .filter(isObject)
      .map((entry) => itemOf(entry, base, dates)),
    tombstones: [],
  }
  const number = /version\/(\d+(?:\.\d+)*)/.exec(version ?? '')?.[1]
  if (number) document.version = number.includes('.') ? number : `${number}.0`
  return document
}

/** What JSON.parse refuses for a raw newline, a comma too many or a missing end is mended once. */
function parse(text: string, problems: string[]): unknown {
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  try {
    return JSON.parse(json)
  } catch (error) {
    problems.push(`not well-formed: ${error instanceof Error ? error.message : 'no JSON'}`)
  }
  try {
    return JSON.parse(mended(json))
  } catch {
    return undefined
  }
}

/**
 * Control characters escaped inside strings, commas before a closing bracket dropped, text behind the end dropped, and
 * a document that breaks off cut behind its last whole object, everything around it closed.
 */
function mended(json: string): string {
  const open: string[] = []
  let out = ''
  let whole: { length: number; closing: string } | undefined
  for (const match of json.matchAll(/"(?:[^"\\]|\\[\s\S])*"|[[\]{},]|[^"[\]{},]+|[\s\S]/g)) {
    const [part] = match
    if (part === ',' && /^\s*[\]}]/.test(json.slice(match.index + 1, match.index + 40))) continue
    if (part === '{') open.push('}')
    else if (part === '[') open.push(']')
    out += part.startsWith('"') ? escaped(part) : part
    if (part !== '}' && part !== ']') continue
    open.pop()
    if (open.length === 0) return out
    if (part === '}') whole = { length: out.length, closing: open.toReversed().join('') }
  }
  return whole ? out.slice(0, whole.length) + whole.closing : out
}

function escaped(string: string): string {
  return string.replace(/[\x00-\x1f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function factsOf(feed: Json, base: string | undefined): FeedFacts {
  const facts: FeedFacts = {}
  const put = <K extends keyof FeedFacts>(key: K, value: FeedFacts[K]): void => {
    if (value !== undefined && value !== '') facts[key] = value
  }
  put('title', textOf(feed.title))
  put('subtitle', textOf(feed.description))
  put('link', addressOf(feed.home_page_url, base))
  put('self', addressOf(feed.feed_url, base))
  put('next', addressOf(feed.next_url, base))
  put('language', stringOf(feed.language))
  put('authors', authorsOf(feed, base))
  const hub = listOf(feed.hubs)
    .filter(isObject)
    .find((one) => /websub|hub/i.test(stringOf(one.type) ?? 'hub'))
  put('hub', hub && addressOf(hub.url, base))
  const icon = addressOf(feed.icon, base) ?? addressOf(feed.favicon, base)
  put('image', icon ? { url: icon } : undefined)
  return facts
}

function itemOf(entry: Json, base: string | undefined, dates: Dates): DocumentItem {
  const item: DocumentItem = {}
  const put = <K extends keyof DocumentItem>(key: K, value: DocumentItem[K]): void => {
    if (value !== undefined && value !== '') item[key] = value
  }
  put('id', stringOf(entry.id) ?? stringOf(entry.url))
  put('url', addressOf(entry.url, base) ?? addressOf(entry.external_url, base))
  put('title', textOf(entry.title))
  const said = stringOf(entry.content_text)
  const summary = stringOf(entry.summary)
  const html = stringOf(entry.content_html)
  put('content', html === undefined ? said && htmlOfText(said) : meantMarkup(html))
  put('summary', summary && htmlOfText(squash(summary)))
  put('published', dates.read(stringOf(entry.date_published)))
  put('updated', dates.read(stringOf(entry.date_modified)))
  put('authors', authorsOf(entry, base))
  put('language', stringOf(entry.language))
  const terms = listOf(entry.tags).flatMap((tag) => stringOf(tag) ?? [])
  put('categories', terms.length > 0 ? [...new Set(terms)].map((term) => ({ term })) : undefined)
  const enclosures = listOf(entry.attachments)
    .filter(isObject)
    .flatMap((one) => enclosureOf(one, base) ?? [])
  put('enclosures', enclosures.length > 0 ? enclosures : undefined)
  const image = addressOf(entry.image, base) ?? addressOf(entry.banner_image, base)
  put('media', image ? [{ url: image, medium: 'image' }] : undefined)
  // external_url is what a link blog writes about: the story was there first.
  const elsewhere = addressOf(entry.external_url, base)
  put('source', elsewhere && entry.url ? { url: elsewhere } : undefined)
  put('base', item.url ?? base)
  item.raw = JSON.stringify(entry)
  return item
}

/** 1.1 has `authors`, 1.0 `author`; some write only a name. */
function authorsOf(from: Json, base: string | undefined): Person[] | undefined {
  const many = isObject(from.authors) ? [from.authors] : listOf(from.authors)
  const found = (many.length > 0 ? many : [from.author]).flatMap((one) => {
    if (typeof one === 'string') return one.trim() === '' ? [] : [{ name: squash(one.trim()) }]
    if (!isObject(one)) return []
    const person: Person = {}
    const name = textOf(one.name)
    if (name) person.name = name
    const url = stringOf(one.url)
    if (url?.startsWith('mailto:')) person.email = url.slice(7)
    else if (url) person.url = absolute(url, base)
    return name || url ? [person] : []
  })
  return found.length > 0 ? found : undefined
}

function enclosureOf(attachment: Json, base: string | undefined): Enclosure | undefined {
  const url = addressOf(attachment.url, base)
  if (!url) return undefined
  const enclosure: Enclosure = { url }
  const type = stringOf(attachment.mime_type)
  if (type) enclosure.type = type
  const length = Number(attachment.size_in_bytes)
  if (Number.isSafeInteger(length) && length > 0) enclosure.length = length
  const duration = Math.round(Number(attachment.duration_in_seconds))
  if (Number.isSafeInteger(duration) && duration > 0) enclosure.duration = duration
  return enclosure
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function objectOf(value: unknown): Json {
  return isObject(value) ? value : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function stringOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return undefined
  // JSON can write what no text may hold.
  return value.replaceAll('\0', '').trim() || undefined
}

/** Titles are plain text by the specification; the markup some put there goes. */
function textOf(value: unknown): string | undefined {
  const text = stringOf(value)
  return text && (plain(text) || undefined)
}

function addressOf(value: unknown, base: string | undefined): string | undefined {
  const text = stringOf(value)
  return text && absolute(text, base)
}
