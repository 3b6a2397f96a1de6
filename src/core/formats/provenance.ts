/** What an item says of where it was before, beside its source: Dublin Core's publisher, canonical and via links. */
import type { DocumentItem } from './document.ts'
import { type Element, textOf, words } from './element.ts'
import { linkWithRel } from './links.ts'
import { plain } from './markup.ts'

const publishers = words('dc:publisher', 'dcterms:publisher')

export function readProvenance(item: DocumentItem, element: Element): void {
  const publisher = plain(textOf(element, publishers) ?? '')
  if (publisher) item.publisher = publisher
  const canonical = linkWithRel(element, 'canonical')
  if (canonical && canonical !== item.url) item.originalUrl ??= canonical
  const via = linkWithRel(element, 'via')
  if (via) item.via = via
}
