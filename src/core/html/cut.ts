/** Takes pieces out of safe HTML, which stays safe: only whole elements and text are ever cut. */
import { blocks } from './allowed.ts'
import { SafeTags } from './safe-tags.ts'
import { type SafeHtml, sanitise } from './sanitise.ts'

export type Piece = readonly [from: number, to: number]

/** Without these pieces, which may lie in each other. */
export function cut(text: string, pieces: readonly Piece[]): string {
  return kept(text, pieces).join('')
}

/** Without these lines, and without elements that hold nothing once they are gone. What they kept apart stays apart. */
export function withoutLines(html: SafeHtml, pieces: readonly Piece[]): SafeHtml {
  // What ends before the first cut stays as it was written.
  const from = endOfBlocks(html, Math.min(...pieces.map(([start]) => start)))
  let out = ''
  let inline = false
  for (const part of kept(
    html.slice(from),
    pieces.map(([start, end]) => [start - from, end - from] as const),
  )) {
    // A line that ended its paragraph leaves no break behind; one between two others leaves them apart.
    if (endsInline.test(part.slice(0, 40))) out = withoutBreaks(out)
    else if (inline && !beginsBlock.test(part.slice(0, 40))) out += '<br>'
    if (/\S/.test(part)) inline = !endsBlock.test(part.slice(-200))
    out += part
  }
  const space = out.slice(0, out.length - out.trimStart().length)
  return withoutEnds((html.slice(0, from) + space + sanitise(out)) as SafeHtml)
}

/** Where the last element ends that stands apart, in nothing else, before a place; 0 where there is none. */
function endOfBlocks(html: string, before: number): number {
  let depth = 0
  let end = 0
  const tags = new SafeTags(html)
  while (tags.next() && tags.start < before) {
    if (empty.has(tags.name)) continue
    depth += tags.closes ? -1 : 1
    if (depth === 0 && blocks.has(tags.name)) end = tags.end
  }
  return end
}
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr'])

/** Without the breaks and rules it begins or ends with. */
export function withoutEnds(html: SafeHtml): SafeHtml {
  let rest = html.trimStart()
  while (rest.startsWith('<br>')) rest = rest.slice(4).trimStart()
  for (;;) {
    rest = withoutBreaks(rest)
    if (!rest.endsWith('<hr>')) return rest as SafeHtml
    rest = rest.slice(0, -4)
  }
}

function withoutBreaks(html: string): string {
  let rest = html.trimEnd()
  while (rest.endsWith('<br>')) rest = rest.slice(0, -4).trimEnd()
  return rest
}

function kept(text: string, pieces: readonly Piece[]): string[] {
  const parts: string[] = []
  let from = 0
  for (const [start, end] of pieces.toSorted((a, b) => a[0] - b[0])) {
    if (start > from) parts.push(text.slice(from, start))
    from = Math.max(from, end)
  }
  parts.push(text.slice(from))
  return parts
}

const names = [...blocks, 'br'].join('|')
const endsInline = /^\s*<\/(?:p|div|li|td|blockquote|aside)>/
const endsBlock = new RegExp(`</?(?:${names})(?:\\s[^>]*)?>\\s*$`)
const beginsBlock = new RegExp(`^\\s*(?:$|</?(?:${names})[\\s>])`)
