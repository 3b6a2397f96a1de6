/** Reads any HTML as a browser does, repairs and all: parse5, the WHATWG algorithm, as the content of a `<div>`. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, html as names, parseFragment } from 'parse5'
import type { Sink } from './sink.ts'

type Node = DefaultTreeAdapterMap['childNode']
type Element = DefaultTreeAdapterMap['element']

/** Deeper than this no reader follows: what is there is told as if its elements were not. */
const deepest = 400

export function readTree(html: string, sink: Sink): void {
  const place = defaultTreeAdapter.createElement('div', names.NS.HTML, [])
  tell(parseFragment(place, html, {}).childNodes, sink, 0, true)
}

function tell(nodes: readonly Node[], sink: Sink, depth: number, seen: boolean): void {
  for (const node of nodes) {
    if (node.nodeName === '#text') {
      if (seen) sink.text((node as DefaultTreeAdapterMap['textNode']).value)
    } else if ('tagName' in node) tellElement(node, sink, depth, seen)
  }
}

function tellElement(element: Element, sink: Sink, depth: number, seen: boolean): void {
  // Of a drawing only its words are seen: other text in it is never rendered.
  const inside =
    element.namespaceURI === names.NS.SVG ? element.tagName === 'text' || (seen && isInText(element)) : true
  const told = depth <= deepest
  if (told) sink.open(element.tagName, element.attrs)
  tell(element.childNodes, sink, depth + 1, inside)
  if (told) sink.close()
}

function isInText({ tagName }: Element): boolean {
  return tagName === 'tspan' || tagName === 'textPath' || tagName === 'a'
}
