/** Plain text of markup: whole, in a line, or its first sentences. */
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { dropped } from './allowed.ts'

type Node = DefaultTreeAdapterMap['childNode']

const blocks = new Set(
  'address article aside blockquote caption center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

/** Readable text with a blank line between paragraphs and none of the markup. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return tidy(html)
  const out: string[] = []
  write(parseFragment(html).childNodes, out, 0)
  return tidy(out.join(''))
}

/** Text on one line, e.g. of a title that holds markup or entities. */
export function inlineText(markup: string): string {
  return plainText(markup).replace(/\s+/g, ' ').trim()
}

/**
 * The first whole sentences that fit into `most` characters; when even the first does not, as many of its words as do,
 * with an ellipsis. Never cut inside a word, an emoji or a run of marks. Plain text, one line.
 */
export function excerpt(html: string, { most }: { most: number }): string {
  const text = inlineText(html)
  if (text.length <= most) return text
  let end = 0
  for (const { segment, index } of sentences.segment(text.slice(0, most * 3))) {
    const stop = index + segment.trimEnd().length
    if (stop > most) break
    end = stop
  }
  // One short sentence out of a long text tells too little: words then fill the room.
  if (end > most / 3) return text.slice(0, end)
  let cut = 0
  for (const { index, segment } of words.segment(text.slice(0, most + 40))) {
    if (index + segment.length > most - 1) break
    cut = index + segment.length
  }
  return `${text.slice(0, cut).replace(/[\s\p{P}]+$/u, '')}…`
}
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

function write(nodes: readonly Node[], out: string[], depth: number): void {
  if (depth > 500) return
  for (const node of nodes) {
    if (node.nodeName === '#text') out.push((node as DefaultTreeAdapterMap['textNode']).value.replace(/\s+/g, ' '))
    else if ('tagName' in node) {
      if (dropped.has(node.tagName)) continue
      if (node.tagName === 'br') out.push('\n')
      const block = blocks.has(node.tagName)
      if (block) out.push('\n\n')
      write(node.childNodes, out, depth + 1)
      if (block) out.push('\n\n')
      else if (node.tagName === 'td' || node.tagName === 'th') out.push(' ')
    }
  }
}

function tidy(text: string): string {
  return text
    .replace(/[\0\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
