/** OPML 1 and 2: lists of feeds. Each outline with an address becomes an item; the folders around it, categories. */

import { absolute } from './addresses.ts'
import type { Dates } from './dates-of.ts'
import type { DocumentItem, FeedFacts, Hints, ParsedDocument } from './document.ts'
import { type Element, first, textOf, words } from './element.ts'
import { htmlOfText, plain } from './markup.ts'
import { readElements } from './tree.ts'

const heads = words('opml:head')
const bodies = words('opml:body')
const titles = words('opml:title')
const created = words('opml:datecreated')
const modified = words('opml:datemodified')
const ownerNames = words('opml:ownername')
const ownerEmails = words('opml:owneremail')

/** In an item: `source.url` is the feed's address, `url` the site's. */
export function readOpml(text: string, start: number, hints: Hints, dates: Dates): ParsedDocument {
  const { root, problems } = readElements(text, start, { family: 'opml', base: hints.base, onItem: () => {} })
  const items: DocumentItem[] = []
  const body = first(root, bodies) ?? root
  collect(body, items, text)
  const head = first(root, heads)
  const document: ParsedDocument = {
    ok: true,
    format: 'opml',
    problems,
    feed: head ? factsOf(head, dates) : {},
    items,
    tombstones: [],
  }
  const version = root.attributes.version?.trim()
  if (version) document.version = version
  return document
}

function factsOf(head: Element, dates: Dates): FeedFacts {
  const facts: FeedFacts = {}
  const title = textOf(head, titles)
  if (title) facts.title = plain(title)
  const published = dates.read(textOf(head, created))
  if (published) facts.published = published
  const updated = dates.read(textOf(head, modified))
  if (updated) facts.updated = updated
  const name = textOf(head, ownerNames)
  const email = textOf(head, ownerEmails)
  if (name || email) facts.authors = [{ ...(name ? { name } : {}), ...(email ? { email } : {}) }]
  return facts
}

/** In the order of the document, without recursion: outlines may nest as deep as the document is long. */
function collect(body: Element, items: DocumentItem[], document: string): void {
  const waiting: { element: Element; path: readonly string[] }[] = [{ element: body, path: [] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element, path } = next
    const name = plain(element.attributes.text ?? element.attributes.title ?? '')
    const address = element.attributes.xmlurl?.trim()
    if (address) items.push(itemOf(element, address, path, document))
    const within = element === body || address || name === '' || path.length > 20 ? path : [...path, name]
    for (const child of element.children.toReversed())
      if (child.name === 'opml:outline') waiting.push({ element: child, path: within })
  }
}

function itemOf(outline: Element, address: string, path: readonly string[], document: string): DocumentItem {
  const { attributes } = outline
  const url = absolute(address, outline.base)
  const item: DocumentItem = { id: url, source: { url }, raw: document.slice(outline.start, outline.end) }
  const title = plain(attributes.text || attributes.title || '')
  if (title) {
    item.title = title
    item.source = { title, url }
  }
  if (attributes.htmlurl?.trim()) item.url = absolute(attributes.htmlurl, outline.base)
  if (attributes.description?.trim()) item.summary = htmlOfText(attributes.description)
  if (attributes.language?.trim() && attributes.language !== 'unknown') item.language = attributes.language.trim()
  const terms = [
    ...path,
    ...(attributes.category ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  ]
  if (terms.length > 0) item.categories = [...new Set(terms)].map((term) => ({ term }))
  return item
}
