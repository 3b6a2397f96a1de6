/**
 * From tokens to elements: what an XML document says, leniently. Elements that hold text keep it as one string; only
 * the few that hold other elements have children; items are handed over as they close and then forgotten.
 */

import { resolve } from './addresses.ts'
import { type Element, nothing } from './element.ts'
import { escapeHtml } from './entities.ts'
import { type Family, type Names, namesOf } from './namespaces.ts'
import { XmlTokens } from './xml.ts'

export type Reading = {
  family: Family
  base: string | undefined
  /** Called with each item or entry as it closes. */
  onItem(item: Element): void
}

const items = new Set(['rss:item', 'atom:entry', 'atom:item', 'rss:entry'])

/** Whose children are read as elements. Everything else holds text, and elements inside it are markup of that text. */
const containers = new Set([
  ...[
    'rss:rss',
    'rss:entry',
    'atom:item',
    'rdf:rdf',
    'rss:rdf',
    'rss:channel',
    'rss:item',
    'rss:image',
    'rss:textinput',
    'rss:items',
    'rdf:seq',
    'rdf:bag',
    'rdf:li',
  ],
  ...['rss:author', 'rss:contributor', 'rss:logo', 'rss:a', 'rss:skiphours', 'rss:skipdays'],
  ...['atom:feed', 'atom:entry', 'atom:author', 'atom:contributor', 'atom:source', 'atom:link', 'atom:category'],
  ...[
    'dc:creator',
    'dc:contributor',
    'dc:author',
    'dc:publisher',
    'foaf:person',
    'foaf:maker',
    'rdf:value',
    'rdf:description',
  ],
  ...[
    'media:group',
    'media:content',
    'media:thumbnail',
    'media:player',
    'media:community',
    'media:location',
    'media:license',
  ],
  ...['itunes:owner', 'itunes:category', 'itunes:image', 'googleplay:image', 'podcast:alternateenclosure'],
  ...[
    'georss:where',
    'gml:point',
    'gml:linestring',
    'gml:polygon',
    'gml:exterior',
    'gml:linearring',
    'gml:envelope',
    'gml:multipoint',
    'gml:pointmember',
  ],
  ...['geo:point', 'cc:license', 'cc:work', 'at:by', 'at:deleted-entry', 'source:account'],
  ...['opml:opml', 'opml:head', 'opml:body', 'opml:outline'],
])

/** How far up a stray closing tag is looked for. */
const furthest = 64
/** What is nested deeper than this is read as text: nothing a feed means is there. */
const deepest = 64

/** Reads the document from offset `start`: what stands before its root tells of its entities. */
export function readElements(text: string, start: number, reading: Reading): { root: Element; problems: string[] } {
  const tokens = new XmlTokens(text, start)
  const tree = treeOf(tokens, reading)
  for (;;) {
    switch (tokens.next()) {
      case 'open':
        tree.open()
        break
      case 'close':
        tree.close(tokens.name)
        break
      case 'text':
        tree.text(false)
        break
      case 'cdata':
        tree.text(true)
        break
      case 'end':
        return { root: tree.finish(), problems: tokens.problems() }
    }
  }
}

type Level = { element: Element; written: string; names: Names }

function treeOf(tokens: XmlTokens, reading: Reading) {
  const levels: Level[] = []
  let root: Element | undefined
  let leaf: Leaf | undefined
  const wrong = (what: string): void => tokens.wrong(what)

  const finishLeaf = (end: number): void => {
    if (!leaf) return
    const { element } = leaf
    if (leaf.inner.length > 0) tokens.wrong(`<${leaf.inner.at(-1)}> is not closed`)
    element.end = tokens.end
    element.text = leaf.markup ? innerMarkup(tokens.text.slice(leaf.from, end), leaf) : leaf.text
    element.markup = leaf.markup
    leaf = undefined
    levels.pop()
    levels.at(-1)?.element.children.push(element)
  }
  const finishContainer = (): void => {
    const level = levels.pop()
    if (!level) return
    level.element.end = tokens.end
    if (items.has(level.element.name)) reading.onItem(level.element)
    else levels.at(-1)?.element.children.push(level.element)
  }
  const finishTop = (): void => (leaf ? finishLeaf(tokens.start) : finishContainer())

  const closeUpTo = (depth: number): void => {
    while (levels.length > depth) finishTop()
  }
  /** An item inside an item: the closing tag of the first is missing. */
  const restartItem = (): void => {
    const open = levels.findIndex((level) => items.has(level.element.name))
    if (open === -1) return
    wrong(`<${tokens.name}> inside <${tokens.name}>`)
    closeUpTo(open + 1)
    const outer = levels[open]?.element
    // Nothing but a wrapper around the next: it is no item.
    if (outer && outer.children.length === 0) levels.pop()
    closeUpTo(open)
  }

  const openInLeaf = (inside: Leaf): boolean => {
    if (inside.itemTag === tokens.name && !/xml/i.test(inside.element.attributes.type ?? '')) {
      restartItem()
      return false
    }
    inside.markup = true
    for (let index = 0; index < tokens.attributeCount; index++) tokens.attributeValue(index)
    if (tokens.name.includes(':')) inside.prefixed = true
    if (!tokens.selfClosing) inside.inner.push(tokens.name)
    return true
  }

  const newElement = (name: string, parent: Element | undefined, names: Names): Element => {
    const attributes = attributesOf(tokens, names)
    const base = attributes['xml:base']
    const language = attributes['xml:lang']
    return {
      name,
      attributes,
      children: [],
      text: '',
      markup: false,
      base:
        base === undefined
          ? parent
            ? parent.base
            : reading.base
          : (resolve(base, parent ? parent.base : reading.base) ?? parent?.base),
      language: language === undefined ? parent?.language : language.trim().replace(/_/g, '-'),
      start: tokens.start,
      end: tokens.end,
    }
  }

  const open = (): void => {
    if (leaf && openInLeaf(leaf)) return
    let outer = levels.at(-1)
    if (!outer && root) {
      wrong('more than one root element')
      if (levels.length === 0)
        levels.push({ element: root, written: '', names: namesOf(reading.family, '', new Map()) })
      outer = levels.at(-1)
    }
    const declarations = declarationsOf(tokens)
    const names = outer ? outer.names.within(declarations) : namesOf(reading.family, tokens.name, declarations)
    const name = names.element(tokens.name, wrong)
    if (items.has(name)) {
      if (tokens.selfClosing && levels.some((level) => items.has(level.element.name))) {
        wrong(`<${tokens.name}/> inside an item`)
        return
      }
      restartItem()
      outer = levels.at(-1)
    }
    const element = newElement(name, outer?.element, names)
    root ??= element
    levels.push({ element, written: tokens.name, names })
    if ((!containers.has(name) && element !== root) || levels.length > deepest) leaf = leafOf(element, tokens, levels)
    if (tokens.selfClosing) finishTop()
  }

  const close = (written: string): void => {
    if (leaf) {
      const { inner } = leaf
      const last = inner.at(-1)
      if (last === undefined ? levels.at(-1)?.written === written : last === written) {
        if (inner.pop() === undefined) finishLeaf(tokens.start)
        return
      }
      const found = lastNamed(inner, written)
      if (found !== -1) {
        wrong(`<${last}> is closed by </${written}>`)
        inner.length = found
        return
      }
    } else if (levels.at(-1)?.written === written) {
      finishContainer()
      return
    }
    const found = lastNamed(levels, written)
    wrong(
      found === -1
        ? `</${written}> closes nothing`
        : `<${leaf?.inner.at(-1) ?? levels.at(-1)?.written}> is closed by </${written}>`,
    )
    if (found !== -1) closeUpTo(found)
  }

  const text = (cdata: boolean): void => {
    if (leaf) {
      textInLeaf(tokens, leaf, cdata)
      return
    }
    const level = levels.at(-1)
    if (!cdata && isBlank(tokens.text, tokens.from, tokens.to)) return
    if (level) level.element.text += tokens.characters(cdata)
    else wrong('text outside the root element')
  }

  return {
    open,
    close,
    text,
    finish(): Element {
      const last = levels.at(-1)
      if (last && last.written !== '') wrong(`the document ends inside <${leaf?.inner.at(-1) ?? last.written}>`)
      closeUpTo(0)
      return root ?? newElement('', undefined, namesOf(reading.family, '', new Map()))
    },
  }
}

/** An element of text that is being read. */
type Leaf = {
  element: Element
  /** Where its inside begins. */
  from: number
  text: string
  markup: boolean
  /** Tags open inside it. */
  inner: string[]
  prefixed: boolean
  cdata: boolean
  /** How the item around it is written. */
  itemTag: string | undefined
}

function leafOf(element: Element, tokens: XmlTokens, levels: readonly Level[]): Leaf {
  const itemTag = levels.find((level) => items.has(level.element.name))?.written
  return { element, from: tokens.end, text: '', markup: false, inner: [], prefixed: false, cdata: false, itemTag }
}

function textInLeaf(tokens: XmlTokens, leaf: Leaf, cdata: boolean): void {
  const characters = tokens.characters(cdata)
  if (cdata) leaf.cdata = true
  if (!leaf.markup) leaf.text = leaf.text === '' ? characters : leaf.text + characters
}

function innerMarkup(written: string, leaf: Leaf): string {
  let markup = written
  if (leaf.cdata)
    markup = markup.replace(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g, (_, inside: string) => escapeHtml(inside))
  // <xhtml:p> is <p>: what follows knows no prefixes.
  if (leaf.prefixed) markup = markup.replace(/(<\/?)[\w.-]+:(?=\w)/g, '$1')
  return markup
}

function lastNamed(open: readonly (string | Level)[], written: string): number {
  const lower = written.toLowerCase()
  for (let index = open.length - 1; index >= 0 && index >= open.length - furthest; index--) {
    const one = open[index]
    const name = typeof one === 'string' ? one : one?.written
    if (name === written || name?.toLowerCase() === lower) return index
  }
  return -1
}

const noDeclarations: ReadonlyMap<string, string> = new Map()

function declarationsOf(tokens: XmlTokens): ReadonlyMap<string, string> {
  let found: Map<string, string> | undefined
  for (let index = 0; index < tokens.attributeCount; index++) {
    const name = tokens.attributeName(index)
    if (!name.startsWith('xmlns')) continue
    if (name.length > 5 && name[5] !== ':') continue
    found ??= new Map()
    found.set(name.slice(6), tokens.attributeValue(index))
  }
  return found ?? noDeclarations
}

function attributesOf(tokens: XmlTokens, names: Names): Readonly<Record<string, string>> {
  if (tokens.attributeCount === 0) return nothing
  const attributes: Record<string, string> = {}
  for (let index = 0; index < tokens.attributeCount; index++) {
    const name = tokens.attributeName(index)
    if (!name.startsWith('xmlns')) attributes[names.attribute(name)] = tokens.attributeValue(index)
  }
  return attributes
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > 32) return false
  return true
}
