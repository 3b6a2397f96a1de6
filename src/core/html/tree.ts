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
  const description = describes(element) ? wordsOf(element) : ''
  if (description !== '' && !signature.test(description)) sink.text(` ${description} `)
  // Of a drawing only its words are seen: other text in it is never rendered.
  const inside =
    element.namespaceURI === names.NS.SVG ? element.tagName === 'text' || (seen && isInText(element)) : true
  const told = depth <= deepest
  if (told) sink.open(isLinkInFormula(element) ? 'a' : element.tagName, distinct(element.attrs))
  tell(element.childNodes, sink, depth + 1, inside)
  if (told) sink.close()
}

function isInText({ tagName }: Element): boolean {
  return tagName === 'tspan' || tagName === 'textPath' || tagName === 'a'
}

/** What a drawing says of itself as a whole is said in its place, as the words of a picture that cannot be shown. */
function describes({ tagName, namespaceURI, parentNode: drawing }: Element): boolean {
  if (tagName !== 'desc' || namespaceURI !== names.NS.SVG || !isInDrawing(drawing)) return false
  const isSilent = drawing.attrs.some(({ name, value }) => name === 'aria-hidden' && value === 'true')
  return !isSilent && !isInDrawing(drawing.parentNode)
}

function isInDrawing(parent: DefaultTreeAdapterMap['parentNode'] | null): parent is Element {
  return parent !== null && 'tagName' in parent && parent.namespaceURI === names.NS.SVG
}

/** Drawing programs sign their work there. */
const signature =
  /^(?:created|generated|made|exported|produced) (?:with|using|in|from|by (?:potrace|inkscape|adobe))\b/i
const longestDescription = 2000

function wordsOf({ childNodes }: Element): string {
  let words = ''
  for (const node of childNodes) {
    if (node.nodeName === '#text') words += (node as DefaultTreeAdapterMap['textNode']).value
    else if (
      'tagName' in node &&
      words.length < longestDescription &&
      !/^(?:script|style|template)$/.test(node.tagName)
    )
      words += wordsOf(node)
  }
  return words.replace(/\s+/g, ' ').trim().slice(0, longestDescription).toWellFormed()
}

/** `href` and `xlink:href` are two to the parser, and one to whoever follows them. */
function distinct(attributes: Element['attrs']): Element['attrs'] {
  if (!attributes.some(({ prefix }) => prefix)) return attributes
  return attributes.filter(({ name }, at) => attributes.findIndex((one) => one.name === name) === at)
}

/** Any element of a formula may be a link (MathML 3, 2.1.6; before by way of XLink). */
function isLinkInFormula({ namespaceURI, attrs }: Element): boolean {
  return namespaceURI === names.NS.MATHML && attrs.some(({ name }) => name === 'href')
}
