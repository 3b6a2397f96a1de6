/**
 * From tokens to elements: what an XML document says, leniently. Elements that hold text keep it as one string; only
 * the few that hold other elements have children; items are handed over as they close and then forgotten.
 */

import { resolve } from './addresses.ts'
import { attributesOf, declarationsOf, noDeclarations } from './attributes.ts'
import { childless, type Element, nothing } from './element.ts'
import { escapeHtml } from './entities.ts'
import { isBlank } from './letters.ts'
import { type Family, type Meaning, type Names, namesOf, unknown } from './namespaces.ts'
import { XmlTokens } from './xml.ts'

export type Reading = {
  family: Family
  base: string | undefined
  /** Called with each item or entry as it closes. */
  onItem(item: Element): void
}

/** How far up a stray closing tag is looked for. */
const furthest = 64
/** What is nested deeper than this is read as text: nothing a feed means is there. */
const deepest = 64

/** Reads the document from offset `start`: what stands before its root tells of its entities. */
export function readElements(text: string, start: number, reading: Reading): { root: Element; problems: string[] } {
  const tokens = new XmlTokens(text, start)
  const tree = new Tree(tokens, reading)
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

type Level = { element: Element; means: Meaning; written: string; names: Names }

/** An element of text, of more than one piece, that is being read. */
type Leaf = {
  element: Element
  means: Meaning
  written: string
  /** Where its inside begins. */
  from: number
  text: string
  markup: boolean
  /** Tags open inside it. */
  inner: string[]
  prefixed: boolean
  cdata: boolean
}

class Tree {
  private readonly tokens: XmlTokens
  private readonly reading: Reading
  /** The open containers, outermost first. */
  private readonly levels: Level[] = []
  /** Which of them is an item; -1 when none is. */
  private item = -1
  private leaf: Leaf | undefined
  private root: Element | undefined
  private readonly wrong: (what: string) => void

  constructor(tokens: XmlTokens, reading: Reading) {
    this.tokens = tokens
    this.reading = reading
    this.wrong = (what) => tokens.wrong(what)
  }

  open(): void {
    const { tokens, levels } = this
    if (this.leaf && this.openInLeaf(this.leaf)) return
    const outer = levels.at(-1) ?? this.outermost()
    const names = this.namesWithin(outer)
    const means = names.element(tokens.name, this.wrong)
    if (means.role === 'item') {
      if (tokens.selfClosing && this.item !== -1) {
        this.wrong(`<${tokens.name}/> inside an item`)
        return
      }
      this.restartItem()
    }
    const parent = levels.at(-1)?.element
    const isLeaf = (means.role === 'text' && this.root !== undefined) || levels.length >= deepest
    const element = this.newElement(means, parent, names, isLeaf ? childless : [])
    this.root ??= element
    if (isLeaf) this.openLeaf(element, means)
    else {
      if (means.role === 'item') this.item = levels.length
      levels.push({ element, means, written: tokens.name, names })
      if (tokens.selfClosing) this.finishContainer()
    }
  }

  close(written: string): void {
    const { leaf, levels } = this
    if (leaf) {
      const { inner } = leaf
      const last = inner.at(-1)
      if (last === undefined ? leaf.written === written : last === written) {
        if (inner.pop() === undefined) this.finishLeaf(leaf, this.tokens.start)
        return
      }
      const found = lastNamed(inner, written)
      if (found !== -1) {
        this.wrong(`<${last}> is closed by </${written}>`)
        inner.length = found
        return
      }
      if (leaf.written.toLowerCase() === written.toLowerCase()) {
        this.wrong(`<${last ?? leaf.written}> is closed by </${written}>`)
        this.finishLeaf(leaf, this.tokens.start)
        return
      }
    } else if (levels.at(-1)?.written === written) {
      this.finishContainer()
      return
    }
    const found = lastNamed(levels, written)
    this.wrong(
      found === -1
        ? `</${written}> closes nothing`
        : `<${leaf?.inner.at(-1) ?? leaf?.written ?? levels.at(-1)?.written}> is closed by </${written}>`,
    )
    if (found !== -1) this.closeUpTo(found)
  }

  text(cdata: boolean): void {
    const { leaf, tokens } = this
    if (leaf) {
      const characters = tokens.characters(cdata)
      if (cdata) leaf.cdata = true
      if (!leaf.markup) leaf.text = leaf.text === '' ? characters : leaf.text + characters
      return
    }
    if (!cdata && isBlank(tokens.text, tokens.from, tokens.to)) return
    const level = this.levels.at(-1)
    if (level) level.element.text += tokens.characters(cdata)
    else this.wrong('text outside the root element')
  }

  finish(): Element {
    const last = this.levels.at(-1)
    const open = this.leaf ? (this.leaf.inner.at(-1) ?? this.leaf.written) : last?.written
    if (open) this.wrong(`the document ends inside <${open}>`)
    this.closeUpTo(0)
    return this.root ?? this.newElement(unknown, undefined, namesOf(this.reading.family, '', noDeclarations), [])
  }

  /** What stands behind the root is read as if it stood at the end of it. */
  private outermost(): Level | undefined {
    const { root, levels } = this
    if (!root) return undefined
    this.wrong('more than one root element')
    const names = namesOf(this.reading.family, '', noDeclarations)
    const level = { element: root, means: unknown, written: '', names }
    levels.push(level)
    return level
  }

  private namesWithin(outer: Level | undefined): Names {
    const declarations = declarationsOf(this.tokens)
    if (!outer) return namesOf(this.reading.family, this.tokens.name, declarations)
    return declarations.size === 0 ? outer.names : outer.names.within(declarations)
  }

  private newElement(means: Meaning, parent: Element | undefined, names: Names, children: Element[]): Element {
    const { tokens, reading } = this
    const attributes = attributesOf(tokens, names)
    const outer = parent ? parent.base : reading.base
    const base = attributes === nothing ? undefined : attributes['xml:base']
    const language = attributes === nothing ? undefined : attributes['xml:lang']
    return {
      name: means.name,
      attributes,
      children,
      spoken: 0,
      text: '',
      markup: false,
      base: base === undefined ? outer : (resolve(base, outer) ?? parent?.base),
      language: language === undefined ? parent?.language : language.trim().replace(/_/g, '-'),
      start: tokens.start,
      end: tokens.end,
    }
  }

  private openLeaf(element: Element, means: Meaning): void {
    const { tokens } = this
    const simple = tokens.selfClosing ? 'text' : tokens.takeSimple()
    if (simple) {
      if (!tokens.selfClosing) element.text = tokens.characters(simple === 'cdata')
      element.end = tokens.end
      this.keep(element, means)
      return
    }
    const [written, from] = [tokens.name, tokens.end]
    this.leaf = { element, means, written, from, text: '', markup: false, inner: [], prefixed: false, cdata: false }
  }

  private openInLeaf(leaf: Leaf): boolean {
    const { tokens } = this
    const item = this.levels[this.item]
    if (item?.written === tokens.name && !/xml/i.test(leaf.element.attributes.type ?? '')) {
      this.restartItem()
      return false
    }
    leaf.markup = true
    for (let index = 0; index < tokens.attributeCount; index++) tokens.attributeValue(index)
    if (tokens.name.includes(':')) leaf.prefixed = true
    if (!tokens.selfClosing) leaf.inner.push(tokens.name)
    return true
  }

  private finishLeaf(leaf: Leaf, end: number): void {
    const { element } = leaf
    if (leaf.inner.length > 0) this.wrong(`<${leaf.inner.at(-1)}> is not closed`)
    element.end = this.tokens.end
    element.text = leaf.markup ? innerMarkup(this.tokens.text.slice(leaf.from, end), leaf) : leaf.text
    element.markup = leaf.markup
    this.leaf = undefined
    this.keep(element, leaf.means)
  }

  private finishContainer(): void {
    const level = this.levels.pop()
    if (!level) return
    level.element.end = this.tokens.end
    if (level.means.role === 'item') {
      this.item = -1
      this.reading.onItem(level.element)
    } else this.keep(level.element, level.means)
  }

  /** In what is open around it. What belongs to nothing known is asked for by nobody. */
  private keep(element: Element, means: Meaning): void {
    const parent = this.levels.at(-1)?.element
    if (!parent || means.vocabulary === 0) return
    parent.children.push(element)
    parent.spoken |= means.vocabulary
  }

  private closeUpTo(depth: number): void {
    if (this.leaf) this.finishLeaf(this.leaf, this.tokens.start)
    while (this.levels.length > depth) this.finishContainer()
  }

  /** An item inside an item: the closing tag of the first is missing. */
  private restartItem(): void {
    const { item, levels } = this
    if (item === -1) return
    this.wrong(`<${this.tokens.name}> inside <${this.tokens.name}>`)
    this.closeUpTo(item + 1)
    // Nothing but a wrapper around the next: it is no item.
    if (levels[item]?.element.children.length === 0) levels.pop()
    this.item = -1
    this.closeUpTo(item)
  }
}

function innerMarkup(written: string, leaf: Leaf): string {
  let markup = written
  if (leaf.cdata)
    markup = markup.replace(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g, (_, inside: string) => escapeHtml(inside))
  // <xhtml:p> is <p>: what follows knows no prefixes.
  if (leaf.prefixed) markup = markup.replace(/(<\/?)[\w.-]+:(?=\w)/g, '$1')
  return markup.includes('/>') ? markup.replace(emptyTags, ended) : markup
}

const emptyTags = /<([a-z][\w.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)\/>/gi
const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

/** HTML does not know that `<b/>` is over: it would take in all that follows. */
function ended(tag: string, name: string, attributes: string): string {
  return voids.test(name) ? tag : `<${name}${attributes}></${name}>`
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
