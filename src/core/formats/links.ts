/** Which of an element's links is the address of the thing itself, and what the others are for. */
import { absolute, resolve } from './addresses.ts'
import { all, type Element, nothing, textOf, words } from './element.ts'

const resources = words('cc:license', 'media:license', 'dcterms:license')
const licences = words('creativecommons:license', 'dcterms:license', 'podcast:license', 'dcterms:rights', 'dc:rights')

/** The href of the first link with that relation (RFC 4287, 4.2.7.2), absolute. `type` narrows it. */
export function linkWithRel(element: Element, rel: string, type?: RegExp): string | undefined {
  for (const child of element.children) {
    const { attributes } = child
    if (attributes === nothing || (child.name !== 'atom:link' && child.name !== 'rss:link')) continue
    const href = attributes.href ?? attributes['rdf:resource']
    if (
      href === undefined ||
      (href === '' && !child.attributes['xml:base'] && child.base === undefined) ||
      relOf(attributes.rel) !== rel
    )
      continue
    if (type && !type.test(attributes.type ?? '')) continue
    return absolute(href, child.base)
  }
  return undefined
}

/** An item's pages by the language their links name. */
export function pagesByLanguage(element: Element): { language: string; url: string }[] {
  return element.children.flatMap(({ name, attributes, base }) => {
    if (attributes === nothing || (name !== 'atom:link' && name !== 'rss:link')) return []
    const { href, hreflang = '', rel } = attributes
    const url = href && relOf(rel) === 'alternate' ? absolute(href, base) : undefined
    return url && hreflang.trim() ? [{ language: hreflang.trim().replace(/_/g, '-'), url }] : []
  })
}

/** The page an item or feed is about: the alternate link, one in its own language and HTML before anything else. */
export function pageOf(element: Element): string | undefined {
  const said = linkText(element)
  if (said) return said
  const own = element.language?.toLowerCase()
  const pages = own ? pagesByLanguage(element) : []
  const inOwn = pages.length > 1 ? pages.find(({ language }) => language.toLowerCase() === own) : undefined
  return (
    inOwn?.url ??
    linkWithRel(element, 'alternate', /^(?:text\/html|application\/xhtml\+xml|)$/i) ??
    linkWithRel(element, 'alternate')
  )
}

/** RSS's own `<link>`: its text is the address. A later one that holds a real address beats an empty first one. */
function linkText(element: Element): string | undefined {
  for (const child of element.children) {
    if (child.name !== 'rss:link' && child.name !== 'atom:link') continue
    const text = child.text.trim()
    if (text === '' || child.attributes.href) continue
    const address = resolve(text.replace(/\s+/g, ''), child.base)
    if (address) return address
    return child.base === undefined ? text : absolute(text, child.base)
  }
  return undefined
}

/** `http://www.iana.org/assignments/relation/self` is `self`, and no relation is `alternate`. */
function relOf(written: string | undefined): string {
  if (written === undefined || written.trim() === '') return 'alternate'
  return written.trim().toLowerCase().replace('http://www.iana.org/assignments/relation/', '')
}

/** The licence's address: Creative Commons modules, RFC 4946, Media RSS. */
export function licenceOf(element: Element): string | undefined {
  const link = linkWithRel(element, 'license') ?? linkWithRel(element, 'licence')
  if (link) return link
  for (const child of all(element, resources)) {
    const resource = child.attributes['rdf:resource'] ?? child.attributes['rdf:about'] ?? child.attributes.href
    const address = resource ?? (child.name === 'dcterms:license' ? '' : child.text)
    if (address.trim() !== '') return absolute(address, child.base)
  }
  const text = textOf(element, licences)
  return text && /^https?:\S+$/i.test(text) ? text : undefined
}
