/** Which format, and which of its versions, a root element says it is. */
import type { ParsedDocument } from './document.ts'
import { all, type Element, first, words } from './element.ts'

const ofOldAtom = words('atom:modified', 'atom:tagline', 'atom:issued')
const channels = words('rss:channel')

/** `before` is what stands before the root: RSS 0.91 is known by its document type too. */
export function formatOf(root: Element, before: string): Pick<ParsedDocument, 'format' | 'version'> {
  const written = root.attributes.version?.trim()
  if (root.name === 'atom:feed' || root.name === 'atom:entry')
    return { format: 'atom', version: written || atomVersion(root) }
  if (root.name.endsWith(':rdf')) return { format: 'rdf', version: rdfVersion(root) }
  const version = written || (/netscape\.com\/publish\/formats\/rss-0\.91/i.test(before) ? '0.91' : undefined)
  return version ? { format: 'rss', version: version.replace(/^(\d\.\d+).*$/s, '$1') } : { format: 'rss' }
}

/** Atom 0.3 says `version`; without it, only 0.3 has these elements. */
function atomVersion(root: Element): string {
  return all(root, ofOldAtom).length > 0 ? '0.3' : '1.0'
}

function rdfVersion(root: Element): string {
  const channel = first(root, channels)
  return channel?.attributes['rdf:about'] || !channel ? '1.0' : '0.90'
}
