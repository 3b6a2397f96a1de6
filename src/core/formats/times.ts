/** When an item or feed was published and changed, in the words of all the vocabularies. */
import type { Dates } from './dates-of.ts'
import type { DocumentItem } from './document.ts'
import { type Element, type Words, words } from './element.ts'

export function readTimes(item: DocumentItem, element: Element, dates: Dates): void {
  // Dublin Core's one date is all many feeds say.
  const published = dateOf(element, publishedNames, dates) ?? dateOf(element, onlyNames, dates)
  if (published) item.published = published
  // CDF, RSS's ancestor, has attributes.
  const updated = dateOf(element, updatedNames, dates) ?? dates.read(element.attributes.lastmod)
  if (updated) item.updated = updated
}

const publishedNames = words(
  'atom:published',
  'atom:issued',
  'rss:pubdate',
  'rss:published',
  'dcterms:issued',
  'atom:created',
  'dcterms:created',
  'rss:date',
)
const onlyNames = words('dc:date', 'dcterms:date', 'prism:publicationdate')
const updatedNames = words(
  'atom:updated',
  'atom:modified',
  'dcterms:modified',
  'dc:date',
  'dcterms:date',
  'rss:lastmod',
  'rss:updated',
  'rss:lastbuilddate',
)

/** The first of these that says a date, RFC 3339; of one name the last, which feeds that repeat it mean. */
export function dateOf(element: Element, words: Words, dates: Dates): string | undefined {
  for (const { name, vocabulary } of words) {
    if ((element.spoken & vocabulary) === 0) continue
    for (let index = element.children.length - 1; index >= 0; index--) {
      const child = element.children[index]
      const date = child?.name === name ? dates.read(child.text) : undefined
      if (date) return date
    }
  }
  return undefined
}
