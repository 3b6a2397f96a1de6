/** What an item or feed is about: categories, subjects, keywords and tags of all the vocabularies. */
import type { Category } from './document.ts'
import type { Element } from './element.ts'
import { plain } from './markup.ts'

export function categoriesOf(element: Element): Category[] | undefined {
  const found: Category[] = []
  for (const child of element.children) addCategory(found, child)
  return found.length > 0 ? found : undefined
}

const itunes = 'http://www.itunes.com/'
const mostCategories = 200
/** Media RSS 1.5: the default scheme of its categories. */
const mediaCategories = 'http://search.yahoo.com/mrss/category_schema'

function addCategory(found: Category[], child: Element): void {
  const { attributes } = child
  switch (child.name) {
    case 'atom:category':
    case 'rss:category': {
      const term = attributes.term ?? plain(child.text)
      keepCategory(found, term || attributes.label, attributes.label, attributes.scheme ?? attributes.domain)
      break
    }
    case 'media:category':
      keepCategory(found, plain(child.text), attributes.label, attributes.scheme ?? mediaCategories)
      break
    case 'dc:subject':
    case 'dcterms:subject':
      keepCategory(found, plain(child.text), undefined, undefined)
      break
    case 'itunes:category':
    case 'googleplay:category':
      keepCategory(found, attributes.text ?? plain(child.text), undefined, itunes)
      for (const nested of child.children) addCategory(found, nested)
      break
    case 'itunes:keywords':
      keepWords(found, child.text, child.text.includes(',') ? ',' : /\s+/, itunes)
      break
    case 'media:keywords':
      keepWords(found, child.text, child.text.includes(',') ? ',' : /\s+/, undefined)
      break
    // Nobody's words, and written all the same.
    case 'rss:tags':
    case 'rss:keywords':
      keepWords(found, child.text, ',', undefined)
  }
}

function keepWords(found: Category[], words: string, between: string | RegExp, scheme: string | undefined): void {
  for (const word of words.split(between)) keepCategory(found, plain(word), undefined, scheme)
}

function keepCategory(
  found: Category[],
  written: string | undefined,
  label: string | undefined,
  scheme: string | undefined,
): void {
  const term = written?.trim()
  if (!term || found.length >= mostCategories) return
  const category: Category = { term }
  if (label?.trim()) category.label = label.trim()
  if (scheme?.trim()) category.scheme = scheme.trim()
  if (!found.some((other) => other.term === term && other.scheme === category.scheme && other.label === category.label))
    found.push(category)
}
