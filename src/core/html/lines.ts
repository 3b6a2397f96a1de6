/** Safe HTML as its lines: paragraphs, headings, items, and what stands between line breaks. */
import { decodeHTML } from 'entities/decode'
import { isOneSpace, withRuns } from '../spaces.ts'
import { blocks } from './allowed.ts'
import { escapeText } from './attributes.ts'
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
 * Lines in their order. Only what `sanitise` wrote is told rightly: its tags hold no `>` but their last. Every space is
 * an ordinary one, unless they are asked for `asWritten`.
 */
export function linesOf(html: SafeHtml, spaces: 'ordinary' | 'asWritten' = 'ordinary'): Line[] {
  const found: Line[] = []
  const open: Block[] = [{ name: '', start: 0, lines: [] }]
  let run = newRun(0)
  const end = (at: number, after = at) => {
    const line = lineOf(html, run, at, { name: open.at(-1)?.name ?? '', spaces })
    if (!line) return
    line.end = after
    found.push(line)
    for (const block of open) block.lines.push(line)
  }
  tag.lastIndex = 0
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const [text, slash, name = ''] = match
    const after = match.index + text.length
    if (blocks.has(name)) {
      end(match.index)
      if (slash) closeBlock(open, after)
      else if (name !== 'hr') open.push({ name, start: match.index, lines: [] })
      run = newRun(after, run.depth)
    } else if (name === 'br') {
      if (run.depth > 0) continue
      end(match.index, after)
      run = newRun(after)
    } else if (name === 'img') run.pictures += 1
    else if (name !== 'wbr') run.depth += slash ? -1 : 1
    if (run.depth < run.least) run.least = run.depth
  }
  end(html.length)
  return found
}
const tag = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g

type Run = { readonly start: number; depth: number; least: number; readonly outer: number; pictures: number }
type Block = { readonly name: string; readonly start: number; readonly lines: Line[] }

function newRun(start: number, depth = 0): Run {
  return { start, depth, least: depth, outer: depth, pictures: 0 }
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

type Kind = { readonly name: string; readonly spaces: 'ordinary' | 'asWritten' }

function lineOf(html: string, run: Run, end: number, { name, spaces }: Kind): Line | undefined {
  const written = html.slice(run.start, end)
  if (/^\s*$/.test(written)) return undefined
  const { text, links } = wordsOf(written, spaces)
  if (text === '' && run.pictures === 0) return undefined
  const whole = run.least >= run.outer && run.depth === run.outer
  return { name, start: run.start, end, innerStart: run.start, innerEnd: end, text, links, whole }
}

/** Spaces that are not one already: most are, and replacing those is dear. */
const wideSpaces = /\s{2,}|[^\S ]/g

/** The words of inline markup, on one line, and the links among them. */
function wordsOf(written: string, spaces: Kind['spaces'] = 'ordinary'): { text: string; links: Link[] } {
  const links: Link[] = []
  let text = ''
  let spaced = true
  let href: string | undefined
  let from = 0
  let at = 0
  const add = (piece: string) => {
    if (piece === '') return
    const plain = piece.includes('&') ? decodeHTML(piece) : piece
    const words = spaces === 'ordinary' ? plain.replace(wideSpaces, ' ') : withRuns(plain, wideSpaces)
    text += spaced ? words.trimStart() : words
    spaced = isOneSpace(words.charCodeAt(words.length - 1))
  }
  for (const match of written.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^>]*?href="([^"]*)")?[^>]*>/g)) {
    add(written.slice(at, match.index))
    at = match.index + match[0].length
    if (match[2] === 'br') add(' ')
    if (match[2] !== 'a') continue
    if (match[1] && href !== undefined) {
      links.push({ href: decodeHTML(href), words: text.slice(from).trim(), from, to: text.trimEnd().length })
      href = undefined
    } else {
      href = match[3] ?? ''
      from = text.length
    }
  }
  add(written.slice(at))
  return { text: text.trimEnd(), links }
}

/** Where the last words of a line begin in the HTML; undefined where they cannot be cut off. */
export function startOfLast(html: SafeHtml, line: Line, words: string): number | undefined {
  const written = html.slice(line.innerStart, line.innerEnd)
  const first = escapeText(words.slice(0, 1))
  for (let at = written.lastIndexOf(first); at >= 0 && first !== ''; at = written.lastIndexOf(first, at - 1)) {
    if (wordsOf(written.slice(at)).text === words) return beforeTags(written, at, line.innerStart)
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
