/**
 * An `<item>` or `<entry>` as we take it. Feeds mix vocabularies freely (Dublin Core in Atom, Atom in RSS), so there is
 * one reader for all; every list of names is in order of preference, the format's own word first.
 */

import { absolute } from './addresses.ts'
import { categoriesOf } from './categories.ts'
import type { Dates } from './dates-of.ts'
import type { DocumentItem } from './document.ts'
import { all, type Element, first, textOf, type Words, words } from './element.ts'
import { licenceOf, linkWithRel, pageOf, pagesByLanguage } from './links.ts'
import { firstPlain, htmlOf, plain } from './markup.ts'
import { enclosuresOf, mediaOf } from './media.ts'
import { people } from './people.ts'
import { placeOf } from './places.ts'
import { readProvenance } from './provenance.ts'
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
const authorWords: readonly Words[] = [
  words('atom:author', 'rss:author'),
  words('dc:creator', 'dc:author', 'dcterms:creator'),
  words('itunes:author', 'googleplay:author'),
  words('rss:managingeditor'),
  words('itunes:owner', 'googleplay:owner'),
  words('rss:webmaster'),
]
const contributors = words(
  'atom:contributor',
  'rss:contributor',
  'dc:contributor',
  'dcterms:contributor',
  'podcast:person',
)
const titles = words('atom:title', 'rss:title', 'dc:title', 'dcterms:title', 'media:title', 'itunes:title')
const languages = words('dc:language', 'dcterms:language', 'rss:language')
const rights = words('atom:rights', 'atom:copyright', 'rss:copyright', 'dc:rights', 'dcterms:rights', 'media:copyright')
const guids = words('rss:guid')
const atomIds = words('atom:id')
const identifiers = words('dc:identifier', 'dcterms:identifier')
const originals = words('feedburner:origlink')
const groups = words('media:group')
const groupDescriptions = words('media:description')
const atomSources = words('atom:source')
const rssSources = words('rss:source')
const dublinSources = words('dc:source', 'dcterms:source')

export function authorsOf(element: Element): Element[] {
  for (const words of authorWords) {
    const found = all(element, words).filter((one) => one.text.trim() !== '' || one.children.length > 0)
    if (found.length > 0) return found
  }
  return []
}

export function contributorsOf(element: Element): readonly Element[] {
  return all(element, contributors)
}

export function titleOf(element: Element): string | undefined {
  return firstPlain(element, titles)
}

export function rightsOf(element: Element): string | undefined {
  return firstPlain(element, rights)
}

export function languageOf(element: Element): string | undefined {
  return (textOf(element, languages) ?? element.language)?.replace(/_/g, '-')
}

function identify(item: DocumentItem, element: Element): void {
  const guid = first(element, guids)
  const about = element.attributes['rdf:about']
  const atomId = first(element, atomIds)
  if (atomId?.text.trim())
    item.id = /^\s*[/.?#]/.test(atomId.text) ? absolute(atomId.text, atomId.base) : atomId.text.trim()
  else if (guid?.text.trim()) item.id = guid.text.trim()
  else if (about?.trim()) item.id = about.trim()
  else {
    const other = textOf(element, identifiers)
    if (other) item.id = other
  }
  const page = pageOf(element)
  // RSS 2.0: a guid is an address unless it says otherwise; where there is a link too, the link is the address.
  const claim = (guid?.attributes.ispermalink ?? 'true').trim().toLowerCase()
  const permalink = guid && claim === 'true' ? addressIn(guid) : undefined
  if (guid?.text.trim() && claim === 'true' && (page === undefined || page === permalink)) item.idIsPermalink = true
  const original = textOf(element, originals)
  if (original && original !== page) item.originalUrl = original
  const url = page ?? permalink ?? addressOfLast(element, about)
  if (url) item.url = url
}

/** Where an item has no link: what it is about, an id that is an address, or all it consists of. */
function addressOfLast(element: Element, about: string | undefined): string | undefined {
  if (about && /^https?:/i.test(about)) return about
  if (element.attributes.href) return absolute(element.attributes.href, element.base)
  const id = textOf(element, atomIds)
  if (id && /^https?:\/\//i.test(id)) return id
  return textOf(element, originals) ?? enclosuresOf(element)?.[0]?.url
}

function addressIn(guid: Element): string | undefined {
  const text = guid.text.trim()
  return /^https?:\/\//i.test(text) || /^[/.]/.test(text) ? absolute(text, guid.base) : undefined
}

const bodyNames = words(
  'content:encoded',
  'atom:content',
  'xhtml:body',
  'xhtml:div',
  'rss:fullitem',
  'rss:body',
  'content:items',
  'rss:content',
  'source:markdown',
)
const summaryNames = words(
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
)

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
  const group = first(element, groups)
  return group && firstBody(group, groupDescriptions)
}

function firstBody(element: Element, words: Words): { html: string; base: string | undefined } | undefined {
  for (const { name, vocabulary } of words) {
    if ((element.spoken & vocabulary) === 0) continue
    for (const child of element.children) {
      if (child.name !== name) continue
      const html = htmlOf(child)
      if (html) return { html, base: child.base }
    }
  }
  return undefined
}

function readRest(item: DocumentItem, element: Element): void {
  const language = languageOf(element)
  if (language) item.language = language
  const translations = pagesByLanguage(element).filter(({ url }) => url !== item.url)
  if (translations.length > 0) item.translations = translations
  const rights = rightsOf(element)
  if (rights) item.rights = rights
  const licence = licenceOf(element)
  if (licence) item.licence = licence
  readThread(item, element)
  const enclosures = enclosuresOf(element)
  if (enclosures) item.enclosures = enclosures
  const media = mediaOf(element)
  if (media) item.media = media
  const source = sourceOf(element)
  if (source) item.source = source
  readProvenance(item, element)
  const place = placeOf(element)
  if (place) item.place = place
}

/** Where the item came from before: RSS's `<source url>`, Atom's `<source>` (RFC 4287, 4.2.11), `dc:source`. */
function sourceOf(element: Element): DocumentItem['source'] {
  const source: NonNullable<DocumentItem['source']> = {}
  const atom = first(element, atomSources)
  const rss = first(element, rssSources)
  if (atom) {
    const title = titleOf(atom)
    if (title) source.title = title
    const url = pageOf(atom) ?? linkWithRel(atom, 'self')
    if (url) source.url = url
    const id = textOf(atom, atomIds)
    if (id) source.id = id
  } else if (rss) {
    const title = plain(rss.text)
    if (title) source.title = title
    const url = rss.attributes.url
    if (url?.trim()) source.url = absolute(url, rss.base)
  } else {
    const text = textOf(element, dublinSources)
    if (text && /^https?:\/\/\S+$/i.test(text)) source.url = text
    else if (text) source.title = plain(text)
  }
  return Object.keys(source).length > 0 ? source : undefined
}
