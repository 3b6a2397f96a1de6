/** Safe HTML as its lines: paragraphs, headings, items, and what stands between line breaks. */
import { decodeHTML } from 'entities/decode'
import { isOneSpace, withRuns } from '../spaces.ts'
import { blocks } from './allowed.ts'
import { escapeText } from './attributes.ts'
import { SafeTags } from './safe-tags.ts'
import type { SafeHtml } from './sanitise.ts'

export type Link = {
  readonly href: string
  readonly words: string
  /** Where its words stand in the line's text. */
  readonly from: number
  readonly to: number
}

export type Line = {
  /** The nearest element that stands apart: `p`, `li`, `h2` …; empty at the top. */
  readonly name: string
  /** Where it stands in the HTML, with the break that ends it and the elements around it that hold nothing else. */
  start: number
  end: number
  /** Where its text stands in the HTML. */
  readonly innerStart: number
  readonly innerEnd: number
  /** One line, without markup. Empty where there is only a picture. */
  readonly text: string
  readonly links: readonly Link[]
  /** Whether it can be taken out without breaking an element that goes on after it. */
  readonly whole: boolean
}

/**
 * Lines in their order. Only what `sanitise` wrote is told rightly. Every space is an ordinary one, unless they are asked
 * for `asWritten`.
 */
export function linesOf(html: SafeHtml, spaces: Spaces = 'ordinary'): Line[] {
  const found: Line[] = []
  const open: Block[] = [{ name: '', start: 0, lines: [] }]
  const tags = new SafeTags(html)
  let run = newRun(0, spaces)
  /** What stands before it has been told already. */
  let told = 0
  const end = (at: number, after = at) => {
    run.words.add(html.slice(told, at))
    const line = lineOf(run, at, open.at(-1)?.name ?? '')
    if (!line) return
    line.end = after
    found.push(line)
    for (const block of open) block.lines.push(line)
  }
  while (tags.next()) {
    const { name, closes, start, end: after } = tags
    if (blocks.has(name)) {
      end(start)
      if (closes) closeBlock(open, after)
      else if (name !== 'hr') open.push({ name, start, lines: [] })
      run = newRun(after, spaces, run.depth)
    } else if (name === 'br' && run.depth <= 0) {
      end(start, after)
      run = newRun(after, spaces)
    } else {
      run.words.add(html.slice(told, start))
      run.words.pass(tags)
      if (name === 'img') run.pictures += 1
      else if (name !== 'wbr' && name !== 'br') run.depth += closes ? -1 : 1
      if (run.depth < run.least) run.least = run.depth
    }
    told = after
  }
  end(html.length)
  return found
}

type Spaces = 'ordinary' | 'asWritten'

type Run = {
  readonly start: number
  readonly words: Words
  depth: number
  least: number
  readonly outer: number
  pictures: number
}
type Block = { readonly name: string; readonly start: number; readonly lines: Line[] }

function newRun(start: number, spaces: Spaces, depth = 0): Run {
  return { start, words: new Words(spaces), depth, least: depth, outer: depth, pictures: 0 }
}

/** An element that holds one line and nothing else goes with it. */
function closeBlock(open: Block[], after: number): void {
  const block = open.length > 1 ? open.pop() : undefined
  const [line] = block?.lines ?? []
  if (block && line && block.lines.length === 1 && line.whole) {
    line.start = block.start
    line.end = after
  }
}

function lineOf(run: Run, end: number, name: string): Line | undefined {
  const { text, links } = run.words
  if (text === '' && run.pictures === 0) return undefined
  const whole = run.least >= run.outer && run.depth === run.outer
  return { name, start: run.start, end, innerStart: run.start, innerEnd: end, text: text.trimEnd(), links, whole }
}

/** Spaces that are not one already: most are, and replacing those is dear. */
const wideSpaces = /\s{2,}|[^\S ]/g

/** The words of inline markup, on one line, and the links among them. */
class Words {
  text = ''
  links = noLinks
  readonly #spaces: Spaces
  #spaced = true
  #href: string | undefined
  #from = 0

  constructor(spaces: Spaces) {
    this.#spaces = spaces
  }

  /** What stands between two tags. */
  add(piece: string): void {
    if (piece === '') return
    const plain = piece.includes('&') ? decodeHTML(piece) : piece
    const words = this.#spaces === 'ordinary' ? plain.replace(wideSpaces, ' ') : withRuns(plain, wideSpaces)
    this.text += this.#spaced ? words.trimStart() : words
    this.#spaced = isOneSpace(words.charCodeAt(words.length - 1))
  }

  pass(tags: SafeTags): void {
    if (tags.name === 'br') this.add(' ')
    if (tags.name !== 'a') return
    if (!tags.closes || this.#href === undefined) {
      this.#href = (tags.closes ? undefined : tags.attribute('href')) ?? ''
      this.#from = this.text.length
      return
    }
    const link = {
      href: decodeHTML(this.#href),
      words: this.text.slice(this.#from).trim(),
      from: this.#from,
      to: this.text.trimEnd().length,
    }
    if (this.links === noLinks) this.links = []
    this.links.push(link)
    this.#href = undefined
  }
}
/** Most lines have none. */
const noLinks: Link[] = []

/** The words of a piece of a line. */
function wordsOf(written: string): string {
  const words = new Words('ordinary')
  const tags = new SafeTags(written)
  let told = 0
  while (tags.next()) {
    words.add(written.slice(told, tags.start))
    words.pass(tags)
    told = tags.end
  }
  words.add(written.slice(told))
  return words.text.trimEnd()
}

/** Where the last words of a line begin in the HTML; undefined where they cannot be cut off. */
export function startOfLast(html: SafeHtml, line: Line, words: string): number | undefined {
  const written = html.slice(line.innerStart, line.innerEnd)
  const first = escapeText(words.slice(0, 1))
  for (let at = written.lastIndexOf(first); at >= 0 && first !== ''; at = written.lastIndexOf(first, at - 1)) {
    if (wordsOf(written.slice(at)) === words) return beforeTags(written, at, line.innerStart)
    if (at === 0 || written.length - at > 5_000) break
  }
  return undefined
}

/** From words to the tags that open right before them, so that what is cut off closes what it opens. */
function beforeTags(written: string, at: number, offset: number): number | undefined {
  for (let from = at; ; ) {
    if (isWhole(written.slice(from))) return offset + from
    const opening = /<[a-z][a-z0-9]*(?:\s[^>]*)?>\s*$/.exec(written.slice(Math.max(0, from - 2_000), from))
    if (!opening) return undefined
    from -= opening[0].length
  }
}

function isWhole(written: string): boolean {
  let depth = 0
  for (const [, slash, name = ''] of written.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (/^(?:br|wbr|img)$/.test(name)) continue
    depth += slash ? -1 : 1
    if (depth < 0) return false
  }
  return depth === 0
}
