/**
 * An `<item>` or `<entry>` as we take it. Feeds mix vocabularies freely (Dublin Core in Atom, Atom in RSS), so there is
 * one reader for all; every list of names is in order of preference, the format's own word first.
 */

import { absolute } from './addresses.ts'
import { categoriesOf } from './categories.ts'
import type { Dates } from './dates-of.ts'
import type { DocumentItem } from './document.ts'
import { all, type Element, first, textOf } from './element.ts'
import { licenceOf, linkWithRel, pageOf } from './links.ts'
import { htmlOf, plain, plainOf } from './markup.ts'
import { enclosuresOf, mediaOf } from './media.ts'
import { people } from './people.ts'
import { placeOf } from './places.ts'
import { readThread } from './threads.ts'
import { readTimes } from './times.ts'

/** `document` is the decoded text the element's offsets belong to. */
export function itemOf(element: Element, document: string, dates: Dates): DocumentItem {
  const item: DocumentItem = {}
  identify(item, element)
  const title = titleOf(element)
  if (title) item.title = title
  readBodies(item, element)
  readTimes(item, element, dates)
  const authors = people(authorsOf(element))
  if (authors) item.authors = authors
  const contributors = people(contributorsOf(element))
  if (contributors) item.contributors = contributors
  const categories = categoriesOf(element)
  if (categories) item.categories = categories
  readRest(item, element)
  item.raw = document.slice(element.start, element.end)
  return item
}

/** Who may be meant by the author of a feed or item: the first of these words that names anybody counts. */
const authorNames: readonly (readonly string[])[] = [
  ['atom:author', 'rss:author'],
  ['dc:creator', 'dc:author', 'dcterms:creator'],
  ['itunes:author', 'googleplay:author'],
  ['rss:managingeditor'],
  ['itunes:owner', 'googleplay:owner'],
  ['rss:webmaster'],
]

export function authorsOf(element: Element): Element[] {
  for (const names of authorNames) {
    const found = all(element, ...names).filter((one) => one.text.trim() !== '' || one.children.length > 0)
    if (found.length > 0) return found
  }
  return []
}

export function contributorsOf(element: Element): Element[] {
  return all(element, 'atom:contributor', 'rss:contributor', 'dc:contributor', 'dcterms:contributor', 'podcast:person')
}

export function titleOf(element: Element): string | undefined {
  for (const name of ['atom:title', 'rss:title', 'dc:title', 'dcterms:title', 'media:title', 'itunes:title']) {
    const title = first(element, name)
    const text = title && plainOf(title)
    if (text) return text
  }
  return undefined
}

function identify(item: DocumentItem, element: Element): void {
  const guid = first(element, 'rss:guid')
  const about = element.attributes['rdf:about']
  const atomId = first(element, 'atom:id')
  if (atomId?.text.trim())
    item.id = /^\s*[/.?#]/.test(atomId.text) ? absolute(atomId.text, atomId.base) : atomId.text.trim()
  else if (guid?.text.trim()) item.id = guid.text.trim()
  else if (about?.trim()) item.id = about.trim()
  else {
    const other = textOf(element, 'dc:identifier', 'dcterms:identifier')
    if (other) item.id = other
  }
  const page = pageOf(element)
  // RSS 2.0: a guid is an address unless it says otherwise; where there is a link too, the link is the address.
  const claim = (guid?.attributes.ispermalink ?? 'true').trim().toLowerCase()
  const permalink = guid && claim === 'true' ? addressIn(guid) : undefined
  if (guid?.text.trim() && claim === 'true' && (page === undefined || page === permalink)) item.idIsPermalink = true
  const original = textOf(element, 'feedburner:origlink')
  if (original && original !== page) item.originalUrl = original
  const url = page ?? permalink ?? addressOfLast(element, about)
  if (url) item.url = url
}

/** Where an item has no link: what it is about, an id that is an address, or all it consists of. */
function addressOfLast(element: Element, about: string | undefined): string | undefined {
  if (about && /^https?:/i.test(about)) return about
  if (element.attributes.href) return absolute(element.attributes.href, element.base)
  const id = textOf(element, 'atom:id')
  if (id && /^https?:\/\//i.test(id)) return id
  return textOf(element, 'feedburner:origlink') ?? enclosuresOf(element)?.[0]?.url
}

function addressIn(guid: Element): string | undefined {
  const text = guid.text.trim()
  return /^https?:\/\//i.test(text) || /^[/.]/.test(text) ? absolute(text, guid.base) : undefined
}

const bodyNames = [
  'content:encoded',
  'atom:content',
  'xhtml:body',
  'xhtml:div',
  'rss:fullitem',
  'rss:body',
  'content:items',
  'rss:content',
  'source:markdown',
]
const summaryNames = [
  'atom:summary',
  'rss:description',
  'rss:summary',
  'rss:abstract',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'googleplay:description',
  'media:description',
  'itunes:subtitle',
]

function readBodies(item: DocumentItem, element: Element): void {
  const content = firstBody(element, bodyNames)
  const summary = firstBody(element, summaryNames) ?? groupDescription(element)
  if (content) item.content = content.html
  if (summary) item.summary = summary.html
  if (!content && summary) readBoth(item, element)
  const base = content?.base ?? summary?.base ?? element.base
  if (base) item.base = base
}

/** RSS with both a description and a summary, which it does not have: the first is short, the second long. */
function readBoth(item: DocumentItem, element: Element): void {
  const [summary, content] = element.children.filter(
    (child) => child.name === 'rss:description' || child.name === 'rss:summary',
  )
  if (!summary || !content || summary.name === content.name) return
  const [short, long] = [htmlOf(summary), htmlOf(content)]
  if (!short || !long) return
  item.summary = short
  item.content = long
}

function groupDescription(element: Element): { html: string; base: string | undefined } | undefined {
  const group = first(element, 'media:group')
  return group && firstBody(group, ['media:description'])
}

function firstBody(element: Element, names: readonly string[]): { html: string; base: string | undefined } | undefined {
  for (const name of names)
    for (const child of element.children) {
      if (child.name !== name) continue
      const html = htmlOf(child)
      if (html) return { html, base: child.base }
    }
  return undefined
}

function readRest(item: DocumentItem, element: Element): void {
  const language = textOf(element, 'dc:language', 'dcterms:language', 'rss:language') ?? element.language
  if (language) item.language = language.replace(/_/g, '-')
  const rights =
    first(element, 'atom:rights') ??
    first(element, 'atom:copyright', 'rss:copyright', 'dc:rights', 'dcterms:rights', 'media:copyright')
  const said = rights && plainOf(rights)
  if (said) item.rights = said
  const licence = licenceOf(element)
  if (licence) item.licence = licence
  readThread(item, element)
  const enclosures = enclosuresOf(element)
  if (enclosures) item.enclosures = enclosures
  const media = mediaOf(element)
  if (media) item.media = media
  const source = sourceOf(element)
  if (source) item.source = source
  const place = placeOf(element)
  if (place) item.place = place
}

/** Where the item came from before: RSS's `<source url>`, Atom's `<source>` (RFC 4287, 4.2.11), `dc:source`. */
function sourceOf(element: Element): DocumentItem['source'] {
  const source: NonNullable<DocumentItem['source']> = {}
  const atom = first(element, 'atom:source')
  const rss = first(element, 'rss:source')
  if (atom) {
    const title = titleOf(atom)
    if (title) source.title = title
    const url = pageOf(atom) ?? linkWithRel(atom, 'self')
    if (url) source.url = url
    const id = textOf(atom, 'atom:id')
    if (id) source.id = id
  } else if (rss) {
    const title = plain(rss.text)
    if (title) source.title = title
    const url = rss.attributes.url
    if (url?.trim()) source.url = absolute(url, rss.base)
  } else {
    const text = textOf(element, 'dc:source', 'dcterms:source')
    if (text && /^https?:\/\/\S+$/i.test(text)) source.url = text
    else if (text) source.title = plain(text)
  }
  return Object.keys(source).length > 0 ? source : undefined
}
