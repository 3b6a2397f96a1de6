/** What a document is without its items: around items that were kept as they came it makes a document again. */

import { charactersOf, mended } from './characters.ts'
import type { Format, Hints, ParsedDocument } from './document.ts'

export type Frame = { readonly head: string; readonly joint: string; readonly tail: string }

/** A feed that says more of itself than this is framed without what it says. */
const longestFrame = 64 * 1024

/** `document` is what was read from `bytes`. */
export function frameOf(bytes: Uint8Array, hints: Hints, document: ParsedDocument): Frame {
  const text = mended(charactersOf(bytes, hints.contentType).text).text
  const frame = document.format === 'json' ? jsonFrame(text) : xmlFrame(text, document)
  return frame && frame.head.length + frame.tail.length <= longestFrame ? frame : plainFrame(document.format)
}

/** A frame for an item of which nothing is known but what it looks like. */
export function frameFor(raw: string): Frame {
  return plainFrame(raw.startsWith('{') ? 'json' : /^<(?:[\w.-]+:)?entry[\s>]/i.test(raw) ? 'atom' : 'rss')
}

/** The text of a document that holds these items, each as it came. */
export function inFrame({ head, joint, tail }: Frame, raws: readonly string[]): string {
  return head + raws.join(joint) + tail
}

function xmlFrame(text: string, { items }: ParsedDocument): Frame | undefined {
  const [first, last] = [items[0]?.raw, items.at(-1)?.raw]
  if (!first || !last) return undefined
  const from = text.indexOf(first)
  const to = text.lastIndexOf(last)
  if (from < 0 || to < from) return undefined
  return { head: text.slice(0, from), joint: '\n', tail: text.slice(to + last.length) }
}

function jsonFrame(text: string): Frame | undefined {
  try {
    const { items: _, ...feed } = JSON.parse(text)
    return { head: JSON.stringify({ ...feed, items: [] }).slice(0, -2), joint: ',', tail: ']}' }
  } catch {
    return undefined
  }
}

function plainFrame(format: Format | undefined): Frame {
  switch (format) {
    case 'json':
      return { head: '{"version":"https://jsonfeed.org/version/1.1","items":[', joint: ',', tail: ']}' }
    case 'atom':
      return { head: '<feed xmlns="http://www.w3.org/2005/Atom">', joint: '\n', tail: '</feed>' }
    case 'h-feed':
      return { head: '<!doctype html><html><body><div class="h-feed">', joint: '\n', tail: '</div></body></html>' }
    default:
      return { head: '<rss version="2.0"><channel>', joint: '\n', tail: '</channel></rss>' }
  }
}
