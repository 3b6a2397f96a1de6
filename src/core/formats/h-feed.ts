/**
 * Pages that are their own feed: microformats h-feed and h-entry, and the older hAtom. One pass over the tags; what
 * stands between is cut out of the page by its offsets.
 */
import type { Parser } from 'htmlparser2'
import { absolute } from './addresses.ts'
import type { Dates } from './dates-of.ts'
import type { DocumentItem, FeedFacts, Hints, ParsedDocument, Person } from './document.ts'
import { escapeHtml } from './entities.ts'
import { meantMarkup } from './escapes.ts'
import { squash } from './markup.ts'
import { readTags } from './page.ts'

type Attributes = Readonly<Record<string, string>>

/** hAtom's and hCard's names for what microformats 2 writes with a prefix. */
const olderNames: Readonly<Record<string, string>> = {
  hfeed: 'h-feed',
  hentry: 'h-entry',
  vcard: 'h-card',
  'entry-title': 'p-name',
  'entry-summary': 'p-summary',
  'entry-content': 'e-content',
  published: 'dt-published',
  updated: 'dt-updated',
  author: 'p-author',
  fn: 'p-name',
}
const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
const mostItems = 1000
const deepest = 200
/** Characters of a class attribute. */
const longestClasses = 1000
/** Pieces of text in a title, a name or a summary. */
const mostPieces = 1000

/** A property being read. Its words are those told since its element opened; `from` is where its inside begins. */
type Property = { prefix: string; name: string; attributes: Attributes; tag: string; word: number; from: number }
type Thing = {
  kind: string
  property: Property | undefined
  values: Map<string, string[]>
  people: Person[]
  start: number
  /** Where its title or its bookmark leads. */
  page: string | undefined
  /** What an entry that names nothing in it says: its words, and where it leads. */
  word: number
  href: string | undefined
}
type Open = { properties: Property[]; thing: Thing | undefined }

/** `ok` only where the page holds entries. */
export function readHFeed(html: string, hints: Hints, dates: Dates): ParsedDocument {
  const page = readPage(html, hints.base, dates)
  const format = page.items.length > 0 ? 'h-feed' : 'html'
  const problems = page.items.length > 0 ? [] : ['this is a page without entries, not a feed']
  return { ok: page.items.length > 0, format, problems, feed: page.feed, items: page.items, tombstones: [] }
}

function readPage(html: string, address: string | undefined, dates: Dates): { feed: FeedFacts; items: DocumentItem[] } {
  const feed: FeedFacts = {}
  const items: DocumentItem[] = []
  const open: Open[] = []
  const things: Thing[] = []
  const gathering: Property[] = []
  /** What the page says while something is read of it. */
  const told: string[] = []
  let base = address
  let title: string[] | undefined

  const finish = (level: Open, parser: Parser): void => {
    for (const property of level.properties) {
      const at = gathering.indexOf(property)
      if (at !== -1) gathering.splice(at, 1)
      const words = wordsFrom(told, property.word)
      const owner = level.thing?.property === property ? things.at(-2) : things.at(-1)
      if (level.thing?.property === property && level.thing.kind === 'h-card')
        addPerson(owner, property, level.thing, words, base)
      else if (owner)
        addValue(owner, property.name, saidBy(property, words, html.slice(property.from, parser.startIndex), base))
    }
    if (!level.thing) return
    things.pop()
    const { thing } = level
    if (thing.kind === 'h-entry' && items.length < mostItems && !things.some((other) => other.kind === 'h-entry'))
      items.push(itemOf(thing, wordsFrom(told, thing.word), html.slice(thing.start, parser.endIndex + 1), base, dates))
    if (thing.kind === 'h-feed') describeFeed(feed, thing)
    if (things.length === 0) told.length = 0
  }

  readTags(html, (parser) => ({
    onopentag(tag, attributes) {
      if (tag === 'base' && attributes.href) base = absolute(attributes.href, address)
      if (tag === 'html' && attributes.lang) feed.language = attributes.lang
      if (tag === 'title' && !feed.title) title = []
      const level = openedBy(tag, attributes, parser, told.length, things.length > 0)
      if (open.length < deepest) {
        gathering.push(...level.properties.filter((one) => one.prefix !== 'e'))
        if (level.thing) things.push(level.thing)
      }
      const around = things.at(-1)
      if (around && attributes.href) {
        const href = absolute(attributes.href, base)
        around.href ??= href
        if (attributes.rel === 'bookmark' || gathering.some(({ name }) => name === 'name')) around.page ??= href
      }
      if (tag === 'img' && attributes.alt && things.length > 0) told.push(attributes.alt)
      open.push(open.length < deepest ? level : { properties: [], thing: undefined })
    },
    ontext(text) {
      title?.push(text)
      if (things.length > 0) told.push(text)
    },
    onclosetag(tag) {
      if (tag === 'title' && title) {
        const words = squash(title.join(''))
        if (words) feed.title = words
        title = undefined
      }
      if (tag === 'br' && things.length > 0) told.push(' ')
      const level = open.pop()
      if (level) finish(level, parser)
    },
  }))
  if (address) feed.link ??= address
  return { feed, items }
}

function wordsFrom(told: readonly string[], word: number): string {
  return squash(told.slice(word, word + mostPieces).join(''))
}

function openedBy(tag: string, attributes: Attributes, parser: Parser, word: number, within: boolean): Open {
  const classes = attributes.class?.trim()
  if (!classes) return { properties: [], thing: undefined }
  let kind: string | undefined
  const properties: Property[] = []
  for (const written of new Set(classes.slice(0, longestClasses).split(/\s+/))) {
    const name = olderNames[written] ?? written
    if (name === 'h-feed' || name === 'h-entry' || name === 'h-card' || name === 'h-cite') kind ??= name
    const property = within ? /^(p|u|dt|e)-([a-z-]+)$/.exec(name) : null
    if (property)
      properties.push({
        prefix: property[1] ?? '',
        name: property[2] ?? '',
        attributes,
        tag,
        word,
        from: empty.has(tag) ? parser.startIndex : parser.endIndex + 1,
      })
  }
  const thing: Thing | undefined = kind
    ? {
        kind,
        property: properties[0],
        values: new Map(),
        people: [],
        start: parser.startIndex,
        page: undefined,
        word,
        href: undefined,
      }
    : undefined
  return { properties, thing }
}

function addValue(owner: Thing, name: string, value: string): void {
  if (!value) return
  if (name === 'author') {
    owner.people.push({ name: value })
    return
  }
  const values = owner.values.get(name)
  if (values) values.push(value)
  else owner.values.set(name, [value])
}

/** microformats.org/wiki/microformats2-parsing: where each kind of property keeps its value. */
function saidBy(property: Property, words: string, inner: string, base: string | undefined): string {
  const { attributes, tag } = property
  switch (property.prefix) {
    case 'u': {
      const address = attributes.href ?? attributes.src ?? attributes.data ?? attributes.value ?? words
      return address ? absolute(address, base) : ''
    }
    case 'dt':
      return attributes.datetime ?? (tag === 'abbr' ? attributes.title : undefined) ?? attributes.value ?? words
    case 'e':
      return inner.trim()
    default:
      return (
        (tag === 'abbr' || tag === 'link' ? attributes.title : undefined) ??
        (tag === 'data' || tag === 'input' ? attributes.value : undefined) ??
        words
      )
  }
}

function addPerson(
  owner: Thing | undefined,
  property: Property,
  card: Thing,
  words: string,
  base: string | undefined,
): void {
  if (!owner || property.name !== 'author') return
  const person: Person = {}
  const name = card.values.get('name')?.[0] ?? words
  if (name) person.name = name
  const url =
    card.values.get('url')?.[0] ?? (property.attributes.href ? absolute(property.attributes.href, base) : undefined)
  if (url) person.url = url
  const email = card.values.get('email')?.[0]?.replace(/^mailto:/, '')
  if (email) person.email = email
  owner.people.push(person)
}

function itemOf(entry: Thing, words: string, raw: string, base: string | undefined, dates: Dates): DocumentItem {
  const item: DocumentItem = { raw }
  const one = (name: string): string | undefined => entry.values.get(name)?.[0]
  const url = one('url') ?? entry.page ?? (entry.values.size === 0 ? entry.href : undefined)
  const id = one('uid') ?? url
  if (id) item.id = id
  if (url) item.url = url
  const content = one('content')
  const title = one('name') ?? (content ? undefined : words)
  if (title) item.title = title
  if (content) item.content = meantMarkup(content)
  const summary = one('summary')
  if (summary) item.summary = escapeHtml(summary)
  const published = dates.read(one('published'))
  if (published) item.published = published
  const updated = dates.read(one('updated'))
  if (updated) item.updated = updated
  if (entry.people.length > 0) item.authors = entry.people
  const terms = entry.values.get('category')
  if (terms) item.categories = terms.map((term) => ({ term }))
  const photos = entry.values.get('featured') ?? entry.values.get('photo')
  if (photos) item.media = photos.map((photo) => ({ url: photo, medium: 'image' }))
  const place = one('location')
  if (place) item.place = { name: place }
  if (base) item.base = base
  return item
}

function describeFeed(feed: FeedFacts, thing: Thing): void {
  const title = thing.values.get('name')?.[0]
  if (title) feed.title = title
  const url = thing.values.get('url')?.[0]
  if (url) feed.link = url
  const subtitle = thing.values.get('summary')?.[0]
  if (subtitle) feed.subtitle = subtitle
  if (thing.people.length > 0) feed.authors = thing.people
}
