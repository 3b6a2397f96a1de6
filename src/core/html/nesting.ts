/**
 * Which elements are open while well-nested HTML is read, and what a start or end tag does to them (WHATWG HTML, 13.2.6)
 * where that needs no repair: closing what may stay unclosed, and the parts of a table that may be left out. Every
 * method answers false where a browser would do more than that; the markup is then for the tree.
 */
import type { Attribute, Sink } from './sink.ts'

const names = {
  link: 'a',
  void: 'area bgsound br embed img input link meta param source track wbr',
  raw: 'script style iframe noembed noframes noscript',
  block: `address article aside blockquote center details dir div dl fieldset figcaption figure footer header hgroup
      main menu nav ol p pre search section summary ul`,
  heading: 'h1 h2 h3 h4 h5 h6',
  item: 'li',
  term: 'dd dt',
  rule: 'hr',
  ruby: 'rt rp',
  table: 'table',
  caption: 'caption',
  columns: 'colgroup',
  column: 'col',
  rows: 'tbody thead tfoot',
  row: 'tr',
  cell: 'td th',
  odd: `applet base basefont body button dialog form frame frameset head html image keygen listing marquee math nobr
      object optgroup option plaintext rb rtc select selectedcontent svg template textarea title xmp`,
}
/** How an element's tags act on what is open. `odd`: in ways that are left to the tree. */
type Role = keyof typeof names | 'inline'

export type Tag = { readonly name: string; readonly role: Role }

const common =
  'abbr b bdi bdo big cite code data del dfn em font i ins kbd label map mark picture q ruby s samp small span strike strong sub sup time tt u var video audio canvas'
const tags: ReadonlyMap<string, Tag> = new Map(
  (Object.entries({ ...names, inline: common }) as [Role, string][]).flatMap(([role, list]) =>
    list.split(/\s+/).map((name) => [name, { name, role }]),
  ),
)

/** The element a tag names; undefined where that is no name, or holds more than ASCII's letters, digits and a few signs. */
export function tagOf(written: string): Tag | undefined {
  const known = tags.get(written)
  if (known || !/^[a-zA-Z][\w.:-]*$/.test(written)) return known
  const name = written.toLowerCase()
  return tags.get(name) ?? { name, role: 'inline' }
}

/** Deeper than this the tree reads. */
const deepest = 100
/** Elements whose end tag may be left out; an end tag of something around them closes them. */
const implied: ReadonlySet<string> = new Set(['p', 'li', 'dd', 'dt', 'rt', 'rp'])
const structure: ReadonlySet<Role> = new Set(['table', 'columns', 'rows', 'row'])
/** What an end tag of a table's part closes on the way, beside what may stay unclosed. */
const within: Readonly<Partial<Record<Role, ReadonlySet<Role>>>> = {
  table: new Set(['caption', 'columns', 'rows', 'row', 'cell']),
  rows: new Set(['row', 'cell']),
  row: new Set(['cell']),
  cell: new Set(),
  caption: new Set(),
}

export class Nesting {
  readonly #sink: Sink
  readonly #open: Tag[] = []
  #tables = 0
  #headings = 0

  constructor(sink: Sink) {
    this.#sink = sink
  }

  get isEmpty(): boolean {
    return this.#open.length === 0
  }

  /** Whether text that is more than white space may stand here: not between the parts of a table. */
  get takesText(): boolean {
    return this.#tables === 0 || !structure.has(this.#role)
  }

  /** A start tag, void elements apart from those of tables included. */
  start(tag: Tag, attributes: readonly Attribute[]): boolean {
    const { role } = tag
    if (this.#open.length >= deepest) return false
    if (!this.#makeRoom(tag)) return false
    this.#push(tag, attributes)
    if (role === 'void' || role === 'rule' || role === 'column') this.#pop()
    return true
  }

  end({ name, role }: Tag): boolean {
    if (role === 'odd' || name === 'br') return false
    if (within[role] !== undefined || role === 'columns') return this.#endTablePart(name, role)
    if (!this.takesText) return false
    if (this.#current === name) return this.#pop()
    if (!this.#has(name)) return name === 'p' ? this.#emptyParagraph() : role !== 'heading' || this.#headings === 0
    // A name that closes what it does not name, or crosses what it does not hold, is for the tree.
    if ((role === 'inline' && name !== 'ruby') || role === 'link' || role === 'ruby') return false
    return this.#closeTo(name, name === 'ruby' ? isRuby : isImplied)
  }

  /** Everything that is still open ends with the text. */
  finish(): void {
    while (this.#open.length > 0) this.#pop()
  }

  #makeRoom({ name, role }: Tag): boolean {
    if (role === 'inline' || role === 'void' || role === 'raw') return this.takesText
    if (role === 'link') return this.takesText && !this.#has('a')
    if (role === 'odd') return false
    if (role === 'ruby') return this.takesText && this.#makeRoomForRuby()
    if (within[role] !== undefined && role !== 'table') return this.#makeRoomInTable(role)
    if (role === 'columns' || role === 'column') return this.#makeRoomInTable(role)
    if (!this.takesText) return false
    if (role === 'item' && !this.#closeItem(isItem)) return false
    if (role === 'term' && !this.#closeItem(isTerm)) return false
    if (role === 'heading' && this.#headings > 0) return false
    if (!this.#closeParagraph()) return false
    return name !== 'table' || !this.#has('a')
  }

  #closeParagraph(): boolean {
    if (!this.#has('p')) return true
    return this.#current === 'p' && this.#pop()
  }

  /** An item ends the one before it, unless another list has begun in between. */
  #closeItem(is: (name: string) => boolean): boolean {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const { name, role } = this.#open[at] ?? nowhere
      if (is(name)) {
        for (let above = at + 1; above < this.#open.length; above += 1)
          if (this.#open[above]?.name !== 'p') return false
        while (this.#open.length > at) this.#pop()
        return true
      }
      const passes = role === 'inline' || role === 'link' || role === 'ruby' || name === 'address' || name === 'div'
      if (!passes && name !== 'p') return true
    }
    return true
  }

  #makeRoomForRuby(): boolean {
    if (!this.#has('ruby')) return true
    if (this.#tables > 0) return false
    if (this.#current === 'rt' || this.#current === 'rp') this.#pop()
    return !implied.has(this.#current)
  }

  /** Opens what a part of a table stands in where that was left out, and closes what it ends. */
  #makeRoomInTable(role: Role): boolean {
    if (this.#tables === 0) return false
    for (;;) {
      const current = this.#current
      const here = this.#role
      if (here === 'table') {
        if (role === 'cell' || role === 'row') this.#push(body, none)
        else if (role === 'column') this.#push(columns, none)
        else return true
      } else if (here === 'rows') {
        if (role === 'row') return true
        if (role === 'cell') this.#push(row, none)
        else this.#pop()
      } else if (here === 'row') {
        if (role === 'cell') return true
        this.#pop()
      } else if (here === 'columns') {
        if (role === 'column') return true
        this.#pop()
      } else if (here === 'cell' || here === 'caption' || implied.has(current)) this.#pop()
      else return false
    }
  }

  #endTablePart(name: string, role: Role): boolean {
    if (!this.#has(name)) return this.#tables === 0
    if (role === 'columns') return this.#current === 'colgroup' && this.#pop()
    const may = within[role]
    return this.#closeTo(name, (open, at) => isImplied(open) || may?.has(at) === true)
  }

  #closeTo(name: string, may: (open: string, role: Role) => boolean): boolean {
    while (this.#current !== name) {
      if (!may(this.#current, this.#role)) return false
      this.#pop()
    }
    return this.#pop()
  }

  #emptyParagraph(): boolean {
    this.#push(paragraph, none)
    return this.#pop()
  }

  get #current(): string {
    return this.#open[this.#open.length - 1]?.name ?? ''
  }

  get #role(): Role {
    return this.#open[this.#open.length - 1]?.role ?? 'inline'
  }

  #has(name: string): boolean {
    for (const open of this.#open) if (open.name === name) return true
    return false
  }

  #push(tag: Tag, attributes: readonly Attribute[]): void {
    this.#open.push(tag)
    if (tag.role === 'table') this.#tables += 1
    else if (tag.role === 'heading') this.#headings += 1
    this.#sink.open(tag.name, attributes)
  }

  #pop(): true {
    const role = this.#open.pop()?.role
    if (role === 'table') this.#tables -= 1
    else if (role === 'heading') this.#headings -= 1
    this.#sink.close()
    return true
  }
}

const nowhere: Tag = { name: '', role: 'inline' }
const paragraph: Tag = { name: 'p', role: 'block' }
const body: Tag = { name: 'tbody', role: 'rows' }
const columns: Tag = { name: 'colgroup', role: 'columns' }
const row: Tag = { name: 'tr', role: 'row' }
const none: readonly Attribute[] = []
const isImplied = (name: string) => implied.has(name)
const isRuby = (name: string) => name === 'rt' || name === 'rp'
const isItem = (name: string) => name === 'li'
const isTerm = (name: string) => name === 'dd' || name === 'dt'
