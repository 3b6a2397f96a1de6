/**
 * Reads HTML that says what it means, in one pass and without a tree: the tokens of WHATWG HTML (13.2.5) where they are
 * whole, nested as `Nesting` allows. Stops where a browser would have to repair something; from the last place where
 * nothing was open, the rest is the tree's to read. Most of what publications write is told here, several times as
 * fast; that both tell the same is tested with markup of every kind.
 */
import { decodeHTML, decodeHTMLAttribute } from 'entities/decode'
import { Nesting, type Tag, tagOf } from './nesting.ts'
import { type Attribute, heeded, type Sink } from './sink.ts'

/** Tells the sink as much as needs no repair, and says how many characters that were: all, where nothing does. */
export function readStraight(html: string, sink: Sink): number {
  return new Straight(html, sink).read()
}

class Straight {
  readonly #html: string
  readonly #sink: Sink
  readonly #nesting: Nesting
  #at = 0
  /** The parser eats a newline right after `<pre>`. */
  #afterPre = false

  constructor(html: string, sink: Sink) {
    this.#html = html
    this.#sink = sink
    this.#nesting = new Nesting(sink)
  }

  read(): number {
    const html = this.#html
    let from = 0
    let safe = 0
    for (;;) {
      const tag = this.#nextTag()
      if (tag > from && !this.#text(html.slice(from, tag))) break
      if (tag === html.length) {
        this.#nesting.finish()
        return tag
      }
      this.#at = tag + 1
      if (!this.#markup(html.charCodeAt(tag + 1))) break
      from = this.#at
      if (this.#nesting.isEmpty) {
        safe = from
        this.#sink.mark()
      }
    }
    this.#sink.rewind()
    return safe
  }

  /** Where the next tag or comment begins: a `<` before anything else is a character. */
  #nextTag(): number {
    const html = this.#html
    let at = html.indexOf('<', this.#at)
    while (at >= 0 && !isMarkup(html.charCodeAt(at + 1))) at = html.indexOf('<', at + 1)
    return at < 0 ? html.length : at
  }

  #text(written: string): boolean {
    let text = written.includes('&') ? decodeHTML(written) : written
    if (this.#afterPre) {
      this.#afterPre = false
      if (text.startsWith('\n')) text = text.slice(1)
    }
    if (!this.#nesting.takesText && /[^\t\n\f\r ]/.test(text)) return false
    if (text !== '') this.#sink.text(text)
    return true
  }

  #markup(code: number): boolean {
    this.#afterPre = false
    if (code === bang) return this.#comment()
    if (code === question) return this.#skipTo('>')
    return code === slash ? this.#endTag() : this.#startTag()
  }

  /** `<!-- … -->`; anything else after `<!` ends with the first `>`. */
  #comment(): boolean {
    const html = this.#html
    if (!html.startsWith('!--', this.#at)) return this.#skipTo('>')
    const start = this.#at + 3
    const end = html.indexOf('-->', start)
    if (end < 0 || html.startsWith('>', start) || html.startsWith('->', start)) return false
    if (html.slice(start, end).includes('--!>')) return false
    this.#at = end + 3
    return true
  }

  #skipTo(what: string): boolean {
    const end = this.#html.indexOf(what, this.#at)
    this.#at = end + what.length
    return end >= 0
  }

  #endTag(): boolean {
    const end = this.#html.indexOf('>', this.#at)
    if (end < 0) return false
    let last = end
    while (isSpace(this.#html.charCodeAt(last - 1))) last -= 1
    const tag = tagOf(this.#html.slice(this.#at + 1, last))
    if (!tag) return false
    this.#at = end + 1
    return this.#nesting.end(tag)
  }

  #startTag(): boolean {
    const tag = this.#tag()
    const attributes = tag && this.#attributes()
    if (!attributes || !this.#nesting.start(tag, attributes)) return false
    this.#afterPre = tag.name === 'pre'
    return tag.role !== 'raw' || this.#rawText(tag.name)
  }

  #tag(): Tag | undefined {
    const start = this.#at
    let at = start
    while (isName(this.#html.charCodeAt(at))) at += 1
    this.#at = at
    return tagOf(this.#html.slice(start, at))
  }

  /** Those that anybody heeds; undefined where the tag does not end. */
  #attributes(): readonly Attribute[] | undefined {
    const html = this.#html
    let found: Attribute[] | undefined
    for (;;) {
      let code = html.charCodeAt(this.#at)
      while (isSpace(code) || code === slash) code = html.charCodeAt(++this.#at)
      if (code === greater) {
        this.#at += 1
        return found ?? none
      }
      if (Number.isNaN(code)) return undefined
      const start = this.#at
      // An equals sign in front belongs to the name.
      code = html.charCodeAt(++this.#at)
      while (isName(code) && code !== equals) code = html.charCodeAt(++this.#at)
      const written = html.slice(start, this.#at)
      const name = heeded.get(written) ?? heeded.get(written.toLowerCase())
      const value = this.#value()
      if (value === undefined) return undefined
      if (name !== undefined && !found?.some((one) => one.name === name)) {
        found ??= []
        found.push({ name, value: value.includes('&') ? decodeHTMLAttribute(value) : value })
      }
    }
  }

  /** As written; undefined where it does not end. */
  #value(): string | undefined {
    const html = this.#html
    let at = this.#at
    while (isSpace(html.charCodeAt(at))) at += 1
    if (html.charCodeAt(at) !== equals) return ''
    at += 1
    while (isSpace(html.charCodeAt(at))) at += 1
    const code = html.charCodeAt(at)
    if (code === double || code === single) {
      const end = html.indexOf(code === double ? '"' : "'", at + 1)
      if (end < 0) return undefined
      this.#at = end + 1
      return html.slice(at + 1, end)
    }
    const start = at
    while (at < html.length && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== greater) at += 1
    this.#at = at
    return at < html.length ? html.slice(start, at) : undefined
  }

  /** Up to the end tag of its name, whatever it holds. Of scripts only those without comments, which have rules of their own. */
  #rawText(name: string): boolean {
    const html = this.#html
    const ending = new RegExp(`</${name}[\\t\\n\\f />]`, 'gi')
    ending.lastIndex = this.#at
    const end = ending.exec(html)?.index
    if (end === undefined) return false
    const text = html.slice(this.#at, end)
    if (name === 'script' && text.includes('<!--')) return false
    // Its own start tag once more: the first was perhaps meant to be over.
    if (text.toLowerCase().includes(`<${name}`)) return false
    if (text !== '') this.#sink.text(text)
    this.#at = end + 1
    return this.#endTag()
  }
}

const none: readonly Attribute[] = []
const [bang, double, single, slash, equals, greater, question] = [0x21, 0x22, 0x27, 0x2f, 0x3d, 0x3e, 0x3f]

/** What may follow a `<` that is not a character of the text. */
function isMarkup(code: number): boolean {
  const letter = code | 0x20
  return (letter >= 0x61 && letter <= 0x7a) || code === slash || code === bang || code === question
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c
}

function isName(code: number): boolean {
  return !(isSpace(code) || code === slash || code === greater || Number.isNaN(code))
}
