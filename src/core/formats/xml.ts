/**
 * XML as it is found: a pull tokenizer over the whole text that goes on after every mistake and remembers it. It takes
 * each character once, keeps offsets instead of copies, and never looks at anything outside the document.
 */
import { declaredIn } from './doctype.ts'
import { type Declared, decodeReferences } from './entities.ts'
import { attributeNameEnd, code, isBlank, isNameStart, nameEnd, skipSpace } from './letters.ts'

export type Token = 'open' | 'close' | 'text' | 'cdata' | 'end'

const mostMistakes = 10

/** Reads tokens one after the other; after `next()` the fields tell about the newest one. */
export class XmlTokens {
  readonly text: string
  /** Where the token begins and ends. */
  start = 0
  end = 0
  /** Where the characters of a text or CDATA token begin and end. */
  from = 0
  to = 0
  /** The name of an opening or closing tag, as written. */
  name = ''
  selfClosing = false
  attributeCount = 0
  private readonly attributeNames: string[] = []
  private readonly attributeSpans: number[] = []
  private declared: Declared | undefined
  private ampersandFrom = 0
  private ampersand = -1
  private readonly mistakes: { at: number; what: string }[] = []
  private readonly badReference: (at: number) => void

  constructor(text: string, start: number) {
    this.text = text
    this.end = start
    this.badReference = (at) => this.wrong('an "&" that begins no known reference', at)
  }

  /** Notes what is not well-formed; only the first few are kept. */
  wrong(what: string, at: number = this.start): void {
    if (this.mistakes.length < mostMistakes) this.mistakes.push({ at, what })
  }

  /** The mistakes in words, in the order of the document. */
  problems(): string[] {
    let line = 1
    let seen = 0
    return this.mistakes
      .sort((a, b) => a.at - b.at)
      .map(({ at, what }) => {
        for (let next = this.text.indexOf('\n', seen); next !== -1 && next < at; next = this.text.indexOf('\n', seen)) {
          line += 1
          seen = next + 1
        }
        return `not well-formed at line ${line}: ${what}`
      })
  }

  next(): Token {
    const { text } = this
    for (;;) {
      const at = this.end
      this.start = at
      if (at >= text.length) return 'end'
      if (text.charCodeAt(at) !== code.less || !this.beginsMarkup(at)) return this.readText(at)
      const second = text.charCodeAt(at + 1)
      if (second === code.slash) return this.readClose(at)
      if (second === code.bang) {
        if (text.startsWith('[CDATA[', at + 2)) return this.readCdata(at)
        this.skipDeclaration(at)
      } else if (second === code.question) this.skipTo('?>', at, 'a processing instruction')
      else return this.readOpen(at)
    }
  }

  /**
   * Behind an opening tag: takes the whole element if it holds one piece of text and nothing else, as most do. `start`
   * is then where its closing tag begins. Else false, and nothing is taken.
   */
  takeSimple(): 'text' | 'cdata' | false {
    const { text, name, end } = this
    let close = text.indexOf('<', end)
    let from = end
    let to = close
    const isCdata = text.startsWith('<![CDATA[', close) && isBlank(text, end, close)
    if (isCdata) {
      from = close + 9
      to = text.indexOf(']]>', from)
      close = to === -1 ? -1 : text.indexOf('<', to)
      if (close !== -1 && !isBlank(text, to + 3, close)) return false
    }
    if (close === -1 || text.charCodeAt(close + 1) !== code.slash) return false
    const behind = close + 2 + name.length
    if (text.charCodeAt(behind) !== code.greater || !text.startsWith(name, close + 2)) return false
    this.from = from
    this.to = to
    this.start = close
    this.end = behind + 1
    return isCdata ? 'cdata' : 'text'
  }

  /** The characters of a text token, references replaced; of a CDATA token, as they are. */
  characters(cdata: boolean): string {
    return cdata ? this.text.slice(this.from, this.to) : this.decode(this.from, this.to)
  }

  attributeName(index: number): string {
    return this.attributeNames[index] ?? ''
  }

  attributeValue(index: number): string {
    return this.decode(this.attributeSpans[2 * index] ?? 0, this.attributeSpans[2 * index + 1] ?? 0)
  }

  private decode(from: number, to: number): string {
    // Where the next "&" stands is looked for once, not again for every piece of text before it.
    if (from < this.ampersandFrom || from > this.ampersand) {
      const next = this.text.indexOf('&', from)
      this.ampersandFrom = from
      this.ampersand = next === -1 ? this.text.length : next
    }
    if (this.ampersand >= to) return this.text.slice(from, to)
    return decodeReferences(this.text, from, to, this.declared, this.badReference)
  }

  private beginsMarkup(at: number): boolean {
    const next = this.text.charCodeAt(at + 1)
    if (next === code.slash) return isNameStart(this.text.charCodeAt(at + 2))
    return next === code.bang || next === code.question || isNameStart(next)
  }

  private readText(at: number): Token {
    const { text } = this
    let end = text.indexOf('<', at)
    while (end !== -1 && !this.beginsMarkup(end)) {
      this.wrong('a "<" that begins no tag', end)
      end = text.indexOf('<', end + 1)
    }
    this.from = at
    this.to = this.end = end === -1 ? text.length : end
    return 'text'
  }

  private readCdata(at: number): Token {
    const close = this.text.indexOf(']]>', at + 9)
    if (close === -1) this.wrong('a CDATA section without end')
    this.from = at + 9
    this.to = close === -1 ? this.text.length : close
    this.end = close === -1 ? this.text.length : close + 3
    return 'cdata'
  }

  private skipTo(mark: string, at: number, what: string): void {
    const found = this.text.indexOf(mark, at + 2)
    if (found === -1) this.wrong(`${what} without end`)
    this.end = found === -1 ? this.text.length : found + mark.length
  }

  private skipDeclaration(at: number): void {
    if (this.text.startsWith('--', at + 2)) this.skipTo('-->', at + 2, 'a comment')
    else if (/^doctype/i.test(this.text.slice(at + 2, at + 9))) this.readDoctype(at)
    else {
      this.wrong('a declaration in the wrong place')
      this.skipTo('>', at, 'a declaration')
    }
  }

  private readDoctype(at: number): void {
    const { text } = this
    const mark = /[>[]/g
    mark.lastIndex = at
    const bracket = mark.exec(text)?.[0] === '[' ? mark.lastIndex - 1 : -1
    if (bracket === -1) {
      this.skipTo('>', at, 'a document type')
      return
    }
    const end = /\]\s*>/g
    end.lastIndex = bracket
    const found = end.exec(text)
    if (!found) this.wrong('a document type without end')
    this.declared = declaredIn(text.slice(bracket, found ? found.index : bracket))
    this.end = found ? end.lastIndex : bracket + 1
  }

  private readClose(at: number): Token {
    const { text } = this
    let end = nameEnd(text, at + 2)
    this.name = text.slice(at + 2, end)
    end = skipSpace(text, end)
    if (text.charCodeAt(end) === code.greater) this.end = end + 1
    else {
      this.wrong(`</${this.name} is not closed`)
      const close = text.indexOf('>', end)
      const other = text.indexOf('<', end)
      this.end = close !== -1 && (other === -1 || close < other) ? close + 1 : other === -1 ? text.length : other
    }
    return 'close'
  }

  private readOpen(at: number): Token {
    const { text } = this
    let here = nameEnd(text, at + 1)
    this.name = text.slice(at + 1, here)
    this.selfClosing = false
    this.attributeCount = 0
    for (;;) {
      const next = text.charCodeAt(here)
      if (next === code.greater) {
        this.end = here + 1
        return 'open'
      }
      if (next === code.slash) {
        if (text.charCodeAt(here + 1) === code.greater) {
          this.selfClosing = true
          this.end = here + 2
          return 'open'
        }
        this.wrong('a "/" in the middle of a tag', here)
        here += 1
      } else if (next <= code.space) here += 1
      else if (next === code.less || Number.isNaN(next)) {
        this.wrong(`<${this.name} is not closed`)
        this.end = here
        return 'open'
      } else here = this.readAttribute(here)
    }
  }

  private readAttribute(at: number): number {
    const { text } = this
    if (text.charCodeAt(at - 1) > code.space && text.charCodeAt(at - 1) !== code.slash)
      this.wrong('no space before an attribute', at)
    let here = attributeNameEnd(text, at)
    if (here === at) {
      this.wrong('an attribute without name', at)
      return at + 1
    }
    const name = text.slice(at, here)
    const equals = skipSpace(text, here)
    if (text.charCodeAt(equals) !== code.equals) {
      this.wrong(`attribute ${name} without value`, at)
      this.keepAttribute(name, here, here)
      return here
    }
    here = skipSpace(text, equals + 1)
    const quote = text.charCodeAt(here)
    if (quote !== code.quote && quote !== code.apostrophe) return this.readUnquoted(name, here)
    let end = here + 1
    for (let next = text.charCodeAt(end); next !== quote; next = text.charCodeAt(++end)) {
      if (next === code.less) this.wrong(`a "<" in attribute ${name}`, end)
      else if (Number.isNaN(next)) {
        this.wrong(`attribute ${name} without closing quote`, at)
        break
      }
    }
    this.keepAttribute(name, here + 1, end)
    return Math.min(end + 1, text.length)
  }

  private readUnquoted(name: string, at: number): number {
    this.wrong(`attribute ${name} without quotes`, at)
    let end = at
    for (
      let next = this.text.charCodeAt(end);
      next > code.space && next !== code.greater && next !== code.less;
      next = this.text.charCodeAt(end)
    )
      end += 1
    this.keepAttribute(name, at, end)
    return end
  }

  private keepAttribute(name: string, from: number, to: number): void {
    const index = this.attributeCount
    for (let other = 0; other < index && other < 16; other++)
      if (this.attributeNames[other] === name) {
        this.wrong(`attribute ${name} twice`, from)
        return
      }
    this.attributeNames[index] = name
    this.attributeSpans[2 * index] = from
    this.attributeSpans[2 * index + 1] = to
    this.attributeCount = index + 1
  }
}
